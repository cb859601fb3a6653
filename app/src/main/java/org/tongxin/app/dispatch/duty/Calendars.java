package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;

/**
 * Calendar feeds (RFC 5545): a person's confirmed shifts, and a street's rota without names. What a feed has told of an
 * entry is kept until the shift is over, so that a change raises its sequence and what is gone is told as cancelled: of that only
 * its identifier, its times and its sequence stay. A person's feed and its entries are known by words derived from the
 * installation's key, so that what is kept names nobody. An offer that was not taken was never in a feed. Thread-safe.
 */
@Service
public class Calendars {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final Rota rota;
    private final MessageSource messages;
    private final InstallationKey key;

    Calendars(
            JdbcClient jdbc,
            DistrictClock clock,
            ShiftHours hours,
            Rota rota,
            MessageSource messages,
            InstallationKey key) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.rota = rota;
        this.messages = messages;
        this.key = key;
    }

    private record Shift(
            LocalDate day,
            String name,
            String nameEn,
            String place,
            String placeEn,
            boolean online,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {}

    /** The person's confirmed shifts from today on. */
    @Transactional
    public String ofPerson(UUID person, Locale language) {
        List<CalendarEntry> entries = jdbc
                .sql("select a.shift_day as day, p.name, p.name_en, s.name || r.name as place,"
                        + " r.name_en || ', ' || s.name_en as place_en, p.online, p.starts, p.ends from assignment a"
                        + " join duty_post p on p.id = a.post_id join area s on s.path = substr(p.area_path, 1, 9)"
                        + " join area r on r.path = substr(p.area_path, 1, 12)"
                        + " where a.person_id = ? and a.shift_day >= ? and a.state = 'CONFIRMED' order by a.shift_day")
                .params(person, hours.day())
                .query(Shift.class)
                .list()
                .stream()
                .map(shift -> entry(person, shift, language))
                .toList();
        return text("person/" + secret("calendar", person.toString()), entries, language, "duty.calendar.own");
    }

    private CalendarEntry entry(UUID person, Shift shift, Locale language) {
        boolean english = english(language);
        DutyTimes times = hours.of(shift.day(), shift.starts(), shift.ends());
        return new CalendarEntry(
                secret("calendar entry", person.toString(), shift.day().toString()) + "@duty.tongxin",
                shift.day(),
                0,
                clock.now(),
                times.start(),
                times.end(),
                say("duty.calendar.shift", language, english ? shift.nameEn() : shift.name()),
                shift.online() ? say("duty.online", language) : english ? shift.placeEn() : shift.place(),
                "CONFIRMED");
    }

    /** 128 bits that tell nobody of whom they are. */
    private String secret(String purpose, String... words) {
        return HexFormat.of().formatHex(key.derive(purpose, words), 0, 16);
    }

    /** How a street's posts are covered in the coming days; nobody is named. */
    @Transactional
    public String ofStreet(String street, Locale language) {
        List<CalendarEntry> entries = rota.lines(street, hours.day(), Rota.DAYS).stream()
                .map(line -> entry(line, language))
                .toList();
        return text("rota/" + street, entries, language, "duty.calendar.rota");
    }

    private CalendarEntry entry(Rota.Line line, Locale language) {
        boolean english = english(language);
        DutyTimes times = hours.of(line.day(), line.starts(), line.ends());
        return new CalendarEntry(
                line.day() + "-" + line.postId() + "@rota.tongxin",
                line.day(),
                0,
                clock.now(),
                times.start(),
                times.end(),
                say(
                        "duty.calendar.post",
                        language,
                        english ? line.nameEn() : line.name(),
                        line.confirmed(),
                        line.places()),
                line.online() ? say("duty.online", language) : english ? line.areaNameEn() : line.areaName(),
                line.confirmed() >= line.minimum() ? "CONFIRMED" : "TENTATIVE");
    }

    private String text(String calendar, List<CalendarEntry> present, Locale language, String name) {
        String key = calendar + '/' + language.getLanguage();
        remember(key, present);
        cancel(key, present);
        List<CalendarEntry> told = jdbc.sql(
                        "select uid, last_day, sequence, changed_at, starts_at, ends_at, summary,"
                                + " place, state from calendar_entry where calendar = ? and last_day >= ? order by last_day, uid")
                .params(key, hours.day())
                .query(CalendarEntry.class)
                .list();
        return CalendarText.of(say(name, language), told, clock.now());
    }

    private void remember(String calendar, List<CalendarEntry> present) {
        jdbc.sql(
                        "insert into calendar_entry as known (calendar, uid, last_day, changed_at, starts_at, ends_at, summary,"
                                + " place, state) select :calendar, e.uid, e.day, :now, e.starts, e.ends, e.summary, e.place, e.state"
                                + " from unnest(cast(:uids as text[]), cast(:days as date[]), cast(:starts as timestamptz[]),"
                                + " cast(:ends as timestamptz[]), cast(:summaries as text[]), cast(:places as text[]),"
                                + " cast(:states as text[])) as e(uid, day, starts, ends, summary, place, state) order by e.uid"
                                + " on conflict (calendar, uid) do update set sequence = known.sequence + 1,"
                                + " changed_at = excluded.changed_at, starts_at = excluded.starts_at, ends_at = excluded.ends_at,"
                                + " summary = excluded.summary, place = excluded.place, state = excluded.state"
                                + " where (known.starts_at, known.ends_at, known.summary, known.place, known.state)"
                                + " is distinct from (excluded.starts_at, excluded.ends_at, excluded.summary, excluded.place,"
                                + " excluded.state)")
                .param("calendar", calendar)
                .param("now", Timestamp.from(clock.now()))
                .param("uids", column(present, CalendarEntry::uid))
                .param("days", column(present, entry -> entry.lastDay().toString()))
                .param("starts", column(present, entry -> entry.startsAt().toString()))
                .param("ends", column(present, entry -> entry.endsAt().toString()))
                .param("summaries", column(present, CalendarEntry::summary))
                .param("places", column(present, CalendarEntry::place))
                .param("states", column(present, CalendarEntry::state))
                .update();
    }

    private static String[] column(
            List<CalendarEntry> entries, java.util.function.Function<CalendarEntry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private void cancel(String calendar, List<CalendarEntry> present) {
        jdbc.sql("update calendar_entry set state = 'CANCELLED', summary = '', place = '',"
                        + " sequence = sequence + 1, changed_at = :now"
                        + " where calendar = :calendar and last_day >= :today and state <> 'CANCELLED'"
                        + " and uid <> all(cast(:uids as text[]))")
                .param("now", Timestamp.from(clock.now()))
                .param("calendar", calendar)
                .param("today", hours.day())
                .param("uids", column(present, CalendarEntry::uid))
                .update();
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
