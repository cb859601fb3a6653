package org.tongxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.LocalExecutor;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an epidemic person by person, many times. */
@Command(
        name = "simulate",
        description = "Runs an epidemic person by person, many times.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class SimulateCommand implements Callable<Integer> {

    private static final double MIB = 1024 * 1024;
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--model", required = true, description = "people, disease, contacts and measures as JSON")
    private Path model = Path.of("");

    @Option(names = "--replicates", description = "number of runs; default 100")
    private int replicates = 100;

    @Option(names = "--seed", description = "same seed, same runs; default 1")
    private long seed = 1;

    @Option(names = "--threads", description = "runs at the same time; default one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--districts", description = "folder with the tables; default the one that comes with the program")
    private Path districts = DistrictFiles.standardFolder();

    @Option(names = "--output", required = true, description = "folder for the tables of the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        if (replicates < 1 || threads < 1) {
            throw new BadInput("The replicates (" + replicates + ") and the threads (" + threads
                    + ") must be 1 or more. Set --replicates and --threads.");
        }
        OutputFiles.requireFolder(output);
        long start = System.nanoTime();
        SimulationCase file = SimulationCase.read(model, districts);
        MemoryNeed.require(model, file.situations().getFirst(), Math.min(threads, replicates), threads);
        Simulator simulator = Simulator.of(file.situations().getFirst());
        double setupSeconds = (System.nanoTime() - start) / 1e9;
        CpuWatch watch = new CpuWatch(replicates, err());
        Ensemble ensemble = file.run(simulator, situation -> new LocalExecutor(threads), seed, replicates, watch);
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        file.write(output, ensemble);
        out().println(line(ensemble, setupSeconds, watch.medianSeconds(), wallSeconds));
        return 0;
    }

    private String line(Ensemble ensemble, double setup, double cpu, double wall) {
        double infections =
                ensemble.runs().stream().mapToInt(Run::infections).average().orElseThrow();
        int people = ensemble.runs().getFirst().people();
        return String.format(
                Locale.ROOT,
                "{\"agents\":%d,\"days\":%d,\"replicates\":%d,\"infections\":%.1f,\"attackRate\":%.5f,"
                        + "\"setupSeconds\":%.3f,\"cpuSecondsPerRun\":%.6f,\"wallSeconds\":%.3f,\"peakMiB\":%.0f,"
                        + "\"threads\":%d,\"seed\":%d}",
                people,
                ensemble.days(),
                replicates,
                infections,
                infections / people,
                setup,
                cpu,
                wall,
                peakMebibytes(),
                Math.min(threads, replicates),
                seed);
    }

    /** Of the process where the system tells it, else of the heap. */
    private static double peakMebibytes() {
        try {
            for (String line : Files.readAllLines(PROCESS_STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException notLinux) {
            // The heap's figure below is the best there is.
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MIB;
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }
}
