package org.tongxin.app.warning.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.core.rating.IndexResult;
import org.tongxin.core.rating.Level;
import org.tongxin.core.rating.RiskIndex;
import tools.jackson.core.type.TypeReference;

/** Reads the index of streets, restricted to a territory. Thread-safe. */
@Component
public class RiskIndices {

    private static final String SELECT = """
            select r.*, a.name as area_name, a.name_en as area_name_en
            from risk_index r join area a on a.path = r.area_path
            where r.area_path >= :territory and r.area_path < :territory || '~'
            """;

    private static final TypeReference<Map<String, Double>> MEASURED = new TypeReference<>() {};
    private static final TypeReference<Map<String, Reason>> SENTENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final IndexVersions versions;

    RiskIndices(JdbcClient jdbc, Json json, IndexVersions versions) {
        this.jdbc = jdbc;
        this.json = json;
        this.versions = versions;
    }

    /** Every street of the territory on one day, in code order. */
    public List<AreaRisk> ofDay(String territory, LocalDate day) {
        return jdbc.sql(SELECT + " and r.data_day = :day order by r.area_path")
                .param("territory", territory)
                .param("day", day)
                .query(row())
                .list();
    }

    /** One street on the newest day that is not after {@code day}. */
    public Optional<AreaRisk> find(String territory, String path, LocalDate day) {
        return history(territory, path, day, 1).stream().findFirst();
    }

    /** Days of one street, newest first, beginning with {@code last}. */
    public List<AreaRisk> history(String territory, String path, LocalDate last, int limit) {
        return jdbc.sql(SELECT
                        + " and r.area_path = :path and r.data_day <= :last order by r.data_day desc limit :limit")
                .param("territory", territory)
                .param("path", path)
                .param("last", last)
                .param("limit", limit)
                .query(row())
                .list();
    }

    /** All days from {@code from} on, by street and day. */
    public List<AreaRisk> since(String territory, LocalDate from) {
        return jdbc.sql(SELECT + " and r.data_day >= :from order by r.area_path, r.data_day")
                .param("territory", territory)
                .param("from", from)
                .query(row())
                .list();
    }

    /**
     * One rated day of a territory.
     *
     * @param highest the highest index in tenths of a point; {@code null} when no street had enough data
     * @param grave streets whose kept level is orange or red
     * @param unknown streets without enough data
     */
    public record Day(LocalDate day, @Nullable Integer highest, int grave, int unknown) {}

    /** The newest {@code limit} rated days, oldest first. */
    public List<Day> days(String territory, int limit) {
        return jdbc.sql("select * from (select data_day as day,"
                        + " max(tenths) filter (where day_level <> 'INSUFFICIENT') as highest,"
                        + " (count(*) filter (where level in ('ORANGE', 'RED')))::int as grave,"
                        + " (count(*) filter (where day_level = 'INSUFFICIENT'))::int as unknown from risk_index"
                        + " where area_path >= :territory and area_path < :territory || '~'"
                        + " group by data_day order by data_day desc limit :limit) d order by day")
                .param("territory", territory)
                .param("limit", limit)
                .query(Day.class)
                .list();
    }

    /** The newest rated day. */
    public Optional<LocalDate> lastDay() {
        return jdbc.sql("select max(data_day) from risk_index having max(data_day) is not null")
                .query(LocalDate.class)
                .optional();
    }

    /** For one statement: each version is read once. */
    private RowMapper<AreaRisk> row() {
        Map<String, IndexSettings> byVersion = new HashMap<>();
        return (row, number) ->
                map(row, byVersion.computeIfAbsent(row.getString("config_version"), versions::settings));
    }

    private AreaRisk map(ResultSet row, IndexSettings settings) throws SQLException {
        Map<String, Double> measured = json.read(row.getString("measured"), MEASURED);
        IndexResult result = new RiskIndex(settings.config(), settings.thresholds()).of(measured);
        return new AreaRisk(
                row.getString("area_path"),
                row.getString("area_name"),
                row.getString("area_name_en"),
                row.getObject("data_day", LocalDate.class),
                row.getString("config_version"),
                result,
                settings.thresholds().levelOf(result.index()).ordinal() - Level.NONE.ordinal(),
                RatingLevel.valueOf(row.getString("level")),
                row.getInt("days_below"),
                row.getObject("q", Double.class),
                row.getDouble("completeness"),
                measured,
                json.read(row.getString("sentences"), SENTENCES),
                row.getTimestamp("rated_at").toInstant());
    }
}
