package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the daily scans have found; a cluster is seen by whoever holds one of its streets. Thread-safe. */
@Component
public class Clusters {

    /** Days with reports without which nothing is scanned. Suggested value. */
    public static final int LEAST_DAYS = 8;

    /** Cases without which nothing is scanned. Suggested value. */
    public static final int LEAST_CASES = 10;

    private static final String SELECT = "select c.*, a.name as centre_name, a.name_en as centre_name_en"
            + " from scan_cluster c join area a on a.path = c.centre_path"
            + " where exists (select 1 from scan_cluster_member m where m.cluster_id = c.id"
            + " and m.area_path >= :territory and m.area_path < :territory || '~')";

    private final JdbcClient jdbc;

    Clusters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Current clusters of a day, the rarest first. */
    public List<Cluster> ofDay(String territory, LocalDate day) {
        return jdbc.sql(SELECT + " and c.event_day = :day and c.current order by c.p, c.llr desc, c.id")
                .param("territory", territory)
                .param("day", day)
                .query(Cluster.class)
                .list();
    }

    public Optional<Cluster> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and c.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Cluster.class)
                .optional();
    }

    /** Streets of a cluster inside a territory, nearest to its centre first. */
    public List<ClusterMember> members(UUID cluster, String territory) {
        return jdbc.sql("select m.area_path, a.name as area_name, a.name_en as area_name_en, m.km, m.observed,"
                        + " m.expected from scan_cluster_member m join area a on a.path = m.area_path"
                        + " where m.cluster_id = :cluster and m.area_path >= :territory"
                        + " and m.area_path < :territory || '~' order by m.km, m.area_path")
                .param("cluster", cluster)
                .param("territory", territory)
                .query(ClusterMember.class)
                .list();
    }

    /** How many streets a cluster has, inside a territory or not. */
    public int size(UUID cluster) {
        return jdbc.sql("select count(*)::int from scan_cluster_member where cluster_id = ?")
                .param(cluster)
                .query(Integer.class)
                .single();
    }
}
