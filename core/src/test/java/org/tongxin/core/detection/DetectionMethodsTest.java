package org.tongxin.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the smaller methods beyond the reference figures: gaps, resets, refusals, dates. */
class DetectionMethodsTest {

    private static final double NONE = Double.NaN;

    private static final List<DetectionMethod> ALL = List.of(
            new FarringtonFlexible(FarringtonSettings.noufaily()),
            Farrington1996.DEFAULT,
            BayesMethod.DEFAULT,
            RkiMethod.DEFAULT,
            CusumMethod.DEFAULT,
            LikelihoodRatio.POISSON,
            LikelihoodRatio.NEGATIVE_BINOMIAL,
            MovingPercentile.DEFAULT,
            EarsDetection.of(EarsMethod.C2));

    @Test
    void aMissingCountNeverAlarmsAndAHighOneDoes() {
        double[] counts = wavy(330);
        double[] missing = counts.clone();
        missing[329] = NONE;
        double[] high = counts.clone();
        high[329] = 500;
        for (DetectionMethod method : ALL) {
            String what = method.toString();
            assertThat(method.at(CountSeries.of(missing), 329).alarm()).as(what).isFalse();
            assertThat(method.at(CountSeries.of(high), 329).alarm()).as(what).isTrue();
            assertThat(method.at(CountSeries.of(high), 329).method()).isEqualTo(method);
        }
    }

