package org.tongxin.core.roll;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a roll pasted from a group chat. It knows how people number, what the app repeats when a roll is passed on, what is talk
 * between the entries, entries that were taken back, and entries that go over several lines. It reads; a person confirms.
 *
 * <p>Rules, in this order: numbers in circles, on keys and full-width ones are plain numbers. A line with a number begins an entry,
 * and so does one that begins with a place or a {@code +1}; what follows without either goes on with it. An entry with the number and
 * the place of an earlier one replaces it; the very same entry is the roll passed on. "取消" takes back the entry it stands in, or
 * the one whose number or place it names. "更正" and "改为" change the entry that they name. A
 * line that stood before the first entry is a head wherever it comes again. The same place under another number may be another
 * household: a person is asked. {@link RollWords} says what else is asked about.
 */
public final class GroupRoll {

    /** Longest text that is read; a roll of 500 households has some 20,000 characters. Suggested value. */
    public static final int LONGEST = 40_000;

    private static final Pattern NUMBER = Pattern.compile(
            "^\\s*[(\\[【第]?\\s*(\\d{1,3})\\s*[)\\]】、,:;．)。]\\s*(.*)$|^\\s*(\\d{1,3})\\s*\\.\\s*(?!\\d+\\s*(?:斤|公斤|kg|千克|升))(.*)$");
    private static final Pattern SPACED = Pattern.compile("^\\s*(\\d{1,3})[\\s_]+(.+)$");
    private static final Pattern HEAD = Pattern.compile(".*接龙.*|^(例|示例|格式|样例|模板|注意|说明|备注|截止|时间|地点|联系人|群公告|公告).*");
    private static final Pattern TALK = Pattern.compile(
            "^(收到|好的?|谢谢.*|辛苦.*|多谢.*|感谢.*|ok|嗯+|哦+|赞|加油|已接|顶|以上|完|结束|没有了|什么时候.*|请问.*|怎么.*|几点.*|有没有.*|还有吗|明白|知道了|在吗|.*[?？])[!！.。~～]*$"
                    + "|^@.*|^回复.*|^「.*|^.*」$|^[-—=_*·. ]{3,}$|^\\[[^\\]]*\\]$|^\\d{1,2}:\\d{2}(:\\d{2})?$|^(昨天|今天|上午|下午|星期.)?\\s*\\d{1,2}:\\d{2}$|^(?!.*\\d\\s*[人户份箱]).{1,24}\\s\\d{1,2}:\\d{2}(:\\d{2})?$|^(合计|总计|共计|小计|总共|一共|累计|汇总|总数|共)[^一-龥]*\\d.*$|^\\d{4}[-/年].*");
    private static final Pattern PLUS = Pattern.compile("^\\+\\s*\\d{1,2}\\s*(份|人|户|个)?$");
    private static final Pattern TAKEN_BACK = Pattern.compile("(?<![不别未])取消|都不要|不要了|不需要了|作废|撤销|撤回|退出|不用了|划掉|~~|删除");
    private static final Pattern BY_NUMBER = Pattern.compile(
            "(?:第|序号|编号|接龙)?\\s*(\\d{1,3})\\s*(?:号|条|个|楼的)?\\s*(?:的)?\\s*(?:取消|不要了|作废|撤销)|(?:取消|撤销|作废)\\s*(?:第|序号)?\\s*(\\d{1,3})\\s*(?:号|条|个)?$");

    /** A line that goes on with an entry is short; one that is longer and counts may be talk, so a person is asked. Assumption. */
    private static final int LONGEST_MORE = 14;

