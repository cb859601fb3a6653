package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the changes of what a shift is planned from; what is kept in memory of an earlier one is not used again. */
@Component
public class ShiftRevisions {

    private final JdbcClient jdbc;

    ShiftRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The shifts from this day on are planned from something else now. */
    public void outdateFrom(LocalDate from) {
        jdbc.sql("update shift_state set revision = revision + 1 where shift_day >= ?")
                .param(from)
                .update();
    }

    /** This shift alone is planned from something else now. */
    public void outdate(LocalDate day) {
        jdbc.sql("update shift_state set revision = revision + 1 where shift_day = ?")
                .param(day)
                .update();
    }
}
