package org.tongxin.app.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time of the district. Real time unless a replay has set it; days belong to the district's zone, never to the zone
 * of the machine. Thread-safe.
 *
 * <p>It is a type of its own, not a {@link Clock}, because the event registry takes any {@code Clock} bean for its own
 * bookkeeping, which has to stay in real time.
 */
@Component
public class DistrictClock {

    /** China has one zone; a district elsewhere would make this a setting. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile @Nullable Instant held;

    /** The district's present. */
    public Instant now() {
        Instant replayed = held;
        return replayed == null ? Clock.systemUTC().instant() : replayed;
    }

    /** The district's calendar day. */
    public LocalDate today() {
        return dayOf(now());
    }

    public ZoneId zone() {
        return ZONE;
    }

    /** The calendar day on which {@code instant} falls in the district. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The instant at which the district's wall clocks show {@code time} on {@code day}. */
    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    public LocalDateTime local(Instant instant) {
        return instant.atZone(ZONE).toLocalDateTime();
    }

    /** Sets the district's time, for a replay only; {@code null} goes back to real time. */
    public void holdAt(@Nullable Instant instant) {
        held = instant;
    }
}
