package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On simulated epidemics, bands hold the true R and the future as often as they say. */
class KnownReproductionTest {

    private static final int EPIDEMICS = 60;
    private static final int DAYS = 52;
    private static final int AHEAD = 7;

    /** R around 1 so that epidemics neither end nor fill the city. */
    private static final ForecastSettings SETTINGS = new ForecastSettings(
            new TransmissionSettings(
                    TransmissionSettings.omicron2022().generationInterval(), 1.05, 0.3, 0.95, 0.094, 0.33, 0.5, 1),
            ReportingSettings.omicron2022(),
            1000,
            0.98);

    private int held50;
    private int held90;
    private int bands;

    @Test
    void bandsHoldTheReproductionNumberThatMadeTheReports() {
        IntStream.range(0, EPIDEMICS).forEach(number -> {
            Worlds.Epidemic epidemic = Worlds.simulate(SETTINGS, DAYS, 60, number);
            DistrictFilter filter = DistrictFilter.of(SETTINGS, 20_000_000, number);
            for (int day = 0; day < DAYS; day++) {
                filter.assimilate(day, epidemic.reportsOfDay()[day]);
                if (day % 10 == 9) {
                    Posterior posterior = filter.posterior();
                    count(posterior.effectiveReproduction(), epidemic.reproductionOfDay()[day]);
                    count(posterior.effectiveReproduction(day - 5), epidemic.reproductionOfDay()[day - 5]);
                }
            }
        });
        assertCoverage();
    }

    @Test
    void bandsHoldTheReportsOfTheWeekAhead() {
        IntStream.range(0, EPIDEMICS).forEach(number -> {
            Worlds.Epidemic epidemic = Worlds.simulate(SETTINGS, DAYS, 60, 1000 + number);
            DistrictFilter filter = DistrictFilter.of(SETTINGS, 20_000_000, number);
            for (int day = 0; day < DAYS - AHEAD; day++) {
                filter.assimilate(day, epidemic.reportsOfDay()[day]);
                if (day % 10 == 9) {
                    int sum = IntStream.rangeClosed(day + 1, day + AHEAD)
                            .map(ahead -> epidemic.reportsOfDay()[ahead])
                            .sum();
                    count(filter.posterior().forecast(AHEAD, day).reportSum(), sum);
                }
            }
        });
        assertCoverage();
    }

    private void count(Band band, double truth) {
        bands++;
        held50 += band.holds50(truth) ? 1 : 0;
        held90 += band.holds90(truth) ? 1 : 0;
    }

    /** Some 250 bands, of which about 60 independent: three standard deviations of a share are 0.12 to 0.19. */
    private void assertCoverage() {
        assertThat(bands).isGreaterThanOrEqualTo(4 * EPIDEMICS);
        assertThat((double) held50 / bands)
                .as("%d of %d in 50 %% bands", held50, bands)
                .isBetween(0.40, 0.60);
        assertThat((double) held90 / bands)
                .as("%d of %d in 90 %% bands", held90, bands)
                .isBetween(0.84, 0.96);
    }
}
