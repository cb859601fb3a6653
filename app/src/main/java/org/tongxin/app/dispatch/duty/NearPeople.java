package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/**
 * Which volunteers an urgent call is for: whose home community is near, who are prepared, and who stand no shift now. Found when it
 * is asked and never stored. Who took no shift of the day is asked as anybody is: a refusal costs nothing, and whoever cannot come
 * need not answer. Distance is straight-line on a sphere, to the middle of the home community. Thread-safe.
 */
@Component
class NearPeople {

    /** Great-circle metres between c (the call) and h (the home), by the haversine formula; mean radius 6,371,009 m. */
    private static final String METRES = "2 * 6371009 * asin(least(1, sqrt("
            + "sin(radians(h.latitude - c.latitude) / 2) ^ 2 + cos(radians(h.latitude)) * cos(radians(c.latitude))"
            + " * sin(radians(h.longitude - c.longitude) / 2) ^ 2)))";

    /** Posted staff are sent by their unit; a call asks only who decides freely. */
    static final String FITS = """
            n.kind = 'VOLUNTEER' and n.trained and n.insured and (c.skill is null or n.skill = c.skill)
            and h.latitude between c.latitude - 0.03 and c.latitude + 0.03
            and %s <= c.radius_metres
            and not exists (select from assignment a where a.shift_day = :day and a.person_id = n.id
                and a.state = 'CONFIRMED' and :running)
            and not exists (select from call_taker k join urgent_call o on o.id = k.call_id where k.person_id = n.id
                and k.call_id <> c.id and o.ended_at is null and o.ends_at > :now)
            """.formatted(METRES);

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;

    NearPeople(JdbcClient jdbc, DistrictClock clock, ShiftHours hours) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
    }

    int count(UUID call) {
        return asked("select count(*)::int from person n join area h on h.path = n.home_path, urgent_call c"
                        + " where c.id = :call and " + FITS)
                .param("call", call)
                .query(Integer.class)
                .single();
    }

    boolean reaches(UUID call, UUID person) {
        return asked("select exists (select from person n join area h on h.path = n.home_path, urgent_call c"
                        + " where c.id = :call and n.id = :person and " + FITS + ")")
                .param("call", call)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** A statement that holds {@link #FITS}, with its day and time. */
    JdbcClient.StatementSpec asked(String sql) {
        LocalDate day = hours.day();
        Instant now = clock.now();
        return jdbc.sql(sql)
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("running", now.isBefore(hours.end(day)));
    }
}
