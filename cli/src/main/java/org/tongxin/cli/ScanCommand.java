package org.tongxin.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.scan.CaseCounts;
import org.tongxin.core.scan.Coordinates;
import org.tongxin.core.scan.Scan;
import org.tongxin.core.scan.ScanModel;
import org.tongxin.core.scan.ScanResult;
import org.tongxin.core.scan.ScanSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for clusters in space and time. */
@Command(
        name = "scan",
        description = "Looks for clusters of cases in space and time.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class ScanCommand implements Callable<Integer> {

    private static final ScanSettings DEFAULTS = ScanSettings.defaults();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--model", required = true, description = "space-time-permutation, poisson or bernoulli")
    private String model = "";

    @Option(names = "--cases", required = true, description = "place, count, date")
    private Path cases = Path.of("");

    @Option(names = "--geo", required = true, description = "place, x, y in km; or place, latitude, longitude")
    private Path geo = Path.of("");

    @Option(names = "--population", description = "place, year, population; for poisson")
    private @Nullable Path population;

    @Option(names = "--controls", description = "place, count, date; for bernoulli")
    private @Nullable Path controls;

    @Option(names = "--from", description = "first day, such as 2021-01-01")
    private @Nullable String from;

    @Option(names = "--to", description = "last day; all windows end on it")
    private @Nullable String to;

    @Option(names = "--coordinates", description = "cartesian or latlong; default cartesian")
    private String coordinates = "cartesian";

    @Option(names = "--purely-spatial", description = "the whole period is the only window; needs no dates")
    private boolean purelySpatial;

    @Option(names = "--ties-together", description = "places at equal distance enter a zone together, not in turn")
    private boolean tiesTogether;

    @Option(names = "--max-space", description = "largest share of all cases in a zone; default 0.5")
    private double maxSpace = DEFAULTS.maxShare();

    @Option(names = "--max-radius-km", description = "largest radius of a zone; default none")
    private double maxRadius = DEFAULTS.maxRadiusKilometres();

    @Option(names = "--max-days", description = "longest window; default 14")
    private int maxDays = DEFAULTS.maxDays();

    @Option(names = "--min-cases", description = "fewest cases in a cluster; default 2")
    private int minCases = DEFAULTS.minCases();

    @Option(names = "--replications", description = "simulated worlds; default 999")
    private int replications = DEFAULTS.replications();

    @Option(names = "--stop-after", description = "stop once so many worlds are as extreme; default 0, never")
    private int stopAfter = DEFAULTS.stopAfter();

    @Option(names = "--seed", description = "same seed, same result; default 1")
    private long seed = DEFAULTS.seed();

    @Option(names = "--threads", description = "change nothing but the time; default 1")
    private int threads = DEFAULTS.threads();

    @Option(names = "--output", required = true, description = "folder for clusters.csv and cluster_locations.csv")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        ScanSettings settings = settings();
        OutputFiles.requireFolder(output);
        @Nullable Period period = period();
        ScanFiles files = ScanFiles.withPlaces(geo, coordinates());
        CaseCounts counts = files.counts(cases, period);
        ScanModel scanModel = model(files, counts, period);
        say("Scanning %,d places and %,d cases, %,d simulated worlds.%n"
                .formatted(files.places().size(), counts.total(), settings.replications()));
        ScanResult result = Scan.run(scanModel, settings);
        ClusterFiles.of(output, result, files, period).write();
        say(summary(result));
        return 0;
    }

    private ScanSettings settings() {
        return new ScanSettings(
                maxSpace,
                maxRadius,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    private Coordinates coordinates() {
        return switch (coordinates.toLowerCase(Locale.ROOT)) {
            case "cartesian" -> Coordinates.CARTESIAN;
            case "latlong" -> Coordinates.LATITUDE_LONGITUDE;
            default -> throw new BadInput("--coordinates (" + coordinates + ") must be cartesian or latlong.");
        };
    }

    private @Nullable Period period() {
        if (from == null && to == null && purelySpatial) {
            return null;
        }
        return new Period(date("--from", from), date("--to", to));
    }

    private static LocalDate date(String option, @Nullable String text) {
        if (text == null) {
            throw new BadInput(option + " is missing. Give the first and the last day with --from and --to.");
        }
        return new Cell(Path.of("command line"), 1, option, text).date();
    }

    private ScanModel model(ScanFiles files, CaseCounts counts, @Nullable Period period) {
        return switch (model) {
            case "space-time-permutation" -> ScanModel.spaceTimePermutation(counts);
            case "poisson" -> ScanModel.poisson(counts, files.population(given("--population", population)));
            case "bernoulli" -> ScanModel.bernoulli(counts, files.counts(given("--controls", controls), period));
            default ->
                throw new BadInput("--model (" + model + ") must be space-time-permutation, poisson or bernoulli.");
        };
    }

    private Path given(String option, @Nullable Path file) {
        if (file == null) {
            throw new BadInput("--model " + model + " needs " + option + ". Name its file.");
        }
        return file;
    }

    private static String summary(ScanResult result) {
        String worlds = result.maxima().stoppedEarly()
                ? "; stopped after " + result.maxima().size() + " worlds"
                : "";
        if (result.clusters().isEmpty()) {
            return "No cluster stands out" + worlds + ".%n".formatted();
        }
        return "%d clusters; the most likely around %s, p = %s%s.%n"
                .formatted(
                        result.clusters().size(),
                        result.clusters().getFirst().centre().id(),
                        result.clusters().getFirst().pValue(),
                        worlds);
    }

    private void say(String sentence) {
        if (spec != null) {
            spec.commandLine().getErr().print(sentence);
            spec.commandLine().getErr().flush();
        }
    }
}
