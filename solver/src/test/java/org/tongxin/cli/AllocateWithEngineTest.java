package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command line with an engine on the class path: the project's own instances reach the optima others proved. */
class AllocateWithEngineTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"p2-supply, 70689556", "p3-shift, 640"})
    void theOptimumIsReachedProvedAndChecked(String name, long optimum) throws IOException {
        Path input = Path.of("../examples/dispatch", name + ".json");
        Path plan = folder.resolve("plan.json");
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertThat(Tongxin.run(out, out, "allocate", "--input=" + input, "--output=" + plan))
                .as(said.toString())
                .isZero();
        JsonNode written = new JsonMapper().readTree(Files.readString(plan));
        assertThat(written.get("total").asLong()).isEqualTo(optimum);
        assertThat(written.get("bound").asLong()).isEqualTo(optimum);
        assertThat(written.get("proved").asBoolean()).isTrue();
        assertThat(Tongxin.run(out, out, "check", "--input=" + input, "--plan=" + plan))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("keeps every rule, and its total is " + optimum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p2-supply", "p3-shift"})
    void aFalseClaimOfProofIsFoundOut(String name) throws IOException {
        Path input = Path.of("../examples/dispatch", name + ".json");
        Path plan = folder.resolve("plan.json");
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertThat(Tongxin.run(out, out, "allocate", "--input=" + input, "--output=" + plan))
                .isZero();
        ObjectNode nothing = (ObjectNode) new JsonMapper().readTree(Files.readString(plan));
        nothing.putArray("plan");
        nothing.put("proved", false);
        Files.writeString(plan, nothing.toString());
        StringWriter first = new StringWriter();
        Tongxin.run(
                new PrintWriter(first, true),
                new PrintWriter(first, true),
                "check",
                "--input=" + input,
                "--plan=" + plan);
        Matcher costs = Pattern.compile("costs (\\d+)").matcher(first.toString());
        assertThat(costs.find()).as(first.toString()).isTrue();
        nothing.put("total", Long.parseLong(costs.group(1)));
        nothing.put("bound", Long.parseLong(costs.group(1)));
        nothing.put("proved", true);
        Files.writeString(plan, nothing.toString());
        StringWriter second = new StringWriter();
        assertThat(Tongxin.run(
                        new PrintWriter(second, true),
                        new PrintWriter(second, true),
                        "check",
                        "--input=" + input,
                        "--plan=" + plan))
                .isNotZero();
        assertThat(second.toString()).contains("claims to be proved; the least total is");
    }

    @ParameterizedTest
    @CsvSource({"1, 3/5", "0, 1/1"})
    void theFairestPlanIsFoundWhereCapacityIsShared(int scarce, String coverage) throws IOException {
        Path input = folder.resolve("fair.json");
        int capacity = scarce == 1 ? 6 : 99;
        Files.writeString(input, """
                {"format": "tongxin-dispatch/1", "kind": "supply", "objective": "maxmin-then-cost",
                 "unitWeight": [1, 1], "tierPenalty": [100, 50, 10], "priority": [1, 3],
                 "stock": [[9, 9]], "reserve": [[0, 0]], "depotCapacity": [%d],
                 "need": [[[2, 0, 0], [1, 1, 1]], [[2, 1, 0], [1, 1, 0]]],
                 "lanes": [[0, 0, 1], [0, 1, 2]]}
                """.formatted(capacity));
        Path plan = folder.resolve("plan.json");
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertThat(Tongxin.run(out, out, "allocate", "--input=" + input, "--output=" + plan))
                .as(said.toString())
                .isZero();
        JsonNode written = new JsonMapper().readTree(Files.readString(plan));
        assertThat(written.get("minCoverage").asString()).isEqualTo(coverage);
        assertThat(written.get("proved").asBoolean()).isTrue();
    }
}
