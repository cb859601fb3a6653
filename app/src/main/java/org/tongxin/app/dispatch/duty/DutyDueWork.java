package org.tongxin.app.dispatch.duty;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DueWork;

/** Closes forgotten check-outs, ends calls, and destroys what has served its purpose. */
@Component
class DutyDueWork implements DueWork {

    /** As long as who stood a shift is kept; the minutes stay in the service record. */
    private static final int KEPT_DAYS = 14;

    private final JdbcClient jdbc;
    private final ShiftHours hours;
    private final ServiceRecords records;
    private final UrgentCalls calls;
    private final WrongCodes wrongCodes;

    DutyDueWork(JdbcClient jdbc, ShiftHours hours, ServiceRecords records, UrgentCalls calls, WrongCodes wrongCodes) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.records = records;
        this.calls = calls;
        this.wrongCodes = wrongCodes;
    }

    @Override
    @Transactional
    public void runDue() {
        records.closeForgotten();
        records.destroyDue();
        calls.endDue();
        wrongCodes.forget();
        jdbc.sql("delete from attendance where shift_day < ?")
                .param(hours.day().minusDays(KEPT_DAYS))
                .update();
        jdbc.sql("delete from calendar_entry where last_day < ?")
                .param(hours.day())
                .update();
    }
}
