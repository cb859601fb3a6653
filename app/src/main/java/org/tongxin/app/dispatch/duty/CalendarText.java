package org.tongxin.app.dispatch.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes entries as iCalendar text (RFC 5545): lines end with CR LF and are folded so that none is longer than 75 octets
 * of UTF-8, never inside a character; backslash, comma, semicolon and line breaks are escaped in texts; times are UTC.
 */
final class CalendarText {

    private static final int LINE_OCTETS = 75;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    /**
     * A whole calendar.
     *
     * @param name shown by programs that know {@code X-WR-CALNAME}
     * @param now when it is written, {@code DTSTAMP}
     */
    static String of(String name, List<CalendarEntry> entries, Instant now) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Tongxin//Duty//ZH");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.line("X-WR-CALNAME", escape(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        entries.forEach(entry -> calendar.entry(entry, now));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void entry(CalendarEntry entry, Instant now) {
        line("BEGIN", "VEVENT");
        line("UID", escape(entry.uid()));
        line("DTSTAMP", TIME.format(now));
        line("LAST-MODIFIED", TIME.format(entry.changedAt()));
        line("SEQUENCE", Integer.toString(entry.sequence()));
        line("DTSTART", TIME.format(entry.startsAt()));
        line("DTEND", TIME.format(entry.endsAt()));
        if (!entry.summary().isEmpty()) {
            line("SUMMARY", escape(entry.summary()));
        }
        if (!entry.place().isEmpty()) {
            line("LOCATION", escape(entry.place()));
        }
        line("STATUS", entry.state());
        line("END", "VEVENT");
    }

    /** As a text value (RFC 5545, 3.3.11). */
    static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** A continued line begins with a space, which counts among its octets. */
    private void line(String name, String value) {
        int octets = 0;
        for (int character : (name + ':' + value).codePoints().toArray()) {
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
        }
        text.append("\r\n");
    }
}
