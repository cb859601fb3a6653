package org.tongxin.core.roll;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a roll, made plain: narrow signs, no pictures, buildings and rooms in figures. A line that says something of several
 * buildings is a line for each.
 *
 * @param number of the line in the text as it was pasted, from 1
 */
record RollLine(int number, String text) {

    /** Where a line of a text ends; a text is cut by it wherever lines are counted. */
    static final Pattern BREAK = Pattern.compile("\\R");

    /** Where a line that never ends is broken: behind a sign where there is one. */
    private static final Pattern LONG = Pattern.compile("[^\\n\\r]{150,250}[,;。、\\s，；]|[^\\n\\r]{250}");

    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}\\x{200D}\\x{20E3}\\x{1F1E6}-\\x{1F1FF}]");

    /** Pictures of food: which thing is meant is for a person to say. */
    private static final Pattern GOODS = Pattern.compile(
            "(?<!\\p{IsHan})[\\x{1F32D}-\\x{1F32F}\\x{1F33D}\\x{1F344}-\\x{1F37F}\\x{1F41F}\\x{1F413}\\x{1F404}\\x{1F416}\\x{1F437}\\x{1F950}-\\x{1F96F}\\x{1F980}\\x{1F990}\\x{1F9C0}-\\x{1F9CB}\\x{1F48A}\\x{1F9FB}\\x{1F637}](?=\\s*(?:[xX×*+]?\\s*\\d|[一二两三四五六七八九十半]))");

    /** Another building begins behind a comma. */
    private static final Pattern NEXT_BUILDING =
            Pattern.compile("[,;。、]\\s*(?:隔壁|对门|楼上|楼下)?(?=\\d{1,3}\\s*(?:号楼|栋|幢|#)|\\d{1,2}-\\d{3,4}(?!\\d))");

    /** A building or room of which something is said. */
    private static final Pattern SAID =
            Pattern.compile("(?:\\d\\s*(?:号楼|栋|幢|#)|\\d-\\d{3,4}).*?(?:[\\d零一二两三四五六七八九十]\\s*个?(?:" + RollItems.UNIT
                    + ")|(?<![\\d-])\\d{1,2}\\s*$|无|没|正常|平安|还)");

    /** Several buildings, each with the same. */
    private static final Pattern EACH = Pattern.compile(
            "^(?:[^\\d]*:\\s*)?(\\d{1,3}\\s*(?:号楼|栋|幢|#)(?:\\s*[、,和及与]\\s*\\d{1,3}\\s*(?:号楼|栋|幢|#)){1,9})\\s*都?各(?:有|要)?\\s*(.+)$");

    /** A sum behind several buildings of one sentence. */
    private static final Pattern SUM = Pattern.compile("[,;。、]\\s*(?:合计|总计|共计|总共|一共|共)[^,;。]{0,2}\\d+\\s*[人户份]?[。.]?$");

    private static final Pattern AND = Pattern.compile("\\s*[、,和及与]\\s*");

    private static final Pattern BUILDING_IN_WORDS =
            Pattern.compile("([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=\\s*(?:号楼|号院|栋|幢|单元|号(?=[零〇幺一二两三四五六七八九]{3})))");

    /** 五零二 behind a building; what counts behind it is no room. */
    private static final Pattern ROOM_IN_WORDS = Pattern.compile(
            "(?<=\\d(?:号楼|号|栋|幢|#|单元)\\s?)([零〇幺一二两三四五六七八九]{3,4})(?!\\s*(?:[零〇幺十百]|" + RollItems.UNIT + "))");

    /** The lines of a text without empty ones, each with the place it has in the text. */
    static List<RollLine> of(String text) {
        List<RollLine> lines = new ArrayList<>();
        int number = 0;
        for (String written : BREAK.split(text, -1)) {
            number++;
            for (String raw : LONG.matcher(written).replaceAll("$0\n").split("\n")) {
                add(raw, number, lines);
            }
        }
        return lines;
    }

    private static void add(String raw, int number, List<RollLine> lines) {
        String line = plain(raw);
        int start = 0;
        Matcher next = NEXT_BUILDING.matcher(line);
        while (next.find()) {
            if (SAID.matcher(line.substring(start, next.start())).find()) {
                addEach(line.substring(start, next.start()), number, lines);
                start = next.end();
            }
        }
        String end = line.substring(start);
        addEach(start > 0 ? SUM.matcher(end).replaceFirst("") : end, number, lines);
    }

    private static void addEach(String line, int number, List<RollLine> lines) {
        Matcher each = EACH.matcher(line);
        if (each.matches()) {
            for (String building : AND.split(each.group(1))) {
                lines.add(new RollLine(number, building + " " + each.group(2)));
            }
        } else if (!line.isBlank()) {
            lines.add(new RollLine(number, line));
        }
    }

    /** Narrow signs, numbers in circles and on keys with a point behind, without pictures. */
    private static String plain(String raw) {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < raw.length(); place++) {
            char sign = raw.charAt(place);
            boolean circled = sign >= '\u2460' && sign <= '\u2473' || sign >= '\u2776' && sign <= '\u277F';
            if (circled) {
                text.append(sign >= '\u2776' ? sign - '\u2775' : sign - '\u245F')
                        .append(". ");
            } else {
                text.append(sign);
            }
        }
        String keyed = text.toString().replaceAll("(\\d)\\x{FE0F}?\\x{20E3}(?!\\s*\\d\\x{FE0F}?\\x{20E3})", "$1. ");
        String goods = GOODS.matcher(keyed).replaceAll("〓");
        String bare = EMOJI.matcher(goods.replace("\uD83C\uDE1A", "无")).replaceAll(" ");
        String narrow = Normalizer.normalize(bare, Normalizer.Form.NFKC).replaceAll("[\\u200B\\u2060\\uFEFF]", "");
        String built = BUILDING_IN_WORDS
                .matcher(narrow)
                .replaceAll(found -> RollItems.amount(found.group(1)).toPlainString());
        return ROOM_IN_WORDS
                .matcher(built)
                .replaceAll(found -> digits(found.group(1)))
                .strip();
    }

    private static String digits(String words) {
        StringBuilder digits = new StringBuilder();
        for (char word : words.toCharArray()) {
            digits.append(word == '〇' ? 0 : word == '幺' ? 1 : word == '两' ? 2 : "零一二三四五六七八九".indexOf(word));
        }
        return digits.toString();
    }
}
