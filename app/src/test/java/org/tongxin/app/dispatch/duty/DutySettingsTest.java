package org.tongxin.app.dispatch.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** What hours a shift may have. */
class DutySettingsTest {

    private static DutySettings hours(String starts, String ends) {
        return new DutySettings(
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                Duration.ofMinutes(60),
                Duration.ofMinutes(30),
                Duration.ofMinutes(60),
                5,
                Duration.ofMinutes(15),
                730,
                Duration.ofHours(11),
                5);
    }

    @Test
    void aShiftMayEndOnTheNextDayAndLeavesTimeToCheckOut() {
        assertThat(hours("08:00", "20:00").pastMidnight()).isFalse();
        assertThat(hours("20:00", "06:00").pastMidnight()).isTrue();
        assertThat(hours("20:00", "18:00").pastMidnight()).isTrue();
        assertThatThrownBy(() -> hours("20:00", "18:01"))
                .hasMessageContaining("tongxin.duty.ends (18:01) must leave")
                .hasMessageContaining("20:00");
        assertThatThrownBy(() -> hours("08:00", "08:00")).hasMessageContaining("must not be tongxin.duty.starts");
    }
}
