package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a shift's plan who has come, so that they and their place are no longer planned. */
@Component
public class Arrivals {

    private final LiveShifts shifts;

    Arrivals(LiveShifts shifts) {
        this.shifts = shifts;
    }

    /** This person stands at this post; the transaction must have the shift's {@link ShiftRevisions#lock lock}. */
    public void came(LocalDate day, UUID person, UUID post) {
        shifts.came(day, person, post);
    }
}
