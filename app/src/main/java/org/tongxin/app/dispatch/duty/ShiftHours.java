package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/** When the shift of a day opens, starts, ends and closes in the district. Thread-safe. */
@Component
public class ShiftHours {

    private final DistrictClock clock;
    private final DutySettings settings;

    ShiftHours(DistrictClock clock, DutySettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public Instant start(LocalDate day) {
        return clock.at(day, settings.starts());
    }

    public Instant end(LocalDate day) {
        return clock.at(day, settings.ends());
    }

    /** From when people may check in. */
    public Instant opening(LocalDate day) {
        return start(day).minus(settings.opensBefore());
    }

    /** Until when somebody may check out; afterwards the end of the shift counts. */
    public Instant closing(LocalDate day) {
        return end(day).plus(settings.closesAfter());
    }

    /** From when a post whose people are not there is vacant. */
    public Instant vacantFrom(LocalDate day) {
        return start(day).plus(settings.vacantAfter());
    }

    public boolean open(LocalDate day) {
        Instant now = clock.now();
        return !now.isBefore(opening(day)) && now.isBefore(closing(day));
    }
}
