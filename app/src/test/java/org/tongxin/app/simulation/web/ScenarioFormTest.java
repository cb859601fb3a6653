package org.tongxin.app.simulation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.Capacities;
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
        assertThat(read(Map.of("beds", " ")).orThrow().capacities().beds()).isEqualTo(1);
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
