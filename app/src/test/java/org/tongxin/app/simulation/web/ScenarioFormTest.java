package org.tongxin.app.simulation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.CaseCount;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.MeasureKind;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.SimulationSettings;

/** What the form of a new scenario offers, and what becomes of what is typed into it. */
class ScenarioFormTest {

    @Test
    void withNoWarnedStreetACourseThatWouldRepeatAnotherIsNotTicked() {
        assertThat(ticked(true)).contains("LEAD_AND_COORDINATE", "CO_GOVERNANCE_PLUS");
        assertThat(ticked(false))
                .contains("TRACE", "TARGETED", "BROAD", "CO_GOVERNANCE_PLUS", "THREE_NETWORKS")
                .doesNotContain("LEAD_AND_COORDINATE");
    }

    @Test
    void aCapacityThatIsNoNumberIsRefusedWithWhatWasTypedAndThousandsMayBeSetOff() {
        for (String typed : List.of("3000张", "-5", "30,00", "3.5", "99999999999")) {
            assertThat(read(Map.of("beds", typed)).toString()).contains("M-017", typed);
        }
        assertThat(read(Map.of("beds", "3,000", "staff", "1，234，567")).orThrow().capacities())
                .isEqualTo(new Capacities(3_000, 2, 3, 4, 5, 6, 1_234_567, 8));
        assertThat(read(Map.of("beds", " ")).toString()).contains("M-017", "FIELD_BEDS", "FORM_EMPTY");
        assertThat(read(Map.of()).orThrow().capacities().beds()).isEqualTo(1);
    }

    @Test
    void anOwnCourseCountsAsSoonAsItHasAMeasureTickedOrNot() {
        Map<String, String> typed =
                Map.of("use.TRACE", "on", "CUSTOM.1.kind", "SCHOOL_PAUSE", "CUSTOM.1.strength", "30");

        Course own = read(typed).orThrow().courses().getLast();
        assertThat(own.code()).isEqualTo(ScenarioForm.CUSTOM);
        assertThat(own.rules()).extracting(CourseRule::kind).containsExactly(MeasureKind.SCHOOL_PAUSE);
        assertThat(ScenarioForm.choices(typed, true).getLast().chosen()).isTrue();
        assertThat(ScenarioForm.choices(Map.of("use.TRACE", "on"), true)
                        .getLast()
                        .chosen())
                .isFalse();
    }

    @Test
    void aStrengthLeftEmptyIsTheUsualOneOfItsMeasure() {
        Map<String, String> typed = Map.of("CUSTOM.0.kind", "VACCINATION", "CUSTOM.1.kind", "SCHOOL_PAUSE");

        assertThat(read(typed).orThrow().courses().getLast().rules())
                .extracting(CourseRule::strength)
                .containsExactly(2, 50);
    }

    @Test
    void whatIsWrongIsNamedWithItsFieldAndWhatWasTyped() {
        assertThat(read(Map.of("scale", "")).toString()).contains("M-004", "FIELD_SCALE", "FORM_EMPTY", "1, 100");
        assertThat(read(Map.of("days", "100")).toString()).contains("M-004", "FIELD_DAYS", "100", "14, 60");
        assertThat(read(Map.of("members", "zehn")).toString()).contains("M-004", "FIELD_MEMBERS", "zehn");
        assertThat(read(Map.of("perTest", "-3")).toString()).contains("M-016", "FIELD_PER_TEST", "-3");
        assertThat(read(Map.of("use.THREE_NETWORKS", "on", "THREE_NETWORKS.mode.staff", "1001"))
                        .toString())
                .contains("M-015", "COURSE_THREE_NETWORKS", "MODE_STAFF", "1001", "0, 1000");
        assertThat(read(Map.of("use.TRACE", "on", "TRACE.1.days", "61")).toString())
                .contains("M-007", "MEASURE_CASE_ISOLATION", "RULE_DAYS", "61");
        assertThat(read(Map.of("warning", "abc")).toString()).contains("M-024", "abc");
    }

    @Test
    void aMeasureThatGoesByCasesHasBothNumbersOrNone() {
        Map<String, String> typed = new java.util.TreeMap<>(Map.of("CUSTOM.0.kind", "VENUE_LIMIT"));
        assertThat(rule(typed).startAt()).isNull();
        typed.put("CUSTOM.0.startCases", "300");
        assertThat(read(typed).toString()).contains("M-020", "CASES_START", "300", "FORM_EMPTY");
        for (String unfit : List.of("0", "15", "sieben")) {
            typed.put("CUSTOM.0.startWithin", unfit);
            assertThat(read(typed).toString()).contains("M-020", "300, " + unfit);
        }
        typed.put("CUSTOM.0.startWithin", "7");
        typed.put("CUSTOM.0.stopWithin", "3");
        assertThat(read(typed).toString()).contains("M-020", "CASES_STOP", "FORM_EMPTY, 3");
        typed.put("CUSTOM.0.stopCases", "0");
        assertThat(rule(typed).startAt()).isEqualTo(new CaseCount(300, 7));
        assertThat(rule(typed).stopAt()).isEqualTo(new CaseCount(0, 3));
    }

    private static CourseRule rule(Map<String, String> typed) {
        return read(typed).orThrow().courses().getLast().rules().getFirst();
    }

    private static Outcome<NewScenario> read(Map<String, String> typed) {
        return new ScenarioForm(typed).scenario(new SimulationSettings(0.1, 40, 30, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    private static List<String> ticked(boolean warned) {
        return ScenarioForm.choices(null, warned).stream()
                .filter(ScenarioForm.Choice::chosen)
                .map(ScenarioForm.Choice::code)
                .toList();
    }
}
