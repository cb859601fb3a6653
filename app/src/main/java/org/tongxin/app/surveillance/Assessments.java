package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the default detector said of reported days, restricted to a territory. Thread-safe. */
@Component
public class Assessments {

    private final JdbcClient jdbc;

    Assessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one point, both days included, oldest first; days without a report have none. */
    public List<StreamAssessment> of(UUID point, LocalDate from, LocalDate to) {
        return jdbc.sql("select * from assessment where point_id = ? and event_day between ? and ? order by event_day")
                .params(point, from, to)
                .query(StreamAssessment.class)
                .list();
    }

    public Optional<StreamAssessment> find(UUID point, LocalDate day) {
        return of(point, day, day).stream().findFirst();
    }

    /** Of one day, every point of the territory that has reported it, by path and code. */
    public List<StreamAssessment> ofDay(String territory, LocalDate day) {
        return jdbc.sql("select s.* from assessment s join monitoring_point p on p.id = s.point_id"
                        + " where s.event_day = :day and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " order by p.area_path, p.code")
                .param("day", day)
                .param("territory", territory)
                .query(StreamAssessment.class)
                .list();
    }
}
