package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.reproduction.CohortReproduction;
import org.tongxin.core.reproduction.InstantaneousReproduction;
import org.tongxin.core.reproduction.ReproductionEstimate;
import org.tongxin.core.reproduction.SerialInterval;
import org.tongxin.core.reproduction.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates the reproduction number over time. */
@Command(
        name = "reproduction",
        description = "Estimates how many others a case infects, over time.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class ReproductionCommand implements Callable<Integer> {

    private static final int WEEK = 7;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--incidence", required = true, description = "columns index, incidence: one row a day")
    private Path incidence = Path.of("");

    @Option(names = "--si", description = "columns lag, w: weights of the serial interval from lag 0")
    private @Nullable Path serialInterval;

    @Option(names = "--si-mean", description = "instead of --si: mean in days of a shifted gamma distribution, above 1")
    private @Nullable Double intervalMean;

    @Option(names = "--si-sd", description = "with --si-mean: standard deviation in days")
    private @Nullable Double intervalDeviation;

    @Option(names = "--method", description = "cori or wallinga-teunis; default cori")
    private String method = "cori";

    @Option(names = "--window", description = "days in a window; default 7")
    private int window = WEEK;

    @Option(names = "--prior-mean", description = "cori: mean of R before any data; default 5")
    private double priorMean = InstantaneousReproduction.DEFAULT_PRIOR;

    @Option(names = "--prior-sd", description = "cori: its standard deviation; default 5")
    private double priorDeviation = InstantaneousReproduction.DEFAULT_PRIOR;

    @Option(names = "--simulations", description = "wallinga-teunis: for sd and quantiles; default 0, none")
    private int simulations;

    @Option(names = "--seed", description = "wallinga-teunis: of the simulations; default 1")
    private long seed = 1;

    @Option(names = "--output", required = true, description = "file for the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        OutputFiles.requireWritable(output);
        double[] cases = IncidenceFile.read(incidence);
        List<Window> windows = Window.sliding(cases.length, window);
        if (windows.isEmpty()) {
            throw BadInput.in(
                    incidence,
                    "the series has " + cases.length + " days, but a window of " + window
                            + " that starts on day 2 needs " + (window + 1) + ". Give a shorter --window.");
        }
        List<ReproductionEstimate> estimates = estimate(cases, windows);
        ReproductionFile.write(output, estimates);
        warn(estimates);
        return 0;
    }

    private List<ReproductionEstimate> estimate(double[] cases, List<Window> windows) {
        SerialInterval interval = interval(cases.length);
        return switch (method) {
            case "cori" -> new InstantaneousReproduction(interval, priorMean, priorDeviation).estimate(cases, windows);
            case "wallinga-teunis" -> new CohortReproduction(interval, simulations, seed).estimate(cases, windows);
            default -> throw new BadInput("--method (" + method + ") must be cori or wallinga-teunis.");
        };
    }

    private SerialInterval interval(int days) {
        if (serialInterval != null && intervalMean == null && intervalDeviation == null) {
            return SerialIntervalFile.read(serialInterval);
        }
        if (serialInterval == null && intervalMean != null && intervalDeviation != null) {
            return SerialInterval.shiftedGamma(intervalMean, intervalDeviation, days);
        }
        throw new BadInput("The serial interval must be given once: a file with --si, or --si-mean and --si-sd.");
    }

    private void warn(List<ReproductionEstimate> estimates) {
        long biased =
                estimates.stream().filter(ReproductionEstimate::isBiasedDown).count();
        if (biased > 0 && spec != null) {
            spec.commandLine()
                    .getErr()
                    .println("The newest " + biased + " windows are too low: those whom their cases will infect are"
                            + " not all in the series yet.");
        }
    }
}
