package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictFilterTest {

    private static final ForecastSettings SETTINGS =
            ForecastSettings.omicron2022().withParticles(1000);
    private static final int[] GROWING = {3, 4, 4, 6, 7, 9, 8, 13, 15, 14, 20, 24, 31, 33, 40, 52, 57, 70, 85, 99};
    private static final int MISSING = -1;

    private static DistrictFilter after(int... counts) {
        DistrictFilter filter = DistrictFilter.of(SETTINGS, Worlds.WILLOW_DISTRICT, 7);
        for (int day = 0; day < counts.length; day++) {
            if (counts[day] != MISSING) {
                filter.assimilate(day, counts[day]);
            }
        }
        return filter;
    }

    private static Band nextWeek(DistrictFilter filter) {
        return filter.posterior().forecast(7, 5).reportSum();
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndAnotherSeedNearlyTheSame() {
        Band week = nextWeek(after(GROWING));
        assertThat(nextWeek(after(GROWING))).isEqualTo(week);
        DistrictFilter other = DistrictFilter.of(SETTINGS, Worlds.WILLOW_DISTRICT, 8);
        IntStream.range(0, GROWING.length).forEach(day -> other.assimilate(day, GROWING[day]));
        assertThat(nextWeek(other)).isNotEqualTo(week);
        assertThat(nextWeek(other).median() / week.median()).isCloseTo(1, within(0.15));
    }

    @Test
    void threadsDoNotMatter() {
        Band alone = nextWeek(after(GROWING));
        List<Band> together = IntStream.range(0, 4)
                .parallel()
                .mapToObj(thread -> nextWeek(after(GROWING)))
                .toList();
        assertThat(together).containsOnly(alone);
    }

    @Test
    void growthIsSeenAndGoesOn() {
        DistrictFilter filter = after(GROWING);
        assertThat(filter.posterior().effectiveReproduction().low90()).isGreaterThan(1);
        assertThat(nextWeek(filter).median()).isBetween(700.0, 2500.0);
    }

    @Test
    void aMissingDayIsNotZero() {
        int[] gap = GROWING.clone();
        gap[17] = MISSING;
        int[] zero = GROWING.clone();
        zero[17] = 0;
        Band full = nextWeek(after(GROWING));
        assertThat(nextWeek(after(gap)).median() / full.median()).isCloseTo(1, within(0.25));
        assertThat(after(zero).posterior().logEvidence())
                .isLessThan(after(gap).posterior().logEvidence() - 4);
    }

    @Test
    void aDayPassedWithoutReportMovesTheForecastOn() {
        DistrictFilter filter = after(GROWING);
        double evidence = filter.posterior().logEvidence();
        filter.passWithoutReport(21);
        assertThat(filter.posterior().day()).isEqualTo(21);
        assertThat(filter.posterior().forecast(3, 1).firstDay()).isEqualTo(22);
        assertThat(filter.posterior().logEvidence()).isEqualTo(evidence);
    }

    @Test
    void whereNothingIsReportedAlmostNothingIsForecast() {
        DistrictFilter filter = after(new int[40]);
        Band week = nextWeek(filter);
        assertThat(week.median()).isLessThanOrEqualTo(1);
        assertThat(week.high90()).isBetween(1.0, 15.0);
        assertThat(filter.posterior().effectiveReproduction().median()).isBetween(0.3, 3.0);
    }

    @Test
    void oneHugeCountDoesNotOverturnWhatIsKnown() {
        int[] huge = GROWING.clone();
        huge[12] = 1_000_000;
        DistrictFilter filter = after(huge);
        assertThat(nextWeek(filter).median() / nextWeek(after(GROWING)).median())
                .isBetween(0.5, 2.0);
        int[] last = Arrays.copyOf(GROWING, GROWING.length + 1);
        last[GROWING.length] = Integer.MAX_VALUE;
        assertThat(nextWeek(after(last)).median()).isLessThan(5000);
    }

    @Test
    void anIncompleteDayIsReadAsSuch() {
        DistrictFilter known = after(GROWING);
        DistrictFilter incomplete = known.copy();
        incomplete.assimilate(20, 28, 0.25);
        DistrictFilter taken = known.copy();
        taken.assimilate(20, 28);
        DistrictFilter complete = known.copy();
        complete.assimilate(20, 112);
        double expected = nextWeek(complete).median();
        assertThat(nextWeek(incomplete).median() / expected).isCloseTo(1, within(0.15));
        assertThat(nextWeek(taken).median()).isLessThan(0.9 * expected);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        DistrictFilter filter = after(GROWING);
        DistrictFilter copy = filter.copy();
        Band before = nextWeek(filter);
        copy.assimilate(20, 900);
        assertThat(nextWeek(filter)).isEqualTo(before);
        filter.assimilate(20, 900);
        assertThat(nextWeek(filter)).isEqualTo(nextWeek(copy));
    }

    @Test
    void aPosteriorStaysWhatItIs() {
        DistrictFilter filter = after(GROWING);
        filter.announce(Intervention.lockdown(25));
        Posterior posterior = filter.posterior();
        Band before = posterior.forecast(7, 5).reportSum();
        filter.assimilate(20, 900);
        filter.announce(Intervention.lockdown(22));
        assertThat(posterior.forecast(7, 5).reportSum()).isEqualTo(before);
    }

    @Test
    void whatIsAnnouncedCountsFromThenOnOnly() {
        DistrictFilter filter = after(GROWING);
        Band before = nextWeek(filter);
        filter.announce(Intervention.lockdown(20));
        Band after = nextWeek(filter);
        assertThat(after.median()).isLessThan(0.95 * before.median());
        DistrictFilter late = after(GROWING);
        late.announce(Intervention.lockdown(27));
        assertThat(nextWeek(late)).isEqualTo(before);
    }

    @Test
    void theEffectOfAMeasureIsLearned() {
        DistrictFilter filter = after(GROWING);
        filter.announce(new Intervention(20, Math.log(0.7), 0.6, 1));
        Band prior = filter.posterior().interventionFactor(0);
        int[] falling = {95, 98, 90, 85, 78, 66, 54, 45, 36, 30, 24, 20, 15, 13, 10, 8, 7, 5, 4, 4};
        for (int day = 0; day < falling.length; day++) {
            filter.assimilate(20 + day, falling[day]);
        }
        Band learned = filter.posterior().interventionFactor(0);
        assertThat(prior.median()).isCloseTo(0.7, within(0.05));
        assertThat(learned.median()).isLessThan(0.5);
        assertThat(learned.high90() - learned.low90()).isLessThan(0.7 * (prior.high90() - prior.low90()));
        assertThat(filter.posterior().effectiveReproduction().high90()).isLessThan(1);
    }

    @Test
    void nobodyIsInfectedTwiceAndNobodyIsLost() {
        int village = 60;
        DistrictFilter filter = DistrictFilter.of(SETTINGS, village, 3);
        IntStream.range(0, 12).forEach(day -> filter.assimilate(day, 4 + day));
        Posterior posterior = filter.posterior();
        for (int index = 0; index < 200; index++) {
            EpidemicState state = posterior.sample(1, index);
            int kept = Arrays.stream(state.infectionsByAge()).sum();
            double susceptible = state.susceptibleShare() * village;
            assertThat(susceptible).isBetween(0.0, (double) village);
            assertThat(kept + susceptible).isLessThanOrEqualTo(village + 1e-9);
        }
        assertThat(posterior.forecast(60, 1).infectionSum().high90()).isLessThanOrEqualTo(village);
    }

    @Test
    void inTheFirstMonthSusceptibleAndInfectedAreThePopulation() {
        Posterior posterior = after(GROWING).posterior();
        EpidemicState state = posterior.sample(2, 5);
        assertThat(state.infectionsByAge()).hasSize(32);
        DistrictFilter tiny = DistrictFilter.of(SETTINGS, 500, 3);
        tiny.assimilate(0, 3);
        EpidemicState start = tiny.posterior().sample(2, 5);
        assertThat(Arrays.stream(start.infectionsByAge()).sum() + 500 * start.susceptibleShare())
                .isCloseTo(500, within(1e-9));
    }

    @Test
    void samplesFollowThePosterior() {
        Posterior posterior = after(GROWING).posterior();
        double[] ofYesterday = IntStream.range(0, 4000)
                .mapToDouble(index -> posterior.sample(9, index).infectionsByAge()[1])
                .toArray();
        assertThat(Band.of(ofYesterday).median())
                .isCloseTo(
                        posterior.infections(18).median(),
                        within(0.05 * posterior.infections(18).median()));
        assertThat(posterior.sample(9, 3).infectionsByAge())
                .isEqualTo(posterior.sample(9, 3).infectionsByAge());
        EpidemicState one = posterior.sample(9, 3);
        assertThat(one.ascertainment()).isBetween(0.5, 0.9);
        assertThat(one.reproduction()).isBetween(0.3, 6.0);
    }

    @Test
    void aFirstCountLargerThanTheDistrictIsCutToIt() {
        DistrictFilter filter = DistrictFilter.of(SETTINGS, 1000, 3);
        filter.assimilate(0, Integer.MAX_VALUE);
        filter.assimilate(1, Integer.MAX_VALUE);
        assertThat(filter.posterior().forecast(7, 1).infectionSum().high90()).isLessThanOrEqualTo(1000);
        assertThat(filter.posterior().logEvidence()).isFinite();
    }

    @Test
    void whatIsLearnedCanBeRead() {
        Posterior posterior = after(GROWING).posterior();
        assertThat(posterior.effectiveReproduction(19)).isEqualTo(posterior.effectiveReproduction());
        assertThat(posterior.effectiveReproduction(10).median()).isBetween(1.0, 3.0);
        assertThat(posterior.noiseSize().median()).isGreaterThan(4);
        assertThat(posterior.ascertainment().median()).isBetween(0.6, 0.8);
        assertThat(posterior.importsPerDay().median()).isBetween(0.02, 1.0);
        assertThat(posterior.effectiveParticles()).isBetween(1.0, 1000.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.effectiveReproduction(-1))
                .withMessage("Of day -1 the R is not known, only of days 0 to 19.");
    }

    @Test
    void negativeCountsAreRefused() {
        DistrictFilter filter = after(GROWING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.assimilate(20, -3))
                .withMessage(
                        "The count (-3) of day 20 must be 0 or more. Leave the day out when nothing was reported.");
    }

    @Test
    void daysOutOfOrderAndFarAheadAreRefused() {
        DistrictFilter filter = after(GROWING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.assimilate(19, 3))
                .withMessageContaining("Day 19 is not after day 19")
                .withMessageContaining("given twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.assimilate(385, 3))
                .withMessageContaining("more than 60 days after day 19")
                .withMessageContaining("year");
        assertThat(filter.posterior().day()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 1, 100_000_001})
    void aPopulationOfOneOrOfTheWholeWorldIsRefused(int population) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DistrictFilter.of(SETTINGS, population, 1))
                .withMessageContaining("The population (" + population + ")");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedInWords() {
        DistrictFilter fresh = DistrictFilter.of(SETTINGS, 1000, 1);
        assertThatIllegalStateException().isThrownBy(fresh::posterior).withMessageContaining("no report yet");
        assertThatIllegalStateException().isThrownBy(() -> fresh.passWithoutReport(4));
        DistrictFilter filter = after(GROWING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.announce(Intervention.lockdown(19)))
                .withMessageContaining("starts on day 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.assimilate(20, 5, 0))
                .withMessageContaining("completeness (0.0)");
        Posterior posterior = filter.posterior();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.forecast(0, 1))
                .withMessageContaining("(0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.infections(20))
                .withMessageContaining("day 20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.forecast(7, 1).reports(27))
                .withMessageContaining("20 to 26");
    }
}
