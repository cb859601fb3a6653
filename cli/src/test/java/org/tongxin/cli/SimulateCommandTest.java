package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    private static final Path EXAMPLES = Path.of("../examples/simulation");

    @TempDir
    Path folder;

    private Program simulate(Path model, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "simulate", "--model=" + model, "--districts=../data/districts", "--output=" + folder.resolve("out")));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private Program refused(String json) throws IOException {
        Path model = folder.resolve("model.json");
        Files.writeString(model, json);
        Program program = simulate(model, "--replicates=1");
        assertThat(program.code()).isEqualTo(2);
        assertThat(folder.resolve("out").resolve("curve.csv")).doesNotExist();
        return program;
    }

    /** A small network with rules and days of one's own. */
    private static String model(String transmission, String rules) {
        return """
                {"population": {"recipe": "LN-1", "people": 2000},
                 "disease": {"latent": {"geometric": 0.25}, "infectious": {"geometric": 0.17}},
                 "contacts": {"transmission": %s},
                 "arrivals": [{"day": 0, "people": 5}],
                 "rules": %s, "days": 30}
                """.formatted(transmission, rules);
    }

    private static final String LAYERS = "{\"household\": 0.1, \"school\": 0.05, \"work\": 0.05, \"community\": 0.02}";

    @ParameterizedTest
    @CsvSource({"case-c, 837, 65", "case-g, 9100, 330"})
    void referenceCasesRunAsTheyAreShipped(String name, double infected, double within) {
        // Runs of C spread by 225: the mean of 200 is known to 16.
        Program program = simulate(EXAMPLES.resolve(name + ".json"), "--replicates=200", "--seed=3");
        assertThat(program.code()).isZero();
        Map<String, String> summary =
                Program.table(folder.resolve("out/summary.csv")).getFirst();
        assertThat(Program.number(summary.get("final_infected_mean"))).isCloseTo(infected, within(within));
        assertThat(summary).containsEntry("seeds", "200");
        List<Map<String, String>> curve = Program.table(folder.resolve("out/curve.csv"));
        assertThat(curve).hasSize(151);
        assertThat(curve.getFirst()).containsEntry("S_mean", "99900.00").containsEntry("incidence_mean", "0.00");
        for (Map<String, String> day : curve) {
            double people = Program.number(day.get("S_mean"))
                    + Program.number(day.get("E_mean"))
                    + Program.number(day.get("I_mean"))
                    + Program.number(day.get("R_mean"));
            assertThat(people).isCloseTo(100_000, within(0.03));
        }
    }

    /** Final size and peak after 40 runs of a brute-force program: mean and spread; tolerances of the same source. */
    @ParameterizedTest
    @CsvSource({"case-a, 90143.8, 145.2, 3350.8, 47.8, 46.35", "case-b, 76850.3, 270.7, 1747.0, 36.6, 69.08"})
    void casesWithAReferenceAgreeWithIt(
            String name, double infected, double spread, double height, double heightSpread, double peakDay) {
        assertThat(simulate(EXAMPLES.resolve(name + ".json"), "--replicates=200", "--seed=1")
                        .code())
                .isZero();
        Map<String, String> summary =
                Program.table(folder.resolve("out/summary.csv")).getFirst();
        requireClose(summary, "final_infected", infected, spread);
        requireClose(summary, "peak_incidence", height, heightSpread);
        assertThat(Program.number(summary.get("peak_day_mean"))).isCloseTo(peakDay, within(1.5));
        double ratio = Program.number(summary.get("final_infected_sd")) / spread;
        assertThat(ratio).as("spread of the final size").isBetween(1 / 1.6, 1.6);
    }

    private static void requireClose(Map<String, String> summary, String figure, double mean, double spread) {
        double own = Program.number(summary.get(figure + "_sd"));
        double tolerance = 3 * Math.sqrt(own * own / 200 + spread * spread / 40) + 0.002 * mean;
        assertThat(Program.number(summary.get(figure + "_mean"))).as(figure).isCloseTo(mean, within(tolerance));
    }

    @Test
    void theLastLineSaysWhatWasRun() {
        Program program = simulate(EXAMPLES.resolve("case-c.json"), "--replicates=3", "--seed=9", "--threads=2");
        JsonNode line = new JsonMapper().readTree(program.out().strip());
        assertThat(line.propertyNames())
                .containsExactlyInAnyOrder(
                        "agents",
                        "days",
                        "replicates",
                        "infections",
                        "attackRate",
                        "setupSeconds",
                        "cpuSecondsPerRun",
                        "wallSeconds",
                        "peakMiB",
                        "threads",
                        "seed");
        assertThat(line.get("agents").asInt()).isEqualTo(100_000);
        assertThat(line.get("seed").asInt()).isEqualTo(9);
        assertThat(line.get("cpuSecondsPerRun").asDouble()).isPositive();
        assertThat(line.get("peakMiB").asDouble()).isPositive();
        double rate = line.get("infections").asDouble() / 100_000;
        assertThat(line.get("attackRate").asDouble()).isCloseTo(rate, within(1e-5));
    }

    @Test
    void theSameSeedGivesTheSameFilesOnAnyNumberOfThreads() throws IOException {
        simulate(EXAMPLES.resolve("case-c.json"), "--replicates=6", "--threads=1");
        String one = Files.readString(folder.resolve("out/series.csv"));
        simulate(EXAMPLES.resolve("case-c.json"), "--replicates=6", "--threads=4");
        assertThat(Files.readString(folder.resolve("out/series.csv"))).isEqualTo(one);
    }

    @Test
    void aDistrictIsToldByCommunity() throws IOException {
        String json = Files.readString(EXAMPLES.resolve("covid-100k-free.json"))
                .replaceAll("\"scale\": [0-9.e-]+", "\"scale\": 0.002")
                .replace("\"people\": 100", "\"people\": 30")
                .replace("\"days\": 150", "\"days\": 40");
        Path model = folder.resolve("small.json");
        Files.writeString(model, json);
        Program program = simulate(model, "--replicates=2");
        assertThat(program.err()).isEmpty();
        assertThat(program.code()).isZero();
        List<Map<String, String>> communities = Program.table(folder.resolve("out/communities.csv"));
        assertThat(communities).hasSize(1360 * 41);
        double infected = communities.stream()
                .mapToDouble(row -> Program.number(row.get("infected_mean")))
                .sum();
        Map<String, String> summary =
                Program.table(folder.resolve("out/summary.csv")).getFirst();
        assertThat(infected).isCloseTo(Program.number(summary.get("final_infected_mean")), within(1.0));
    }

    @Test
    void aFittedStateStartsFromTheReports() throws IOException {
        String json = Files.readString(EXAMPLES.resolve("pudong-2022.json"))
                .replace("\"scale\": 1.0", "\"scale\": 0.01")
                .replace("\"days\": 60", "\"days\": 7")
                .replace("\"draws\": 8", "\"draws\": 2")
                .replace(
                        "../../data",
                        Path.of("../data").toAbsolutePath().normalize().toString());
        Path model = folder.resolve("small.json");
        Files.writeString(model, json);
        Program program = simulate(model, "--replicates=4");
        assertThat(program.err()).isEmpty();
        assertThat(program.code()).isZero();
        double known = Program.number(
                Program.table(folder.resolve("out/curve.csv")).getFirst().get("cum_infected_mean"));
        // About 21,000 were reported in the three weeks before, and not all were found.
        assertThat(known).isBetween(150.0, 1500.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case-a",
                "case-b",
                "case-d",
                "case-e",
                "case-f",
                "covid-1m-free",
                "covid-1m-controlled",
                "covid-100k-unhindered"
            })
    void everyExampleIsReadable(String name) throws IOException {
        String json = Files.readString(EXAMPLES.resolve(name + ".json"))
                .replaceAll("\"scale\": [0-9.e-]+", "\"scale\": 0.002")
                .replaceAll("\"people\": 1000?(?=\\D)", "\"people\": 50")
                .replace("\"days\": 150", "\"days\": 3");
        Path model = folder.resolve("brief.json");
        Files.writeString(model, json);
        assertThat(simulate(model, "--replicates=1").code()).isZero();
    }

    @Test
    void aNegativeRateIsNamed() throws IOException {
        Program program = refused(model(LAYERS.replace("0.05", "-0.05"), "[]"));
        assertThat(program.err()).contains("model.json", "contacts", "-0.05", "SCHOOL");
    }

    @Test
    void aMissingLayerIsNamed() throws IOException {
        Program program = refused(model("{\"household\": 0.1, \"school\": 0.05}", "[]"));
        assertThat(program.err()).contains("WORK has no transmission probability");
    }

    @Test
    void aMeasureWithoutEndIsRefused() throws IOException {
        String rule =
                "[{\"name\": \"for ever\", \"measure\": \"contactLimit\", \"remaining\": {\"work\": 0.5}, \"from\": 3}]";
        Program program = refused(model(LAYERS, rule));
        assertThat(program.err()).contains("rules[0]", "“for ever” has no end", "longestDays");
    }

    @Test
    void onePersonIsRefused() throws IOException {
        Program program = refused(model(LAYERS, "[]").replace("2000", "1"));
        assertThat(program.err()).contains("population", "1");
    }

    @Test
    void aMisspelledFieldIsNotOverlooked() throws IOException {
        Program program = refused(model(LAYERS, "[]").replace("\"days\"", "\"day\""));
        assertThat(program.err()).contains("there is no field day");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws IOException {
        assertThat(refused("{\"population\": \n [}").err()).contains("model.json, line 2", "not JSON");
    }

    @Test
    void aRunThatDoesNotFitInMemoryIsRefusedWithTheReason() throws IOException {
        Path model = folder.resolve("large.json");
        Files.writeString(model, model(LAYERS, "[]").replace("2000", "3000000"));
        Program program = simulate(model, "--replicates=100000", "--threads=100000");
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("MiB", "threads", "Use fewer threads");
    }

    @Test
    void aRuleThatWaitsForCasesNobodyFindsIsRefused() throws IOException {
        String limit = "{\"name\":\"pause\",\"measure\":\"contactLimit\",\"remaining\":{\"school\":0.3},"
                + "\"fromCases\":{\"cases\":5,\"days\":7},\"longestDays\":30}";
        String tests = "{\"name\":\"tests\",\"measure\":\"symptomTesting\",\"dailyProbability\":0.3,\"test\":"
                + "{\"sensitivity\":0.9,\"specificity\":1,\"delayDays\":1},\"from\":1,\"longestDays\":30}";
        assertThat(refused(model(LAYERS, "[" + limit + "]")).err())
                .contains("rules", "\"pause\"", "no rule finds any", "symptomTesting or screening");
        Path model = folder.resolve("with-tests.json");
        Files.writeString(model, model(LAYERS, "[" + limit + "," + tests + "]"));
        assertThat(simulate(model, "--replicates=1").code()).isZero();
    }

    @Test
    void aFieldNamedTwiceIsRefused() throws IOException {
        String json = model(LAYERS, "[]").replace("\"days\": 30", "\"days\": 30, \"days\": 40");
        assertThat(refused(json).err()).contains("model.json, line 5", "Duplicate", "\"days\"");
    }

    @Test
    void arrivalsThatNeverComeAreRefused() throws IOException {
        assertThat(refused(model(LAYERS, "[]").replace("{\"day\": 0, \"people\": 5}", ""))
                        .err())
                .contains("arrivals", "nobody arrives infected", "Name an arrival");
        assertThat(refused(model(LAYERS, "[]").replace("{\"day\": 0,", "{\"day\": 31,"))
                        .err())
                .contains("5 infections on day 31", "after the last day (30)", "Run more days");
    }

    @Test
    void twoRulesOfOneNameAreRefused() throws IOException {
        String limit = limit("{\"school\":0.3}");
        assertThat(refused(model(LAYERS, "[" + limit + "," + limit + "]")).err())
                .contains("rules", "two rules are named \"pause\"", "a name of its own");
    }

    @Test
    void aLimitOfNoLayerIsRefused() throws IOException {
        assertThat(refused(model(LAYERS, "[" + limit("{}") + "]")).err())
                .contains("rules[0]", "names no layer", "name one at least");
    }

    private static String limit(String remaining) {
        return "{\"name\":\"pause\",\"measure\":\"contactLimit\",\"remaining\":" + remaining
                + ",\"from\":1,\"longestDays\":30}";
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 300})
    void anAgeNobodyHasIsRefused(int age) throws IOException {
        String dose = "{\"name\":\"doses\",\"measure\":\"vaccination\",\"dailyShare\":0.1,\"most\":0.5,\"fromAge\":"
                + age + ",\"againstInfection\":0.3,\"againstSevere\":0.8,\"from\":1,\"longestDays\":30}";
        assertThat(refused(model(LAYERS, "[" + dose + "]")).err())
                .contains("rules[0].fromAge", "(" + age + ")", "an age from 0 to 120");
    }

    @Test
    void dosesAreReadInTheirOrderOrRefusedWithTheirPlace() throws IOException {
        String first = "{\"afterDays\":14,\"againstInfection\":0.3,\"againstSevere\":0.5}";
        String second = "{\"afterDays\":28,\"againstInfection\":0.6,\"againstSevere\":0.9}";
        assertThat(refused(model(LAYERS, "[" + vaccination("\"doses\":[" + second + "," + first + "]") + "]"))
                        .err())
                .contains("rules[0]", "one protects after 28 days and the next after 14");
        assertThat(refused(model(LAYERS, "[" + vaccination("\"againstSevere\":0.5,\"doses\":[" + first + "]") + "]"))
                        .err())
                .contains("rules[0].againstSevere", "must stand with each of the doses");
        assertThat(refused(model(LAYERS, "[" + vaccination("\"doses\":[{\"afterDays\":1.5}]") + "]"))
                        .err())
                .contains("rules[0].doses[0].afterDays", "must be a whole number");
        Path good = folder.resolve("doses.json");
        Files.writeString(good, model(LAYERS, "[" + vaccination("\"doses\":[" + first + "," + second + "]") + "]"));
        assertThat(simulate(good, "--replicates=2").code()).isZero();
    }

    private static String vaccination(String doses) {
        return "{\"name\":\"doses\",\"measure\":\"vaccination\",\"dailyShare\":0.1,\"most\":0.5,\"fromAge\":12," + doses
                + ",\"from\":1,\"longestDays\":30}";
    }

    @Test
    void aReleaseWithoutATestLateEnoughIsRefused() throws IOException {
        assertThat(refused(model(LAYERS, "[" + tracing(7) + "]")).err())
                .contains("rules[0]", "No contact is tested on day 7 of the quarantine or later in it ([0, 6])");
        Path good = folder.resolve("release.json");
        Files.writeString(good, model(LAYERS, "[" + tracing(6) + "]"));
        assertThat(simulate(good, "--replicates=2").code()).isZero();
    }

    private static String tracing(int releaseFromDay) {
        return "{\"name\":\"tracing\",\"measure\":\"contactTracing\",\"found\":{\"household\":1},\"delayDays\":{},"
                + "\"lookBackDays\":3,\"compliance\":0.8,\"quarantineDays\":10,\"inPlaces\":false,\"testOnDays\":[0,6],"
                + "\"test\":{\"sensitivity\":0.9,\"delayDays\":1},\"releaseFromDay\":" + releaseFromDay
                + ",\"from\":1,\"longestDays\":30}";
    }

    @Test
    void aResultThatComesAfterTheLastPossibleDayIsRefused() throws IOException {
        String tests = "{\"name\":\"tests\",\"measure\":\"symptomTesting\",\"dailyProbability\":0.3,\"test\":"
                + "{\"sensitivity\":0.9,\"specificity\":1,\"delayDays\":100000},\"from\":1,\"longestDays\":30}";
        assertThat(refused(model(LAYERS, "[" + tests + "]")).err())
                .contains("rules[0].test", "days until a result (100000)", "0..2046");
    }

    @Test
    void transmissionSetTwiceIsRefused() throws IOException {
        String json = """
                {"population": {"district": "310115", "scale": 0.001}, "disease": {"preset": "covid-2020"},
                 "contacts": {"perContact": 0.02, "firstGeneration": 2.0},
                 "arrivals": [{"day": 0, "people": 5}], "days": 30}
                """;
        assertThat(refused(json).err()).contains("contacts", "perContact and firstGeneration", "Keep one");
    }

    @Test
    void peopleWhoDoNotFitInMemoryAreRefusedBeforeTheyAreMade() throws IOException {
        long most = Runtime.getRuntime().maxMemory() / MemoryNeed.BYTES_OF_A_PERSON_LINKED;
        assumeThat(most).as("the most people a network has").isLessThan(1 << 27);
        Path model = folder.resolve("large.json");
        Files.writeString(model, model(LAYERS, "[]").replace("2000", Long.toString(most + 1)));
        Program program = simulate(model, "--replicates=1");
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("large.json", "population", (most + 1) + " people", "MiB", "fewer people");
    }
}
