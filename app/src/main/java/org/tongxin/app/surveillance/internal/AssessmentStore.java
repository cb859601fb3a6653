package org.tongxin.app.surveillance.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tongxin.core.stream.Assessment;
import org.tongxin.core.stream.StreamDetector;

/** Keeps assessments; a second one of the same day replaces the first. */
@Component
class AssessmentStore {

    private static final int BATCH = 1_000;

    private static final String UPSERT =
            "insert into assessment (point_id, event_day, observed, expected, lower, upper,"
                    + " threshold, window_days, window_observed, window_expected, model_p, p, quiet_days, calibrated,"
                    + " smallest_outbreak, history_days, method, detector, reason, alarm, assessed_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (point_id, event_day) do update set observed = excluded.observed,"
                    + " expected = excluded.expected, lower = excluded.lower, upper = excluded.upper,"
                    + " threshold = excluded.threshold, window_days = excluded.window_days,"
                    + " window_observed = excluded.window_observed, window_expected = excluded.window_expected,"
                    + " model_p = excluded.model_p, p = excluded.p, quiet_days = excluded.quiet_days,"
                    + " calibrated = excluded.calibrated, smallest_outbreak = excluded.smallest_outbreak,"
                    + " history_days = excluded.history_days, method = excluded.method, detector = excluded.detector,"
                    + " reason = excluded.reason, alarm = excluded.alarm, assessed_at = excluded.assessed_at";

    private final JdbcTemplate jdbc;

    AssessmentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One assessment of a point. */
    record Row(UUID point, LocalDate day, Assessment assessment) {}

    void keep(List<Row> rows, Instant at) {
        jdbc.batchUpdate(UPSERT, rows, BATCH, (statement, row) -> {
            Assessment found = row.assessment();
            statement.setObject(1, row.point());
            statement.setObject(2, row.day());
            statement.setInt(3, (int) found.observed());
            number(statement, 4, found.expected());
            number(statement, 5, found.lower());
            number(statement, 6, found.upper());
            statement.setDouble(7, found.threshold());
            statement.setInt(8, found.window());
            statement.setInt(9, (int) found.windowObserved());
            number(statement, 10, found.windowExpected());
            number(statement, 11, found.modelP());
            number(statement, 12, found.p());
            statement.setInt(13, found.quietSteps());
            statement.setBoolean(14, found.calibrated());
            number(statement, 15, found.smallestOutbreak());
            statement.setInt(16, found.history());
            statement.setString(17, found.method().name());
            statement.setString(18, StreamDetector.VERSION);
            statement.setString(19, found.reason().name());
            statement.setBoolean(20, found.alarm());
            statement.setTimestamp(21, Timestamp.from(at));
        });
    }

    private static void number(PreparedStatement statement, int column, double value) throws SQLException {
        if (Double.isNaN(value)) {
            statement.setNull(column, Types.DOUBLE);
        } else {
            statement.setDouble(column, value);
        }
    }
}
