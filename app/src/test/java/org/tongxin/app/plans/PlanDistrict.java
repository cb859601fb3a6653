package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Quiet;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warnings;

/** A made-up district of two streets and a statistical unit, in which plans are signed. */
@TestComponent
class PlanDistrict {

    static final String DISTRICT = "990300";
    static final String STREET = "990300001";
    static final String OTHER = "990300002";
    static final String UNIT = "990300401";
    static final String WILLOW = "990300001001";
    static final String WILLOW_GRID = "990300001001G01";
    static final String MAPLE = "990300001002";
    static final String CEDAR = "990300002001";

    private static final Instant START = Instant.parse("2026-03-26T04:00:00Z");

    static final String PASSWORD = TestDistrict.PASSWORD;

    private static int serial;
    private static Instant present = START;

    private final Map<String, MockHttpSession> sessions = new HashMap<>();
    private final Registry registry;
    private final Accounts accounts;
    private final Warnings warnings;
    private final Plans plans;
    private final PlanLibrary library;
    private final DistrictClock clock;
    private final Quiet quiet;
    private final JdbcClient jdbc;

    PlanDistrict(
            Registry registry,
            Accounts accounts,
            Warnings warnings,
            Plans plans,
            PlanLibrary library,
            DistrictClock clock,
            Quiet quiet,
            JdbcClient jdbc) {
        this.registry = registry;
        this.accounts = accounts;
        this.warnings = warnings;
        this.plans = plans;
        this.library = library;
        this.clock = clock;
        this.quiet = quiet;
        this.jdbc = jdbc;
    }

    /** A new day, on which no plan is active, no advice is open and no warning holds. */
    void open() {
        present = present.plus(Duration.ofDays(1));
        clock.holdAt(present);
        if (jdbc.sql("select count(*) from area").query(Integer.class).single() == 0) {
            registry.addAreas(List.of(
                    area(DISTRICT, AreaLevel.DISTRICT, true),
                    area(STREET, AreaLevel.STREET, true),
                    area(OTHER, AreaLevel.STREET, true),
                    area(UNIT, AreaLevel.STREET, false),
                    area(WILLOW, AreaLevel.COMMUNITY, true),
                    area(WILLOW_GRID, AreaLevel.GRID, true),
                    area(MAPLE, AreaLevel.COMMUNITY, true),
                    area(CEDAR, AreaLevel.COMMUNITY, true)));
            account("officer", Role.DUTY_OFFICER, DISTRICT);
            account("signatory", Role.SIGNATORY, DISTRICT);
            account("mayor", Role.SIGNATORY, DISTRICT);
            account("analyst", Role.CDC_ANALYST, DISTRICT);
            account("street", Role.STREET_WORKER, STREET);
        }
    }

    void close() {
        settle();
        plans.active()
                .ifPresent(plan -> plans.standDown(actor("signatory"), plan.id(), "测试结束", plan.version())
                        .orThrow());
        settle();
        jdbc.sql("delete from plan_coverage").update();
        jdbc.sql("truncate measure, measure_support, measure_version, measure_complaint, complaint_contact")
                .update();
        jdbc.sql("delete from plan_activation").update();
        jdbc.sql("delete from mode_advice").update();
        jdbc.sql("delete from warning").update();
        clock.holdAt(null);
    }

    void settle() {
        quiet.await(Duration.ofSeconds(30));
    }

    /** A warning that the signatory signs now, as the chain would have handed it up. */
    UUID warn(String area, RatingLevel level) {
        serial++;
        UUID rating = id("rating" + serial);
        jdbc.sql("insert into area_rating (id, area_path, data_day, level, computed, changed, rule, rules_version,"
                        + " reasons, lowered_by, figures, rated_at, event_id) values (?, ?, date '2020-01-01' + ?, ?, ?,"
                        + " true, 'S2', '1', '[]', '[]', '{}', ?, ?)")
                .params(rating, area, serial, level.name(), level.name(), Timestamp.from(clock.now()), id("e" + serial))
                .update();
        UUID warning = id("warning" + serial);
        jdbc.sql("insert into warning (id, number, area_path, kind, level, area_affected, cautions, actions, issuer,"
                        + " exercise, state, rating_id, drafted_at) values (?, ?, ?, '传染病', ?, '全街道', '注意', '减少聚集',"
                        + " '区政府', false, 'SUBMITTED', ?, ?)")
                .params(warning, "T-" + serial, area, level.name(), rating, Timestamp.from(clock.now()))
                .update();
        warnings.sign(actor("signatory"), warning, 1).orThrow();
        settle();
        return warning;
    }

    Outcome<PlanActivation> activate(String login, ResponseMode mode, String reason) {
        return plans.activate(
                actor(login),
                new Plans.Activation(
                        mode,
                        library.of(mode).version(),
                        reason,
                        2,
                        "启动社区防控",
                        clock.now().plus(Duration.ofDays(14))));
    }

    Actor actor(String login) {
        return accounts.findActor(login).orElseThrow();
    }

    /** Each account enters once; the entrance takes few. */
    MockHttpSession session(MockMvc mvc, String login) throws Exception {
        MockHttpSession known = sessions.get(login);
        if (known != null) {
            return known;
        }
        MockHttpSession entered = (MockHttpSession)
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession(false);
        sessions.put(login, entered);
        return entered;
    }

    static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Registry.NewArea area(String path, AreaLevel level, boolean tasked) {
        return Registry.NewArea.of(
                new Area(id(path), path, level, "SUBDISTRICT", path, path, tasked, true, 31.2, 121.5));
    }

    private void account(String login, Role role, String area) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, PASSWORD))
                .orThrow();
        accounts.appoint(Actor.system(), login, new Post(role, area, "岗位", START, START.plus(Duration.ofDays(300))))
                .orThrow();
    }
}
