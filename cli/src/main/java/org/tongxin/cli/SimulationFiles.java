package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Series;

/** What a simulation writes: the curve and the summary in the form of the reference cases, all series, and communities. */
final class SimulationFiles {

    private static final List<String> CURVE = List.of(
            "day",
            "S_mean",
            "E_mean",
            "I_mean",
            "R_mean",
            "incidence_mean",
            "incidence_sd",
            "incidence_p05",
            "incidence_p95",
            "cum_infected_mean",
            "cum_infected_sd");

    private static final List<String> SUMMARY = List.of(
            "case",
            "seeds",
            "final_infected_mean",
            "final_infected_sd",
            "standard_error",
            "attack_rate",
            "peak_day_mean",
            "peak_day_sd",
            "peak_incidence_mean",
            "peak_incidence_sd");

    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final Path folder;
    private final Ensemble ensemble;

    SimulationFiles(Path folder, Ensemble ensemble) {
        this.folder = folder;
        this.ensemble = ensemble;
    }

    OutputFiles of(String name) {
        OutputFiles files = new OutputFiles()
                .table(folder.resolve("curve.csv"), curve())
                .table(folder.resolve("summary.csv"), summary(name))
                .table(folder.resolve("series.csv"), series());
        if (ensemble.places().communities() > 1) {
            files.table(folder.resolve("communities.csv"), communities());
        }
        return files;
    }

    private List<List<String>> curve() {
        List<double[]> columns = List.of(
                ensemble.mean(Series.SUSCEPTIBLE),
                ensemble.mean(Series.EXPOSED),
                ensemble.mean(Series.INFECTIOUS),
                ensemble.mean(Series.REMOVED),
                fromFirstDay(ensemble.mean(Series.INFECTED)),
                fromFirstDay(ensemble.deviation(Series.INFECTED)),
                fromFirstDay(ensemble.quantile(Series.INFECTED, 0.05)),
                fromFirstDay(ensemble.quantile(Series.INFECTED, 0.95)),
                ensemble.mean(Series.EVER_INFECTED),
                ensemble.deviation(Series.EVER_INFECTED));
        List<List<String>> rows = new ArrayList<>();
        rows.add(CURVE);
        for (int day = 0; day <= ensemble.days(); day++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(day)));
            for (double[] column : columns) {
                row.add(number(column[day]));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Nobody is infected by others on day 0: whoever is infected then came so. */
    private static double[] fromFirstDay(double[] values) {
        values[0] = 0;
        return values;
    }

    private List<List<String>> summary(String name) {
        double[] infected =
                ensemble.runs().stream().mapToDouble(Run::infections).toArray();
        double[] peaks =
                ensemble.runs().stream().mapToDouble(SimulationFiles::peak).toArray();
        double[] days =
                ensemble.runs().stream().mapToDouble(SimulationFiles::peakDay).toArray();
        int people = ensemble.runs().getFirst().people();
        double deviation = Ensemble.deviation(infected);
        return List.of(
                SUMMARY,
                List.of(
                        name,
                        Integer.toString(infected.length),
                        number(mean(infected)),
                        number(deviation),
                        number(deviation / Math.sqrt(infected.length)),
                        String.format(Locale.ROOT, "%.5f", mean(infected) / people),
                        number(mean(days)),
                        number(Ensemble.deviation(days)),
                        number(mean(peaks)),
                        number(Ensemble.deviation(peaks))));
    }

    private static double peak(Run run) {
        double peak = 0;
        for (int day = 1; day <= run.days(); day++) {
            peak = Math.max(peak, run.on(Series.INFECTED, day));
        }
        return peak;
    }

    private static int peakDay(Run run) {
        int day = 1;
        while (run.on(Series.INFECTED, day) < peak(run)) {
            day++;
        }
        return day;
    }

    private List<List<String>> series() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("series", "day", "mean", "q05", "q25", "q50", "q75", "q95"));
        for (Series each : Series.values()) {
            double[] mean = ensemble.mean(each);
            List<double[]> quantiles = new ArrayList<>();
            for (double probability : PROBABILITIES) {
                quantiles.add(ensemble.quantile(each, probability));
            }
            for (int day = 0; day <= ensemble.days(); day++) {
                List<String> row = new ArrayList<>(
                        List.of(each.name().toLowerCase(Locale.ROOT), Integer.toString(day), number(mean[day])));
                for (double[] quantile : quantiles) {
                    row.add(number(quantile[day]));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private List<List<String>> communities() {
        PlaceTotals places = ensemble.places();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("community", "day", "infected_mean", "reported_mean", "held_mean"));
        for (int community = 0; community < places.communities(); community++) {
            for (int day = 0; day <= places.days(); day++) {
                rows.add(List.of(
                        Integer.toString(community),
                        Integer.toString(day),
                        number(places.infected(community, day)),
                        number(places.reported(community, day)),
                        number(places.held(community, day))));
            }
        }
        return rows;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
