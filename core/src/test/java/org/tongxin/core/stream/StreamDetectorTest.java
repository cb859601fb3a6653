package org.tongxin.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongxin.core.random.KeyedRandom;

class StreamDetectorTest {

    private static final LocalDate MONDAY = LocalDate.of(2021, 3, 1);
    private static final KeyedRandom CHANCE = new KeyedRandom(7);
    private static final StreamDetector DETECTOR =
            new StreamDetector(ChineseHolidays.calendar(), DetectorSettings.DEFAULT);

    private static StreamSeries quiet(int days, double mean) {
        double[] counts = new double[days];
        for (int day = 0; day < days; day++) {
            counts[day] = CHANCE.poisson(mean * (day % 7 >= 5 ? 0.5 : 1.2), day);
        }
        return new StreamSeries(MONDAY, Rhythm.DAILY, counts);
    }

    private static StreamSeries with(StreamSeries series, int index, double count) {
        double[] counts = series.counts();
        counts[index] = count;
        return new StreamSeries(series.first(), series.rhythm(), counts);
    }

    private static Assessment last(StreamSeries series) {
        return DETECTOR.assessAll(series).getLast();
    }

    @Test
    void theMethodFollowsTheLengthOfTheHistory() {
        List<Assessment> all = DETECTOR.assessAll(quiet(400, 10));
        assertThat(all.get(3).method()).isEqualTo(StreamMethod.FIXED_THRESHOLD);
        assertThat(all.get(10).method()).isEqualTo(StreamMethod.EARS_C2_FLOORED);
        assertThat(all.get(40).method()).isEqualTo(StreamMethod.REGRESSION);
        assertThat(all.get(100).method()).isEqualTo(StreamMethod.REGRESSION_TREND);
        assertThat(all.get(399).method()).isEqualTo(StreamMethod.REGRESSION_SEASON);
    }

    @Test
    void theExpectationKnowsTheWeekday() {
        Assessment friday = last(quiet(404, 10));
        Assessment saturday = last(quiet(405, 10));
        Assessment madeUp = last(quiet(398, 10));
        assertThat(MONDAY.plusDays(404).getDayOfWeek().getValue()).isEqualTo(6);
        assertThat(MONDAY.plusDays(397)).isEqualTo(LocalDate.of(2022, 4, 2));
        assertThat(madeUp.expected())
                .as("a Saturday that is worked counts as a workday")
                .isCloseTo(12, within(1.5));
        assertThat(friday.expected()).isCloseTo(12, within(1.5));
        assertThat(saturday.expected()).isCloseTo(5, within(1.5));
    }

    @Test
    void aMissingDayIsNotZeroAndSaysNothing() {
        Assessment missing = last(with(quiet(100, 10), 99, Double.NaN));
        assertThat(missing.alarm()).isFalse();
        assertThat(missing.reason()).isEqualTo(AssessmentReason.MISSING);
        assertThat(missing.expected()).isNaN();

        double[] gappy = quiet(100, 10).counts();
        Arrays.fill(gappy, 60, 90, Double.NaN);
        Assessment after = last(new StreamSeries(MONDAY, Rhythm.DAILY, gappy));
        double[] zeros = gappy.clone();
        Arrays.fill(zeros, 60, 90, 0);
        Assessment afterZeros = last(new StreamSeries(MONDAY, Rhythm.DAILY, zeros));
        assertThat(after.expected()).isGreaterThan(2 * afterZeros.expected());
    }

    @Test
    void theThresholdIsTheLargestCountThatIsQuiet() {
        StreamSeries series = quiet(500, 10);
        Assessment found = last(series);
        assertThat(last(with(series, 499, found.threshold())).alarm()).isFalse();
        assertThat(last(with(series, 499, found.threshold() + 1)).alarm()).isTrue();
    }

