package org.tongxin.app.surveillance.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.surveillance.PlaceGrade;
import org.tongxin.core.episode.Consensus;
import org.tongxin.core.episode.FalseDiscoveryRate;
import org.tongxin.core.stream.Calibration;

/**
 * Judges the streets of a day: the probabilities of a street's streams combined, ranked among its own earlier days, and
 * all streets together by false discovery rate. A street that is not calibrated is no test among them. Judging a day
 * again restates it.
 */
@Component
class AreaConsensus {

    private static final int DAYS = StreamHistory.ASSESSED_DAYS;
    private static final String STREET = "substr(area_path, 1, 9)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DistrictClock clock;

    AreaConsensus(JdbcClient jdbc, JdbcTemplate batches, DistrictClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** What is known of a street: of its streams today, and of the days before. */
    private static final class Street {
        private final String path;
        private final List<List<Double>> byDay = new ArrayList<>();
        private final boolean[] outbreak = new boolean[DAYS];

        Street(String path) {
            this.path = path;
            for (int day = 0; day <= DAYS; day++) {
                byDay.add(new ArrayList<>());
            }
        }

        double combined(int day) {
            return Consensus.edgington(
                    byDay.get(day).stream().mapToDouble(Double::doubleValue).toArray());
        }

        Judged judged() {
            double[] before = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                before[day] = combined(day);
            }
            Calibration calibration = Calibration.of(before, outbreak);
            double combined = combined(DAYS);
            return new Judged(
                    path,
                    byDay.get(DAYS).size(),
                    combined,
                    calibration.of(combined),
                    calibration.quietSteps(),
                    calibration.calibrated());
        }
    }

    private record Judged(String path, int streams, double combined, double p, int quietDays, boolean calibrated) {}

    void judge(LocalDate day) {
        List<Judged> judged = streets(day).values().stream()
                .filter(street -> !street.byDay.get(DAYS).isEmpty())
                .map(Street::judged)
                .toList();
        double[] q = FalseDiscoveryRate.q(judged.stream()
                .mapToDouble(street -> street.calibrated() ? street.p() : Double.NaN)
                .toArray());
        keep(day, judged, q);
    }

    private Map<String, Street> streets(LocalDate day) {
        Map<String, Street> streets = new TreeMap<>();
        LocalDate first = day.minusDays(DAYS);
        jdbc.sql("select " + STREET + " as street, s.event_day, s.p from assessment s"
                        + " join monitoring_point p on p.id = s.point_id where s.p is not null"
                        + " and length(area_path) >= 9 and s.event_day between ? and ? order by p.code")
                .params(first, day)
                .query(row -> {
                    LocalDate at = row.getObject("event_day", LocalDate.class);
                    streets.computeIfAbsent(row.getString("street"), Street::new)
                            .byDay
                            .get(at(first, at))
                            .add(row.getDouble("p"));
                });
        jdbc.sql("select distinct " + STREET + " as street, event_day from signal where state = 'CONFIRMED'"
                        + " and event_day between ? and ?")
                .params(first, day.minusDays(1))
                .query(row -> {
                    Street street = streets.get(row.getString("street"));
                    if (street != null) {
                        street.outbreak[at(first, row.getObject("event_day", LocalDate.class))] = true;
                    }
                });
        return streets;
    }

    private static int at(LocalDate first, LocalDate day) {
        return (int) (day.toEpochDay() - first.toEpochDay());
    }

    private static PlaceGrade grade(Judged street, double q) {
        if (!street.calibrated()) {
            return PlaceGrade.NOT_CALIBRATED;
        }
        if (q <= FalseDiscoveryRate.ALARM) {
            return PlaceGrade.ALARM;
        }
        return q <= FalseDiscoveryRate.WATCH ? PlaceGrade.WATCH : PlaceGrade.QUIET;
    }

    private void keep(LocalDate day, List<Judged> judged, double[] q) {
        Timestamp now = Timestamp.from(clock.now());
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < judged.size(); row++) {
            rows.add(row);
        }
        batches.batchUpdate(
                "insert into area_signal (area_path, event_day, streams, combined_p, p, quiet_days, calibrated, q, grade,"
                        + " assessed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (area_path, event_day) do update"
                        + " set streams = excluded.streams, combined_p = excluded.combined_p, p = excluded.p,"
                        + " quiet_days = excluded.quiet_days, calibrated = excluded.calibrated, q = excluded.q,"
                        + " grade = excluded.grade, assessed_at = excluded.assessed_at",
                rows,
                100,
                (statement, row) -> {
                    Judged street = judged.get(row);
                    statement.setString(1, street.path());
                    statement.setObject(2, day);
                    statement.setInt(3, street.streams());
                    statement.setDouble(4, street.combined());
                    statement.setDouble(5, street.p());
                    statement.setInt(6, street.quietDays());
                    statement.setBoolean(7, street.calibrated());
                    statement.setObject(8, street.calibrated() ? q[row] : null, Types.DOUBLE);
                    statement.setString(9, grade(street, q[row]).name());
                    statement.setTimestamp(10, now);
                });
    }
}
