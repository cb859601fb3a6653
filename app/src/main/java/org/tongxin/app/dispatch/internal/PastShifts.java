package org.tongxin.app.dispatch.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.platform.DueWork;

/** What was known of who could not come goes with its shift, whether or not another shift is planned. */
@Component
class PastShifts implements DueWork {

    /** Who stood a shift is kept this many days, for hours and certificates; then only the counts of events remain. */
    private static final int KEPT_DAYS = 14;

    private final JdbcClient jdbc;
    private final ShiftHours hours;
    private final Gaps gaps;

    PastShifts(JdbcClient jdbc, ShiftHours hours, Gaps gaps) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.gaps = gaps;
    }

    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("delete from shift_unavailable where shift_day < ?")
                .param(hours.day())
                .update();
        jdbc.sql("delete from shift_choice where shift_day < ?")
                .param(hours.day())
                .update();
        jdbc.sql("delete from shift_repair where shift_day < ?")
                .param(hours.day())
                .update();
        // When a repair was made and what it changed would tell, beside the audit, whose answer it followed.
        jdbc.sql("delete from shift_plan where shift_day < ? and reason = ?")
                .params(hours.day(), DefaultDispatch.REPAIR)
                .update();
        jdbc.sql("delete from shift_state where shift_day < ?")
                .param(hours.day())
                .update();
        jdbc.sql("delete from assignment where shift_day < ? and (state = 'INVITED' or shift_day < ?)")
                .params(hours.day(), hours.day().minusDays(KEPT_DAYS))
                .update();
        for (String table : List.of("shift_wish", "shift_swap", "shift_swapped", "shift_called_off", "week_place")) {
            jdbc.sql("delete from " + table + " where shift_day < ?")
                    .param(hours.day())
                    .update();
        }
        jdbc.sql("delete from week_plan where first_day < ?")
                .param(hours.day().minusDays(KEPT_DAYS))
                .update();
        gaps.closePast();
    }
}
