package org.tongxin.app.dispatch.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;

/** What was known of who could not come goes with its shift, whether or not another shift is planned. */
@Component
class PastShifts implements DueWork {

    /** Who stood a shift is kept this many days, for hours and certificates; then only the counts of events remain. */
    private static final int KEPT_DAYS = 14;

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    PastShifts(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("delete from shift_unavailable where shift_day < ?")
                .param(clock.today())
                .update();
        jdbc.sql("delete from shift_choice where shift_day < ?")
                .param(clock.today())
                .update();
        jdbc.sql("delete from shift_repair where shift_day < ?")
                .param(clock.today())
                .update();
        jdbc.sql("delete from shift_state where shift_day < ?")
                .param(clock.today())
                .update();
        jdbc.sql("delete from assignment where shift_day < ? and (state = 'INVITED' or shift_day < ?)")
                .params(clock.today(), clock.today().minusDays(KEPT_DAYS))
                .update();
        jdbc.sql("update shift_post set offers_not_taken = 0 where shift_day < ? and offers_not_taken > 0")
                .param(clock.today())
                .update();
    }
}
