package org.tongxin.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

/** The promise of the default detector at its default operating point, on series with injected outbreaks. */
class DetectionQualityTest {

    private static final StreamDetector DETECTOR =
            new StreamDetector(ChineseHolidays.calendar(), DetectorSettings.DEFAULT);

    private static final KeyedRandom CHANCE = new KeyedRandom(20220306);

    private static InjectedSet.Performance daily = new InjectedSet.Performance(1, 0, 1);

    @BeforeAll
    static void assessTheDailySet() {
        daily = InjectedSet.daily().performance(DETECTOR);
    }

    @Test
    void dailyOutbreaksAreFoundFivePointsMoreOftenThanByTheWeekdayRegression() {
        assertThat(daily.falsePositives()).isLessThanOrEqualTo(0.02);
        assertThat(daily.detected()).isGreaterThanOrEqualTo(InjectedSet.reference("daily_public", "dowglm56") + 0.05);
    }

    @Test
    void oneInAHundredMeansItOnQuietDays() {
        assertThat(daily.rarest()).isBetween(0.005, 0.02);
    }

    @Test
    void weeklyOutbreaksAreFoundFivePointsMoreOftenThanByFarrington() {
        InjectedSet.Performance weekly = InjectedSet.weekly().performance(DETECTOR);
        assertThat(weekly.falsePositives()).isLessThanOrEqualTo(0.02);
        assertThat(weekly.rarest()).isBetween(0.005, 0.02);
        assertThat(weekly.detected())
                .isGreaterThanOrEqualTo(
                        InjectedSet.reference("weekly_public", "R_farringtonFlexible_noufaily_p") + 0.05);
    }

    @Test
    void aFifthOfTheReportsMissingCostsAtMostTenPoints() {
        holds(counts -> withoutAFifth(counts));
    }

    @Test
    void aThirdOfTheCasesReportedUpToThreeDaysLateCostsAtMostTenPoints() {
        holds(counts -> delayed(counts));
    }

    @Test
    void aStreamLostForAWeekCostsAtMostTenPoints() {
        holds(counts -> withoutAWeek(counts));
    }

    private static void holds(UnaryOperator<double[]> damage) {
        InjectedSet.Performance damaged = InjectedSet.daily().changed(damage).performance(DETECTOR);
        assertThat(damaged.falsePositives()).isLessThanOrEqualTo(0.02);
        assertThat(damaged.detected()).isGreaterThanOrEqualTo(daily.detected() - 0.1);
    }

    private static double[] withoutAFifth(double[] counts) {
        long series = fingerprint(counts);
        for (int day = 0; day < counts.length; day++) {
            counts[day] = CHANCE.uniform(1, series, day) < 0.2 ? Double.NaN : counts[day];
        }
        return counts;
    }

    private static double[] delayed(double[] counts) {
        long series = fingerprint(counts);
        double[] late = counts.clone();
        for (int day = 0; day < counts.length; day++) {
            for (int one = 0; one < counts[day]; one++) {
                if (CHANCE.uniform(2, series, day, one) < 0.3) {
                    int reported = day + 1 + CHANCE.below(3, 3, series, day, one);
                    late[day]--;
                    if (reported < late.length) {
                        late[reported]++;
                    }
                }
            }
        }
        return late;
    }

    private static double[] withoutAWeek(double[] counts) {
        int from = 365 + CHANCE.below(counts.length - 365 - 7, 4, fingerprint(counts));
        for (int day = from; day < from + 7; day++) {
            counts[day] = Double.NaN;
        }
        return counts;
    }

    private static long fingerprint(double[] counts) {
        return java.util.Arrays.hashCode(counts);
    }
}
