package org.tongxin.app.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Reason;
import tools.jackson.core.type.TypeReference;

/** Reads ratings of areas, restricted to a territory. Thread-safe. */
@Component
public class Ratings {

    private static final String SELECT = """
            select r.*, a.name as area_name, a.name_en as area_name_en
            from area_rating r join area a on a.path = r.area_path
            where r.area_path >= :territory and r.area_path < :territory || '~'
            """;

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    Ratings(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest rating of every area of the territory, in code order. */
    public List<AreaRating> current(String territory) {
        return jdbc.sql("select distinct on (area_path) * from (" + SELECT + ") r order by area_path, data_day desc")
                .param("territory", territory)
                .query(row())
                .list();
    }

    /** Every area of the territory on one day, in code order. */
    public List<AreaRating> ofDay(String territory, LocalDate day) {
        return jdbc.sql(SELECT + " and r.data_day = :day order by r.area_path")
                .param("territory", territory)
                .param("day", day)
                .query(row())
                .list();
    }

    /** The newest rating of one area. */
    public Optional<AreaRating> current(String territory, String areaPath) {
        return history(territory, areaPath, 1).stream().findFirst();
    }

    /** Ratings of one area, newest first. */
    public List<AreaRating> history(String territory, String areaPath, int limit) {
        return jdbc.sql(SELECT + " and r.area_path = :path order by r.data_day desc limit :limit")
                .param("territory", territory)
                .param("path", areaPath)
                .param("limit", limit)
                .query(row())
                .list();
    }

    /** Every change of level of the territory, newest first. */
    public List<AreaRating> changes(String territory, int limit) {
        return jdbc.sql(SELECT + " and r.changed order by r.data_day desc, r.area_path limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(row())
                .list();
    }

    public Optional<AreaRating> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(row())
                .optional();
    }

    /** The newest day that was rated. */
    public Optional<LocalDate> lastDay() {
        return jdbc.sql("select max(data_day) from area_rating having max(data_day) is not null")
                .query(LocalDate.class)
                .optional();
    }

    private RowMapper<AreaRating> row() {
        return this::map;
    }

    private AreaRating map(ResultSet row, int number) throws SQLException {
        String previous = row.getString("previous");
        return new AreaRating(
                row.getObject("id", UUID.class),
                row.getString("area_path"),
                row.getString("area_name"),
                row.getString("area_name_en"),
                row.getObject("data_day", LocalDate.class),
                RatingLevel.valueOf(row.getString("level")),
                RatingLevel.valueOf(row.getString("computed")),
                previous == null ? null : RatingLevel.valueOf(previous),
                row.getBoolean("changed"),
                row.getString("rule"),
                row.getString("rules_version"),
                json.read(row.getString("reasons"), REASONS),
                json.read(row.getString("lowered_by"), REASONS),
                json.read(row.getString("figures"), FIGURES),
                row.getTimestamp("rated_at").toInstant(),
                row.getObject("event_id", UUID.class));
    }
}
