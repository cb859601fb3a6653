package org.tongxin.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
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

/** Scenarios in Pudong's tables with made-up reports, through their pages and service. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class ScenariosIT {

    private static final String DISTRICT = "310115";
    private static final String STREET = "310115105";
    private static final LocalDate LAST = LocalDate.of(2026, 3, 25);
    private static final Instant NOW = Instant.parse("2026-03-26T02:30:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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

    private NewScenario small(List<Course> courses) {
        return new NewScenario("测试推演", null, courses, 8, 14, 0.02, true, settings.capacities(), Costs.ASSUMED);
    }

    private Outcome<Scenario> asked(List<Course> courses) {
        return scenarios.create(people.actor("analyst"), small(courses));
    }

    private Scenario done(Scenario asked) {
        assertThat(scenarios.await(asked.id(), PATIENCE)).isTrue();
        return scenarios.find(asked.id(), "").orElseThrow();
    }

    private static Course trace() {
        return Course.READY.get(1);
    }

    @Test
    void aScenarioRunsIsRankedAndAdoptedByTheSignatoryAlone() throws Exception {
        Scenario asked = asked(List.of(trace())).orThrow();
        assertThat(asked.courses()).extracting(Course::code).containsExactly("NOTHING", "TRACE");
        Scenario done = done(asked);

        assertThat(done.state()).isEqualTo(ScenarioState.DONE);
        ScenarioResult result = java.util.Objects.requireNonNull(done.result());
        assertThat(result.members()).isEqualTo(8);
        assertThat(result.course("TRACE").twoDaysLater()).containsKey(Aim.INFECTIONS);
        for (int day : ShownDays.of(done.days())) {
            assertThat(scenarios.places(done.id(), "TRACE", STREET, day, 500))
                    .isNotEmpty()
                    .allMatch(place -> place.path().startsWith(STREET)
                            && place.path().length() == 12
                            && place.low90() <= place.high90());
            assertThat(scenarios.streets(done.id(), "TRACE", STREET, day))
                    .singleElement()
                    .satisfies(street -> assertThat(street.expected()).isPositive());
        }
        List<RiskPlace> risks = scenarios.riskPlaces(done.id(), STREET, 20);
        assertThat(risks)
                .isNotEmpty()
                .allMatch(place -> place.path().startsWith(STREET)
                        && place.through() >= place.direct()
                        && place.low90() <= place.through()
                        && place.through() <= place.high90());
        assertThat(risks).isSortedAccordingTo(java.util.Comparator.comparingInt(RiskPlace::rank));
        assertThat(adopt("analyst", done, "因为", done.version()).toString()).contains("I-003");
        assertThat(adopt("signatory", done, " ", done.version()).toString()).contains("M-013");
        assertThat(adopt("signatory", done, "因为", done.version() - 1).toString())
                .contains("M-011");
        assertThat(scenarios
                        .adopt(people.actor("signatory"), done.id(), "BROAD", "因为", done.version())
                        .toString())
                .contains("M-012");

        AdoptedCourse adopted = adopt("signatory", done, "限制最少", done.version()).orThrow();

        assertThat(adopted.needs().keySet())
                .contains(Outlook.STAFF, Outlook.TESTS)
                .doesNotContain(Outlook.DEATHS);
        assertThat(adopted.adoptedBy()).isEqualTo("signatory");
        assertThat(adopt("signatory", done, "又来", done.version()).toString()).contains("M-011");
        assertThat(jdbc.sql("select login from audit_entry where action = 'scenario.adopted' and subject = ?")
                        .param(done.number())
                        .query(String.class)
                        .list())
                .containsExactly("signatory");
        pagesAreServed(done);
        theRiskIsToldUpToEachDayAndByStreet(done);
        whatWasAdoptedStandsThereWithoutAResultToo(done);
    }

    private Outcome<AdoptedCourse> adopt(String login, Scenario scenario, String reason, int version) {
        return scenarios.adopt(people.actor(login), scenario.id(), "TRACE", reason, version);
    }

    private void whatWasAdoptedStandsThereWithoutAResultToo(Scenario done) throws Exception {
        jdbc.sql("update simulation_scenario set state = 'OUTDATED', result = null where id = ?")
                .param(done.id())
                .update();
        String page = mvc.perform(get("/scenarios/" + done.id()).session(people.session(mvc, "analyst")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("计算方法已更新", "限制最少").doesNotContain("??", "程序中断了");
    }

    private void pagesAreServed(Scenario done) throws Exception {
        Map<String, String> pages = new TreeMap<>();
        for (String page : List.of(
                "/scenarios",
                "/scenarios/new",
                "/scenarios/" + done.id(),
                "/plans",
                "/plans/activation",
                "/dispatch",
                "/supplies/forecast")) {
            for (String language : List.of("zh-CN", "en")) {
                pages.put(
                        page + language,
                        mvc.perform(get(page).param("lang", language).session(people.session(mvc, "signatory")))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
            }
        }
        assertThat(pages.values()).noneMatch(text -> text.contains("??"));
        for (String plan : List.of("/plans", "/dispatch")) {
            assertThat(pages.get(plan + "zh-CN")).contains(done.number(), "数据截至3月25日，今天看已过1天");
        }
        assertThat(pages.get("/planszh-CN")).contains("预案参数");
        assertThat(pages.get("/dispatchzh-CN")).contains("预计工作人员", "在册可派：工作人员0人");
        assertThat(page("street", "/dispatch"))
                .as("numbers of the whole district")
                .doesNotContain("预计工作人员");
        assertThat(pages.get("/scenarios/" + done.id() + "zh-CN"))
                .contains("假设", "合成人口")
                .doesNotContain("hx-get");
        mvc.perform(get("/scenarios/" + done.id()).session(people.session(mvc, "community")))
                .andExpect(status().isForbidden());
        String street = mvc.perform(get("/scenarios/" + done.id()).session(people.session(mvc, "street")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        int streets = jdbc.sql("select count(*)::int from area where level = 'STREET' and tasked")
                .query(Integer.class)
                .single();
        assertThat(pages.get("/scenarios/" + done.id() + "zh-CN").split("tx-tile-index", -1))
                .as("every street of the district on its map")
                .hasSize(1 + streets);
        assertThat(street.split("tx-tile-index", -1))
                .as("a street worker sees the figure of the own street alone")
                .hasSize(2);
    }

    private void theRiskIsToldUpToEachDayAndByStreet(Scenario done) throws Exception {
        for (int day : ShownDays.of(done.days())) {
            String page = page("analyst", "/scenarios/" + done.id() + "?day=" + day + "&street=" + STREET);
            assertThat(page).contains(day + "天内预计感染", "九成在").doesNotContain("??");
            assertThat(page).contains("/areas/" + STREET);
        }
        assertThat(page("analyst", "/scenarios/" + done.id() + "?day=x&street=y"))
                .contains("14天内预计感染");
        assertThat(page("street", "/scenarios/" + done.id() + "?street=310115004"))
                .as("another street than the own")
                .doesNotContain("/areas/310115004");
    }

    private String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(people.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theThreePlaybooksCompeteAndDifferOnlyByTheirMeasuresUntilSomebodyAssumesOtherwise() throws Exception {
        List<Course> playbooks = Course.READY.stream()
                .filter(each -> each.mode() != null)
                .map(Course::everywhere)
                .toList();
        assertThat(playbooks)
                .extracting(Course::code)
                .containsExactly("LEAD_AND_COORDINATE", "CO_GOVERNANCE_PLUS", "THREE_NETWORKS");
        Course late = new Course("CUSTOM", playbooks.get(1).rules(), new ModeNumbers(0, 5, 5, 100, 100, 100, 100, -50));
        List<Course> courses = new ArrayList<>(playbooks);
        courses.add(late);
        Scenario done = done(scenarios
                .create(
                        people.actor("analyst"),
                        new NewScenario(
                                "三种模式", null, courses, 12, 21, 0.02, false, settings.capacities(), Costs.ASSUMED))
                .orThrow());

        ScenarioResult result = java.util.Objects.requireNonNull(done.result());
        assertThat(result.course("LEAD_AND_COORDINATE").aims())
                .as("without a warned street both man the same checkpoints")
                .isEqualTo(result.course("CO_GOVERNANCE_PLUS").aims());
        assertThat(result.course("CUSTOM").aims().get(Aim.INFECTIONS).mean())
                .as("no posts, slow tracing and results, fewer who follow")
                .isGreaterThan(1.1
                        * result.course("CO_GOVERNANCE_PLUS")
                                .aims()
                                .get(Aim.INFECTIONS)
                                .mean());
        assertThat(result.courses()).anyMatch(ScenarioResult.CourseResult::onFront);
        assertThat(result.firstIsBest().keySet()).containsOnly(Aim.SEVERE_AND_DEATHS, Aim.INFECTIONS);
        assertThat(result.firstIsBest().values()).allMatch(each -> each >= 0 && each <= 1);
        String page = mvc.perform(get("/scenarios/" + done.id()).session(people.session(mvc, "analyst")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("未被超越", "成本（万元）", "响应模式假设表").doesNotContain("??");
    }

    @Test
    void vaccinationTakesTwoWeeksAndThenPreventsInfections() {
        Scenario done = done(scenarios
                .create(
                        people.actor("analyst"),
                        new NewScenario(
                                "接种",
                                null,
                                List.of(vaccination(new Doses(0, 100))),
                                8,
                                30,
                                0.02,
                                false,
                                settings.capacities(),
                                Costs.ASSUMED))
                .orThrow());

        ScenarioResult result = java.util.Objects.requireNonNull(done.result());
        List<Double> with =
                result.course("CUSTOM").curves().get(Outlook.INFECTIONS).high50();
        List<Double> without =
                result.course("NOTHING").curves().get(Outlook.INFECTIONS).high50();
        assertThat(with.subList(0, 15)).isEqualTo(without.subList(0, 15));
        assertThat(result.course("CUSTOM").againstNothing().get(Aim.INFECTIONS).mean())
                .isNegative();
        assertThat(asked(List.of(vaccination(null))).toString()).contains("M-014");
        assertThat(asked(List.of(vaccination(new Doses(65, 80)))).toString()).contains("M-014");
    }

    private static Course vaccination(@Nullable Doses doses) {
        return new Course(
                "CUSTOM", List.of(new CourseRule(MeasureKind.VACCINATION, 5, CourseRule.DISTRICT, 0, 30, doses)));
    }

    @Test
    void numbersTypedInTheFormReachTheScenarioAndUnfitOnesAreRefused() throws Exception {
        Map<String, String> typed = new TreeMap<>(Map.of(
                "name",
                "填写",
                "members",
                "4",
                "days",
                "20",
                "scale",
                "1",
                "use.THREE_NETWORKS",
                "on",
                "THREE_NETWORKS.mode.resultDelayDays",
                "-1",
                "THREE_NETWORKS.mode.staff",
                "80",
                "perTest",
                "7"));
        typed.put("use.CUSTOM", "on");
        typed.put("CUSTOM.0.kind", "VACCINATION");
        typed.put("CUSTOM.0.strength", "2");
        typed.put("CUSTOM.0.start", "1");
        typed.put("CUSTOM.0.days", "30");
        typed.put("CUSTOM.0.fromAge", "60");
        typed.put("CUSTOM.0.most", "75");
        String address = sent(typed).getResponse().getRedirectedUrl();
        Scenario asked = scenarios
                .find(
                        java.util.UUID.fromString(
                                java.util.Objects.requireNonNull(address).substring(11)),
                        "")
                .orElseThrow();

        assertThat(asked.costs()).isEqualTo(new Costs(200, 7, 300, 1500));
        assertThat(asked.courses().get(1).mode()).isEqualTo(new ModeNumbers(100, 0, -1, 80, 100, 100, 100, 0));
        assertThat(asked.courses().get(2).rules().getFirst().doses()).isEqualTo(new Doses(60, 75));

        for (String unfit : List.of("bald", "-1", "8")) {
            typed.put("THREE_NETWORKS.mode.tracingDelayDays", unfit);
            assertThat(refusal(typed)).contains("M-015");
        }
        typed.remove("THREE_NETWORKS.mode.tracingDelayDays");
        typed.put("perTest", "-3");
        assertThat(refusal(typed)).contains("M-016");
        typed.remove("perTest");
        typed.put("beds", "3000张");
        assertThat(refusal(typed)).contains("M-017", "3000张");
        typed.remove("beds");
        typed.put("warning", java.util.UUID.randomUUID().toString());
        assertThat(refusal(typed)).contains("M-024", typed.get("warning"));
        typed.put("warning", "");
        typed.put("name", "长".repeat(5_000));
        assertThat(refusal(typed)).contains("M-023", "5000", "100");
    }

    @Test
    void aFormSentTwiceMakesOneScenarioAndAChangedOneAnother() throws Exception {
        Map<String, String> typed = new TreeMap<>(
                Map.of("name", "两次", "members", "4", "days", "14", "scale", "1", "use.TRACE", "on", "key", "k-1"));
        String first =
                java.util.Objects.requireNonNull(sent(typed).getResponse().getRedirectedUrl());
        assertThat(sent(typed).getResponse().getRedirectedUrl()).isEqualTo(first);
        typed.put("days", "15");
        assertThat(sent(typed).getResponse().getRedirectedUrl())
                .startsWith("/scenarios/")
                .isNotEqualTo(first);
        assertThat(jdbc.sql("select count(*) from simulation_scenario where name = '两次'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        typed.put("key", " ");
        assertThat(refusal(typed)).contains("G-043");
    }

    @Test
    void aMeasureWaitsForItsCasesAndStopsByThem() throws Exception {
        Course early = byCases(new CaseCount(50, 7), null);
        Course never = new Course(
                "TARGETED", byCases(new CaseCount(1_000_000, 1), null).rules());
        Scenario done = done(scenarios
                .create(
                        people.actor("analyst"),
                        new NewScenario(
                                "按病例",
                                null,
                                List.of(early, never),
                                8,
                                14,
                                0.02,
                                true,
                                settings.capacities(),
                                Costs.ASSUMED))
                .orThrow());

        ScenarioResult result = java.util.Objects.requireNonNull(done.result());
        assertThat(result.course("TARGETED").aims())
                .as("a start that is never reached is doing nothing")
                .isEqualTo(result.course("NOTHING").aims());
        assertThat(result.course("CUSTOM")
                        .aims()
                        .get(Aim.PERSON_DAYS_RESTRICTED)
                        .mean())
                .isPositive();
        assertThat(page("analyst", "/scenarios/" + done.id() + "?course=CUSTOM"))
                .contains("7天内确诊满50例才开始");
        assertThat(asked(List.of(byCases(new CaseCount(49, 7), null))).toString())
                .contains("M-022", "50");
        assertThat(asked(List.of(byCases(new CaseCount(0, 7), null))).toString())
                .contains("M-020", "CASES_START");
        assertThat(asked(List.of(byCases(new CaseCount(100, 7), new CaseCount(100, 7))))
                        .toString())
                .contains("M-021");
        Course doses = new Course(
                "CUSTOM",
                List.of(new CourseRule(
                        MeasureKind.VACCINATION,
                        2,
                        CourseRule.DISTRICT,
                        0,
                        7,
                        new Doses(60, 80),
                        new CaseCount(100, 7),
                        null)));
        assertThat(asked(List.of(doses)).toString()).contains("M-014");
    }

    private static Course byCases(CaseCount start, @Nullable CaseCount stop) {
        return new Course(
                "CUSTOM",
                List.of(new CourseRule(MeasureKind.VENUE_LIMIT, 50, CourseRule.DISTRICT, 60, 14, null, start, stop)));
    }

    private String refusal(Map<String, String> typed) throws Exception {
        return String.valueOf(sent(typed).getFlashMap().get("refusal"));
    }

    private MvcResult sent(Map<String, String> typed) throws Exception {
        var request = post("/scenarios").with(csrf()).session(people.session(mvc, "analyst"));
        typed.forEach(request::param);
        if (!typed.containsKey("key")) {
            request.param("key", java.util.UUID.randomUUID().toString());
        }
        return mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn();
    }

    @Test
    void theSameSituationAndSeedGiveTheSameResultAfterAnInterruption() {
        Scenario first = done(asked(List.of(trace())).orThrow());
        jdbc.sql("update simulation_scenario set state = 'INTERRUPTED', result = null where id = ?")
                .param(first.id())
                .update();
        jdbc.sql("delete from simulation_risk_point where scenario_id = ?")
                .param(first.id())
                .update();
        jdbc.sql("delete from simulation_place where scenario_id = ?")
                .param(first.id())
                .update();

        scenarios.restart(people.actor("analyst"), first.id(), first.version()).orThrow();
        Scenario again = done(first);

        assertThat(again.result())
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(first.result());
    }

    @Test
    void aRunningScenarioStopsWithinASecond() {
        NewScenario large = new NewScenario(
                "很大", null, Course.READY.subList(0, 3), 400, 60, 0.1, true, settings.capacities(), Costs.ASSUMED);
        Outcome<Scenario> refused = scenarios.create(people.actor("analyst"), large);
        assertThat(refused.toString()).as("no street is under a warning").contains("M-008");
        Scenario asked = scenarios
                .create(
                        people.actor("analyst"),
                        new NewScenario(
                                "很大", null, List.of(trace()), 400, 60, 0.1, true, settings.capacities(), Costs.ASSUMED))
                .orThrow();
        awaitFirstRun(asked);
        long start = System.nanoTime();
        scenarios.cancel(people.actor("analyst"), asked.id(), asked.version()).orThrow();
        assertThat(scenarios.await(asked.id(), Duration.ofSeconds(10))).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
        assertThat(scenarios.find(asked.id(), "").orElseThrow().state()).isEqualTo(ScenarioState.CANCELLED);
        assertThat(scenarios.find(asked.id(), "").orElseThrow().result()).isNull();
    }

    private void awaitFirstRun(Scenario asked) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (scenarios.progress(asked.id()).map(each -> each.done() == 0).orElse(false)) {
            assertThat(System.nanoTime()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void whatCannotBeRunIsRefusedWithItsReason() throws Exception {
        assertThat(scenarios
                        .create(people.actor("signatory"), small(List.of(trace())))
                        .toString())
                .contains("I-003");
        assertThat(asked(List.of(Course.NOTHING)).toString()).contains("M-005");
        assertThat(asked(List.of(trace(), new Course("CUSTOM", List.of()))).toString())
                .contains("M-018");
        assertThat(asked(List.of(rule(MeasureKind.STAY_AT_HOME, 50, "DISTRICT")))
                        .toString())
                .contains("M-006");
        assertThat(asked(List.of(rule(MeasureKind.VENUE_LIMIT, 101, "DISTRICT")))
                        .toString())
                .contains("M-007");
        assertThat(asked(List.of(rule(MeasureKind.VACCINATION, 6, "DISTRICT"))).toString())
                .contains("M-007", "5");
        assertThat(asked(List.of(late(MeasureKind.VENUE_LIMIT, 15, null))).toString())
                .contains("M-019", "15", "14");
        assertThat(asked(List.of(late(MeasureKind.VACCINATION, 0, new Doses(60, 80))))
                        .toString())
                .as("protects on the last day alone")
                .contains("M-019", "14");
        assertThat(asked(List.of(rule(MeasureKind.VENUE_LIMIT, 50, "420111001")))
                        .toString())
                .contains("M-008");
        assertThat(scenarios
                        .create(
                                people.actor("analyst"),
                                new NewScenario(
                                        " ",
                                        null,
                                        List.of(trace()),
                                        8,
                                        14,
                                        0.02,
                                        false,
                                        settings.capacities(),
                                        Costs.ASSUMED))
                        .toString())
                .contains("M-003");
        assertThat(scenarios
                        .create(
                                people.actor("analyst"),
                                new NewScenario(
                                        "短",
                                        null,
                                        List.of(trace()),
                                        8,
                                        13,
                                        0.02,
                                        false,
                                        settings.capacities(),
                                        Costs.ASSUMED))
                        .toString())
                .contains("M-004");
        mvc.perform(post("/scenarios")
                        .with(csrf())
                        .session(people.session(mvc, "analyst"))
                        .param("key", "k-2")
                        .param("name", "表单")
                        .param("use.TRACE", "on")
                        .param("TRACE.0.strength", "viel"))
                .andExpect(
                        result -> assertThat(result.getFlashMap().get("refusal").toString())
                                .contains("M-007"))
                .andExpect(status().is3xxRedirection());
    }

    private static Course late(MeasureKind kind, int start, @Nullable Doses doses) {
        return new Course("CUSTOM", List.of(new CourseRule(kind, 2, CourseRule.DISTRICT, start, 7, doses)));
    }

    private static Course rule(MeasureKind kind, int strength, String place) {
        return new Course("CUSTOM", List.of(new CourseRule(kind, strength, place, 1, 7)));
    }
}
