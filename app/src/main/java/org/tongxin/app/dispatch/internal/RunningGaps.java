package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.platform.DueWork;

/**
 * Looks at the running shift again. While a shift is to come, whoever was asked counts; from its day on only whoever said yes.
 * So a post may lack people from midnight on without anybody doing anything, and its gap has to be seen.
 */
@Component
class RunningGaps implements DueWork {

    private final JdbcClient jdbc;
    private final ShiftHours hours;
    private final LiveShifts shifts;
    private final Gaps gaps;

    RunningGaps(JdbcClient jdbc, ShiftHours hours, LiveShifts shifts, Gaps gaps) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.shifts = shifts;
        this.gaps = gaps;
    }

    @Override
    @Transactional
    public void runDue() {
        LocalDate day = hours.day();
        boolean isPlanned = jdbc.sql("select exists (select 1 from shift_post where shift_day = ?)")
                .param(day)
                .query(Boolean.class)
                .single();
        if (isPlanned) {
            shifts.lock(day);
            gaps.refresh("system", day, shifts.view(day).whyEmpty());
        }
    }
}
