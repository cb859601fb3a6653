package org.tongxin.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongxin.core.detection.FarringtonSettings.Threshold;
import org.tongxin.core.detection.FarringtonSettings.TrendDispersion;

/**
 * What the public fixtures do not reach: months, gaps, population, other bounds, the corrected dispersion, refusals.
 * Expected numbers were computed with numpy 2.4 and scipy 1.17 by a second, independent implementation of the written
 * method (dense design matrix, QR).
 */
class FarringtonFlexibleTest {

    private static final double NONE = Double.NaN;

    private static final CountSeries MONTHS = months();
    private static final CountSeries SUNDAYS = sundays();

    @Test
    void monthsAreComparedWithTheSameMonth() {
        FarringtonSettings settings = new FarringtonSettings(
                5,
                1,
                1,
                1,
                true,
                1,
                true,
                0.05,
                false,
                0.05,
                Threshold.DELTA_TWO_THIRDS,
                0,
                4,
                TrendDispersion.COMPATIBLE);
        check(
                settings,
                MONTHS,
                119,
                68.73330592209996,
                36.12906345167482,
                -0.12664190727388416,
                0.594368855796739,
                8.59523095894477,
                NONE);
    }

    @Test
    void monthsInSeasonGroupsWithGapsAndAnOutbreak() {
        FarringtonSettings settings = months(0.005, Threshold.NEGATIVE_BINOMIAL, false);
        check(
                settings,
                MONTHS,
                119,
                74,
                36.46357378689451,
                0.40344032738506386,
                0.630046684381157,
                3.98034943725464,
                0.0008824378615418976);
    }

    @Test
    void theMeanFollowsThePopulation() {
        FarringtonSettings settings = months(0.05, Threshold.NEGATIVE_BINOMIAL_UPPER_MEAN, true);
        check(
                settings,
                MONTHS,
                119,
                60,
                36.04390619399961,
                0.503680406436709,
                0.6687647173330363,
                3.9794623574600627,
                -0.004654047882030938);
    }

    private static FarringtonSettings months(double alpha, Threshold threshold, boolean population) {
        return new FarringtonSettings(
                5, 1, 4, 6, true, 2.58, true, 1, population, alpha, threshold, 0, 4, TrendDispersion.COMPATIBLE);
    }

    @Test
    void sundaysAreComparedWithSundays() {
        FarringtonSettings settings = FarringtonSettings.noufaily().with(TrendDispersion.COMPATIBLE);
        check(
                settings,
                SUNDAYS,
                380,
                72,
                35.32445804261123,
                0.3570581262988784,
                0.7293994629418545,
                3.9530782994220837,
                0.0006919305363976921);
        check(
                settings,
                SUNDAYS,
                399,
                63,
                29.974056172208396,
                0.6644276597050587,
                0.12072746339269695,
                3.683668843824691,
                0.0008522623624569845);
    }

    @Test
    void theCorrectedModeWidensTheUpperLimitOfTheMean() {
        FarringtonSettings corrected =
                FarringtonSettings.noufaily().withAlpha(0.05).withThreshold(Threshold.NEGATIVE_BINOMIAL_UPPER_MEAN);
        check(
                corrected,
                SUNDAYS,
                380,
                63,
                35.32445804261123,
                0.41112559815419086,
                0.8465022061699942,
                3.9530782994220837,
                0.0006919305363976921);
        Detection ours = new FarringtonFlexible(corrected).at(SUNDAYS, 399);
        Detection compatible = new FarringtonFlexible(corrected.with(TrendDispersion.COMPATIBLE)).at(SUNDAYS, 399);
        assertThat(ours.mu0()).isGreaterThan(compatible.mu0());
        assertThat(ours.method()).isEqualTo(new FarringtonFlexible(corrected));
        assertThat(ours.method()).isNotEqualTo(compatible.method());
    }

