package org.tongxin.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxin.app.platform.Outcome;

/** Scenarios as they run, through their pages and service. */
class ScenariosIT extends ScenarioStory {

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
}
