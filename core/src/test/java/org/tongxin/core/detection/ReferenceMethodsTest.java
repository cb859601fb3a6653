package org.tongxin.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongxin.core.detection.FarringtonSettings.TrendDispersion;

/** Every result of the R package surveillance on six public series and 40 made-up ones; alarms are identical. */
class ReferenceMethodsTest {

    /** Relative tolerance of the bound, by R function. */
    private static final Map<String, Double> BOUND_TOLERANCE = Map.of(
            "earsC", 1e-10,
            "bayes", 0.0,
            "cusum", 1e-10,
            "rki", 1e-10,
            "farrington", 1e-8,
            "farringtonFlexible", 1e-8,
            "glrpois", 1e-6,
            "glrnb", 1e-5);

    private static final double SMALLEST_STATISTIC = 1e-3;
    private static final double FARRINGTON = 1e-8;

    @TestFactory
    List<DynamicTest> boundsAndAlarmsEqualTheReference() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> call : ReferenceSeries.table("calls.csv")) {
            String name = call.get("series") + "__" + call.get("method");
            tests.add(DynamicTest.dynamicTest(name, () -> compare(call, name)));
        }
        assertThat(tests).hasSize(77);
        return tests;
    }

    private static void compare(Map<String, String> call, String name) {
        String function = call.get("r_function");
        Map<String, String> control = ReferenceSeries.control(call);
        DetectionMethod method = ReferenceCalls.method(function, control);
        String[] range = control.get("range").split(":");
        int first = Integer.parseInt(range[0]) - 1;
        int end = Integer.parseInt(range[1]);
        Map<String, List<Detection>> results = new HashMap<>();
        ReferenceSeries.seriesByUnit(call.get("series"))
                .forEach((unit, series) -> results.put(unit, method.detect(series, first, end)));
        List<Map<String, String>> rows = ReferenceSeries.table("output/" + name + ".csv");
        assertThat(rows).hasSize(Integer.parseInt(call.get("points")));
        for (Map<String, String> row : rows) {
            int index = Integer.parseInt(row.get("index")) - 1;
            Detection result = results.get(row.get("unit")).get(index - first);
            compare(row, result, BOUND_TOLERANCE.get(function), function.startsWith("glr") ? SMALLEST_STATISTIC : 0);
            if (function.equals("farringtonFlexible")) {
                compareRegression(row, result, control);
            }
        }
    }

    private static void compare(Map<String, String> row, Detection result, double tolerance, double smallest) {
        near(row, "upperbound", result.upperBound(), tolerance, smallest);
        assertThat(result.alarm()).as(row.toString()).isEqualTo("1".equals(row.get("alarm")));
        assertThat(result.observed()).isEqualTo(ReferenceSeries.number(row.get("observed")));
    }

    private static void compareRegression(Map<String, String> row, Detection result, Map<String, String> control) {
        near(row, "expected", result.expected(), FARRINGTON, 0);
        near(row, "phi", result.phi(), FARRINGTON, 0);
        near(row, "score", result.score(), FARRINGTON, 1);
        near(row, "pvalue", result.pValue(), FARRINGTON, 1);
        near(row, "trendcoef", result.trendCoefficient(), FARRINGTON, 1);
        assertThat(result.trend()).as(row.toString()).isEqualTo("1".equals(row.get("trend")));
        if (!control.getOrDefault("thresholdMethod", "delta").equals("delta")) {
            near(row, "mu0", result.mu0(), FARRINGTON, 0);
        }
    }

    private static void near(Map<String, String> row, String column, double actual, double relative, double smallest) {
        double expected = ReferenceSeries.number(row.get(column));
        String what = column + " of " + row;
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(relative * Math.max(smallest, Math.abs(expected))));
        }
    }

    @Test
    void fortyMadeUpSeriesEqualTheReferenceWithoutLimitOfRecentCases() {
        DetectionMethod method = new FarringtonFlexible(
                FarringtonSettings.noufaily().withRecentLimit(0, 4).with(TrendDispersion.COMPATIBLE));
        List<Map<String, String>> inputs = ReferenceSeries.table("injected/weekly_public_counts.csv");
        Map<String, List<Detection>> results = new HashMap<>();
        int first = 312;
        for (Map<String, String> row : ReferenceSeries.table("injected/weekly_public__ff_noufaily_nolimit54.csv")) {
            List<Detection> ofSeries = results.computeIfAbsent(
                    row.get("series"),
                    name -> method.detect(ReferenceSeries.datedColumn(inputs, name), first, inputs.size()));
            Detection result = ofSeries.get(Integer.parseInt(row.get("index")) - 1 - first);
            compare(row, result, 0, 0);
            near(row, "expected", result.expected(), FARRINGTON, 0);
            near(row, "phi", result.phi(), FARRINGTON, 0);
            near(row, "pvalue", result.pValue(), FARRINGTON, 1);
        }
        assertThat(results).hasSize(40);
    }
}