    @Test
    void boundsOnTheScaleOfCountsAndOfTheirSquareRoot() {
        FarringtonSettings plain = new FarringtonSettings(
                5,
                3,
                10,
                26,
                true,
                2.58,
                true,
                0.05,
                false,
                0.01,
                Threshold.DELTA_NONE,
                5,
                4,
                TrendDispersion.COMPATIBLE);
        check(
                plain,
                SUNDAYS,
                399,
                54.434908589242276,
                29.974056172208396,
                0.5325220726453788,
                0.10770393591039562,
                3.683668843824691,
                0.0008522623624569845);
        FarringtonSettings root = new FarringtonSettings(
                5,
                3,
                5,
                10,
                true,
                2.58,
                true,
                0.05,
                true,
                0.01,
                Threshold.DELTA_SQUARE_ROOT,
                5,
                4,
                TrendDispersion.COMPATIBLE);
        check(
                root,
                SUNDAYS,
                380,
                72.44239937449649,
                36.66008799495282,
                -0.24202148103556242,
                0.765098623289346,
                4.453311684264094,
                0.0004235483261183307);
    }

    @Test
    void pointsWithoutDatesGoBackFiftyTwoAtATime() {
        FarringtonSettings settings = new FarringtonSettings(
                4,
                2,
                7,
                20,
                true,
                2.58,
                true,
                1,
                false,
                0.01,
                Threshold.NEGATIVE_BINOMIAL,
                5,
                4,
                TrendDispersion.COMPATIBLE);
        check(
                settings,
                CountSeries.of(SUNDAYS.counts()),
                390,
                45,
                21.173318165571846,
                0.33249510910943625,
                0.6779586393882514,
                3.506582665759061,
                0.0010100359207618774);
    }

