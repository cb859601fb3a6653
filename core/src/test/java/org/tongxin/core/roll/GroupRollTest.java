package org.tongxin.core.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pasted rolls, written with the rows that a person reads in them before the program read them. */
class GroupRollTest {

    private record Sample(String title, String text, List<String> rows) {}

    private static List<Sample> samples() throws IOException {
        try (InputStream file = GroupRollTest.class.getResourceAsStream("/roll/group-rolls.txt")) {
            String all = new String(
                    Objects.requireNonNull(file, "the file of samples").readAllBytes(), StandardCharsets.UTF_8);
            List<Sample> samples = new ArrayList<>();
            for (String part : all.split("(?m)^== ")) {
                if (!part.startsWith("#")) {
                    String[] halves = part.split("(?m)^--$");
                    String title = halves[0].lines().findFirst().orElseThrow();
                    samples.add(new Sample(
                            title,
                            halves[0].substring(title.length() + 1),
                            halves[1].lines().filter(line -> !line.isBlank()).toList()));
                }
            }
            return samples;
        }
    }

    private static String line(RollRow row) {
        String items = row.items().stream().map(RollItem::toString).collect(Collectors.joining(";"));
        return row.number() + "|" + row.place() + "|" + row.households() + "|" + items;
    }

    @Test
    void atLeastNineteenOfTwentyRowsAreRight() throws IOException {
        int rows = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        List<Sample> samples = samples();
        for (Sample sample : samples) {
            List<String> found = new ArrayList<>(GroupRoll.read(sample.text()).stream()
                    .map(GroupRollTest::line)
                    .toList());
            for (String expected : sample.rows()) {
                rows++;
                if (found.remove(expected)) {
                    right++;
                } else {
                    wrong.add(sample.title() + ": missing " + expected);
                }
            }
            rows += found.size();
            found.forEach(extra -> wrong.add(sample.title() + ": not expected " + extra));
        }
        assertThat(samples).hasSizeGreaterThanOrEqualTo(50);
        assertThat(100.0 * right / rows)
                .as("right rows of %s, in percent; wrong: %s", rows, wrong)
                .isGreaterThanOrEqualTo(95);
    }

    @Test
    void rowsAddUpByThingAndUnit() {
        RollSums sums = RollSums.of(GroupRoll.read("1. 3-501~503 各1份青菜\n2. 3-601 青菜2份 鸡蛋1盒\n3. 3-701 青菜1斤"));
        assertThat(sums.rows()).isEqualTo(3);
        assertThat(sums.households()).isEqualTo(5);
        assertThat(sums.items()).extracting(RollItem::toString).containsExactly("青菜=5份", "鸡蛋=1盒", "青菜=1斤");
    }

    @Test
    void noRowHoldsANameOfAPerson() {
        String text = "1. 3-502 张三 青菜2份\n2. 3-601 王阿姨 鸡蛋1盒\n3. 李先生 3-701 土豆1袋";
        assertThat(GroupRoll.read(text).toString()).doesNotContain("张三", "王", "李");
    }

    @Test
    void aTextOfNothingHasNoRows() {
        assertThat(GroupRoll.read("")).isEmpty();
        assertThat(GroupRoll.read("谢谢大家\n收到\n[图片]")).isEmpty();
    }
}
