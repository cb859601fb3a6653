package org.tongxin.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final Path DATA = Path.of("../data");

    @ParameterizedTest
    @CsvSource({
        "高行镇, gao hang zhen",
        "陈行村村委会, chen hang cun cun wei hui",
        "长岛路居委会, chang dao lu ju wei hui",
        "长清路第二居委会, chang qing lu di er ju wei hui",
        "白石厦社区居委会, bai shi xia she qu ju wei hui",
        "塘下涌社区居委会, tang xia chong she qu ju wei hui",
        "黄埔社区居委会, huang pu she qu ju wei hui",
        "中邦大都会居委会, zhong bang da du hui ju wei hui",
        "民乐苑居委会, min le yuan ju wei hui",
        "朝阳社区居委会, chao yang she qu ju wei hui",
        "六灶镇, liu zao zhen",
        "老港镇, lao gang zhen",
        "宣桥镇, xuan qiao zhen",
        "书院镇, shu yuan zhen",
        "大团镇, da tuan zhen",
        "川沙新镇, chuan sha xin zhen",
        "蔡甸区, cai dian qu",
        "重庆, chong qing",
        "浦东行政学院, pu dong xing zheng xue yuan",
        "绿地大厦, lu di da sha",
        "N95口罩, n95 kou zhao",
        "305弄3号楼, 305 long 3 hao lou"
    })
    void placeNamesAreReadAsPeopleThereReadThem(String name, String syllables) {
        assertThat(String.join(" ", Spelling.syllables(name))).isEqualTo(syllables);
    }

    @Test
    void aNameIsFoundByInitialsAndByPinyinFromAnySyllableOn() {
        assertThat(Spelling.of("北蔡镇").split(" ")).containsExactly("bcz", "beicaizhen", "cz", "caizhen", "z", "zhen");
        assertThat(Spelling.of("——")).isEmpty();
    }

    /** The English names were taken from maps, not from this class. */
    @Test
    void streetsOfPudongAreSpelledAsTheirEnglishNames() throws IOException {
        Map<String, String> english = Files.readAllLines(DATA.resolve("pudong-2022/names-en.csv")).stream()
                .map(line -> line.split(",", 2))
                .filter(cells -> cells[1].matches("[A-Z][a-z]+ (Town|Subdistrict)"))
                .collect(Collectors.toMap(
                        cells -> cells[0] + "000", cells -> cells[1].split(" ")[0].toLowerCase(Locale.ROOT)));
        assertThat(english).hasSizeGreaterThan(25);
        Files.readAllLines(DATA.resolve("districts/areas.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> english.containsKey(cells[0]))
                .forEach(cells -> assertThat(Spelling.of(cells[1]).split(" ")[1])
                        .as(cells[1])
                        .startsWith(english.get(cells[0])));
    }

    @ParameterizedTest
    @CsvSource({
        "BeiCai, beicai, beicai",
        "'  Ｂｅｉ  cai ', bei cai, beicai",
        "lv, lv, lu",
        "xi'an, xi'an, xian",
        "北蔡, 北蔡, ''",
        "310115105, 310115105, ''",
        "E-031, e-031, ''"
    })
    void whatIsTypedIsMadePlain(String typed, String words, String letters) {
        assertThat(Sought.of(typed)).isEqualTo(new Sought(words, letters));
    }

    @Test
    void nothingLongerThanSixtyCharactersIsLookedFor() {
        assertThat(Sought.of("高".repeat(500)).words()).hasSize(60);
    }

    @Test
    void wordsInWhichACharacterIsReadAsElsewhereKeepThatReading() {
        assertThat(Spelling.of("长者照护之家")).contains("zhangzhezhaohuzhijia");
        assertThat(Spelling.of("步行街")).contains("buxingjie");
        assertThat(Spelling.of("高行镇")).contains("gaohangzhen");
    }
}
