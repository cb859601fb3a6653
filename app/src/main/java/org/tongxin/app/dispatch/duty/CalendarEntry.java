package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One entry of a calendar (RFC 5545, {@code VEVENT}).
 *
 * @param uid never changes while the entry means the same thing
 * @param lastDay district day after which it is forgotten
 * @param sequence 0 at first, one more with each change
 * @param changedAt of the last change
 * @param summary empty once it is cancelled
 * @param place empty likewise, and where there is none
 * @param state {@code CONFIRMED}, {@code TENTATIVE} or {@code CANCELLED}
 */
record CalendarEntry(
        String uid,
        LocalDate lastDay,
        int sequence,
        Instant changedAt,
        Instant startsAt,
        Instant endsAt,
        String summary,
        String place,
        String state) {}
