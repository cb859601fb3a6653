package org.tongxin.core.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of the R package EpiEstim on two public epidemics, within 1e-10 of its size. */
class ReproductionReferenceTest {

    private static final double RELATIVE = 1e-10;

    /** Absolute: the formula of a weight subtracts terms of about ten, in the reference as here. */
    private static final double WEIGHT = 1e-13;

    private static final List<String> QUANTILES = List.of("q025", "q05", "q25", "median", "q75", "q95", "q975");

    @ParameterizedTest
    @ValueSource(strings = {"Flu2009", "Measles1861"})
    void nonParametricWeeklyWindows(String epidemic) {
        SerialInterval interval = SerialInterval.of(column(epidemic + "_si", "w"));
        compare(epidemic, "nonparam_weekly", InstantaneousReproduction.of(interval), 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flu2009", "Measles1861"})
    void nonParametricWindowsOfThreeDaysWithANarrowPrior(String epidemic) {
        SerialInterval interval = SerialInterval.of(column(epidemic + "_si", "w"));
        compare(epidemic, "nonparam_3day_prior21", new InstantaneousReproduction(interval, 2, 1), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flu2009", "Measles1861"})
    void parametricWeeklyWindows(String epidemic) {
        int days = column(epidemic + "_incidence", "incidence").length;
        SerialInterval interval = SerialInterval.shiftedGamma(2.6, 1.5, days);
        compare(epidemic, "param_weekly_mean2.6_sd1.5", InstantaneousReproduction.of(interval), 7);
        for (Map<String, String> row : table(epidemic + "__param_weekly_mean2.6_sd1.5_si")) {
            assertThat(interval.weight(Integer.parseInt(row.get("lag"))))
                    .isCloseTo(number(row.get("w")), within(WEIGHT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flu2009", "Measles1861"})
    void wallingaTeunisWeeklyWindows(String epidemic) {
        double[] incidence = column(epidemic + "_incidence", "incidence");
        SerialInterval interval = SerialInterval.of(column(epidemic + "_si", "w"));
        List<Window> windows = Window.sliding(incidence.length, 7);
        List<ReproductionEstimate> estimates = CohortReproduction.of(interval).estimate(incidence, windows);
        List<Map<String, String>> rows = table(epidemic + "__wallinga_teunis_weekly");
        assertThat(estimates).hasSameSizeAs(rows);
        for (int index = 0; index < rows.size(); index++) {
            near(rows.get(index), "Mean.R.", estimates.get(index).mean());
            assertThat(estimates.get(index).q025()).isNaN();
        }
    }

    @Test
    void discretisedSerialIntervals() {
        List<Map<String, String>> rows = table("discr_si_grid");
        assertThat(rows).hasSize(279);
        for (Map<String, String> row : rows) {
            SerialInterval interval = SerialInterval.shiftedGamma(number(row.get("mean")), number(row.get("sd")), 31);
            assertThat(interval.weight(Integer.parseInt(row.get("k"))))
                    .as(row.toString())
                    .isCloseTo(number(row.get("w")), within(WEIGHT));
        }
    }

    private static void compare(String epidemic, String config, InstantaneousReproduction method, int length) {
        double[] incidence = column(epidemic + "_incidence", "incidence");
        List<ReproductionEstimate> estimates = method.estimate(incidence, Window.sliding(incidence.length, length));
        List<Map<String, String>> rows = table(epidemic + "__" + config);
        assertThat(estimates).hasSameSizeAs(rows);
        for (int index = 0; index < rows.size(); index++) {
            compare(rows.get(index), estimates.get(index));
        }
    }

    private static void compare(Map<String, String> row, ReproductionEstimate estimate) {
        assertThat(estimate.firstDay() + 1).isEqualTo(Integer.parseInt(row.get("t_start")));
        assertThat(estimate.lastDay() + 1).isEqualTo(Integer.parseInt(row.get("t_end")));
        near(row, "mean", estimate.mean());
        near(row, "sd", estimate.deviation());
        double[] quantiles = {
            estimate.q025(),
            estimate.q05(),
            estimate.q25(),
            estimate.median(),
            estimate.q75(),
            estimate.q95(),
            estimate.q975()
        };
        for (int index = 0; index < quantiles.length; index++) {
            near(row, QUANTILES.get(index), quantiles[index]);
        }
    }

    private static void near(Map<String, String> row, String column, double actual) {
        double expected = number(row.get(column));
        String what = column + " of " + row;
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        }
    }

    private static double[] column(String name, String column) {
        return table(name).stream().mapToDouble(row -> number(row.get(column))).toArray();
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static List<Map<String, String>> table(String name) {
        List<String> lines =
                text("/reference/epiestim/" + name + ".csv").lines().toList();
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                row.put(header[column], cells[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String path) {
        try (InputStream stream =
                Objects.requireNonNull(ReproductionReferenceTest.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
