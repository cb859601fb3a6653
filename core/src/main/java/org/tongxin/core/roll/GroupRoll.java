package org.tongxin.core.roll;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a roll pasted from a group chat. It knows how people number, what the app repeats when a roll is passed on, what is talk
 * between the entries, entries that were taken back, and entries that go over several lines. It reads; a person confirms.
 *
 * <p>Rules, in this order: numbers in circles, on keys and full-width ones are plain numbers. A line with a number begins an entry,
 * and so does one that begins with a place or a {@code +1}; what follows without either goes on with it. An entry with the number and
 * the place of an earlier one replaces it; the very same entry is the roll passed on. "取消" takes back the entry it stands in, or
 * the one whose number or place it names.
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
                    + "|^@.*|^回复.*|^「.*|^.*」$|^[-—=_*·. ]{3,}$|^\\[[^\\]]*\\]$|^\\d{1,2}:\\d{2}(:\\d{2})?$|^(昨天|今天|上午|下午|星期.)?\\s*\\d{1,2}:\\d{2}$|^.{1,12}\\s\\d{1,2}:\\d{2}(:\\d{2})?$|^\\d{4}[-/年].*");
    private static final Pattern PLUS = Pattern.compile("^\\+\\s*\\d{1,2}\\s*(份|人|户|个)?$");
    private static final Pattern TAKEN_BACK = Pattern.compile("(?<![不别未])取消|不要了|不需要了|作废|撤销|撤回|退出|不用了|划掉|~~|删除");
    private static final Pattern BY_NUMBER = Pattern.compile(
            "(?:第|序号|编号|接龙)?\\s*(\\d{1,3})\\s*(?:号|条|个|楼的)?\\s*(?:的)?\\s*(?:取消|不要了|作废|撤销)|(?:取消|撤销|作废)\\s*(?:第|序号)?\\s*(\\d{1,3})\\s*(?:号|条|个)?$");
    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{FE0F}\\x{200D}\\x{20E3}\\x{1F1E6}-\\x{1F1FF}]");

    private GroupRoll() {}

    /** An entry while its lines are collected. */
    private static final class Entry {

        private final int number;
        private final StringBuilder text = new StringBuilder();

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
        return rows;
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        int last = 0;
        for (String raw : text.split("\\R")) {
            String line = plain(raw);
            if (line.isEmpty()) {
                continue;
            }
            Matcher number = NUMBER.matcher(line);
            Matcher spaced = SPACED.matcher(line);
            if (number.matches()) {
                boolean first = number.group(1) != null;
                last = Integer.parseInt(first ? number.group(1) : number.group(3));
                entries.add(new Entry(last, first ? number.group(2) : number.group(4)));
            } else if (spaced.matches() && Integer.parseInt(spaced.group(1)) == last + 1) {
                last++;
                entries.add(new Entry(last, spaced.group(2)));
            } else if (!HEAD.matcher(line).matches()
                    && !TALK.matcher(line.toLowerCase(Locale.ROOT)).matches()) {
                goOn(line, entries);
            }
        }
        return entries;
    }

    /** A line without a number: an entry of its own, or more of the last one. */
    private static void goOn(String line, List<Entry> entries) {
        boolean placed =
                RollPlaces.find(line).filter(found -> found.start() <= 2).isPresent();
        boolean alone = PLUS.matcher(line).matches()
                || TAKEN_BACK.matcher(line).find() && BY_NUMBER.matcher(line).find();
        if (placed || alone) {
            entries.add(new Entry(0, line));
        } else if (!entries.isEmpty()) {
            entries.getLast().text.append(' ').append(line);
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
        String bare = EMOJI.matcher(keyed).replaceAll(" ");
        return Normalizer.normalize(bare, Normalizer.Form.NFKC)
                .replaceAll("[\\u200B\\u2060\\uFEFF]", "")
                .strip();
    }

    private static void take(Entry entry, List<RollRow> rows) {
        String text = entry.text.toString().strip();
        if (TAKEN_BACK.matcher(text).find()) {
            takeBack(entry.number, text, rows);
            return;
        }
        RollRow row = row(entry.number, text);
        if (row.place().isEmpty() && row.items().isEmpty()) {
            return;
        }
        for (int place = 0; place < rows.size(); place++) {
            RollRow earlier = rows.get(place);
            boolean same = !row.place().isEmpty() && row.place().equals(earlier.place());
            boolean bare = row.place().isEmpty() && row.equals(earlier) && row.number() > 0;
            if (same && (row.number() == earlier.number() || row.number() == 0) || bare) {
                rows.set(place, new RollRow(earlier.number(), row.place(), row.households(), row.items()));
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
        return RollPlaces.find(helped)
                .map(found -> new RollRow(
                        number,
                        found.place(),
                        found.households(),
                        RollItems.find(
                                helped.substring(0, found.start()) + " " + helped.substring(found.end()),
                                found.households())))
                .orElseGet(() -> new RollRow(number, "", 1, RollItems.find(helped, 1)));
    }
}