    private static final Pattern AMOUNT = Pattern.compile("[\\d一二两三四五六七八九十]\\s*[人户份箱个位盒袋]");
    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}\\x{200D}\\x{20E3}\\x{1F1E6}-\\x{1F1FF}]");

    private static final Pattern CORRECTED = Pattern.compile("^(?:更正|纠正|修正|修改|订正|更新|改一下|说错了|报错了)\\s*[:,]?\\s*");
    private static final Pattern CHANGED = Pattern.compile("应为|改为|改成|改到|变成|改(?=\\s*\\d)");
    private static final Pattern CHANGED_BY_NUMBER =
            Pattern.compile("^第?\\s*(\\d{1,3})\\s*[条号个]\\s*的?\\s*(?:应为|改为|改成|改)(.*)$");

    /** Another building begins behind a comma. */
    private static final Pattern NEXT_BUILDING = Pattern.compile("[,;。]\\s*(?=\\d{1,3}\\s*(?:号楼|栋|幢|#))");

    private static final Pattern BUILDING = Pattern.compile("\\d\\s*(?:号楼|栋|幢|#)");
    private static final Pattern BUILDING_IN_WORDS =
            Pattern.compile("([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=\\s*(?:号楼|号院|栋|幢|单元))");

    private GroupRoll() {}

    /** An entry while its lines are collected. */
    private static final class Entry {

        private final int number;
        private final StringBuilder text = new StringBuilder();
        private boolean unsure;

        private Entry(int number, String text) {
            this.number = number;
            this.text.append(text);
        }
    }

    /** Reads the rows of a roll, without those that were taken back. @param text at most {@link #LONGEST} characters of it are read */
    public static List<RollRow> read(String text) {
        List<RollRow> rows = new ArrayList<>();
        for (Entry entry : entries(text.substring(0, Math.min(text.length(), LONGEST)))) {
            take(entry, rows);
        }
        // where no household writes an amount, to stand on the roll is the answer
        boolean silent = rows.stream()
                .allMatch(row ->
                        row.unsure() && row.items().isEmpty() && row.place().contains("-"));
        return silent && !RollWords.vague(text)
                ? rows.stream().map(RollRow::settled).toList()
                : rows;
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        int last = 0;
        Set<String> heads = new HashSet<>();
        for (String line : lines(text)) {
            if (entries.isEmpty()) {
                heads.add(line);
            } else if (heads.contains(line)) {
                continue;
            }
            Matcher number = NUMBER.matcher(line);
            Matcher spaced = SPACED.matcher(line);
            if (number.matches()) {
                boolean first = number.group(1) != null;
                last = Integer.parseInt(first ? number.group(1) : number.group(3));
                heads.remove(line);
                entries.add(new Entry(last, first ? number.group(2) : number.group(4)));
            } else if (spaced.matches() && Integer.parseInt(spaced.group(1)) == last + 1) {
                last++;
                entries.add(new Entry(last, spaced.group(2)));
            } else if (!HEAD.matcher(line).matches()
                    && !TALK.matcher(line.toLowerCase(Locale.ROOT)).matches()) {
                goOn(line, entries);
                if (!entries.isEmpty()) {
                    heads.remove(line);
                }
            }
        }
        return entries;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String raw : text.split("\\R")) {
            String line = plain(raw);
            int start = 0;
            Matcher next = NEXT_BUILDING.matcher(line);
            while (next.find()) {
                if (BUILDING.matcher(line.substring(start, next.start())).find()) {
                    lines.add(line.substring(start, next.start()));
                    start = next.end();
                }
            }
            lines.add(line.substring(start));
        }
        lines.removeIf(String::isBlank);
        return lines;
    }

    /** A line without a number: an entry of its own, or more of the last one. */
    private static void goOn(String line, List<Entry> entries) {
        boolean placed = RollPlaces.find(line)
                .filter(found -> found.start() <= 2 || found.building())
                .isPresent();
        boolean alone = PLUS.matcher(line).matches()
                || CHANGED_BY_NUMBER.matcher(line).matches()
                || TAKEN_BACK.matcher(line).find() && BY_NUMBER.matcher(line).find();
        if (placed || alone) {
            entries.add(new Entry(0, line));
        } else if (!entries.isEmpty()) {
            Entry last = entries.getLast();
            last.unsure |= line.length() > LONGEST_MORE && AMOUNT.matcher(line).find();
            last.text.append(' ').append(line);
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
        String bare = EMOJI.matcher(keyed.replace("\uD83C\uDE1A", "无")).replaceAll(" ");
        String narrow = Normalizer.normalize(bare, Normalizer.Form.NFKC).replaceAll("[\\u200B\\u2060\\uFEFF]", "");
        return BUILDING_IN_WORDS
                .matcher(narrow)
                .replaceAll(found -> RollItems.amount(found.group(1)).toPlainString())
                .strip();
    }

    private static void take(Entry entry, List<RollRow> rows) {
        String text = entry.text.toString().strip();
        if (TAKEN_BACK.matcher(text).find()) {
            takeBack(entry.number, text, rows);
            return;
        }
        Matcher changed = CHANGED_BY_NUMBER.matcher(CORRECTED.matcher(text).replaceFirst(""));
        if (changed.matches()) {
            change(Integer.parseInt(changed.group(1)), changed.group(2), rows);
            return;
        }
        boolean corrects =
                CORRECTED.matcher(text).find() || CHANGED.matcher(text).find();
        String said = CHANGED.matcher(CORRECTED.matcher(text).replaceFirst("")).replaceAll(" ");
        RollRow row = row(entry.number, said);
        boolean talk = row.number() == 0 || said.isEmpty() || TALK.matcher(said).matches();
        if (row.place().isEmpty() && row.items().isEmpty() && talk) {
            return;
        }
        boolean asked = entry.unsure || row.place().isEmpty() && row.items().isEmpty();
        put(asked ? row.asked() : row, corrects, rows);
    }

    /** Another amount for the entry of a number, or a question where there is no such entry. */
    private static void change(int number, String said, List<RollRow> rows) {
        for (int place = 0; place < rows.size(); place++) {
            RollRow earlier = rows.get(place);
            if (earlier.number() == number) {
                rows.set(place, RollWords.row(number, earlier.place(), earlier.households(), said));
                return;
            }
        }
        rows.add(RollWords.row(number, "", 1, said).asked());
    }

    /** The later entry of a place counts; under another number it may be another household, so a person is asked. */
    private static void put(RollRow row, boolean corrects, List<RollRow> rows) {
        for (int place = 0; place < rows.size(); place++) {
            RollRow earlier = rows.get(place);
            boolean same = !row.place().isEmpty() && row.place().equals(earlier.place());
            boolean bare = row.place().isEmpty() && row.equals(earlier) && row.number() > 0;
            boolean passedOn = row.number() == earlier.number() || row.number() == 0 || corrects;
            if (same && passedOn || bare) {
                rows.set(
                        place, new RollRow(earlier.number(), row.place(), row.households(), row.items(), row.unsure()));
                return;
            }
            if (same && earlier.items().isEmpty()) {
                rows.remove(place);
                break;
            }
            if (same) {
                rows.add(row.asked());
                return;
            }
        }
        rows.add(row);
    }

    private static void takeBack(int number, String text, List<RollRow> rows) {
        String place = RollPlaces.find(text).map(RollPlaces.Found::place).orElse("");
        Matcher named = BY_NUMBER.matcher(text);
        if (!place.isEmpty()) {
            rows.removeIf(row -> row.place().equals(place));
        } else if (named.find()) {
            int which = Integer.parseInt(named.group(1) == null ? named.group(2) : named.group(1));
            rows.removeIf(row -> row.number() == which);
        } else if (number > 0) {
            rows.removeIf(row -> row.number() == number);
        }
    }

    private static RollRow row(int number, String text) {
        String helped = text.replaceAll("^(代接|帮忙接|代|帮|替)\\s*[:]?\\s*", "")
                .replaceAll("\\((?:代接|代报|代订|帮接)[^)]*\\)|代接|代报|代订", " ");
        String counting = RollWords.counting(helped);
        return RollPlaces.find(counting)
                .map(found -> {
                    String rest = counting.substring(0, found.start()) + " " + counting.substring(found.end());
                    RollRow row = RollWords.row(number, found.place(), found.households(), rest);
                    return found.sure() ? row : row.asked();
                })
                .orElseGet(() -> RollWords.row(number, "", 1, counting));
    }
}
