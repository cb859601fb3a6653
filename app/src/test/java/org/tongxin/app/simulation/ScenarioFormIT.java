package org.tongxin.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** What is asked for in the form of a new scenario, and what is refused. */
class ScenarioFormIT extends ScenarioStory {

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
