package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;

/**
 * Calls shifts off that have not begun at posts for which no order calls any more. Who was to come reads on their own page that they need
 * not; who has come already stays, and so does a shift that runs, until it ends. The audit has counts alone.
 */
@Component
class CallsOff {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final Audit audit;

    CallsOff(JdbcClient jdbc, DistrictClock clock, ShiftHours hours, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.audit = audit;
    }

    private record Post(
            LocalDate day,
            UUID id,
            @Nullable LocalTime starts,
            @Nullable LocalTime ends) {}

    /** To be called with the lock of all shifts. */
    void release() {
        Map<LocalDate, List<Post>> byDay = jdbc
                .sql("select s.shift_day as day, s.post_id as id, p.starts, p.ends from shift_post s"
                        + " join duty_post p on p.id = s.post_id where s.shift_day >= ?"
                        + " and substr(s.area_path, 1, 9) not in (select street_path from street_coverage)")
                .param(hours.day())
                .query(Post.class)
                .list()
                .stream()
                .filter(post ->
                        hours.of(post.day(), post.starts(), post.ends()).start().isAfter(clock.now()))
                .collect(Collectors.groupingBy(Post::day, TreeMap::new, Collectors.toList()));
        byDay.forEach((day, posts) ->
                release(day, posts.stream().map(Post::id).sorted().toArray(UUID[]::new)));
    }

    private void release(LocalDate day, UUID[] posts) {
        int people = jdbc.sql(
                        "with gone as (delete from assignment a where a.shift_day = :day and a.post_id = any(:posts)"
                                + " and not exists (select from attendance t where t.shift_day = a.shift_day"
                                + " and t.person_id = a.person_id) returning a.person_id, a.post_id)"
                                + " insert into shift_called_off (shift_day, person_id, post_id, called_off_at)"
                                + " select :day, person_id, post_id, :now from gone on conflict (shift_day, person_id)"
                                + " do update set post_id = excluded.post_id, called_off_at = excluded.called_off_at")
                .param("day", day)
                .param("posts", posts)
                .param("now", Timestamp.from(clock.now()))
                .update();
        jdbc.sql("delete from shift_choice where shift_day = ? and post_id = any(?)")
                .params(day, posts)
                .update();
        jdbc.sql("delete from shift_post s where s.shift_day = ? and s.post_id = any(?) and not exists (select"
                        + " from assignment a where a.shift_day = s.shift_day and a.post_id = s.post_id)")
                .params(day, posts)
                .update();
        audit.record(
                Actor.system(), "shift.calledOff", day.toString(), Map.of("posts", posts.length, "people", people));
    }
}
