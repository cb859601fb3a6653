package org.tongxin.app.simulation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.simulation.AdoptedCourse;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.PlaceRisk;
import org.tongxin.app.simulation.RiskPlace;
import org.tongxin.app.simulation.ScenarioLine;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.StreetRisk;
import tools.jackson.core.type.TypeReference;

/**
 * What the pages list of scenarios. Lists of scenarios and places are restricted to a territory in their query; what was adopted
 * is the district's decision, which everybody sees who reads scenarios or plans. Thread-safe.
 */
@Component
public class ScenarioReader {

    private static final String ADOPTIONS =
            "select a.*, s.number from simulation_adoption a" + " join simulation_scenario s on s.id = a.scenario_id";
    /** Places of a course with the step of a day. */
    private static final String UP_TO = " from (select *, array_position(days, cast(:day as smallint)) as step"
            + " from simulation_place where scenario_id = :id and course = :course and area_path >= :territory"
            + " and area_path < :territory || '~') p";

    private static final TypeReference<Map<Outlook, Curve>> NEEDS = new TypeReference<>() {};

    private static final Keyset NEWEST = new Keyset("simulation_scenario", "s", "@.created_at desc", "@.number desc");

    private final JdbcClient jdbc;
    private final Json json;

    ScenarioReader(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A page of the scenarios of the territory, newest first. */
    public Paged<ScenarioLine> page(String territory, @Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                "select s.id, s.number, s.name, s.state, s.members, s.days, jsonb_array_length(s.courses) as courses,"
                        + " s.created_by, s.created_at, s.result -> 'courses' -> 0 ->> 'code' as best,"
                        + " (select a.course from simulation_adoption a where a.scenario_id = s.id"
                        + " order by a.adopted_at desc limit 1) as adopted from simulation_scenario s"
                        + " where s.area_path >= :territory and s.area_path < :territory || '~' and",
                Map.of("territory", territory),
                ScenarioLine.class,
                after,
                Paged.SIZE,
                ScenarioLine::id);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from simulation_scenario where area_path >= :territory"
                        + " and area_path < :territory || '~'")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    /** The course adopted last, with its needs by day. */
    public Optional<AdoptedCourse> adopted() {
        return jdbc.sql(ADOPTIONS + " order by a.serial desc limit 1")
                .query(this::adoption)
                .optional();
    }

    /** What was adopted from a scenario, newest first. */
    public List<AdoptedCourse> adoptions(UUID scenario) {
        return jdbc.sql(ADOPTIONS + " where a.scenario_id = ? order by a.serial desc")
                .param(scenario)
                .query(this::adoption)
                .list();
    }

    private AdoptedCourse adoption(ResultSet row, int line) throws SQLException {
        return new AdoptedCourse(
                row.getObject("id", UUID.class),
                row.getObject("scenario_id", UUID.class),
                row.getString("number"),
                row.getString("course"),
                row.getString("reason"),
                row.getString("adopted_by"),
                row.getTimestamp("adopted_at").toInstant(),
                row.getObject("first_day", LocalDate.class),
                json.read(row.getString("needs"), NEEDS));
    }

    /** Communities of the territory by what a course lets expect up to a day, most infections first. @param day one of those shown */
    public List<PlaceRisk> places(UUID id, String course, String territory, int day, int limit) {
        return jdbc.sql("select p.area_path as path, coalesce(a.name, p.area_path) as name,"
                        + " coalesce(a.name_en, p.area_path) as name_en, substr(p.area_path, 1, 9) as street_path,"
                        + " rank() over (order by p.expected[p.step] desc)::int as rank, p.probability[p.step],"
                        + " p.expected[p.step], p.low90[p.step], p.high90[p.step]" + UP_TO
                        + " left join area a on a.path = p.area_path where length(p.area_path) > 9"
                        + " order by p.expected[p.step] desc, p.area_path limit :limit")
                .param("id", id)
                .param("course", course)
                .param("territory", territory)
                .param("day", day)
                .param("limit", limit)
                .query(PlaceRisk.class)
                .list();
    }

    /** Places of the territory through which most infections pass when nothing new is done, the most first. */
    public List<RiskPlace> riskPlaces(UUID id, String territory, int limit) {
        return jdbc.sql(
                        "select r.rank, r.kind, r.number, r.area_path as path, coalesce(a.name, r.area_path) as name,"
                                + " coalesce(a.name_en, r.area_path) as name_en, substr(r.area_path, 1, 9) as street_path,"
                                + " r.direct, r.through, r.low90, r.high90, r.share from simulation_risk_point r"
                                + " left join area a on a.path = r.area_path where r.scenario_id = :id"
                                + " and r.area_path >= :territory and r.area_path < :territory || '~' order by r.rank limit :limit")
                .param("id", id)
                .param("territory", territory)
                .param("limit", limit)
                .query(RiskPlace.class)
                .list();
    }

    /** Streets of the territory up to a day, in code order. */
    public List<StreetRisk> streets(UUID id, String course, String territory, int day) {
        return jdbc.sql("select p.area_path as path, p.expected[p.step], p.low90[p.step], p.high90[p.step]" + UP_TO
                        + " where length(p.area_path) = 9 order by 1")
                .param("id", id)
                .param("course", course)
                .param("territory", territory)
                .param("day", day)
                .query(StreetRisk.class)
                .list();
    }
}
