package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reference call, with its settings as they stand in the table of calls, through the command. */
class DetectReferenceTest {

    private static final Path FOLDER = Program.REFERENCE.resolve("early-warning");

    private static final Map<String, Double> BOUND_TOLERANCE = Map.of(
            "earsC", 1e-10,
            "bayes", 0.0,
            "cusum", 1e-10,
            "rki", 1e-8,
            "farrington", 1e-8,
            "farringtonFlexible", 1e-8,
            "glrpois", 1e-6,
            "glrnb", 1e-5);

    @TempDir
    Path folder;

    static Stream<Map<String, String>> calls() {
        return Program.table(FOLDER.resolve("calls.csv")).stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void resultIsThatOfTheReference(Map<String, String> call) {
        Path output = folder.resolve("out.csv");
        Program run = Program.run(
                "detect",
                "--method",
                call.get("r_function"),
                "--control",
                call.get("control"),
                "--input",
                FOLDER.resolve("input/" + call.get("series") + ".csv").toString(),
                "--output",
                output.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Path expected = FOLDER.resolve("output/" + call.get("series") + "__" + call.get("method") + ".csv");
        requireSame(call.get("r_function"), Program.table(output), Program.table(expected));
        assertThat(Program.lines(output).getFirst())
                .isEqualTo(Program.lines(expected).getFirst());
    }

    @Test
    void fortyMadeUpSeriesInOneFileEqualTheReferenceWithoutLimitOfRecentCases() throws Exception {
        List<Map<String, String>> wide = Program.table(FOLDER.resolve("injected/weekly_public_counts.csv"));
        List<Map<String, String>> expected =
                Program.table(FOLDER.resolve("injected/weekly_public__ff_noufaily_nolimit54.csv"));
        Path output = folder.resolve("out.csv");
        Program run = Program.run(
                "detect",
                "--method=farringtonFlexible",
                "--control=range=313:416; b=5; w=3; noPeriods=10; pastWeeksNotIncluded=26; weightsThreshold=2.58;"
                        + " pThresholdTrend=1; alpha=0.005; thresholdMethod=nbPlugin; limit54=0|4",
                "--input=" + write("index,date,unit,observed", longForm(wide)),
                "--output=" + output);
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, Map<String, String>> actual = new HashMap<>();
        Program.table(output).forEach(row -> actual.put(row.get("unit") + "/" + row.get("index"), row));
        assertThat(actual).hasSameSizeAs(expected);
        for (Map<String, String> row : expected) {
            Map<String, String> found = actual.get(row.get("series") + "/" + row.get("index"));
            assertThat(found.get("alarm")).as("%s", row).isEqualTo(row.get("alarm"));
            requireNear(found, row, "upperbound", 0, 0);
            requireNear(found, row, "expected", 1e-8, 0);
            requireNear(found, row, "phi", 1e-8, 0);
        }
    }

    private static List<String> longForm(List<Map<String, String>> wide) {
        List<String> rows = new ArrayList<>();
        for (String column : wide.getFirst().keySet()) {
            if (!column.equals("index") && !column.equals("date")) {
                for (Map<String, String> row : wide) {
                    rows.add(row.get("index") + "," + row.get("date") + "," + column + "," + row.get(column));
                }
            }
        }
        return rows;
    }

    private static void requireSame(
            String function, List<Map<String, String>> actual, List<Map<String, String>> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double smallest = function.startsWith("glr") ? 1e-3 : 0;
        for (int row = 0; row < expected.size(); row++) {
            for (String column : List.of("index", "unit", "observed", "alarm")) {
                assertThat(actual.get(row).get(column))
                        .isEqualTo(expected.get(row).get(column));
            }
            requireNear(actual.get(row), expected.get(row), "upperbound", BOUND_TOLERANCE.get(function), smallest);
            if (function.equals("farringtonFlexible")) {
                requireNear(actual.get(row), expected.get(row), "expected", 1e-8, 0);
                requireNear(actual.get(row), expected.get(row), "phi", 1e-8, 0);
                requireNear(actual.get(row), expected.get(row), "pvalue", 1e-8, 1);
                assertThat(actual.get(row).get("trend"))
                        .isEqualTo(expected.get(row).get("trend"));
            }
        }
    }

    private static void requireNear(
            Map<String, String> actual, Map<String, String> expected, String column, double relative, double smallest) {
        double reference = Program.number(expected.get(column));
        double value = Program.number(actual.get(column));
        if (Double.isNaN(reference)) {
            assertThat(value).as("%s of %s", column, expected).isNaN();
        } else {
            assertThat(value)
                    .as("%s of %s", column, expected)
                    .isCloseTo(reference, within(relative * Math.max(smallest, Math.abs(reference))));
        }
    }

    @Test
    void withoutARangeEveryPointWithEnoughHistoryIsTested() throws Exception {
        Path input = write("index,unit,observed", series("Clinic 3", 20));
        Path output = folder.resolve("out.csv");
        Program.run("detect", "--method=earsC", "--input=" + input, "--output=" + output);
        assertThat(Program.table(output)).hasSize(13);
        assertThat(Program.table(output).getFirst()).containsEntry("index", "8");
    }

    @Test
    void aUnitWithACommaIsQuotedAndAMissingCountStaysMissing() throws Exception {
        List<String> rows = new ArrayList<>(series("\"Court, east\"", 12));
        rows.set(9, "10,\"Court, east\",");
        Path output = folder.resolve("out.csv");
        Program run = Program.run(
                "detect",
                "--method=earsC",
                "--control=range=9:10",
                "--input=" + write("index,unit,observed", rows),
                "--output=" + output);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Program.lines(output).get(2))
                .startsWith("10,\"Court, east\",,")
                .endsWith(",0");
    }

    private static List<String> series(String unit, int points) {
        List<String> rows = new ArrayList<>();
        for (int index = 1; index <= points; index++) {
            rows.add(index + "," + unit + "," + index % 4);
        }
        return rows;
    }

    private Path write(String head, List<String> rows) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), head + "\n" + String.join("\n", rows) + "\n");
    }
}
