package org.tongxin.app.replay;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The replay at a glance.
 *
 * @param day the day whose figures are being worked on; they arrive on the morning after
 * @param phase number of the phase of that day, from 0
 * @param clock the district's time
 * @param scriptedDuty whether scripted persons take the decisions
 * @param trouble why it stopped by itself, if it did
 */
public record ReplayStatus(
        ReplayState state,
        LocalDate day,
        int phase,
        Instant clock,
        boolean scriptedDuty,
        double secondsPerDay,
        @Nullable String trouble) {}
