package org.tongxin.app.simulation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import org.tongxin.app.simulation.AdoptedCourse;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioState;
import org.tongxin.app.simulation.Situation;
import org.tongxin.app.simulation.internal.CommunityTally.Infections;
import tools.jackson.core.type.TypeReference;

/** Scenarios as they are kept. Thread-safe. */
@Component
public class ScenarioStore {

    private static final TypeReference<Situation> SITUATION = new TypeReference<>() {};
    private static final TypeReference<List<Course>> COURSES = new TypeReference<>() {};
    private static final TypeReference<Capacities> CAPACITIES = new TypeReference<>() {};
    private static final TypeReference<Costs> COSTS = new TypeReference<>() {};
    private static final TypeReference<ScenarioResult> RESULT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Json json;

    ScenarioStore(JdbcClient jdbc, JdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public Optional<Scenario> find(UUID id, String territory) {
        return find(id, territory, "");
    }

    /** As {@link #find}, and holds the row until the transaction ends. */
    public Optional<Scenario> lock(UUID id, String territory) {
        return find(id, territory, " for update");
    }

    private Optional<Scenario> find(UUID id, String territory, String locking) {
        return jdbc.sql("select * from simulation_scenario where id = :id and area_path >= :territory"
                        + " and area_path < :territory || '~'" + locking)
                .param("id", id)
                .param("territory", territory)
                .query(this::map)
                .optional();
    }

    /** The next number, 1 for the first; numbers are given one after the other. */
    public int nextSerial() {
        lockNumbers();
        return jdbc.sql("select count(*)::int + 1 from simulation_scenario")
                .query(Integer.class)
                .single();
    }

    /** One asks or adopts at a time, until the transaction ends. */
    public void lockNumbers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('simulation.number'))")
                .query((row, number) -> true)
                .single();
    }

    public void insert(Scenario scenario) {
        jdbc.sql(
                        "insert into simulation_scenario (id, number, area_path, name, warning_id, situation, courses, members,"
                                + " days, scale, later, capacities, costs, seed, state, created_by, created_at, caused_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        scenario.id(),
                        scenario.number(),
                        scenario.areaPath(),
                        scenario.name(),
                        scenario.warning(),
                        json.parameter(scenario.situation()),
                        json.parameter(scenario.courses()),
                        scenario.members(),
                        scenario.days(),
                        scenario.scale(),
                        scenario.later(),
                        json.parameter(scenario.capacities()),
                        json.parameter(scenario.costs()),
                        scenario.seed(),
                        scenario.state().name(),
                        scenario.createdBy(),
                        Timestamp.from(scenario.createdAt()),
                        scenario.causedBy()))
                .update();
    }

    /** Moves a scenario on. False when it is no longer in one of the states. */
    public boolean move(UUID id, List<ScenarioState> from, ScenarioState to, @Nullable Timestamp ended) {
        return jdbc.sql("update simulation_scenario set state = :to, ended_at = :ended, trouble = null,"
                                + " version = version + 1 where id = :id and state in (:from)")
                        .param("to", to.name())
                        .param("ended", ended)
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    boolean done(UUID id, ScenarioResult result, Timestamp now) {
        return jdbc.sql("update simulation_scenario set state = 'DONE', result = ?, ended_at = ?, version = version + 1"
                                + " where id = ? and state = 'RUNNING'")
                        .params(json.parameter(result), now, id)
                        .update()
                == 1;
    }

    /** The event that announced the result of a scenario. */
    public UUID eventOf(UUID scenario) {
        return jdbc.sql("select event_id from simulation_scenario where id = :id")
                .param("id", scenario)
                .query(UUID.class)
                .single();
    }

    /** Number of the next adoption, 1 for the first; likewise. */
    public int nextAdoption() {
        lockNumbers();
        return jdbc.sql("select count(*)::int + 1 from simulation_adoption")
                .query(Integer.class)
                .single();
    }

    /** Keeps an adoption, which also changes the version of its scenario. @param event that announces it */
    public void adopt(int serial, AdoptedCourse adopted, String area, UUID event) {
        jdbc.sql(
                        "insert into simulation_adoption (id, serial, scenario_id, area_path, course, reason, needs, first_day,"
                                + " adopted_by, adopted_at, event_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        adopted.id(),
                        serial,
                        adopted.scenario(),
                        area,
                        adopted.course(),
                        adopted.reason(),
                        json.parameter(adopted.needs()),
                        adopted.firstDay(),
                        adopted.adoptedBy(),
                        Timestamp.from(adopted.adoptedAt()),
                        event)
                .update();
        jdbc.sql("update simulation_scenario set version = version + 1 where id = :id")
                .param("id", adopted.scenario())
                .update();
    }

    void event(UUID id, UUID event) {
        jdbc.sql("update simulation_scenario set event_id = ? where id = ?")
                .params(event, id)
                .update();
    }

    void failed(UUID id, String trouble, Timestamp now) {
        jdbc.sql("update simulation_scenario set state = 'FAILED', trouble = ?, ended_at = ?, version = version + 1"
                        + " where id = ? and state = 'RUNNING'")
                .params(trouble, now, id)
                .update();
    }

    /** What was under way when the program ended. */
    int interrupted(Timestamp now) {
        return jdbc.sql("update simulation_scenario set state = 'INTERRUPTED', ended_at = ?, version = version + 1"
                        + " where state = 'RUNNING'")
                .param(now)
                .update();
    }

    List<Scenario> queued() {
        return jdbc.sql("select * from simulation_scenario where state = 'QUEUED' order by created_at, number")
                .query(this::map)
                .list();
    }

    void places(UUID id, List<PlaceRow> rows) {
        batches.batchUpdate(
                "insert into simulation_place (scenario_id, course, area_path, days, probability, expected, low90, high90)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                rows.size(),
                (statement, row) -> {
                    statement.setObject(1, id);
                    statement.setString(2, row.course());
                    statement.setString(3, row.path());
                    statement.setObject(4, row.shown());
                    statement.setObject(5, row.each(Infections::probability));
                    statement.setObject(6, row.each(Infections::mean));
                    statement.setObject(7, row.each(Infections::low90));
                    statement.setObject(8, row.each(Infections::high90));
                });
    }

    void riskPoints(UUID id, List<RiskPointRow> rows) {
        AtomicInteger rank = new AtomicInteger();
        batches.batchUpdate(
                "insert into simulation_risk_point (scenario_id, rank, kind, number, area_path, direct, through, low90, high90,"
                        + " share) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                RiskPointRow.MOST,
                (statement, row) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, rank.incrementAndGet());
                    statement.setString(3, row.kind().name());
                    statement.setInt(4, row.number());
                    statement.setString(5, row.path());
                    statement.setDouble(6, row.direct());
                    statement.setDouble(7, row.through());
                    statement.setDouble(8, row.low90());
                    statement.setDouble(9, row.high90());
                    statement.setDouble(10, row.share());
                });
    }

    private Scenario map(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Scenario(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("area_path"),
                row.getString("name"),
                row.getObject("warning_id", UUID.class),
                json.read(row.getString("situation"), SITUATION),
                json.read(row.getString("courses"), COURSES),
                row.getInt("members"),
                row.getInt("days"),
                row.getDouble("scale"),
                row.getBoolean("later"),
                json.read(row.getString("capacities"), CAPACITIES),
                json.read(row.getString("costs"), COSTS),
                row.getLong("seed"),
                ScenarioState.valueOf(row.getString("state")),
                result == null ? null : json.read(result, RESULT),
                row.getString("trouble"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("caused_by", UUID.class),
                row.getInt("version"));
    }
}
