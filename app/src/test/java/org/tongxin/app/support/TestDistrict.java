package org.tongxin.app.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.ApiTokens;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.surveillance.Channel;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.PointRegistry;

/** A made-up district of two streets and a statistical unit, in which tests report; each with points of its own. */
@TestComponent
public class TestDistrict {

    public static final String DISTRICT = "990100";
    public static final String STREET = "990100001";
    public static final String OTHER = "990100002";
    public static final String UNIT = "990100401";
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 26);
    public static final LocalDate YESTERDAY = TODAY.minusDays(1);

    /** 10:30 in the district. */
    private static final Instant NOW = Instant.parse("2026-03-26T02:30:00Z");

    /** Of every account that a test opens to come in by {@link #session}. */
    public static final String PASSWORD = "梧桐 plane tree 42";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Registry registry;
    private final PointRegistry points;
    private final Counts counts;
    private final DistrictClock clock;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final Map<String, MockHttpSession> sessions = new ConcurrentHashMap<>();

    TestDistrict(
            Accounts accounts,
            ApiTokens tokens,
            Registry registry,
            PointRegistry points,
            Counts counts,
            DistrictClock clock,
            Ids ids,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.registry = registry;
        this.points = points;
        this.counts = counts;
        this.clock = clock;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** Sets the time, and builds the district where it does not stand yet. */
    public void open() {
        clock.holdAt(NOW);
        if (jdbc.sql("select count(*) from area").query(Long.class).single() > 0) {
            return;
        }
        registry.addAreas(List.of(
                area(DISTRICT, AreaLevel.DISTRICT, "东临区", "Donglin", true),
                area(STREET, AreaLevel.STREET, "柳荫街道", "Liuyin Subdistrict", true),
                area(OTHER, AreaLevel.STREET, "梅溪镇", "Meixi Town", true),
                area(UNIT, AreaLevel.STREET, "东临产业园", "Donglin Industrial Park", false)));
        account("analyst", Role.CDC_ANALYST, DISTRICT);
        account("officer", Role.DUTY_OFFICER, DISTRICT);
        account("signatory", Role.SIGNATORY, DISTRICT);
        account("street", Role.STREET_WORKER, STREET);
        account("meixi", Role.STREET_WORKER, OTHER);
        account("clinic", Role.REPORTER, STREET);
    }

    public void close() {
        clock.holdAt(null);
    }

    private Registry.NewArea area(String path, AreaLevel level, String name, String nameEn, boolean tasked) {
        return Registry.NewArea.of(
                new Area(ids.of("area", path), path, level, "SUBDISTRICT", name, nameEn, tasked, true, null, null));
    }

    /** A community that takes tasks, to be added by the test that needs it. */
    public Registry.NewArea community(String path, String name) {
        return Registry.NewArea.of(new Area(
                ids.of("area", path),
                path,
                AreaLevel.COMMUNITY,
                "RESIDENTIAL",
                name + "居民区",
                name,
                true,
                true,
                null,
                null));
    }

    private void account(String login, Role role, String area) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, PASSWORD))
                .orThrow();
        accounts.appoint(Actor.system(), login, new Post(role, area, "岗位", NOW, NOW.plus(Duration.ofDays(30))))
                .orThrow();
    }

    /** What a unit of the district is under, all the year. */
    public static MemberUnits.Period underDistrict() {
        return affiliated(Affiliation.DISTRICT);
    }

    public static MemberUnits.Period affiliated(Affiliation affiliation) {
        return new MemberUnits.Period(
                affiliation, "测试名录", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "test");
    }

    public Actor actor(String login) {
        return accounts.findActor(login).orElseThrow();
    }

    public MonitoringPoint point(String code, String area) {
        return point(code, area, Indicator.FEVER_VISITS);
    }

    /** A point with a fixed threshold of 5. */
    public MonitoringPoint point(String code, String area, Indicator indicator) {
        MonitoringPoint point = new MonitoringPoint(
                ids.of("point", code), code, area, indicator, code + "门诊", "Clinic " + code, "测试", true, 5);
        points.add(List.of(point));
        return point;
    }

    /** Reports values for consecutive days up to {@code last}; {@code null} leaves a day out. */
    public void report(MonitoringPoint point, LocalDate last, Integer... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                LocalDate day = last.minusDays(values.length - 1L - i);
                counts.report(Actor.system(), CountEntry.of(point.code(), day, values[i]), Channel.FORM)
                        .orThrow();
            }
        }
        settle();
    }

    /** Waits until every listener has done its work. */
    public void settle() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single()
                > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Events are still waiting for their listeners: "
                        + jdbc.sql("select listener_id || ' ' || status from event_publication")
                                .query(String.class)
                                .list());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    public MockHttpSession session(MockMvc mvc, String login) throws Exception {
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

    /** The header with which a program acts for an account. */
    public String bearer(String login) {
        return "Bearer "
                + tokens.issue(Actor.system(), login, "counts", Duration.ofDays(1))
                        .orThrow()
                        .token();
    }
}
