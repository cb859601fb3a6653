package org.tongxin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Without any engine on the class path: people and goods are solved, and what needs one is said. */
class AllocateCommandTest {

    private static final Path EXAMPLES = Path.of("../examples/dispatch");

    private static final String SUPPLY = """
            {"format": "tongxin-dispatch/1", "kind": "supply", %s
             "unitWeight": [2], "tierPenalty": [100, 50, 10], "priority": [1, 3],
             "stock": [[9], [4]], "reserve": [[1], [0]], "depotCapacity": [null, 6],
             "need": [[[2, 2, 2]], [[3, 1, 1]]],
             "lanes": [[0, 0, 1], [1, 0, 2], [1, 1, 2]]}
            """;

    private static final String PEOPLE = """
            {"format": "tongxin-dispatch/1", "kind": "people", "volunteers": 3,
             "posts": [{"community": 0, "need": 2, "min": 1, "rewardMin": 1000, "reward": 100},
                       {"community": 0, "need": 1, "min": 0, "rewardMin": 50, "reward": 50}],
             "arcs": [[0, 0, 7], [1, 0, 9], [1, 1, 4]]%s}
            """;

    @TempDir
    Path folder;

    private Path output;

    @BeforeEach
    void nameOutput() {
        output = folder.resolve("plan.json");
    }