    @Test
    void aSinglePointIsRefusedByEveryMethodInWords() {
        for (DetectionMethod method : ALL) {
            CountSeries single = CountSeries.of(7);
            assertThat(method.refusal(single, 0).orElseThrow()).contains("needs", "before point 0");
            assertThatThrownBy(() -> method.at(single, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFixedThresholdNeedsNoHistory() {
        assertThat(new FixedThreshold(0).at(CountSeries.of(1), 0).alarm()).isTrue();
        assertThat(new FixedThreshold(0).at(CountSeries.of(0), 0).alarm()).isFalse();
    }

    @Test
    void aRangeOutsideTheSeriesIsNamed() {
        CountSeries series = CountSeries.of(1, 2, 3);
        assertThatThrownBy(() -> BayesMethod.DEFAULT.detect(series, 2, 5)).hasMessageContaining("to before 5");
        assertThatThrownBy(() -> BayesMethod.DEFAULT.at(series, 3)).hasMessageContaining("index (3)");
        assertThat(BayesMethod.DEFAULT.detect(series, 2, 2)).isEmpty();
    }

    @Test
    void nothingButZerosNeverAlarmsOrIsRefused() {
        CountSeries zeros = CountSeries.of(new double[330]);
        for (DetectionMethod method : ALL) {
            boolean refused = method.refusal(zeros, 329).isPresent();
            assertThat(refused || !method.at(zeros, 329).alarm())
                    .as(method.toString())
                    .isTrue();
        }
        assertThat(CusumMethod.DEFAULT.refusal(zeros, 329).orElseThrow()).contains("all 329 known counts");
        assertThat(LikelihoodRatio.POISSON.refusal(zeros, 329).orElseThrow()).contains("all 329 known counts");
    }

    @Test
    void aResetSumAlarmsAgainOnlyForANewRise() {
        double[] counts = new double[40];
        Arrays.fill(counts, 9);
        counts[30] = 40;
        CountSeries series = CountSeries.of(counts);
        CusumMethod lasting = new CusumMethod(CusumMethod.Transformation.STANDARD, 1, 3, false);
        CusumMethod reset = new CusumMethod(CusumMethod.Transformation.STANDARD, 1, 3, true);
        assertThat(alarms(lasting, series, 20)).containsExactly(30, 31, 32, 33, 34, 35, 36);
        assertThat(alarms(reset, series, 20)).containsExactly(30);
    }

    private static List<Integer> alarms(DetectionMethod method, CountSeries series, int first) {
        return method.detect(series, first, series.length()).stream()
                .filter(Detection::alarm)
                .map(Detection::index)
                .toList();
    }

    @Test
    void theCountAtTheStandardBoundBringsTheSumToTheDecision() {
        double[] counts = new double[21];
        Arrays.fill(counts, 16);
        CusumMethod method = new CusumMethod(CusumMethod.Transformation.STANDARD, 1, 2, false);
        double bound = method.at(CountSeries.of(counts), 20).upperBound();
        assertThat(bound).isEqualTo(28);
        counts[20] = bound;
        assertThat(method.at(CountSeries.of(counts), 20).alarm()).isTrue();
        counts[20] = bound - 1;
        assertThat(method.at(CountSeries.of(counts), 20).alarm()).isFalse();
    }

    @Test
    void theLikelihoodRatioBeginsAnewAfterAnAlarm() {
        double[] counts = wavy(330);
        counts[320] = 60;
        List<Detection> results = LikelihoodRatio.POISSON.detect(CountSeries.of(counts), 318, 330);
        assertThat(results.get(2).alarm()).isTrue();
        assertThat(results.get(3).score()).isLessThan(1);
    }

    @Test
    void missingPointsLeaveTheRunningMethodsAsTheyWere() {
        double[] counts = wavy(330);
        counts[325] = 18;
        counts[326] = NONE;
        List<Detection> results = LikelihoodRatio.NEGATIVE_BINOMIAL.detect(CountSeries.of(counts), 324, 330);
        assertThat(results.get(1).upperBound()).isPositive();
        assertThat(results.get(2).upperBound()).isEqualTo(results.get(1).upperBound());
        List<Detection> sums = CusumMethod.DEFAULT.detect(CountSeries.of(counts), 324, 330);
        assertThat(sums.get(2).score()).isEqualTo(sums.get(1).score());
    }

    @Test
    void missingCountsAreLeftOutOfTheComparison() {
        CountSeries whole = CountSeries.of(4, 4, 4, 4, 4, 4, 5);
        CountSeries gaps = CountSeries.of(4, NONE, 4, NONE, 4, NONE, 5);
        CountSeries unknown = CountSeries.of(NONE, NONE, NONE, NONE, NONE, NONE, 5);
        assertThat(BayesMethod.DEFAULT.at(gaps, 6).expected()).isCloseTo(13.0 / 3 - 1.0 / 6, within(1e-12));
        assertThat(BayesMethod.DEFAULT.at(gaps, 6).upperBound())
                .isGreaterThanOrEqualTo(BayesMethod.DEFAULT.at(whole, 6).upperBound());
        assertThat(RkiMethod.DEFAULT.at(gaps, 6).upperBound()).isEqualTo(9.598);
        assertThat(RkiMethod.DEFAULT.at(unknown, 6).upperBound()).isNaN();
        assertThat(BayesMethod.DEFAULT.at(unknown, 6).alarm()).isFalse();
    }

    @Test
    void thePercentileLooksAtFiveWeeksInFiveYears() {
        double[] counts = new double[320];
        for (int year = 1; year <= 5; year++) {
            for (int week = -2; week <= 2; week++) {
                counts[300 - 52 * year + week] = 5 * year + week;
            }
        }
        counts[300] = 23;
        Detection result = MovingPercentile.DEFAULT.at(CountSeries.of(counts), 300);
        assertThat(result.upperBound()).isCloseTo(22.2, within(1e-12));
        assertThat(result.expected()).isEqualTo(15);
        assertThat(result.alarm()).isTrue();
        assertThat(result.pValue()).isCloseTo(6.0 / 26, within(1e-12));
        MovingPercentile high = new MovingPercentile(5, 2, MovingPercentile.HIGHEST_IN_USE);
        assertThat(high.at(CountSeries.of(counts), 300).alarm()).isFalse();
    }

    @Test
    void aPercentileNeedsHalfOfItsValues() {
        double[] counts = wavy(300);
        Arrays.fill(counts, 40, 200, NONE);
        assertThat(MovingPercentile.DEFAULT.at(CountSeries.of(counts), 290).upperBound())
                .isNaN();
    }

    @Test
    void theOriginalFarringtonKeepsARealTrend() {
        double[] counts = new double[230];
        for (int index = 0; index < counts.length; index++) {
            counts[index] = 20 + Math.floor(index / 4.0) + index % 3;
        }
        Detection result = Farrington1996.DEFAULT.at(CountSeries.of(counts), 220);
        assertThat(result.trend()).isFalse();
        counts[168] = 90;
        Detection withRoom = Farrington1996.DEFAULT.at(CountSeries.of(counts), 220);
        assertThat(withRoom.trend()).isTrue();
        assertThat(withRoom.trendCoefficient()).isPositive();
        assertThat(withRoom.expected()).isGreaterThan(result.expected());
    }

    @Test
    void aSeriesIsRefusedWithTheValueAndThePlace() {
        assertThatThrownBy(CountSeries::of).hasMessageContaining("0 counts");
        assertThatThrownBy(() -> CountSeries.of(1, -2)).hasMessageContaining("(-2.0) at point 1");
        assertThatThrownBy(() -> CountSeries.of(1, 2).withDates(List.of(LocalDate.of(2020, 1, 6))))
                .hasMessageContaining("2 points but 1 dates");
        LocalDate monday = LocalDate.of(2020, 1, 6);
        assertThatThrownBy(() -> CountSeries.of(1, 2).withDates(List.of(monday, monday)))
                .hasMessageContaining("(2020-01-06) at point 1");
        assertThatThrownBy(() -> CountSeries.of(1, 2).withPopulation(new double[] {5, 0}))
                .hasMessageContaining("(0.0) at point 1");
    }

    @Test
    void monthsAreToldFromWeeksByTheirLength() {
        List<LocalDate> months = new ArrayList<>();
        List<LocalDate> weeks = new ArrayList<>();
        for (int index = 0; index < 30; index++) {
            months.add(LocalDate.of(2020, 1, 31).plusMonths(index));
            weeks.add(LocalDate.of(2020, 1, 6).plusWeeks(index));
        }
        assertThat(CountSeries.of(new double[30]).withDates(months).pointsPerYear())
                .isEqualTo(12);
        assertThat(CountSeries.of(new double[30]).withDates(weeks).pointsPerYear())
                .isEqualTo(52);
        assertThat(CountSeries.of(new double[30]).pointsPerYear()).isEqualTo(52);
    }

    @Test
    void referenceDatesKeepTheWeekday() {
        List<LocalDate> weeks = new ArrayList<>();
        for (int index = 0; index < 300; index++) {
            weeks.add(LocalDate.of(2007, 1, 3).plusWeeks(index));
        }
        CountSeries wednesdays = CountSeries.of(new double[300]).withDates(weeks);
        int leapDay = weeks.indexOf(LocalDate.of(2012, 2, 29));
        assertThat(weeks.get(ReferenceYears.index(wednesdays, leapDay, 1))).isEqualTo(LocalDate.of(2011, 3, 2));
        assertThat(weeks.get(ReferenceYears.index(wednesdays, leapDay, 4))).isEqualTo(LocalDate.of(2008, 2, 27));
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        assertThatThrownBy(() -> new BayesMethod(0, 0, true, 0.05)).hasMessageContaining("nothing is left");
        assertThatThrownBy(() -> new RkiMethod(-1, 3, true)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new CusumMethod(CusumMethod.Transformation.ROSSI, 0, 2, false))
                .hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> LikelihoodRatio.POISSON.withThreshold(-1)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> new MovingPercentile(5, 2, 1)).hasMessageContaining("(1.0)");
    }

    private static double[] wavy(int points) {
        double[] counts = new double[points];
        for (int index = 0; index < points; index++) {
            counts[index] = Math.rint(8 + 4 * Math.cos(2 * Math.PI * index / 52)) + index * 37 % 5;
        }
        return counts;
    }
}
