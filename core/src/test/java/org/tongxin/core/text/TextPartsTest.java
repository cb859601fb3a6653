package org.tongxin.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class TextPartsTest {

    @Test
    void whatBelongsToPersonsIsTakenOut() {
        String plain = Normaliser.of("我叫王小明，電話１３８１２３４５６７８，身份证31011519800101123X，住12号301室，找李医生，退燒藥買不到");
        assertThat(plain).doesNotContain("王小明", "138", "1980", "李医生", "301");
        assertThat(plain).contains("退烧药买不到", "住#号#室");
    }

    @Test
    void fullWidthAndTraditionalFormsAreOne() {
        assertThat(Normaliser.of("發熱門診　ＡＢＣ")).isEqualTo(Normaliser.of("发热门诊 abc"));
    }

    @Test
    void theSameCampaignIsOneGroupAndOtherTextsAreNot() {
        Duplicates duplicates = new Duplicates();
        int first = duplicates.group(10, "请大家一起要求开放小区北门方便老人就医买药");
        assertThat(duplicates.group(11, "请大家一起要求开放小区北门方便老人就医买药谢谢")).isEqualTo(first);
        assertThat(duplicates.group(11, "自来水有铁锈味已经三天没有人处理")).isNotEqualTo(first);
        assertThat(duplicates.group(25, "请大家一起要求开放小区北门方便老人就医买药"))
                .as("after a week it is a new one")
                .isNotEqualTo(first);
        assertThatThrownBy(() -> duplicates.group(3, "早")).hasMessageContaining("3");
    }

    @Test
    void theEstimateOfMinHashIsCloseToTheTrueSimilarity() {
        String one = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
        String other = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未天地玄黄";
        double estimate = Duplicates.similarity(Duplicates.signature(one), Duplicates.signature(other));
        assertThat(estimate).isBetween(16 / 24.0 - 0.2, 16 / 24.0 + 0.2);
    }

    @Test
    void everyTopicOfATextIsNamedInOnePass() {
        TopicDictionary dictionary = new TopicDictionary(
                Map.of("medicine", List.of("退烧药", "烧药"), "food", List.of("买菜", "菜价"), "noise", List.of("噪音")));
        assertThat(dictionary.topics("买菜时菜价太高，退烧药也没有")).containsExactly("food", "medicine");
        assertThat(dictionary.topics("电梯坏了")).isEmpty();
        assertThatThrownBy(() -> new TopicDictionary(Map.of("bad", List.of("药"))))
                .hasMessageContaining("药");
    }

    @Test
    void aBurstHasABeginningAnEndAndAWeight() {
        int[] using = {1, 2, 1, 2, 1, 9, 12, 10, 2, 1, 1, 2, 1, 1};
        int[] asking = new int[using.length];
        java.util.Arrays.fill(asking, 100);
        List<BurstPeriod> periods = BurstPeriod.of(using, asking);
        assertThat(periods).hasSize(1);
        assertThat(periods.getFirst().first()).isEqualTo(5);
        assertThat(periods.getFirst().last()).isEqualTo(7);
        assertThat(periods.getFirst().weight()).isPositive();
        assertThat(BurstPeriod.of(new int[] {1, 1, 1, 1}, new int[] {50, 50, 50, 50}))
                .isEmpty();
        assertThatThrownBy(() -> BurstPeriod.of(new int[] {5}, new int[] {3})).hasMessageContaining("5");
    }

    @Test
    void gramsAreRunsOfHanOnly() {
        java.util.Set<String> grams = new java.util.TreeSet<>();
        Grams.of("红码3天", gram -> grams.add(Grams.text(gram)));
        assertThat(grams).containsExactly("红码");
    }

    /** A text that drifts a character at a time: a group is not judged by one of its texts alone. */
    @Test
    void aTextThatMeetsASimilarOneInABandIsNeverANewGroup() {
        KeyedRandom chance = new KeyedRandom(5);
        Duplicates duplicates = new Duplicates();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 30; at++) {
            text.append((char) ('一' + chance.bits(1, at) % 500 + 500));
        }
        List<long[]> before = new ArrayList<>();
        int newest = -1;
        for (int step = 0; step < 300; step++) {
            text.setCharAt(Math.floorMod(chance.bits(2, step), 30), (char) ('一' + chance.bits(3, step) % 500 + 500));
            long[] signature = Duplicates.signature(text.toString());
            boolean met = before.stream().anyMatch(past -> meets(past, signature));
            int group = duplicates.group(10, text.toString());
            assertThat(group > newest).as("step %d", step).isEqualTo(!met);
            newest = Math.max(newest, group);
            before.add(signature);
        }
        assertThat(newest).isBetween(1, 100);
    }

    private static boolean meets(long[] one, long[] other) {
        for (int band = 0; band < Duplicates.BANDS; band++) {
            int from = band * Duplicates.ROWS;
            if (Arrays.equals(one, from, from + Duplicates.ROWS, other, from, from + Duplicates.ROWS)) {
                return Duplicates.similarity(one, other) >= Duplicates.LEAST_SIMILARITY;
            }
        }
        return false;
    }
}
