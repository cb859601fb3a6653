package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCommandTest {

    private static final Path EXAMPLE = Path.of("../examples/simulation/policies.json");
    private static final String BASIS =
            "\"basis\": {\"law\": \"Law of Willow District\", \"article\": \"1\", \"authority\": \"district\"}";
    private static final String CLOSURE = "{\"name\": \"closure\", \"measure\": \"contactLimit\", \"from\": 2,"
            + " \"longestDays\": 30, \"remaining\": {\"school\": 0}, " + BASIS + "}";
    private static final String CRITERION = "\"criterion\": {\"weights\": {\"severeAndDeaths\": 1}}";

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("model.json"), """
                {
                  "name": "Willow District",
                  "population": {"recipe": "LN-1", "people": 2000},
                  "disease": {"preset": "covid-2020"},
                  "contacts": {"transmission": {"household": 0.06, "school": 0.03, "work": 0.02, "community": 0.012}},
                  "arrivals": [{"day": 0, "people": 20}],
                  "rules": [{"name": "closed", "measure": "contactLimit", "remaining": {"work": 0}, "from": 1, "until": 9}],
                  "capacity": {"beds": 20, "intensiveBeds": 2},
                  "days": 60
                }
                """);
    }

    private Program search(Path policies, String output, String... more) {
        String[] arguments = {
            "search", "--model=" + model, "--policies=" + policies, "--seed=3", "--output=" + folder.resolve(output)
        };
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return Program.run(all.toArray(String[]::new));
    }

    private Path policies(String fields) throws IOException {
        return Files.writeString(folder.resolve("policies.json"), "{" + fields + "}");
    }

    @Test
    void theBestOfTheExampleIsChosenWithItsPromise() throws IOException {
        Program program = search(EXAMPLE, "out", "--most=200", "--threads=2");
        assertThat(program.code()).as(program.err()).isZero();
        List<Map<String, String>> ranking = Program.table(folder.resolve("out/ranking.csv"));
        String best = ranking.getFirst().get("policy");
        assertThat(program.out())
                .contains("\"best\":\"" + best + "\"", "\"policies\":5", "\"refused\":1", "\"seed\":3");
        assertThat(program.err())
                .contains(
                        "The rules of " + model + " (1) are left out",
                        "Refused: ",
                        "“stay at home” has no legal basis");
        assertThat(ranking).extracting(row -> row.get("rank")).containsExactly("1", "2", "3", "4", "5");
        assertThat(Files.readString(folder.resolve("out/promise.json")))
                .contains("\"probability\" : 0.95", "\"no_legal_basis\"", "\"normalityDoubtful\"", "Willow District");
        assertThat(Program.lines(folder.resolve("out/rates.csv")))
                .contains("a test,16.0,yuan per test,example: replace by the district's contract");
    }

    @Test
    void everyAimStandsBesideWhatDoingNothingLeadsTo() {
        search(EXAMPLE, "out", "--most=40");
        List<Map<String, String>> ranking = Program.table(folder.resolve("out/ranking.csv"));
        Map<String, String> nothing = named(ranking, "do nothing");
        assertThat(nothing)
                .containsEntry("restricted_days_mean", "0.0000")
                .containsEntry("cost_minus_nothing", "0.0000");
        for (Map<String, String> row : ranking) {
            double mean = Program.number(row.get("severe_and_deaths_mean"));
            assertThat(mean)
                    .isBetween(
                            Program.number(row.get("severe_and_deaths_low")),
                            Program.number(row.get("severe_and_deaths_high")));
            assertThat(Program.number(row.get("severe_and_deaths_minus_nothing")))
                    .isCloseTo(mean - Program.number(nothing.get("severe_and_deaths_mean")), within(2e-4));
        }
        List<Map<String, String>> front = Program.table(folder.resolve("out/pareto.csv"));
        assertThat(front)
                .extracting(row -> row.get("policy"))
                .containsExactlyElementsOf(ranking.stream()
                        .filter(row -> row.get("on_front").equals("true"))
                        .map(row -> row.get("policy"))
                        .toList());
        Map<String, String> harms = named(Program.table(folder.resolve("out/harms.csv")), "do nothing");
        assertThat(harms).containsEntry("school days lost", "0.0000");
        for (Map<String, String> row : ranking) {
            double income = Program.number(row.get("income_lost"));
            assertThat(Program.number(row.get("income_lost_assumed_low"))).isCloseTo(income / 2, within(1e-3));
            assertThat(Program.number(row.get("income_lost_assumed_high"))).isCloseTo(income * 2, within(1e-3));
        }
    }

    @Test
    void threadsChangeNothing() throws IOException {
        search(EXAMPLE, "one", "--most=40", "--threads=1");
        search(EXAMPLE, "three", "--most=40", "--threads=3");
        for (String file : List.of("ranking.csv", "pareto.csv", "harms.csv", "rates.csv", "promise.json")) {
            assertThat(Files.readString(folder.resolve("three").resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readString(folder.resolve("one").resolve(file)));
        }
    }

    @Test
    void aPolicyIsRefusedWithoutBasisAndAloneNothingIsLeftToChoose() throws IOException {
        Path policies = policies("\"policies\": [{\"name\": \"close\", \"rules\": [" + CLOSURE.replace(", " + BASIS, "")
                + "]}], " + CRITERION);
        Program program = search(policies, "out");
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .contains("Refused: The rule “closure” of the policy “close” has no legal basis", "none may compete");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'school': 0          ; 'gym': 0                ; policies[0].rules[0].remaining; no layer gym",
                "'article': '1',      ;                         ; policies[0].rules[0].basis; article is missing",
                "'article': '1'       ; 'article': ''           ; policies[0].rules[0].basis; must name all three",
                "'longestDays': 30,   ;                         ; policies[0].rules[0]; has no end",
                "'from': 2,           ; 'where': [7], 'from': 2,; policies[0].rules; community 7",
                "'severeAndDeaths'    ; 'deaths'                ; criterion.weights; no field deaths",
                "'severeAndDeaths': 1 ; 'cost': -1              ; criterion; must be 0 or more",
                "'name': 'close'      ; 'name': ' '             ; policies[0].name; must not be blank",
                "'probability': 0.95  ; 'probability': 1        ; probability; 0.5..0.999",
                "'indifference': 2    ; 'indifference': 0       ; indifference; above 0",
                "'indifference': 2    ; 'costs': {'perTest': {'value': 3}}; costs.perTest; source is missing",
                "'indifference': 2    ; 'costs': {'perTest': {'value': -3, 'source': 'x'}}; costs.perTest; -3.0",
                "'indifference': 2    ; 'harms': [{'name': 'x'}]; harms[0]; unit is missing",
                "'indifference': 2    ; 'luck': 2               ; policies.json; no field luck",
            })
    void whatIsWrongIsSaidWithItsPlace(String from, String to, String place, String words) throws IOException {
        String fields = "\"policies\": [{\"name\": \"close\", \"rules\": [" + CLOSURE + "]}], " + CRITERION
                + ", \"probability\": 0.95, \"indifference\": 2";
        String wrong = fields.replace(quoted(from), quoted(to == null ? "" : to));
        assertThat(wrong).isNotEqualTo(fields);
        Program program = search(policies(wrong), "out");
        assertThat(program.code()).as(program.err()).isEqualTo(2);
        assertThat(program.err()).contains(place, words).doesNotContain("Exception");
    }

    @Test
    void numbersOnTheCommandLineAreChecked() {
        Program program = search(EXAMPLE, "out", "--most=39");
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("39", "40 or more");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static Map<String, String> named(List<Map<String, String>> rows, String policy) {
        return rows.stream()
                .filter(row -> row.get("policy").equals(policy))
                .findFirst()
                .orElseThrow();
    }
}
