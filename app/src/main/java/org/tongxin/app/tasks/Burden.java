package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.platform.DistrictClock;

/** The minutes that orders ask of communities, shown by who asks. There is no reading of it by worker. Thread-safe. */
@Service
public class Burden {

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    Burden(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Minutes asked of one community on one day by one issuing department. @param orders how many orders */
    public record Asked(
            String issuer, String communityPath, String community, String communityEn, int orders, int minutes) {}

    /** What was asked of the communities of a territory on a day, the heaviest issuer and community first. */
    public List<Asked> on(LocalDate day, String territory) {
        return jdbc.sql("""
                        select o.issuer, a.path as community_path, a.name as community, a.name_en as community_en,
                               count(*)::int as orders, sum(o.minutes)::int as minutes
                        from task t join task_order o on o.id = t.order_id join area a on a.path = t.area_path
                        where t.level = 'COMMUNITY' and t.state <> 'WITHDRAWN'
                          and t.issued_at >= :start and t.issued_at < :end
                          and t.area_path >= :territory and t.area_path < :territory || '~'
                        group by o.issuer, a.path, a.name, a.name_en
                        order by sum(sum(o.minutes)) over (partition by o.issuer) desc, o.issuer, minutes desc, a.path
                        """)
                .param("start", Timestamp.from(day.atStartOfDay(clock.zone()).toInstant()))
                .param(
                        "end",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(clock.zone()).toInstant()))
                .param("territory", territory)
                .query(Asked.class)
                .list();
    }
}
