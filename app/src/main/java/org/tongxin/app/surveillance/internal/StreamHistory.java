package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.core.stream.Rhythm;
import org.tongxin.core.stream.StreamSeries;

/** Reads what the detector needs to know of many points before it judges a day: three queries, however many points. */
@Component
class StreamHistory {

    /** Days of counts: a year, and the weeks around it that a regression leaves out. */
    static final int COUNT_DAYS = 400;

    /** Days of earlier assessments. */
    static final int ASSESSED_DAYS = 548;

    private static final String COUNTS =
            "select point_id, event_day, value::double precision as number from count_report where current";

    private static final String MODEL_P =
            "select point_id, event_day, model_p as number from assessment where model_p is not null";

    private static final String CONFIRMED =
            "select point_id, event_day, 1.0 as number from signal where state = 'CONFIRMED'";

    private static final String POINTS_AND_DAYS =
            " and point_id = any(cast(? as uuid[])) and event_day between ? and ?";

    private final JdbcClient jdbc;

    StreamHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of one point, up to a day.
     *
     * @param counts the last index is the day
     * @param modelP {@code [day]}, the last one being the day before; NaN where nothing was assessed
     * @param outbreak {@code [day]}, as modelP: confirmed by an analyst
     */
    record Past(StreamSeries counts, double[] modelP, boolean[] outbreak) {}

    /** The past of each point, by its id; a point without a count has one that is empty. */
    Map<UUID, Past> of(List<UUID> points, LocalDate day) {
        Map<UUID, Reading> readings = new HashMap<>();
        points.forEach(point -> readings.put(point, new Reading()));
        LocalDate firstCount = day.minusDays(COUNT_DAYS);
        LocalDate firstAssessed = day.minusDays(ASSESSED_DAYS);
        LocalDate before = day.minusDays(1);
        read(COUNTS, readings, firstCount, day, (reading, at, number) -> reading.counts[at] = number);
        read(MODEL_P, readings, firstAssessed, before, (reading, at, number) -> reading.modelP[at] = number);
        read(CONFIRMED, readings, firstAssessed, before, (reading, at, number) -> reading.outbreak[at] = true);
        Map<UUID, Past> past = new HashMap<>();
        readings.forEach((point, reading) -> past.put(point, reading.since(firstCount)));
        return past;
    }

    /** Filled while rows come in. */
    private static final class Reading {
        private final double[] counts = none(COUNT_DAYS + 1);
        private final double[] modelP = none(ASSESSED_DAYS);
        private final boolean[] outbreak = new boolean[ASSESSED_DAYS];

        Past since(LocalDate firstCount) {
            return new Past(new StreamSeries(firstCount, Rhythm.DAILY, counts), modelP, outbreak);
        }
    }

    private interface Cell {
        void set(Reading reading, int at, double number);
    }

    private void read(String sql, Map<UUID, Reading> readings, LocalDate from, LocalDate to, Cell cell) {
        String[] ids = readings.keySet().stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql(sql + POINTS_AND_DAYS).params(ids, from, to).query(row -> {
            Reading reading = readings.get(row.getObject("point_id", UUID.class));
            LocalDate day = row.getObject("event_day", LocalDate.class);
            if (reading != null) {
                cell.set(reading, (int) (day.toEpochDay() - from.toEpochDay()), row.getDouble("number"));
            }
        });
    }

    private static double[] none(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
