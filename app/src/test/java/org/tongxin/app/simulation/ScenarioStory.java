package org.tongxin.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.internal.DistrictPeople;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.PointRegistry;
import org.tongxin.core.population.DistrictTotals;

/** Pudong's tables with made-up reports, which all stories of scenarios share; each class has them in a database of its own. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
abstract class ScenarioStory {

    static final String DISTRICT = "310115";
    static final String STREET = "310115105";
    static final LocalDate LAST = LocalDate.of(2026, 3, 25);
    static final Instant NOW = Instant.parse("2026-03-26T02:30:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict people;

    @Autowired
    Scenarios scenarios;

    @Autowired
    SimulationSettings settings;

    @Autowired
    DistrictPeople tables;

    @Autowired
    Registry registry;

    @Autowired
    PointRegistry points;

    @Autowired
    Counts counts;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        clock.holdAt(NOW);
        if (jdbc.sql("select count(*) from area").query(Long.class).single() == 0) {
            load();
        }
    }

    @AfterEach
    void close() {
        jdbc.sql("select id from simulation_scenario where state in ('QUEUED', 'RUNNING')")
                .query(java.util.UUID.class)
                .list()
                .forEach(id -> scenarios.await(id, PATIENCE));
        people.settle();
        clock.holdAt(null);
    }

    private void load() {
        DistrictTotals totals = tables.totals(DISTRICT).orElseThrow();
        List<Registry.NewArea> areas = new ArrayList<>();
        areas.add(area(DISTRICT, AreaLevel.DISTRICT, "浦东新区"));
        totals.streets().forEach(street -> {
            areas.add(area(street.code().substring(0, 9), AreaLevel.STREET, street.name()));
            street.communities()
                    .forEach(community ->
                            areas.add(area(community.code().substring(0, 12), AreaLevel.COMMUNITY, community.name())));
        });
        registry.addAreas(areas);
        registry.addTiles(List.of(tile(STREET, 0), tile("310115004", 1)));
        account("analyst", Role.CDC_ANALYST, DISTRICT);
        account("signatory", Role.SIGNATORY, DISTRICT);
        account("street", Role.STREET_WORKER, STREET);
        account("community", Role.COMMUNITY_WORKER, STREET + "001");
        MonitoringPoint community = point("community", Indicator.CASES_IN_COMMUNITY);
        MonitoringPoint quarantine = point("quarantine", Indicator.CASES_IN_QUARANTINE);
        int[] found = {3, 5, 4, 8, 12, 15, 22, 30, 41, 55};
        for (int i = 0; i < found.length; i++) {
            LocalDate day = LAST.minusDays(found.length - 1L - i);
            report(community, day, found[i]);
            report(quarantine, day, 2 * found[i]);
        }
        people.settle();
    }

    private Registry.NewArea area(String path, AreaLevel level, String name) {
        return Registry.NewArea.of(
                new Area(ids.of("area", path), path, level, "SUBDISTRICT", name, name, true, true, null, null));
    }

    private static StreetTile tile(String street, int column) {
        return new StreetTile(street, street, street, 0, column, "");
    }

    private void account(String login, Role role, String area) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                .orThrow();
        accounts.appoint(Actor.system(), login, new Post(role, area, "岗位", NOW, NOW.plus(Duration.ofDays(30))))
                .orThrow();
    }

    private MonitoringPoint point(String code, Indicator indicator) {
        MonitoringPoint point =
                new MonitoringPoint(ids.of("point", code), code, DISTRICT, indicator, code, code, "测试", true, 5);
        points.add(List.of(point));
        return point;
    }

    private void report(MonitoringPoint point, LocalDate day, int value) {
        counts.report(Actor.system(), CountEntry.of(point.code(), day, value), Channel.FORM)
                .orThrow();
    }

    NewScenario small(List<Course> courses) {
        return new NewScenario("测试推演", null, courses, 8, 14, 0.02, true, settings.capacities(), Costs.ASSUMED);
    }

    Outcome<Scenario> asked(List<Course> courses) {
        return scenarios.create(people.actor("analyst"), small(courses));
    }

    Scenario done(Scenario asked) {
        assertThat(scenarios.await(asked.id(), PATIENCE)).isTrue();
        return scenarios.find(asked.id(), "").orElseThrow();
    }

    static Course trace() {
        return Course.READY.get(1);
    }

    String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(people.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
