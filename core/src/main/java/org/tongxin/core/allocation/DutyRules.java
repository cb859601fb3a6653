package org.tongxin.core.allocation;

import java.time.Duration;

/**
 * How much one person may serve. Immutable and safe for use by several threads.
 *
 * @param rest between the end of a turn and the start of the next on another day, at least; 0 to 24 hours
 * @param turnsPerWeek from Monday to Sunday, at most; 1 to 7
 */
public record DutyRules(Duration rest, int turnsPerWeek) {

    private static final Duration DAY = Duration.ofDays(1);

    /** @throws IllegalArgumentException when a value is outside its range */
    public DutyRules {
        if (rest.isNegative() || rest.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("The rest (" + rest + ") must be from 0 to 24 hours.");
        }
        Ranges.require(turnsPerWeek, 1, 7, "number of turns in a week");
    }
}
