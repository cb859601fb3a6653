package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A plan with its total, its proof and its reasons, as JSON. */
final class PlanFile {

    private PlanFile() {}

    static String text(Allocation plan, long cpuMillis) {
        List<String> fields = new ArrayList<>();
        fields.add("\"kind\": " + quoted(plan.kind()));
        fields.add("\"total\": " + plan.total());
        fields.add("\"proved\": " + plan.proved());
        fields.add("\"bound\": " + plan.bound());
        fields.add("\"engine\": " + quoted(plan.engine()));
        fields.add("\"cpuMillis\": " + cpuMillis);
        if (plan.afterEachChange() != null) {
            fields.add("\"afterEachChange\": " + plan.afterEachChange());
        }
        if (plan.minCoverage() != null) {
            fields.add("\"minCoverage\": " + quoted(plan.minCoverage()));
        }
        fields.add("\"plan\": " + lines(plan.plan().stream().map(PlanFile::row).toList()));
        fields.add("\"reasons\": "
                + lines(plan.reasons().stream().map(PlanFile::quoted).toList()));
        return "{\n" + String.join(",\n", fields) + "\n}\n";
    }

    /** What a plan states; all but the total and the rows may be missing. */
    static StatedPlan read(Path file) {
        JsonValue root = JsonValue.read(file);
        return new StatedPlan(
                root.get("total").large(),
                root.has("bound") ? root.get("bound").large() : null,
                root.has("proved") && root.get("proved").flag(),
                root.has("afterEachChange")
                        ? Arrays.stream(root.get("afterEachChange").larges())
                                .boxed()
                                .toList()
                        : null,
                root.has("minCoverage") ? root.get("minCoverage").text() : null,
                root.get("plan").items());
    }

    private static String row(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static String lines(List<String> items) {
        return items.isEmpty() ? "[]" : "[\n" + String.join(",\n", items) + "\n]";
    }

    private static String quoted(String text) {
        return new JsonMapper().writeValueAsString(text);
    }
}
