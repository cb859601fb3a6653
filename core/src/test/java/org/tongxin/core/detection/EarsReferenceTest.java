package org.tongxin.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every bound and alarm of the R package surveillance on six public series, within 1e-10 of the bound. */
class EarsReferenceTest {

    private static final double RELATIVE_TOLERANCE = 1e-10;

    @TestFactory
    List<DynamicTest> boundsAndAlarmsEqualTheReference() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> call : calls()) {
            String name = call.get("series") + "__" + call.get("method");
            tests.add(DynamicTest.dynamicTest(name, () -> compare(call)));
        }
        return tests;
    }

    @Test
    void allTwentyFourFixturesTogetherHoldEveryPublishedPoint() {
        List<Map<String, String>> calls = calls();
        int points = 0;
        for (Map<String, String> call : calls) {
            points += compare(call);
        }
        assertThat(calls).hasSize(24);
        assertThat(points)
                .isEqualTo(calls.stream()
                        .mapToInt(call -> Integer.parseInt(call.get("points")))
                        .sum());
    }

    private static List<Map<String, String>> calls() {
        return ReferenceSeries.table("calls.csv").stream()
                .filter(call -> call.get("r_function").equals("earsC"))
                .toList();
    }

    private static int compare(Map<String, String> call) {
        Map<String, String> control = ReferenceSeries.control(call);
        EarsMethod method = EarsMethod.valueOf(control.get("method"));
        EarsSettings settings = settings(method, control);
        Map<String, double[]> countsByUnit = ReferenceSeries.countsByUnit(call.get("series"));
        List<Map<String, String>> rows =
                ReferenceSeries.table("output/" + call.get("series") + "__" + call.get("method") + ".csv");
        int alarms = 0;
        for (Map<String, String> row : rows) {
            int index = Integer.parseInt(row.get("index")) - 1;
            DetectionResult result = Ears.at(countsByUnit.get(row.get("unit")), index, method, settings);
            compare(row, result);
            alarms += result.alarm() ? 1 : 0;
        }
        assertThat(alarms).isEqualTo(Integer.parseInt(call.get("alarms")));
        return rows.size();
    }

    private static void compare(Map<String, String> row, DetectionResult result) {
        double bound = ReferenceSeries.number(row.get("upperbound"));
        String where = row.toString();
        if (Double.isNaN(bound)) {
            assertThat(result.upperBound()).as(where).isNaN();
        } else {
            assertThat(result.upperBound()).as(where).isCloseTo(bound, within(RELATIVE_TOLERANCE * Math.abs(bound)));
        }
        assertThat(result.alarm()).as(where).isEqualTo("1".equals(row.get("alarm")));
    }

    private static EarsSettings settings(EarsMethod method, Map<String, String> control) {
        EarsSettings defaults = EarsSettings.defaultsFor(method);
        return new EarsSettings(
                Integer.parseInt(control.getOrDefault("baseline", "" + defaults.baseline())),
                Double.parseDouble(control.getOrDefault("alpha", "" + defaults.alpha())),
                Double.parseDouble(control.getOrDefault("minSigma", "" + defaults.minSigma())));
    }
}
