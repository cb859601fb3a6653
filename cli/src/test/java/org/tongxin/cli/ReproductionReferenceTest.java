package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproductionReferenceTest {

    private static final Path FOLDER = Program.REFERENCE.resolve("epiestim");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "nonparam_weekly, --window=7 --prior-mean=5 --prior-sd=5",
        "nonparam_3day_prior21, --window=3 --prior-mean=2 --prior-sd=1",
        "param_weekly_mean2.6_sd1.5, --window=7 --si-mean=2.6 --si-sd=1.5",
    })
    void instantaneousNumberIsThatOfTheReference(String configuration, String options) {
        for (String set : List.of("Flu2009", "Measles1861")) {
            List<Map<String, String>> actual = run(set, options);
            List<Map<String, String>> expected = Program.table(FOLDER.resolve(set + "__" + configuration + ".csv"));
            assertThat(actual).hasSameSizeAs(expected);
            for (int row = 0; row < expected.size(); row++) {
                assertThat(actual.get(row).keySet())
                        .containsExactlyElementsOf(expected.get(row).keySet());
                for (String column : expected.get(row).keySet()) {
                    requireNear(actual.get(row).get(column), expected.get(row).get(column));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Flu2009", "Measles1861"})
    void cohortNumberIsThatOfTheReference(String set) {
        List<Map<String, String>> actual = run(set, "--method=wallinga-teunis");
        List<Map<String, String>> expected = Program.table(FOLDER.resolve(set + "__wallinga_teunis_weekly.csv"));
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            requireNear(actual.get(row).get("mean"), expected.get(row).get("Mean.R."));
            assertThat(actual.get(row).get("q975")).isEmpty();
        }
    }

    private List<Map<String, String>> run(String set, String options) {
        Path output = folder.resolve("r.csv");
        List<String> arguments = new ArrayList<>(
                List.of("reproduction", "--incidence=" + FOLDER.resolve(set + "_incidence.csv"), "--output=" + output));
        if (!options.contains("--si-mean")) {
            arguments.add("--si=" + FOLDER.resolve(set + "_si.csv"));
        }
        arguments.addAll(List.of(options.split(" ")));
        Program run = Program.run(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return Program.table(output);
    }

    private static void requireNear(String actual, String expected) {
        double reference = Program.number(expected);
        if (Double.isNaN(reference)) {
            assertThat(actual).isEmpty();
        } else {
            assertThat(Program.number(actual)).isCloseTo(reference, within(1e-10 * Math.abs(reference)));
        }
    }
}
