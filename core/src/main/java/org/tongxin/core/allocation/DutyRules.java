package org.tongxin.core.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How much one person may serve. Immutable and safe for use by several threads.
 *
 * @param rest between the end of a turn and the start of the next on another day, at least; 0 to 24 hours
 * @param turnsPerWeek from Monday to Sunday, at most; 1 to 7
 */
public record DutyRules(Duration rest, int turnsPerWeek) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int SECONDS_OF_HOUR = 3_600;

    /** @throws IllegalArgumentException when a value is outside its range */
    public DutyRules {
        if (rest.isNegative() || rest.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("The rest (" + rest + ") must be from 0 to 24 hours.");
        }
        Ranges.require(turnsPerWeek, 1, 7, "number of turns in a week");
    }

    /** The rest in hours, to a hundredth, without zeros at the end: 11, 11.5. */
    public BigDecimal hoursOfRest() {
        BigDecimal hours = BigDecimal.valueOf(rest.toSeconds())
                .divide(BigDecimal.valueOf(SECONDS_OF_HOUR), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return hours.setScale(Math.max(0, hours.scale()), RoundingMode.UNNECESSARY);
    }
}