    @Test
    void theSmallestOutbreakIsSeenAndALittleLessIsNot() {
        StreamSeries series = quiet(500, 10);
        double more = last(series).smallestOutbreak();
        double[] counts = series.counts();
        List<Assessment> all = DETECTOR.assessAll(series);
        for (int back = 0; back < 3; back++) {
            counts[499 - back] = Math.ceil(all.get(499 - back).expected() + more);
        }
        assertThat(last(new StreamSeries(MONDAY, Rhythm.DAILY, counts)).alarm()).isTrue();
        for (int back = 0; back < 3; back++) {
            counts[499 - back] = Math.floor(all.get(499 - back).expected() + more / 2);
        }
        assertThat(last(new StreamSeries(MONDAY, Rhythm.DAILY, counts)).alarm()).isFalse();
    }

    @Test
    void threeDaysALittleHighAreSeenTogetherAndOverAtOnce() {
        double[] counts = quiet(500, 10).counts();
        for (int day = 494; day < 498; day++) {
            counts[day] += 6;
        }
        List<Assessment> all = DETECTOR.assessAll(new StreamSeries(MONDAY, Rhythm.DAILY, counts));
        assertThat(all.get(497).alarm() || all.get(496).alarm()).isTrue();
        counts[498] = Math.floor(all.get(498).expected());
        assertThat(DETECTOR.assessAll(new StreamSeries(MONDAY, Rhythm.DAILY, counts))
                        .get(498)
                        .alarm())
                .isFalse();
    }

    @Test
    void aSeriesOfZerosStaysFiniteAndOneCaseIsTooFew() {
        StreamSeries zeros = new StreamSeries(MONDAY, Rhythm.DAILY, new double[400]);
        Assessment one = last(with(zeros, 399, 1));
        assertThat(one.expected()).isPositive().isLessThan(0.01);
        assertThat(one.alarm()).isFalse();
        assertThat(one.reason()).isEqualTo(AssessmentReason.TOO_FEW_CASES);
        assertThat(last(with(zeros, 399, 2)).alarm()).isTrue();
    }

    @Test
    void aHolidayIsNotASurpriseAfterOneIsKnown() {
        double[] counts = quiet(600, 20).counts();
        for (int day = 0; day < counts.length; day++) {
            if (ChineseHolidays.calendar().kind(MONDAY.plusDays(day)) == DayKind.HOLIDAY) {
                counts[day] = Math.round(counts[day] * 0.3);
            }
        }
        List<Assessment> all = DETECTOR.assessAll(new StreamSeries(MONDAY, Rhythm.DAILY, counts));
        int tuesdayOff = (int) MONDAY.until(LocalDate.of(2022, 10, 4), java.time.temporal.ChronoUnit.DAYS);
        assertThat(all.get(tuesdayOff).expected())
                .isLessThan(all.get(tuesdayOff + 7).expected() * 0.6);
    }

    @Test
    void calibrationBeginsWithOneHundredAndEightyQuietDays() {
        List<Assessment> all = DETECTOR.assessAll(quiet(300, 10));
        assertThat(all.get(150).calibrated()).isFalse();
        assertThat(all.get(150).p()).isEqualTo(all.get(150).modelP());
        assertThat(all.get(299).calibrated()).isTrue();
        assertThat(all.get(299).quietSteps()).isGreaterThanOrEqualTo(180);
    }

    @Test
    void theSameInputGivesTheSameResult() {
        StreamSeries series = quiet(400, 3);
        assertThat(DETECTOR.assessAll(series)).isEqualTo(DETECTOR.assessAll(series));
    }

