package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxin.core.population.Population;
import org.tongxin.core.population.ReferenceNetwork;

/** Two epidemics on a network that is written down in full, against 40 runs of a program that draws every contact by itself. */
class ReferenceCasesTest {

    private static final int RUNS = 100;
    private static final int REFERENCE_RUNS = 40;
    private static final Population NETWORK = ReferenceNetwork.of(100_000);

    @ParameterizedTest
    @CsvSource({"A_seir_p030, 0.03", "B_seir_p020, 0.02"})
    void agreesWithBruteForce(String name, double transmission) {
        Ensemble ensemble = ensemble(transmission);
        Map<String, Double> reference = summary(name);
        double[] sizes = ensemble.runs().stream().mapToDouble(Run::infections).toArray();
        double[] peaks = ensemble.runs().stream()
                .mapToDouble(run -> run.peak(Series.INFECTED))
                .toArray();
        double[] days = ensemble.runs().stream()
                .mapToDouble(run -> run.peakDay(Series.INFECTED))
                .toArray();
        requireEqualMeans(sizes, reference, "final_infected");
        requireEqualMeans(peaks, reference, "peak_incidence");
        assertThat(mean(days)).isCloseTo(value(reference, "peak_day_mean"), within(1.5));
        double spread = Ensemble.deviation(sizes) / value(reference, "final_infected_sd");
        assertThat(spread).isBetween(1 / 1.6, 1.6);
        requireWithinBands(name, ensemble.mean(Series.INFECTED));
    }

    private static Ensemble ensemble(double transmission) {
        Disease disease = Disease.simple("reference", Period.geometric(0.25), Period.geometric(1.0 / 6));
        Contacts contacts = Contacts.ofLinks(transmission, transmission, transmission, transmission);
        Model model = TestModels.of(NETWORK, disease, contacts, 100, 150);
        return new LocalExecutor(2).run(Simulator.of(model), 1, RUNS, RunWatch.NONE);
    }

    private static void requireEqualMeans(double[] values, Map<String, Double> reference, String what) {
        double own = Ensemble.deviation(values);
        double theirs = value(reference, what + "_sd");
        double mean = value(reference, what + "_mean");
        double tolerance = 3 * Math.sqrt(own * own / RUNS + theirs * theirs / REFERENCE_RUNS) + 0.002 * mean;
        assertThat(mean(values)).as(what).isCloseTo(mean, within(tolerance));
    }

    private static void requireWithinBands(String name, double[] incidence) {
        List<Map<String, Double>> days = table(name + ".csv");
        long counted =
                days.stream().filter(day -> value(day, "incidence_mean") > 20).count();
        long within = days.stream()
                .filter(day -> value(day, "incidence_mean") > 20)
                .filter(day -> {
                    double ours = incidence[(int) value(day, "day")];
                    return ours >= value(day, "incidence_p05") && ours <= value(day, "incidence_p95");
                })
                .count();
        assertThat(within / (double) counted).isGreaterThanOrEqualTo(0.97);
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    private static double value(Map<String, Double> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static Map<String, Double> summary(String name) {
        int row = name.startsWith("A") ? 0 : 1;
        return table("summary.csv").get(row);
    }

    private static List<Map<String, Double>> table(String file) {
        try (InputStream in = ReferenceCasesTest.class.getResourceAsStream("/reference/simulation/" + file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] names = lines.getFirst().split(",", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> row(names, line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Double> row(String[] names, String[] cells) {
        Map<String, Double> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals("case")) {
                row.put(names[i], Double.parseDouble(cells[i]));
            }
        }
        return row;
    }
}
