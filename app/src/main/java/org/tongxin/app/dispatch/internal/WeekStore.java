package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftProblem;

/** Weeks as they are kept: drafts with their places, published ones without. */
@Component
class WeekStore {

    private static final String SELECT =
            "select id, street_path, first_day, planned_at, planned_by, total, bound, engine,"
                    + " slots, kept, filled, published_at, published_by from week_plan";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final Ids ids;

    WeekStore(JdbcClient jdbc, DistrictClock clock, ShiftHours hours, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.ids = ids;
    }

    /** In place of the draft there was. */
    Weeks.Week keep(
            Actor actor, String street, WeekInput input, WeekModel model, ShiftProblem problem, ShiftAnswer answer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tongxin.week.' || ?))::text")
                .param(street)
                .query(String.class)
                .single();
        jdbc.sql("delete from week_plan where street_path = ? and published_at is null")
                .param(street)
                .update();
        int before = jdbc.sql("select count(*)::int from week_plan where street_path = ?")
                .param(street)
                .query(Integer.class)
                .single();
        List<WeekModel.Placement> placements = model.placements(answer.plan());
        UUID id = ids.of("week", street, input.firstDay(), clock.now(), before);
        jdbc.sql(
                        "insert into week_plan (id, street_path, first_day, planned_at, planned_by, total, bound, engine, slots,"
                                + " kept, filled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        street,
                        input.firstDay(),
                        Timestamp.from(clock.now()),
                        actor.name(),
                        answer.plan().total(),
                        answer.bound(),
                        answer.engine(),
                        model.slots(),
                        model.kept(),
                        placements.size())
                .update();
        placements.forEach(each -> keep(id, each));
        model.missing(problem, answer.plan()).forEach(each -> keep(id, each));
        return find(id).orElseThrow();
    }

    private void keep(UUID week, WeekModel.Placement each) {
        jdbc.sql("insert into week_place (week_id, shift_day, post_id, person_id, metres, rank, eligible)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        week,
                        each.day(),
                        each.post().id(),
                        each.person().id(),
                        each.metres(),
                        each.rank(),
                        each.eligible())
                .update();
    }

    private void keep(UUID week, Weeks.Missing each) {
        jdbc.sql("insert into week_gap (week_id, shift_day, post_id, missing, below_minimum, listed, busy, resting,"
                        + " full_week, dear) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        week,
                        each.day(),
                        each.postId(),
                        each.missing(),
                        each.belowMinimum(),
                        each.listed(),
                        each.busy(),
                        each.resting(),
                        each.fullWeek(),
                        each.dear())
                .update();
    }

    Optional<Weeks.Week> find(UUID week) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(week)
                .query(Weeks.Week.class)
                .optional();
    }

    /** A draft that begins before tomorrow is of no use any more. */
    Optional<Weeks.Week> findDraft(String street) {
        return jdbc.sql(SELECT + " where street_path = ? and published_at is null and first_day > ?")
                .params(street, hours.day())
                .query(Weeks.Week.class)
                .optional();
    }

    Optional<Weeks.Week> findPublished(String street) {
        return jdbc.sql(SELECT + " where street_path = ? and published_at is not null and first_day > ?"
                        + " order by published_at desc limit 1")
                .params(street, hours.day().minusDays(Weeks.DAYS))
                .query(Weeks.Week.class)
                .optional();
    }

    /** A place of a draft. */
    record Kept(LocalDate day, UUID post, UUID person, int metres, int rank, int eligible) {}

    List<Kept> kept(UUID week) {
        return jdbc.sql("select shift_day as day, post_id as post, person_id as person, metres, rank, eligible"
                        + " from week_place where week_id = ? order by shift_day, post_id, person_id")
                .param(week)
                .query(Kept.class)
                .list();
    }

    List<Weeks.Place> places(Weeks.Week week) {
        String places = week.publishedAt() == null
                ? "select w.shift_day, w.post_id, w.person_id, w.metres, 'DRAFT' as state from week_place w"
                        + " where w.week_id = :week union all "
                : "";
        return jdbc.sql("select x.shift_day as day, x.post_id, x.person_id, n.name, n.kind = 'VOLUNTEER' as volunteer,"
                        + " x.metres, x.state from (" + places
                        + " select a.shift_day, a.post_id, a.person_id, a.metres, a.state from assignment a"
                        + " join duty_post p on p.id = a.post_id where a.shift_day between :first and :last"
                        + " and p.area_path >= :street and p.area_path < :street || '~') x"
                        + " join person n on n.id = x.person_id order by x.post_id, x.shift_day, x.metres, x.person_id")
                .param("week", week.id())
                .param("first", week.firstDay())
                .param("last", week.firstDay().plusDays(Weeks.DAYS - 1L))
                .param("street", week.streetPath())
                .query(Weeks.Place.class)
                .list();
    }

    List<Weeks.Missing> missing(UUID week) {
        return jdbc.sql(
                        "select shift_day as day, post_id, missing, below_minimum, listed, busy, resting, full_week, dear"
                                + " from week_gap where week_id = ? order by below_minimum = 0, shift_day, post_id")
                .param(week)
                .query(Weeks.Missing.class)
                .list();
    }

    /** From now on its places are assignments. */
    void published(UUID week, Actor actor) {
        jdbc.sql("update week_plan set published_at = ?, published_by = ? where id = ?")
                .params(Timestamp.from(clock.now()), actor.name(), week)
                .update();
        jdbc.sql("delete from week_place where week_id = ?").param(week).update();
    }

    /** Lets one transaction publish it. @return whether it is still a draft */
    boolean lockDraft(UUID week) {
        return jdbc.sql("select id from week_plan where id = ? and published_at is null for update")
                .param(week)
                .query(UUID.class)
                .optional()
                .isPresent();
    }
}
