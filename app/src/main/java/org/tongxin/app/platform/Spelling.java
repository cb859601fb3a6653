package org.tongxin.app.platform;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a Chinese name is looked for in letters: by the initials of its pinyin ({@code bcz} for 北蔡镇) or by the pinyin itself
 * ({@code beicai}), from any syllable on. Computed when a name is written, never when it is looked for. Thread-safe.
 *
 * <p>Most characters have the reading that ICU gives them; those that place names read otherwise stand in a list here.
 */
public final class Spelling {

    /** Readings of place names, whole words before single characters: the first that fits a place is taken. */
    private static final Map<String, String> READINGS = readings();

    private Spelling() {}

    /** ICU reads its table when it is first used, which takes about half a second. */
    private static final class Letters {
        private static final Transliterator OF_HAN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    }

    private static Map<String, String> readings() {
        Map<String, String> readings = new LinkedHashMap<>();
        // Taken before the single characters below.
        readings.put("行政", "xing zheng");
        readings.put("行知", "xing zhi");
        readings.put("行健", "xing jian");
        readings.put("大厦", "da sha");
        readings.put("广厦", "guang sha");
        readings.put("涌泉", "yong quan");
        readings.put("涌金", "yong jin");
        readings.put("黄埔", "huang pu");
        readings.put("重庆", "chong qing");
        readings.put("重阳", "chong yang");
        readings.put("重固", "chong gu");
        readings.put("十里堡", "shi li pu");
        readings.put("六合", "lu he");
        readings.put("六安", "lu an");
        readings.put("乐清", "yue qing");
        readings.put("番禺", "pan yu");
        readings.put("尉迟", "yu chi");
        readings.put("蔚县", "yu xian");
        readings.put("长者", "zhang zhe");
        readings.put("家长", "jia zhang");
        readings.put("成长", "cheng zhang");
        readings.put("院长", "yuan zhang");
        readings.put("校长", "xiao zhang");
        readings.put("旅行", "lu xing");
        readings.put("步行", "bu xing");
        readings.put("自行", "zi xing");
        readings.put("飞行", "fei xing");
        readings.put("流行", "liu xing");
        readings.put("执行", "zhi xing");
        // What the character is in most names of places, where ICU gives the reading of other words.
        readings.put("行", "hang");
        readings.put("长", "chang");
        readings.put("都", "du");
        readings.put("地", "di");
        readings.put("厦", "xia");
        readings.put("涌", "chong");
        readings.put("曾", "zeng");
        readings.put("弄", "long");
        readings.put("莘", "xin");
        return readings;
    }

    /** Everything a name can be looked for by in letters, apart by spaces; empty for a name without letters. */
    public static String of(String name) {
        List<String> syllables = syllables(name);
        StringBuilder keys = new StringBuilder();
        for (int from = 0; from < syllables.size(); from++) {
            StringBuilder initials = new StringBuilder();
            syllables.subList(from, syllables.size()).forEach(syllable -> initials.append(syllable.charAt(0)));
            keys.append(from == 0 ? "" : " ")
                    .append(initials)
                    .append(' ')
                    .append(String.join("", syllables.subList(from, syllables.size())));
        }
        return keys.toString();
    }

    /** The syllables of a name in lower case without tones; words in Latin letters and numbers stand as they are. */
    static List<String> syllables(String name) {
        String read = name.replaceAll("(?<=\\p{IsHan})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\\p{IsHan})", " ");
        for (Map.Entry<String, String> reading : READINGS.entrySet()) {
            read = read.replace(reading.getKey(), " " + reading.getValue() + " ");
        }
        List<String> syllables = new ArrayList<>();
        for (String part :
                Letters.OF_HAN.transliterate(read).toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (!part.isEmpty()) {
                syllables.add(part);
            }
        }
        return syllables;
    }
}
