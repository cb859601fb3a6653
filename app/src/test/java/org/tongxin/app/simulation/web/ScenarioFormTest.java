package org.tongxin.app.simulation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the form of a new scenario offers, and what becomes of what is typed into it. */
class ScenarioFormTest {

    @Test
    void withNoWarnedStreetACourseThatWouldRepeatAnotherIsNotTicked() {
        assertThat(ticked(true)).contains("LEAD_AND_COORDINATE", "CO_GOVERNANCE_PLUS");
        assertThat(ticked(false))
                .contains("TRACE", "TARGETED", "BROAD", "CO_GOVERNANCE_PLUS", "THREE_NETWORKS")
                .doesNotContain("LEAD_AND_COORDINATE");
    }

    private static List<String> ticked(boolean warned) {
        return ScenarioForm.choices(null, warned).stream()
                .filter(ScenarioForm.Choice::chosen)
                .map(ScenarioForm.Choice::code)
                .toList();
    }
}
