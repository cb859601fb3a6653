package org.tongxin.cluster;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.tongxin.cli.SimulationCase;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.RunWatch;
import org.tongxin.core.epidemic.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an epidemic person by person, many times, on a cluster; writes what {@code tongxin simulate} writes. */
@Command(
        name = "simulate",
        description = "Runs an epidemic person by person, many times, on a cluster.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ClusterSimulateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--master", required = true, description = "spark://host:port, or local[n] to try it")
    private String master = "";

    @Option(names = "--model", required = true, description = "model file, at the same path on all machines")
    private Path model = Path.of("");

    @Option(names = "--replicates", description = "number of runs; default 100")
    private int replicates = 100;

    @Option(names = "--portion", description = "runs of one task; default 4")
    private int portion = 4;

    @Option(names = "--seed", description = "same seed, same runs; default 1")
    private long seed = 1;

    @Option(names = "--worker-memory", description = "memory of a worker's process, as Spark writes it; default 2g")
    private String workerMemory = "2g";

    @Option(names = "--worker-classpath", description = "the program's jars on the workers; default as here")
    private String workerClasspath = System.getProperty("java.class.path", "");

    @Option(names = "--driver-host", description = "address at which workers reach this program; default 127.0.0.1")
    private String driverHost = "127.0.0.1";

    @Option(names = "--output", required = true, description = "folder for the tables of the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        if (replicates < 1 || portion < 1) {
            throw new IllegalArgumentException("The replicates (" + replicates + ") and the portion (" + portion
                    + ") must be 1 or more. Set --replicates and --portion.");
        }
        SimulationCase.requireFolder(output);
        long start = System.nanoTime();
        SimulationCase file = SimulationCase.read(model);
        Simulator simulator = Simulator.of(file.situations().getFirst());
        try (JavaSparkContext spark = new JavaSparkContext(settings())) {
            Ensemble ensemble = file.run(
                    simulator,
                    situation -> new SparkExecutor(spark, ModelAt.of(model, situation), portion),
                    seed,
                    replicates,
                    RunWatch.NONE);
            file.write(output, ensemble);
            out().println(line(ensemble, (System.nanoTime() - start) / 1e9));
        }
        return 0;
    }

    private SparkConf settings() {
        return ClusterSettings.of(master, driverHost, workerMemory, workerClasspath);
    }

    private String line(Ensemble ensemble, double wallSeconds) {
        double infections =
                ensemble.runs().stream().mapToInt(Run::infections).average().orElseThrow();
        return String.format(
                Locale.ROOT,
                "{\"agents\":%d,\"days\":%d,\"replicates\":%d,\"infections\":%.1f,\"wallSeconds\":%.3f,\"seed\":%d}",
                ensemble.runs().getFirst().people(),
                ensemble.days(),
                replicates,
                infections,
                wallSeconds,
                seed);
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }
}
