package org.tongxin.app.plans;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** The public list: measures that run, and those that ended within the last 30 days. Thread-safe. */
@Service
public class PublishedMeasures {

    private static final Duration PUBLISHED_AFTER = Duration.ofDays(30);

    private static final String PUBLISHED =
            " and m.in_force_at is not null and (m.closed_at is null or m.closed_at > :since)";

    private static final Keyset RUNNING_FIRST = new Keyset(
            "measure", "m", "@.closed_at is not null", "coalesce(@.closed_at, 'infinity') desc", "@.ends_at");

    private final JdbcClient jdbc;
    private final MeasureRows rows;
    private final DistrictClock clock;

    PublishedMeasures(JdbcClient jdbc, MeasureRows rows, DistrictClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** A measure that residents may read about. */
    public Optional<Measure> find(UUID id) {
        return jdbc.sql(MeasureRows.SELECT + PUBLISHED + " and m.id = :id")
                .param("territory", "")
                .param("since", since())
                .param("id", id)
                .query(rows::map)
                .optional();
    }

    /** A page of what residents may read about, those that run first, those that ended last next. */
    public Paged<Measure> page(@Nullable Seen after, int size) {
        return RUNNING_FIRST.read(
                jdbc,
                MeasureRows.SELECT + PUBLISHED + " and",
                Map.of("territory", "", "since", since()),
                rows::map,
                after,
                size,
                Measure::id);
    }

    /** How many measures run, and how many ended within the last 30 days. */
    public Count count() {
        return jdbc.sql("select count(*) filter (where closed_at is null)::int as running,"
                        + " count(*) filter (where closed_at is not null)::int as ended from measure m"
                        + " where true" + PUBLISHED)
                .param("since", since())
                .query(Count.class)
                .single();
    }

    /** Counts of the public list. */
    public record Count(int running, int ended) {}

    private Timestamp since() {
        return Timestamp.from(clock.now().minus(PUBLISHED_AFTER));
    }
}
