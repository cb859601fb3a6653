package org.tongxin.app.surveillance.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.surveillance.ClusterModel;
import org.tongxin.app.surveillance.ClusterNews;
import org.tongxin.core.scan.Place;
import org.tongxin.core.scan.ScanCluster;

/** Keeps clusters; what a later scan of the same day does not find again stays, but is no longer current. */
@Component
class ClusterStore {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;

    ClusterStore(JdbcClient jdbc, DistrictClock clock, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    void retire(ClusterModel model, LocalDate day) {
        jdbc.sql("update scan_cluster set current = false where model = ? and event_day = ?")
                .params(model.name(), day)
                .update();
    }

    void keep(ScanInput.Period period, ScanCluster cluster, LocalDate day) {
        ClusterModel model = period.model();
        UUID id = ids.of("cluster", day, model, cluster.centre().id());
        jdbc.sql(
                        "insert into scan_cluster (id, event_day, model, centre_path, radius_km, first_day, observed, expected,"
                                + " llr, p, recurrence_days, news, period_days, current, assessed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?) on conflict (id) do update set"
                                + " radius_km = excluded.radius_km, first_day = excluded.first_day,"
                                + " observed = excluded.observed, expected = excluded.expected, llr = excluded.llr,"
                                + " p = excluded.p, recurrence_days = excluded.recurrence_days, news = excluded.news,"
                                + " period_days = excluded.period_days, current = true, assessed_at = excluded.assessed_at")
                .params(
                        id,
                        day,
                        model.name(),
                        cluster.centre().id(),
                        cluster.radiusKilometres(),
                        period.firstDay().plusDays(cluster.firstDay()),
                        cluster.observed(),
                        cluster.expected(),
                        cluster.statistic(),
                        cluster.pValue(),
                        cluster.recurrenceDays(),
                        news(model, cluster, day).name(),
                        period.cases().days(),
                        Timestamp.from(clock.now()))
                .update();
        keepMembers(id, period, cluster);
    }

    private void keepMembers(UUID id, ScanInput.Period period, ScanCluster cluster) {
        jdbc.sql("delete from scan_cluster_member where cluster_id = ?")
                .param(id)
                .update();
        for (Place member : cluster.members()) {
            int place = period.cases().places().indexOf(member.id());
            jdbc.sql("insert into scan_cluster_member (cluster_id, area_path, km, observed, expected)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            id,
                            member.id(),
                            kilometres(cluster.centre(), member),
                            period.observed(place, cluster.firstDay()),
                            period.expected(place, cluster.firstDay()))
                    .update();
        }
    }

    private static double kilometres(Place from, Place to) {
        return org.tongxin.core.geo.GreatCircle.kilometres(from.first(), from.second(), to.first(), to.second());
    }

    /** Against the current clusters of the day before, by the same model. */
    private ClusterNews news(ClusterModel model, ScanCluster cluster, LocalDate day) {
        List<String> members = cluster.members().stream().map(Place::id).toList();
        Set<String> before =
                new HashSet<>(jdbc.sql("select distinct m.area_path from scan_cluster_member m where m.cluster_id in"
                                + " (select c.id from scan_cluster c join scan_cluster_member o on o.cluster_id = c.id"
                                + " where c.model = ? and c.event_day = ? and c.current and o.area_path = any(?))")
                        .params(model.name(), day.minusDays(1), members.toArray(String[]::new))
                        .query(String.class)
                        .list());
        if (before.isEmpty()) {
            return ClusterNews.NEW;
        }
        return before.containsAll(members) ? ClusterNews.KNOWN : ClusterNews.GROWN;
    }
}
