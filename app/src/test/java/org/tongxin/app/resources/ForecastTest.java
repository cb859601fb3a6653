package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 26);

    /** Ten days, each of 10 by the median and 20 at most. */
    private static Forecast forecast(long stock) {
        List<ForecastDay> days = IntStream.range(0, 10)
                .mapToObj(day -> new ForecastDay(FIRST.plusDays(day), 5, 8, 10, 12, 20))
                .toList();
        return new Forecast("MASK", "口罩", "Masks", "只", "pcs", "S-1", LocalDate.of(2026, 1, 1), stock, days);
    }

    @Test
    void stockIsShortOnTheFirstDayWhoseSumIsAboveIt() {
        assertThat(forecast(40).shortOn()).contains(FIRST.plusDays(4));
        assertThat(forecast(39).shortOn()).contains(FIRST.plusDays(3));
        assertThat(forecast(0).shortOn()).contains(FIRST);
        assertThat(forecast(40).shortOnAtMost()).contains(FIRST.plusDays(2));
    }

    @Test
    void whatLastsToTheEndIsNeverShort() {
        assertThat(forecast(100).shortOn()).isEmpty();
        assertThat(forecast(100).shortOnAtMost()).contains(FIRST.plusDays(5));
        assertThat(forecast(200).shortOnAtMost()).isEmpty();
        assertThat(forecast(100).until()).isEqualTo(FIRST.plusDays(9));
    }

    @Test
    void sumsStopAtTheEndOfTheScenario() {
        assertThat(forecast(0).sum(7, ForecastDay::median)).isEqualTo(70);
        assertThat(forecast(0).sum(70, ForecastDay::high90)).isEqualTo(200);
    }
}
