package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;

/**
 * Lets the made-up people of a demonstration read their notices, come and go, a whole shift at a time. Who is late or
 * forgets to check out is decided by a hash of person and day, so that the same scenario plays the same. Does nothing for
 * anyone but a script. Services at hours of their own begin by themselves; their end counts when due work finds them. Thread-safe.
 */
@Component
public class ScriptedPresence {

    /** Of a thousand who are expected, assumed for the scenario. */
    private static final int COME = 985;

    /** Of a thousand who are there, how many think of checking out; assumed. */
    private static final int CHECK_OUT = 930;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final DutySettings settings;
    private final ShiftRevisions revisions;

    ScriptedPresence(
            JdbcClient jdbc, DistrictClock clock, ShiftHours hours, DutySettings settings, ShiftRevisions revisions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.settings = settings;
        this.revisions = revisions;
    }

    /** Everyone who is asked for a dangerous duty has its risks read out. */
    @Transactional
    public int readOut(Actor script, LocalDate day) {
        if (!script.scripted()) {
            return 0;
        }
        revisions.lock(day);
        return jdbc.sql(
                        "update assignment a set risk_read_at = ?, risk_read_by = 'READ_OUT' from duty_post p, duty_notice d"
                                + " where a.shift_day = ? and p.id = a.post_id and d.kind = p.kind and d.dangerous"
                                + " and a.risk_read_at is null")
                .params(Timestamp.from(clock.now()), day)
                .update();
    }

    /** Nearly all who are confirmed come, from 15 minutes before the start to 14 minutes after it. */
    @Transactional
    public int arrive(Actor script, LocalDate day) {
        if (!script.scripted()) {
            return 0;
        }
        revisions.outdate(day);
        return jdbc.sql("insert into attendance (shift_day, person_id, post_id, came_at, came_by)"
                        + " select a.shift_day, a.person_id, a.post_id, least(cast(:now as timestamptz),"
                        + " cast(:start as timestamptz) + make_interval(mins => h.value % 30 - 15)),"
                        + " case when h.value % 8 = 0 then 'HAND' else 'CODE' end"
                        + " from assignment a join duty_post p on p.id = a.post_id,"
                        + " lateral (select (hashtext(a.person_id::text || a.shift_day::text)"
                        + " & 2147483647) as value) h"
                        + " where a.shift_day = :day and a.state = 'CONFIRMED' and h.value / 30 % 1000 < :come"
                        + " and p.starts is null"
                        + " on conflict do nothing")
                .param("now", Timestamp.from(clock.now()))
                .param("start", Timestamp.from(hours.start(day)))
                .param("day", day)
                .param("come", COME)
                .update();
    }

    /** Whoever gives a service at hours of its own that have begun is there from its start. */
    @Transactional
    public int begin(Actor script, LocalDate day) {
        if (!script.scripted()) {
            return 0;
        }
        revisions.outdate(day);
        return jdbc.sql("insert into attendance (shift_day, person_id, post_id, came_at, came_by)"
                        + " select a.shift_day, a.person_id, a.post_id, cast(:midnight as timestamptz)"
                        + " + cast(p.starts as interval), 'CODE' from assignment a join duty_post p on p.id = a.post_id"
                        + " where a.shift_day = :day and a.state = 'CONFIRMED'"
                        + " and cast(:midnight as timestamptz) + cast(p.starts as interval) <= :now"
                        + " on conflict do nothing")
                .param("midnight", Timestamp.from(clock.at(day, LocalTime.MIDNIGHT)))
                .param("now", Timestamp.from(clock.now()))
                .param("day", day)
                .update();
    }

    /** Nearly all check out at the end of the shift; the end counts for the others when due work finds them. */
    @Transactional
    public int leave(Actor script, LocalDate day) {
        return !script.scripted()
                ? 0
                : jdbc.sql("with gone as (update attendance set left_at = :end, left_by = 'CODE' where shift_day = :day"
                                + " and left_at is null and came_at < :end"
                                + " and post_id in (select id from duty_post where ends is null)"
                                + " and (hashtext(shift_day::text || person_id::text) & 2147483647) % 1000 < :share"
                                + " returning *)"
                                + " insert into service_record (shift_day, person_id, post_id, minutes, assumed_end, destroy_by)"
                                + " select shift_day, person_id, post_id,"
                                + " floor(extract(epoch from left_at - came_at) / 60)::int, false, shift_day + :kept from gone"
                                + " on conflict do nothing")
                        .param("end", Timestamp.from(hours.end(day)))
                        .param("day", day)
                        .param("share", CHECK_OUT)
                        .param("kept", settings.recordsKeptDays())
                        .update();
    }
}
