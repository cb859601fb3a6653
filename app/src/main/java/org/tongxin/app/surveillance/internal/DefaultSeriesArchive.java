package org.tongxin.app.surveillance.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.SeriesArchive;
import org.tongxin.core.stream.Assessment;
import org.tongxin.core.stream.StreamSeries;

@Component
class DefaultSeriesArchive implements SeriesArchive {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final DetectionPolicy policy;
    private final AssessmentStore store;

    DefaultSeriesArchive(
            JdbcTemplate jdbc, DistrictClock clock, Ids ids, DetectionPolicy policy, AssessmentStore store) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.policy = policy;
        this.store = store;
    }

    @Override
    @Transactional
    public void load(MonitoringPoint point, StreamSeries counts) {
        List<Assessment> assessed = policy.detector(point).assessAll(counts).stream()
                .filter(assessment -> !Double.isNaN(assessment.observed()))
                .toList();
        jdbc.batchUpdate(
                "insert into count_report (id, point_id, event_day, revision, value, reported_at, due_at, reported_by,"
                        + " channel) values (?, ?, ?, 1, ?, ?, ?, 'system', ?)",
                assessed,
                BATCH,
                (statement, assessment) -> {
                    LocalDate day = counts.date(assessment.index());
                    Timestamp due = Timestamp.from(clock.at(day.plusDays(1), Counts.DUE));
                    statement.setObject(1, ids.of("count", point.code(), day, 1));
                    statement.setObject(2, point.id());
                    statement.setObject(3, day);
                    statement.setInt(4, (int) assessment.observed());
                    statement.setTimestamp(5, due);
                    statement.setTimestamp(6, due);
                    statement.setString(7, Channel.REPLAY.name());
                });
        List<AssessmentStore.Row> rows = new ArrayList<>();
        assessed.forEach(assessment ->
                rows.add(new AssessmentStore.Row(point.id(), counts.date(assessment.index()), assessment)));
        store.keep(rows, clock.now());
    }
}