    @Test
    void theProjectsPeopleReachTheOptimaOthersProvedAfterEachOfNineChanges() throws IOException {
        Path input = EXAMPLES.resolve("p1-people.json");
        JsonNode plan = allocated(input);
        assertThat(plan.get("total").asLong()).isEqualTo(3_044_029);
        assertThat(plan.get("proved").asBoolean()).isTrue();
        assertThat(plan.get("bound").asLong()).isEqualTo(3_044_029);
        assertThat(plan.get("afterEachChange").toString())
                .isEqualTo("[3044283,3044283,3045876,3045876,3046088,3046449,3046449,3046912,3047207]");
        assertThat(plan.get("reasons").get(0).asString()).startsWith("post 14: 1 empty, 1 of the minimum; ");
        Program check = check(input);
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out()).contains("its total is 3044029", "No plan is better");
    }

    @Test
    void aMoveCostKeepsPeopleWhereTheyAre() throws IOException {
        JsonNode free = allocated(write(PEOPLE.formatted("")));
        assertThat(free.get("plan").toString()).isEqualTo("[[0,0],[1,0]]");
        assertThat(free.get("total").asLong()).isEqualTo(7 + 9 + 50);
        JsonNode kept = allocated(write(PEOPLE.formatted(", \"current\": [0, 1, -1], \"moveCost\": 60")));
        assertThat(kept.get("plan").toString()).isEqualTo("[[0,0],[1,1]]");
        assertThat(kept.get("total").asLong()).isEqualTo(7 + 4 + 100);
    }

    @Test
    void costsAsTextAreAnAssignmentOfRowsToColumns() throws IOException {
        Path input = write(" 3\n 4 1 3\n 2 0\n 5 3 2 2\n");
        JsonNode plan = allocated(input);
        assertThat(plan.get("total").asLong()).isEqualTo(5);
        assertThat(plan.get("plan").toString()).isEqualTo("[[0,1],[1,0],[2,2]]");
        assertThat(check(input).out()).contains("its total is 5");
    }

    @Test
    void goodsAreSolvedWithoutAnyEngineWhileCapacityDoesNotBind() throws IOException {
        Path input = write(SUPPLY.formatted(""));
        JsonNode plan = allocated(input);
        assertThat(plan.get("total").asLong()).isEqualTo(6 * 2 + 3 * 4 + 50 * 3 + 10 * 3);
        assertThat(plan.get("plan").toString()).isEqualTo("[[0,0,0,6],[1,1,0,3]]");
        assertThat(plan.get("proved").asBoolean()).isTrue();
        assertThat(plan.get("reasons").toString())
                .contains("community 1, item 0, tier 1: 1 of 1 not delivered; the capacity of the depots");
        assertThat(check(input).code()).isZero();
    }

    @Test
    void theFairestPlanNamesItsLeastCoverageAsAFraction() throws IOException {
        Path input = write(SUPPLY.formatted("\"objective\": \"maxmin-then-cost\","));
        assertThat(allocated(input).get("minCoverage").asString()).isEqualTo("3/5");
        assertThat(check(input).code()).isZero();
        Files.writeString(output, Files.readString(output).replace("3/5", "4/5"));
        assertThat(check(input).err()).contains("minCoverage states 4/5 and is 3/5");
    }

    @Test
    void theSameInputGivesTheSamePlan() throws IOException {
        Path input = EXAMPLES.resolve("p1-people.json");
        String once = withoutTime(allocated(input));
        assertThat(withoutTime(allocated(input))).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"p2-supply, goods that share the capacity of a depot", "p3-shift, shifts over several days"})
    void whatNeedsAnEngineSaysSo(String name, String what) {
        Program program = allocate(EXAMPLES.resolve(name + ".json"));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("needs the module solver", what);
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 1, 4] | [3, 1, 4] | arcs[2] | The person (3) is unknown: there are 3",
                "[1, 1, 4] | [1, 2, 4] | arcs[2] | The post (2) is unknown: there are 2",
                "[1, 1, 4] | [1, 0, 4] | Person 1 is listed twice for post 0 | Keep one",
                "[1, 1, 4] | [1, 1, -4] | arcs[2] | The cost (-4)",
                "[1, 1, 4] | [1, 1] | line 4 | three whole numbers",
                "[1, 1, 4] | [1, 1, 99999999999999999999] | line 4 | 99999999999999999999",
                "'need\": 2' | 'need\": -2' | posts[0] | The places (-2)",
                "'min\": 1' | 'min\": 3' | posts[0] | The minimum (3)",
                "'\"volunteers\": 3' | '\"volunteers\": -3' | volunteers | -3",
                "'\"kind\": \"people\"' | '\"kind\": \"dogs\"' | kind | people, supply or shift",
                "tongxin-dispatch/1 | tongxin-dispatch/9 | format | must be tongxin-dispatch/1",
                "'\"arcs\"' | '\"archs\"' | arcs | missing",
            })
    void aBadInstanceIsRefusedWithPlaceAndValue(String good, String bad, String place, String words)
            throws IOException {
        Program program = allocate(write(PEOPLE.formatted("").replace(good, bad)));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(place.strip(), words.strip());
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3, 1, 1] | [3, -1, 1] | need[1][0] | tier 1 (-1)",
                "[1, 0, 2] | [0, 0, 2] | lane from depot 0 to community 0 | twice",
                "[1, 0, 2] | [2, 0, 2] | lanes[1] | The depot (2) must lie in 0..1",
                "[100, 50, 10] | [100, 50] | tierPenalty | 2 values",
                "[1, 3] | [1, 3, 5] | priority | 3 values and must be 2",
                "[[9], [4]] | [[9], [4, 5]] | stock[1] | 2 values and must be 1",
                "[3, 1, 1] | [900000000000, 1, 1] | overflow | larger units",
            })
    void badGoodsAreRefusedWithPlaceAndValue(String good, String bad, String place, String words) throws IOException {
        String dear = bad.contains("900000000000") ? "[100000000000, 50, 10]" : "[100, 50, 10]";
        Program program = allocate(write(SUPPLY.formatted("").replace(good, bad).replace("[100, 50, 10]", dear)));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(place.strip(), words.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'3 1 2' | cost 3 of 9 is missing",
                "'1 x' | cost 1 of 1 (x) must be a whole number",
                "'1 2 3' | there is more (3)",
                "'0' | number of rows (0)",
                "'1 -2' | the cost (-2)",
                "'' | empty",
                "'{}' | the field format is missing",
                "'[1]' | must be an object",
                "'{\"format\": 1' | not JSON",
            })
    void brokenFilesAreRefused(String text, String words) throws IOException {
        Program program = allocate(write(text));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(words);
    }

    @Test
    void aFieldThatNobodyKnowsIsNamedAndOverlooked() throws IOException {
        Program program = allocate(write(PEOPLE.formatted(", \"movecost\": 5")));
        assertThat(program.code()).isZero();
        assertThat(program.err()).contains("movecost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0,0] | [2,0] | Person 2 is not listed for post 0",
                "[0,0] | [0,7] | does not exist",
                "[1,0] | [0,1] | Person 0 has more than one place",
                "'\"total\": 66' | '\"total\": 65' | states 65 and costs 66",
                "'\"bound\": 66' | '\"bound\": 60' | claims to be proved, with a bound of 60",
            })
    void aWrongPlanIsToldWhatIsWrong(String right, String wrong, String words) throws IOException {
        Path input = write(PEOPLE.formatted(""));
        allocated(input);
        Files.writeString(output, Files.readString(output).replace(right, wrong));
        Program program = check(input);
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(words.strip());
    }

    @Test
    void aPlanThatKeepsTheRulesButIsNotTheBestIsTold() throws IOException {
        Path input = write(PEOPLE.formatted(""));
        Files.writeString(output, "{\"total\": 1157, \"plan\": [[0, 0]]}");
        Program wrong = check(input);
        assertThat(wrong.err()).contains("states 1157 and costs 157");
        Files.writeString(output, "{\"total\": 157, \"plan\": [[0, 0]]}");
        Program program = check(input);
        assertThat(program.code()).isZero();
        assertThat(program.out()).contains("A better plan exists: the least total is 66.");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("instance.json"), text);
    }

    private JsonNode allocated(Path input) throws IOException {
        Program program = allocate(input);
        assertThat(program.code()).as(program.err()).isZero();
        return new JsonMapper().readTree(Files.readString(output));
    }

    private Program allocate(Path input) {
        return Program.run("allocate", "--input=" + input, "--output=" + output);
    }

    private Program check(Path input) {
        return Program.run("check", "--input=" + input, "--plan=" + output);
    }

    private static String withoutTime(JsonNode plan) {
        return plan.toString().replaceAll("\"cpuMillis\":\\d+", "");
    }
}
