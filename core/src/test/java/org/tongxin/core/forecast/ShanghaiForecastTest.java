package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Forecasts of the sum of the next seven days for the sixteen districts of Shanghai, from each day from 26 March to 17 April
 * 2022, with nothing known that came later: the reports up to that day, and the lockdowns once they were announced.
 */
class ShanghaiForecastTest {

    private static final int FIRST_DAY = Shanghai2022.day("2022-03-06");

    private static final ForecastScore ALL = new ForecastScore();
    private static final ForecastScore PUDONG = new ForecastScore();

    /** Last origins of growth, peak and decline: from 10 April on the week ahead is centred after the peak of 13 April. */
    private static final List<Integer> PHASE_ENDS = Stream.of("2022-03-31", "2022-04-09", "2022-04-17")
            .map(Shanghai2022::day)
            .toList();

    private static final List<ForecastScore> PHASES =
            List.of(new ForecastScore(), new ForecastScore(), new ForecastScore());

    @BeforeAll
    static void forecastEveryDistrictFromEveryDay() {
        Shanghai2022.districts().forEach((code, series) -> {
            Replay replay = new Replay(series, ForecastSettings.omicron2022(), 1);
            replay.run(
                    FIRST_DAY,
                    Shanghai2022.LAST_ORIGIN,
                    Shanghai2022.ANNOUNCED,
                    Shanghai2022.lockdown(code),
                    day -> scoreFrom(day, code, replay));
        });
    }

    private static void scoreFrom(int day, String code, Replay replay) {
        if (day >= Shanghai2022.FIRST_ORIGIN) {
            ForecastScore phase = PHASES.get(phase(day));
            replay.score(day, code.equals(Shanghai2022.PUDONG) ? List.of(ALL, phase, PUDONG) : List.of(ALL, phase));
        }
    }

    private static int phase(int day) {
        int phase = 0;
        while (day > PHASE_ENDS.get(phase)) {
            phase++;
        }
        return phase;
    }

    @Test
    void theComparisonIsTheOneMeasuredBefore() {
        assertThat(ALL.forecasts()).isEqualTo(16 * 23);
        assertThat(ALL.medianBaseline()).isCloseTo(2.10, within(0.005));
        assertThat(PUDONG.medianBaseline()).isCloseTo(1.99, within(0.005));
    }

    @Test
    void forecastsAreCloserThanTheLastSevenDays() {
        assertThat(ALL.medianError()).as("all: %s", ALL).isLessThan(1.65);
        assertThat(PUDONG.medianError()).as("Pudong: %s", PUDONG).isLessThan(1.65);
    }

    @Test
    void bandsHoldTheTruthAboutAsOftenAsTheySay() {
        assertThat(ALL.coverage50()).as("all: %s", ALL).isBetween(0.43, 0.60);
        assertThat(ALL.coverage90()).as("all: %s", ALL).isBetween(0.86, 0.97);
    }

    @Test
    void whileItGrowsTheGainIsLargestAndBandsHoldInEachPhase() {
        ForecastScore growth = PHASES.getFirst();
        assertThat(growth.medianError()).as("growth: %s", growth).isLessThan(growth.medianBaseline() / 2);
        assertThat(PHASES).allSatisfy(phase -> {
            assertThat(phase.coverage50()).as("%s", phase).isBetween(0.35, 0.75);
            assertThat(phase.coverage90()).as("%s", phase).isGreaterThan(0.84);
        });
    }

    @Test
    void inTheDeclineForecastsAreNotMuchWorseThanTheLastSevenDays() {
        ForecastScore decline = PHASES.getLast();
        assertThat(decline.medianError()).as("decline: %s", decline).isLessThan(1.1 * decline.medianBaseline());
    }
}
