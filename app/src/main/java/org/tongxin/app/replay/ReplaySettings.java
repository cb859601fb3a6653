package org.tongxin.app.replay;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the replay.
 *
 * @param load whether the district of the demonstration is loaded at all
 * @param autostart whether it runs by itself after the start
 * @param secondsPerDay pause after each day, in real seconds
 * @param lastDay the last day that is replayed; the input ends on 7 April 2022
 */
@ConfigurationProperties("tongxin.replay")
public record ReplaySettings(
        @DefaultValue("true") boolean load,
        @DefaultValue("true") boolean autostart,
        @DefaultValue("1.7") double secondsPerDay,
        @DefaultValue("2022-04-07") LocalDate lastDay) {

    /** The first day with a published count for the district. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2022, 3, 6);

    /** The last day of the input. */
    public static final LocalDate LAST_DAY = LocalDate.of(2022, 4, 7);

    public ReplaySettings {
        if (lastDay.isBefore(FIRST_DAY) || lastDay.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException(
                    "tongxin.replay.last-day (" + lastDay + ") must lie from " + FIRST_DAY + " to " + LAST_DAY + ".");
        }
        if (!(secondsPerDay >= 0 && secondsPerDay <= 600)) {
            throw new IllegalArgumentException(
                    "tongxin.replay.seconds-per-day (" + secondsPerDay + ") must lie from 0 to 600.");
        }
    }
}
