package org.tongxin.app.dispatch.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    private static final Instant NOW = Instant.parse("2026-03-26T02:30:00Z");
    private static final Instant START = Instant.parse("2026-03-27T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-27T12:00:00Z");

    private static CalendarEntry entry(String summary, int sequence, String state) {
        return new CalendarEntry(
                "2026-03-27-1@duty.tongxin",
                LocalDate.of(2026, 3, 27),
                sequence,
                NOW,
                START,
                END,
                summary,
                "柳荫",
                state);
    }

    private static String written(CalendarEntry... entries) {
        return CalendarText.of("我的值守", List.of(entries), NOW);
    }

    /** As a reader of RFC 5545, 3.1 does it. */
    private static List<String> unfolded(String text) {
        return Arrays.asList(text.replace("\r\n ", "").split("\r\n"));
    }

    @Test
    void anEntrySaysWhatCalendarsAskFor() {
        assertThat(unfolded(written(entry("值守：北门", 2, "CONFIRMED"))))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Tongxin//Duty//ZH",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:我的值守",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "BEGIN:VEVENT",
                        "UID:2026-03-27-1@duty.tongxin",
                        "DTSTAMP:20260326T023000Z",
                        "LAST-MODIFIED:20260326T023000Z",
                        "SEQUENCE:2",
                        "DTSTART:20260327T000000Z",
                        "DTEND:20260327T120000Z",
                        "SUMMARY:值守：北门",
                        "LOCATION:柳荫",
                        "STATUS:CONFIRMED",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 23, 24, 25, 40, 200})
    void noLineIsLongerThan75OctetsAndNoCharacterIsCut(int length) {
        for (String character : List.of("守", "a", "é", "𠮷", "a守𠮷")) {
            String summary = character.repeat(length);
            String text = written(entry(summary, 0, "CONFIRMED"));

            for (String line : text.split("\r\n")) {
                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                        .as(line)
                        .isLessThanOrEqualTo(75);
                assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(line);
            }
            assertThat(unfolded(text)).contains("SUMMARY:" + summary);
        }
    }

    @Test
    void everyLineEndsWithCarriageReturnAndLineFeed() {
        String text = written(entry("a".repeat(300), 0, "CANCELLED"));

        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void textsAreEscaped() {
        assertThat(CalendarText.escape("a,b;c\\d\ne\r\nf")).isEqualTo("a\\,b\\;c\\\\d\\ne\\nf");
    }
}