    private static void check(
            FarringtonSettings settings,
            CountSeries series,
            int index,
            double bound,
            double expected,
            double score,
            double pValue,
            double phi,
            double trend) {
        Detection result = new FarringtonFlexible(settings).at(series, index);
        near(result.upperBound(), bound);
        near(result.expected(), expected);
        near(result.score(), score);
        near(result.pValue(), pValue);
        near(result.phi(), phi);
        assertThat(result.trend()).isEqualTo(!Double.isNaN(trend));
        if (result.trend()) {
            near(result.trendCoefficient(), trend);
        }
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void aMissingTestedCountHasABoundButNoAlarm() {
        double[] counts = SUNDAYS.counts().clone();
        counts[390] = NONE;
        CountSeries series = CountSeries.of(counts).withDates(dates());
        Detection result = new FarringtonFlexible(FarringtonSettings.noufaily()).at(series, 390);
        assertThat(result.upperBound()).isFinite();
        assertThat(result.pValue()).isNaN();
        assertThat(result.alarm()).isFalse();
    }

    @Test
    void missingIsNotZero() {
        double[] zero = SUNDAYS.counts().clone();
        double[] missing = zero.clone();
        Arrays.fill(zero, 210, 230, 0);
        Arrays.fill(missing, 210, 230, NONE);
        FarringtonFlexible method = new FarringtonFlexible(FarringtonSettings.noufaily());
        double withZero = method.at(CountSeries.of(zero), 390).expected();
        double withMissing = method.at(CountSeries.of(missing), 390).expected();
        assertThat(withZero).isNotEqualTo(withMissing);
    }

    @Test
    void onlyZerosAreNoAlarmAndFewCasesHaveNoBound() {
        FarringtonFlexible method = new FarringtonFlexible(FarringtonSettings.noufaily());
        Detection quiet = method.at(CountSeries.of(new double[400]), 390);
        assertThat(quiet.alarm()).isFalse();
        assertThat(quiet.upperBound()).isNaN();
        assertThat(rare(4, method).upperBound()).isNaN();
        assertThat(rare(4, method).alarm()).isFalse();
        assertThat(rare(5, method).upperBound()).isBetween(1.0, 2.0);
        assertThat(rare(5, method).alarm()).isTrue();
    }

    /** One case in every fifth week of the past, and so many in the tested one. */
    private static Detection rare(int cases, DetectionMethod method) {
        double[] counts = new double[391];
        for (int index = 0; index < 385; index += 5) {
            counts[index] = 1;
        }
        counts[390] = cases;
        return method.at(CountSeries.of(counts), 390);
    }

    @Test
    void aSeasonThatNeverSawACaseHasNoUpperMean() {
        double[] winterOnly = new double[400];
        for (int index = 0; index < winterOnly.length; index++) {
            winterOnly[index] = index % 52 < 13 ? 6 + index % 4 : 0;
        }
        winterOnly[390] = 9;
        FarringtonSettings settings = FarringtonSettings.noufaily();
        Detection upper = new FarringtonFlexible(settings.withThreshold(Threshold.NEGATIVE_BINOMIAL_UPPER_MEAN))
                .at(CountSeries.of(winterOnly), 390);
        assertThat(upper.upperBound()).isInfinite();
        assertThat(upper.alarm()).isFalse();
        Detection plugIn = new FarringtonFlexible(settings).at(CountSeries.of(winterOnly), 390);
        assertThat(plugIn.upperBound()).isZero();
        assertThat(plugIn.alarm()).isTrue();
    }

    @Test
    void aShortHistoryIsRefusedWithWhatIsNeededAndWhatThereIs() {
        FarringtonFlexible method = new FarringtonFlexible(FarringtonSettings.noufaily());
        CountSeries series = CountSeries.of(new double[70]);
        assertThat(method.refusal(series, 68).orElseThrow())
                .contains("needs 5 years of history", "263 points", "has 1.3 years (68 points)");
        assertThatThrownBy(() -> method.at(series, 68)).hasMessageContaining("has 1.3 years");
        assertThatThrownBy(() -> method.at(CountSeries.of(3), 0)).hasMessageContaining("has 0.0 years (0 points)");
    }

    @Test
    void daysAndGapsAreRefused() {
        FarringtonFlexible method = new FarringtonFlexible(FarringtonSettings.noufaily());
        List<LocalDate> days = IntStream.range(0, 400)
                .mapToObj(LocalDate.of(2020, 1, 1)::plusDays)
                .toList();
        CountSeries daily = CountSeries.of(new double[400]).withDates(days);
        assertThat(method.refusal(daily, 399).orElseThrow())
                .contains("2020-01-02 follows 2020-01-01 after 1 days", "Sum daily counts by week");
        assertThat(new FarringtonFlexible(FarringtonSettings.noufaily().withPopulationOffset(true))
                        .refusal(CountSeries.of(new double[400]), 399)
                        .orElseThrow())
                .contains("needs a population");
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        FarringtonSettings settings = FarringtonSettings.noufaily();
        assertThatThrownBy(() -> settings.withAlpha(1)).hasMessageContaining("alpha (1.0)");
        assertThatThrownBy(() -> settings.withYearsBack(0)).hasMessageContaining("yearsBack (0)");
        assertThatThrownBy(() -> settings.withRecentLimit(-1, 4)).hasMessageContaining("recentCases (-1)");
    }

    private static double[] counts(int points, double base, double swing, double year, double slope) {
        double[] counts = new double[points];
        for (int index = 0; index < points; index++) {
            double noise = (index * 7919 % 101) / 101.0;
            double season = 1 + swing * Math.cos(2 * Math.PI * index / year);
            counts[index] = Math.floor(base * season * (1 + slope * index) * (0.5 + noise));
        }
        return counts;
    }

    private static CountSeries months() {
        double[] counts = counts(120, 20, 0.4, 12, 0.004);
        counts[40] = NONE;
        counts[77] = NONE;
        counts[70] = 160;
        double[] population = new double[120];
        Arrays.setAll(population, index -> 1000 + 10.0 * index);
        List<LocalDate> dates = IntStream.range(0, 120)
                .mapToObj(LocalDate.of(2010, 1, 1)::plusMonths)
                .toList();
        return CountSeries.of(counts).withDates(dates).withPopulation(population);
    }

    private static CountSeries sundays() {
        double[] counts = counts(400, 30, 0.5, 52.18, 0.001);
        counts[200] = NONE;
        counts[130] = 400;
        double[] population = new double[400];
        Arrays.setAll(population, index -> 5000 + 3.0 * index);
        return CountSeries.of(counts).withDates(dates()).withPopulation(population);
    }

    private static List<LocalDate> dates() {
        return IntStream.range(0, 400)
                .mapToObj(LocalDate.of(2012, 1, 1)::plusWeeks)
                .toList();
    }
}