    @Test
    void aNegativeCountIsRefusedWithItsDay() {
        double[] counts = {3, -1};
        assertThatThrownBy(() -> new StreamSeries(MONDAY, Rhythm.DAILY, counts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1")
                .hasMessageContaining("2021-03-02");
    }

    @Test
    void onePointAloneIsJudgedByTheFixedThreshold() {
        assertThat(last(new StreamSeries(MONDAY, Rhythm.DAILY, new double[] {6}))
                        .alarm())
                .isTrue();
        assertThat(last(new StreamSeries(MONDAY, Rhythm.DAILY, new double[] {5}))
                        .alarm())
                .isFalse();
    }

    @Test
    void anAlarmLevelThatNoCountReachesEndsAndRaisesNothing() {
        StreamDetector deaf =
                new StreamDetector(ChineseHolidays.calendar(), DetectorSettings.DEFAULT.withAlpha(1e-300));
        List<Assessment> all =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> deaf.assessAll(with(quiet(120, 10), 119, 60)));
        assertThat(all.subList(9, 120)).noneMatch(Assessment::alarm);
        assertThat(all.getLast().threshold()).isGreaterThan(60);
    }

    @Test
    void whenTheStreamItselfWasAsRareBeforeNoCountIsAnAlarm() {
        double[] rareBefore = new double[300];
        for (int length : new int[] {15, 120}) {
            Assessment found = assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> DETECTOR.assess(
                            with(quiet(length, 10), length - 1, 5000),
                            length - 1,
                            rareBefore,
                            new boolean[rareBefore.length]));
            assertThat(found.calibrated()).isTrue();
            assertThat(found.alarm()).isFalse();
            assertThat(found.threshold()).isEqualTo(Integer.MAX_VALUE);
            assertThat(found.smallestOutbreak()).isGreaterThan(1e8);
        }
    }

    @Test
    void theSmallestOutbreakHasAsManyCasesAsAnAlarmNeeds() {
        double[] counts = new double[400];
        Arrays.fill(counts, 397, 399, Double.NaN);
        Assessment found = last(new StreamSeries(MONDAY, Rhythm.DAILY, counts));
        assertThat(found.window()).isEqualTo(1);
        assertThat(found.expected() + found.smallestOutbreak()).isGreaterThanOrEqualTo(2);
    }

    /** Seven counts of 20: deviation 4.47, Student's 0.975 quantile 2.447 with six degrees, factor sqrt(8 / 7). */
    @Test
    void theBandOfAShortHistoryReachesAsFarDownAsUp() {
        double[] counts = new double[10];
        Arrays.fill(counts, 20);
        Assessment found = last(new StreamSeries(MONDAY, Rhythm.DAILY, counts));
        assertThat(found.method()).isEqualTo(StreamMethod.EARS_C2_FLOORED);
        assertThat(found.lower()).isEqualTo(9);
        assertThat(found.upper()).isEqualTo(31);
    }

    @Test
    @Timeout(20)
    void hugeCountsAreJudgedAsQuicklyAsSmallOnes() {
        for (double level : new double[] {2e5, 5e6, 1e8}) {
            double[] counts = new double[120];
            for (int day = 0; day < counts.length; day++) {
                counts[day] = Math.rint(level * (1 + 0.02 * (CHANCE.uniform(9, day) - 0.5)));
            }
            counts[119] = Math.rint(level * 1.3);
            Assessment jump = last(new StreamSeries(MONDAY, Rhythm.DAILY, counts));
            assertThat(jump.expected()).isBetween(level * 0.95, level * 1.05);
            assertThat(jump.alarm()).isTrue();
            counts[119] = level;
            assertThat(last(new StreamSeries(MONDAY, Rhythm.DAILY, counts)).alarm())
                    .isFalse();
        }
    }

    @Test
    @Timeout(20)
    void aJumpOfFiveOrdersOfMagnitudeEnds() {
        double[] counts = new double[140];
        java.util.Arrays.fill(counts, 0, 70, 1);
        java.util.Arrays.fill(counts, 70, 140, 100_000);
        List<Assessment> all = DETECTOR.assessAll(new StreamSeries(MONDAY, Rhythm.DAILY, counts));
        assertThat(all.get(70).alarm()).isTrue();
    }

    @Test
    void countsAndTheirContinuousFormMeetWhereOneTakesOver() {
        for (double score : new double[] {-2, 0, 2, 3}) {
            double below = CountScore.largestNotAbove(score, 50_000, 99_999);
            double above = CountScore.largestNotAbove(score, 50_000, 100_001);
            assertThat(above).isCloseTo(below, within(3.0));
        }
    }
}
