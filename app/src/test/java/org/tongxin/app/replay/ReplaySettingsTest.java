package org.tongxin.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReplaySettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2022-03-05", "2022-04-08", "2021-04-07", "2023-03-20"})
    void aLastDayOutsideTheInputIsRefusedWithBothEnds(LocalDate day) {
        assertThatThrownBy(() -> new ReplaySettings(true, true, 2, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tongxin.replay.last-day")
                .hasMessageContaining(day.toString())
                .hasMessageContaining("2022-03-06")
                .hasMessageContaining("2022-04-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-03-06", "2022-03-18", "2022-04-07"})
    void everyDayOfTheInputMayBeTheLast(LocalDate day) {
        assertThatCode(() -> new ReplaySettings(true, true, 2, day)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 600.01, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aPauseThatIsNoPauseIsRefused(double seconds) {
        assertThatThrownBy(() -> new ReplaySettings(true, true, seconds, ReplaySettings.LAST_DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tongxin.replay.seconds-per-day");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 600})
    void noPauseAndTenMinutesAreBothAllowed(double seconds) {
        assertThatCode(() -> new ReplaySettings(true, true, seconds, ReplaySettings.LAST_DAY))
                .doesNotThrowAnyException();
    }

    @Test
    void withNothingSetTheWholeInputIsReplayedByItself() {
        ReplaySettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("tongxin.replay", ReplaySettings.class);

        assertThat(settings).isEqualTo(new ReplaySettings(true, true, 1.7, ReplaySettings.LAST_DAY));
    }
}
