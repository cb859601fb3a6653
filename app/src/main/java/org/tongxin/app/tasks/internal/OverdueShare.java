package org.tongxin.app.tasks.internal;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.warning.indicators.IndicatorFigure;
import org.tongxin.app.warning.indicators.IndicatorSource;

/** Tells the risk index which share of a street's tasks that have come due nobody has answered. */
@Component
class OverdueShare implements IndicatorSource {

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    OverdueShare(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String indicator() {
        return "tasksOverdue";
    }

    private record Street(String path, int due, int overdue) {

        IndicatorFigure figure() {
            return new IndicatorFigure(
                    due == 0 ? 0 : (double) overdue / due, Reason.of("risk.tasksOverdue", overdue, due));
        }
    }

    @Override
    public Map<String, IndicatorFigure> byStreet() {
        Map<String, IndicatorFigure> figures = new HashMap<>();
        jdbc.sql("""
                        select substr(area_path, 1, 9) as path, (count(*) filter (where due_at < :now))::int as due,
                               (count(*) filter (where due_at < :now
                                    and state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')))::int as overdue
                        from task where length(area_path) >= 9 and state <> 'WITHDRAWN' group by 1
                        """)
                .param("now", Timestamp.from(clock.now()))
                .query(Street.class)
                .list()
                .forEach(street -> figures.put(street.path(), street.figure()));
        return figures;
    }
}
