package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final int LAST = 19;

    private static Posterior posterior;

    @BeforeAll
    static void follow() {
        DistrictFilter filter =
                DistrictFilter.of(ForecastSettings.omicron2022().withParticles(1000), Worlds.WILLOW_DISTRICT, 4);
        IntStream.rangeClosed(0, LAST).forEach(day -> filter.assimilate(day, 20 + 3 * day));
        posterior = filter.posterior();
    }

    private static Band reportsIf(ReproductionChange... changes) {
        return posterior.forecast(14, 11, List.of(changes)).reportSum();
    }

    @Test
    void aChangeOfNothingChangesNothing() {
        assertThat(reportsIf(new ReproductionChange(LAST + 1, 1))).isEqualTo(reportsIf());
        assertThat(reportsIf(new ReproductionChange(LAST + 15, 0))).isEqualTo(reportsIf());
    }

    @Test
    void theLowerAndTheEarlierTheFewer() {
        double none = reportsIf().median();
        double late = reportsIf(new ReproductionChange(LAST + 5, 0.5)).median();
        double early = reportsIf(new ReproductionChange(LAST + 1, 0.5)).median();
        double strong = reportsIf(new ReproductionChange(LAST + 1, 0.2)).median();
        assertThat(late).isLessThan(none);
        assertThat(early).isLessThan(late);
        assertThat(strong).isLessThan(early);
    }

    @Test
    void changesMultiply() {
        assertThat(reportsIf(new ReproductionChange(LAST + 1, 0.5), new ReproductionChange(LAST + 1, 0.5)))
                .isEqualTo(reportsIf(new ReproductionChange(LAST + 1, 0.25)));
    }

    @Test
    void beforeAChangeNothingDiffers() {
        Forecast plain = posterior.forecast(10, 3);
        Forecast changed = posterior.forecast(10, 3, List.of(new ReproductionChange(LAST + 6, 3)));
        for (int day = LAST + 1; day <= LAST + 5; day++) {
            assertThat(changed.reports(day)).isEqualTo(plain.reports(day));
            assertThat(changed.infections(day)).isEqualTo(plain.infections(day));
        }
        assertThat(changed.infections(LAST + 8).median())
                .isGreaterThan(plain.infections(LAST + 8).median());
    }

    @Test
    void withoutTransmissionOnlyImportsRemain() {
        Forecast ended = posterior.forecast(10, 3, List.of(new ReproductionChange(LAST + 1, 0)));
        assertThat(ended.infectionSum().median()).isLessThan(30);
        assertThat(ended.reports(LAST + 1).median()).isGreaterThan(30);
    }

    @Test
    void bandsLieInsideEachOther() {
        Forecast forecast = posterior.forecast(10, 3);
        for (int day = forecast.firstDay(); day <= forecast.lastDay(); day++) {
            Band band = forecast.reports(day);
            assertThat(List.of(band.low90(), band.low50(), band.median(), band.high50(), band.high90()))
                    .isSorted();
        }
        assertThat(forecast.reportSum(day -> day == LAST + 2)).isEqualTo(forecast.reports(LAST + 2));
        assertThat(forecast.reportSum(day -> false)).isEqualTo(new Band(0, 0, 0, 0, 0));
    }

    @Test
    void quantilesAreTheLeastValuesNotExceededSoOften() {
        double[] values =
                IntStream.rangeClosed(1, 100).mapToDouble(value -> 101 - value).toArray();
        assertThat(Band.of(values)).isEqualTo(new Band(50, 25, 75, 5, 95));
        assertThat(Band.of(new double[] {7})).isEqualTo(new Band(7, 7, 7, 7, 7));
    }

    @Test
    void aNegativeFactorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReproductionChange(3, -0.5))
                .withMessage("The factor (-0.5) must lie in 0..20.");
    }
}
