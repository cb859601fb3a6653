package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.core.allocation.DutyRest;

/**
 * Numbers the changes of what a shift is planned from, and lets one transaction at a time change a shift. A number is never given
 * twice; what is kept in memory of an earlier one is not used again.
 *
 * <p>Whoever changes a shift takes its lock before they write anything else of it. One lock of all shifts comes first, since what
 * somebody does on one day decides whether they may come on another; so nobody waits for somebody who waits for them.
 */
@Component
public class ShiftRevisions {

    private static final int DAYS_OF_WEEK = 7;

    private final JdbcClient jdbc;

    ShiftRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the shift has revisions. */
    void open(LocalDate day) {
        jdbc.sql("insert into shift_state (shift_day) values (?) on conflict do nothing")
                .param(day)
                .update();
    }

    /** Lets the transaction alone change the shift until it ends; of a shift never planned there is nothing to lock. */
    public void lock(LocalDate day) {
        lockAll();
        jdbc.sql("select revision from shift_state where shift_day = ? for update")
                .param(day)
                .query(Long.class)
                .optional();
    }

    /** A person's rest joins the days, so that one transaction at a time changes any of them. Taken before every other lock. */
    private void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tongxin.shifts'))::text")
                .query(String.class)
                .single();
    }

    /** The other shifts, in which somebody may have to rest, or no longer, because of a change of this one. */
    void outdateAround(LocalDate day) {
        LocalDate monday = DutyRest.monday(day);
        jdbc.sql(
                        "select shift_day from shift_state where shift_day between ? and ? and shift_day <> ? order by shift_day")
                .params(monday.minusDays(1), monday.plusDays(DAYS_OF_WEEK), day)
                .query(LocalDate.class)
                .list()
                .forEach(this::next);
    }

    /** The present revision; empty for a shift that was never planned. */
    Optional<Long> find(LocalDate day) {
        return jdbc.sql("select revision from shift_state where shift_day = ?")
                .param(day)
                .query(Long.class)
                .optional();
    }

    /** A new revision; empty for a shift that was never planned. */
    Optional<Long> next(LocalDate day) {
        return jdbc.sql("update shift_state set revision = nextval('shift_revision') where shift_day = ?"
                        + " returning revision")
                .param(day)
                .query(Long.class)
                .optional();
    }

    /** The shifts from this day on are planned from something else now. To be called before anything else of them is written. */
    public void outdateFrom(LocalDate from) {
        lockAll();
        jdbc.sql("select shift_day from shift_state where shift_day >= ? order by shift_day for update")
                .param(from)
                .query(LocalDate.class)
                .list()
                .forEach(this::next);
    }

    /** This shift alone is planned from something else now. */
    public void outdate(LocalDate day) {
        next(day);
    }
}
