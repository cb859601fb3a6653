package org.tongxin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongxin.cli.SimulationCase;
import org.tongxin.core.epidemic.LocalExecutor;
import org.tongxin.core.epidemic.RunWatch;
import org.tongxin.core.epidemic.Simulator;

class ClusterSimulateCommandTest {

    private static final Path CASE_A = Path.of("../examples/simulation/case-a.json");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path model, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "simulate";
        arguments[1] = "--master=local[2]";
        arguments[2] = "--model=" + model;
        arguments[3] = "--output=" + folder.resolve("cluster");
        System.arraycopy(more, 0, arguments, 4, more.length);
        return TongxinCluster.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void theFilesAreThoseOfOneMachine() throws IOException {
        assertThat(run(CASE_A, "--replicates=9", "--portion=2", "--seed=5"))
                .as(err.toString())
                .isZero();
        SimulationCase here = SimulationCase.read(CASE_A);
        Simulator simulator = Simulator.of(here.situations().getFirst());
        SimulationCase.requireFolder(folder.resolve("here"));
        here.write(folder.resolve("here"), here.run(simulator, each -> new LocalExecutor(1), 5, 9, RunWatch.NONE));
        for (String file : new String[] {"curve.csv", "summary.csv", "series.csv"}) {
            assertThat(folder.resolve("cluster").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("here").resolve(file));
        }
        assertThat(out.toString()).contains("\"replicates\":9", "\"seed\":5");
    }

    @Test
    void badInputIsSaidBeforeTheClusterIsAsked() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"days\": 3}");
        assertThat(run(broken)).isEqualTo(2);
        assertThat(err.toString())
                .contains("broken.json", "population is missing")
                .doesNotContain("Exception");
        assertThat(run(CASE_A, "--replicates=0")).isEqualTo(2);
        assertThat(err.toString()).contains("replicates (0)");
    }
}
