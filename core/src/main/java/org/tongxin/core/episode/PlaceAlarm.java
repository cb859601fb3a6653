package org.tongxin.core.episode;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * An alarm of one place on one day.
 *
 * @param key what the caller knows it by; unique
 * @param place code of the place
 * @param day the day that was counted
 * @param p its calibrated probability, 0 to 1
 */
public record PlaceAlarm(String key, String place, LocalDate day, double p) {

    /** @throws IllegalArgumentException when the probability lies outside 0..1: unknown is 1, not NaN */
    public PlaceAlarm {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("The probability (" + p + ") of the alarm " + key
                    + " must lie in 0..1; give 1 when it is not known.");
        }
    }

    /** Oldest first, then by place and key: the order in which episodes grow. */
    static final Comparator<PlaceAlarm> ORDER = Comparator.comparing(PlaceAlarm::day)
            .thenComparing(PlaceAlarm::place)
            .thenComparing(PlaceAlarm::key);
}
