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

    /** Oldest first, then by place and key: the order in which episodes grow. */
    static final Comparator<PlaceAlarm> ORDER = Comparator.comparing(PlaceAlarm::day)
            .thenComparing(PlaceAlarm::place)
            .thenComparing(PlaceAlarm::key);
}
