package org.tongxin.app.warning.risk;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.platform.Json;
import org.tongxin.app.surveillance.StreamsAssessed;
import org.tongxin.core.episode.FalseDiscoveryRate;
import org.tongxin.core.rating.IndexResult;
import org.tongxin.core.rating.Level;
import org.tongxin.core.rating.LevelKeeper;
import org.tongxin.core.rating.RiskIndex;

/**
 * Works the index of every street out once the day's streams have been looked at. A day that is looked at again is worked
 * out again from the state of the day before it, so that late reports count and a repeated event changes nothing.
 */
@Component
class RiskAssessor {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Inbox inbox;
    private final Json json;
    private final Organisation organisation;
    private final IndexVersions versions;
    private final List<Measurement> measurements;

    RiskAssessor(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Inbox inbox,
            Json json,
            Organisation organisation,
            IndexVersions versions,
            List<Measurement> measurements) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.inbox = inbox;
        this.json = json;
        this.organisation = organisation;
        this.versions = versions;
        this.measurements = measurements;
    }

    @ApplicationModuleListener
    void on(StreamsAssessed assessed) {
        if (inbox.firstDelivery(assessed.facts().id(), "warning.risk")) {
            oneAfterAnother();
            rate(latest(assessed.day()));
        }
    }

    /** Two reports of one morning must not overwrite one another with what only one of them saw. */
    private void oneAfterAnother() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('risk.index'))")
                .query((row, number) -> true)
                .single();
    }

    /** A correction of an earlier day changes today's windows, so it is the newest day that is rated again. */
    private LocalDate latest(LocalDate day) {
        return jdbc.sql("select greatest(max(data_day), ?) from risk_index")
                .param(day)
                .query(LocalDate.class)
                .single();
    }

    private void rate(LocalDate day) {
        versions.keepShipped();
        IndexVersion version = versions.validOn(day);
        IndexSettings settings = version.settings();
        RiskIndex index = new RiskIndex(settings.config(), settings.thresholds());
        LevelKeeper keeper = new LevelKeeper(settings.thresholds());
        Map<String, Measures> byStreet = measured(day);
        Map<String, Double> q = q(byStreet);
        Map<String, LevelKeeper.State> before = statesBefore(day);
        byStreet.forEach((path, measures) -> {
            IndexResult result = index.of(measures.values());
            double rate = q.getOrDefault(path, Double.NaN);
            LevelKeeper.State state = keeper.next(
                    before.getOrDefault(path, LevelKeeper.State.NEW), result, rate, measures.completeness());
            store(path, day, version.version(), measures, result, rate, state);
        });
    }

    private Map<String, Measures> measured(LocalDate day) {
        Map<String, Measures> byStreet = new TreeMap<>();
        organisation.taskedStreets("").forEach(street -> byStreet.put(street.path(), new Measures()));
        measurements.forEach(measurement -> measurement.add(day, byStreet));
        return byStreet;
    }

    private static Map<String, Double> q(Map<String, Measures> byStreet) {
        double[] q = FalseDiscoveryRate.q(
                byStreet.values().stream().mapToDouble(Measures::p).toArray());
        Map<String, Double> byPath = new HashMap<>();
        int place = 0;
        for (String path : byStreet.keySet()) {
            byPath.put(path, q[place++]);
        }
        return byPath;
    }

    private Map<String, LevelKeeper.State> statesBefore(LocalDate day) {
        Map<String, LevelKeeper.State> states = new HashMap<>();
        jdbc.sql("select distinct on (area_path) area_path, level, candidate, reached, days_below from risk_index"
                        + " where data_day < ? order by area_path, data_day desc")
                .param(day)
                .query((row, number) -> Map.entry(
                        row.getString("area_path"),
                        new LevelKeeper.State(
                                Level.valueOf(row.getString("level")),
                                Level.valueOf(row.getString("candidate")),
                                row.getInt("reached"),
                                row.getInt("days_below"))))
                .list()
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return states;
    }

    private void store(
            String path,
            LocalDate day,
            String version,
            Measures measures,
            IndexResult result,
            double q,
            LevelKeeper.State state) {
        jdbc.sql("insert into risk_index (id, area_path, data_day, config_version, measured, sentences, tenths,"
                        + " day_level, floor_rule, known, q, completeness, level, candidate, reached, days_below, rated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (area_path, data_day) do update set config_version = excluded.config_version,"
                        + " measured = excluded.measured, sentences = excluded.sentences, tenths = excluded.tenths,"
                        + " day_level = excluded.day_level, floor_rule = excluded.floor_rule, known = excluded.known,"
                        + " q = excluded.q, completeness = excluded.completeness, level = excluded.level,"
                        + " candidate = excluded.candidate, reached = excluded.reached,"
                        + " days_below = excluded.days_below, rated_at = excluded.rated_at")
                .params(Arrays.asList(
                        ids.of("risk", path, day),
                        path,
                        day,
                        version,
                        json.parameter(measures.values()),
                        json.parameter(measures.sentences()),
                        result.tenths(),
                        result.level().name(),
                        result.decidingFloor().map(rule -> rule.indicator()).orElse(null),
                        result.known(),
                        Double.isNaN(q) ? null : q,
                        measures.completeness(),
                        state.level().name(),
                        state.candidate().name(),
                        state.reached(),
                        state.daysBelow(),
                        Timestamp.from(clock.now())))
                .update();
    }
}
