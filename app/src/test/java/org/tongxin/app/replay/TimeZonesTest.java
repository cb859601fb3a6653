package org.tongxin.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.app.platform.DistrictClock;

/** The district's days do not depend on where the machine stands. */
@Isolated
class TimeZonesTest {

    private final DistrictClock clock = new DistrictClock();
    private TimeZone machine;

    @BeforeEach
    void remember() {
        machine = TimeZone.getDefault();
    }

    @AfterEach
    void restore() {
        TimeZone.setDefault(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati"})
    void theDayTurnsAtMidnightOfTheDistrictWhereverTheMachineStands(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        clock.holdAt(Instant.parse("2022-03-20T15:59:59.999Z"));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2022, 3, 20));
        clock.holdAt(Instant.parse("2022-03-20T16:00:00Z"));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2022, 3, 21));
        assertThat(clock.local(clock.now())).isEqualTo(LocalDateTime.of(2022, 3, 21, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati"})
    void everyWallClockTimeOfTheReplayComesBackAsItWasGiven(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        ReplaySettings.FIRST_DAY.datesUntil(ReplaySettings.LAST_DAY.plusDays(1)).forEach(day -> {
            for (int hour = 0; hour < 24; hour++) {
                Instant instant = clock.at(day, LocalTime.of(hour, 30));
                assertThat(clock.dayOf(instant)).isEqualTo(day);
                assertThat(clock.local(instant)).isEqualTo(day.atTime(hour, 30));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati"})
    void everyDayOfTheDistrictHasTwentyFourHours(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        // On 13 March 2022 clocks in California went forward.
        ReplaySettings.FIRST_DAY
                .datesUntil(ReplaySettings.LAST_DAY)
                .forEach(day -> assertThat(clock.at(day.plusDays(1), LocalTime.MIDNIGHT))
                        .isEqualTo(clock.at(day, LocalTime.MIDNIGHT).plusSeconds(86_400)));
    }
}
