package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanReferenceTest {

    private static final Path FOLDER = Program.REFERENCE.resolve("early-warning/scan");

    @TempDir
    Path folder;

    /** p-values are those of the core's tests; here what is written is compared. */
    @ParameterizedTest
    @CsvSource({
        "syn124a, space-time-permutation",
        "syn124null, space-time-permutation",
        "syn1000a, space-time-permutation",
        "syn300p, poisson"
    })
    void mostLikelyClusterIsThatOfTheReference(String set, String model) {
        Program run = run(set, model);
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, String> actual =
                Program.table(folder.resolve("clusters.csv")).getFirst();
        Map<String, String> expected =
                Program.table(FOLDER.resolve(set + "/clusters.csv")).getFirst();
        for (String column : List.of("CLUSTER", "LOC_ID", "X", "Y", "NUMBER_LOC", "OBSERVED")) {
            assertThat(actual.get(column)).isEqualTo(expected.get(column));
        }
        for (String column : List.of("START_DATE", "END_DATE")) {
            assertThat(actual.get(column)).isEqualTo(expected.get(column).replace('/', '-'));
        }
        for (String column : List.of("RADIUS", "EXPECTED", "ODE")) {
            assertThat(Program.number(actual.get(column)))
                    .isCloseTo(Program.number(expected.get(column)), within(0.0051));
        }
        assertThat(Program.number(actual.get("TEST_STAT")))
                .isCloseTo(Program.number(expected.getOrDefault("TEST_STAT", expected.get("LLR"))), within(1e-6));
        assertThat(members(folder)).isEqualTo(members(FOLDER.resolve(set)));
    }

    private Program run(String set, String model) {
        Path files = FOLDER.resolve(set);
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--model=" + model,
                "--cases=" + files.resolve(set + ".cas"),
                "--geo=" + files.resolve(set + ".geo"),
                "--from=2021-01-01",
                "--to=2021-12-31",
                "--replications=99",
                "--output=" + folder));
        if (model.equals("poisson")) {
            arguments.add("--population=" + files.resolve(set + ".pop"));
        }
        return Program.run(arguments.toArray(String[]::new));
    }

    private static TreeSet<String> members(Path folder) {
        TreeSet<String> members = new TreeSet<>();
        for (Map<String, String> row : Program.table(folder.resolve("cluster_locations.csv"))) {
            if (row.get("CLUSTER").equals("1")) {
                members.add(row.get("LOC_ID"));
            }
        }
        return members;
    }

    @Test
    void aPurelySpatialBernoulliScanNeedsNoDates() throws Exception {
        Path geo = Files.writeString(
                folder.resolve("a.geo"), "clinic-3 31.2 121.5\nwillow-court 31.3 121.6\nmill 31.4 121.7\n");
        Path cases = Files.writeString(folder.resolve("a.cas"), "clinic-3 5\nwillow-court 1\n");
        Path controls = Files.writeString(folder.resolve("a.ctl"), "willow-court 9\nmill 9\n");
        Program run = Program.run(
                "scan",
                "--model=bernoulli",
                "--cases=" + cases,
                "--geo=" + geo,
                "--controls=" + controls,
                "--coordinates=latlong",
                "--purely-spatial",
                "--output=" + folder.resolve("new"));
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, String> cluster =
                Program.table(folder.resolve("new/clusters.csv")).getFirst();
        assertThat(cluster)
                .containsEntry("LOC_ID", "clinic-3")
                .containsEntry("X", "31.2")
                .containsEntry("Y", "121.5")
                .containsEntry("START_DATE", "")
                .containsEntry("RECURR_INT", "")
                .containsEntry("OBSERVED", "5");
    }

    @Test
    void whereNothingStandsOutTheFileHasItsHeadAlone() throws Exception {
        Path geo = Files.writeString(folder.resolve("a.geo"), "clinic-3 0 0\nwillow-court 5 5\n");
        Path cases = Files.writeString(folder.resolve("a.cas"), "clinic-3 3 2021/1/1\nwillow-court 4 2021/1/2\n");
        Program run = Program.run(
                "scan",
                "--model=space-time-permutation",
                "--cases=" + cases,
                "--geo=" + geo,
                "--from=2021-01-01",
                "--to=2021-01-30",
                "--output=" + folder);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Program.lines(folder.resolve("clusters.csv")))
                .containsExactly(
                        "CLUSTER,LOC_ID,X,Y,RADIUS,START_DATE,END_DATE,NUMBER_LOC,TEST_STAT,P_VALUE,RECURR_INT,"
                                + "OBSERVED,EXPECTED,ODE");
    }
}
