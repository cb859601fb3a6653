package org.tongxin.core.roll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a roll pasted from a group chat. It knows how people number, what the app repeats when a roll is passed on, what is talk
 * between the entries, entries that were taken back, and entries that go over several lines. It reads; a person confirms.
 *
 * <p>Rules, in this order: numbers in circles, on keys and full-width ones are plain numbers. A line with a number begins an entry,
 * and so does one that begins with a place or a {@code +1}; what follows without either goes on with it. An entry with the number and
 * the place of an earlier one replaces it; the very same entry is the roll passed on. "取消" takes back the entry it stands in, or
 * the one whose number or place it names. "更正" and "改为" change the entry that they name. A
 * line that stood before the first entry is a head wherever it comes again. The same place under another number may be another
 * household: a person is asked, and so where it comes twice without a number and without a word of correction. Several buildings with
 * one amount are one row to be asked about; with "各" they are a row each. {@link RollWords} and {@link RollDoubts} say what else is
 * asked about.
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
                    + "|^@.*|^回复.*|^「.*|^.*」$|^[-—=_*·. ]{3,}$|^\\[[^\\]]*\\]$|^\\d{1,2}:\\d{2}(:\\d{2})?$|^(昨天|今天|上午|下午|星期.)?\\s*\\d{1,2}:\\d{2}$|^(?!.*\\d\\s*[人户份箱]).{1,24}\\s\\d{1,2}:\\d{2}(:\\d{2})?$|^(合计|总计|共计|小计|总共|一共|累计|汇总|总数|共)[^一-龥]*\\d.*$|^(合计|总计|共计|小计|总共|累计|汇总|总数)(?!.*(?:号楼|栋|幢|#|\\d-\\d)).*\\d.*$|^\\d{4}[-/年].*");
    private static final Pattern PLUS = Pattern.compile("^\\+\\s*\\d{1,2}\\s*(份|人|户|个)?$");
    private static final Pattern TAKEN_BACK = Pattern.compile("(?<![不别未])取消|都不要|不要了|不需要了|作废|撤销|撤回|退出|不用了|划掉|~~|删除");
    private static final Pattern BY_NUMBER = Pattern.compile(
            "(?:第|序号|编号|接龙)?\\s*(\\d{1,3})\\s*(?:号|条|个|楼的)?\\s*(?:的)?\\s*(?:取消|不要了|作废|撤销)|(?:取消|撤销|作废)\\s*(?:第|序号)?\\s*(\\d{1,3})\\s*(?:号|条|个)?$");

    /** Longest entry that is read; what follows is left out and the entry is asked about. Suggested value. */
    private static final int LONGEST_ENTRY = 500;

    /** A line that goes on with an entry is short; one that is longer and counts may be talk, so a person is asked. Assumption. */
    private static final int LONGEST_MORE = 14;

    private static final Pattern AMOUNT = Pattern.compile("[\\d一二两三四五六七八九十]\\s*[人户份箱个位盒袋]");
    private static final Pattern CORRECTED = Pattern.compile(
            "(?:上面|刚才|刚刚|前面)?(?:更正|纠正|修正|修改|订正|更新|改一下|[说报写打搞弄记]错了?|(?:不对)+|少算了?[^,)]*|漏了|漏报了?|多算了?[^,)]*)(?:一下)?\\s*[:,]?\\s*");
    private static final Pattern CHANGED = Pattern.compile("应为|改为|改成|改到|变成|改(?=\\s*\\d)");
    private static final Pattern CHANGED_BY_NUMBER =
            Pattern.compile("^第?\\s*(\\d{1,3})\\s*[条号个]\\s*的?\\s*(?:应为|改为|改成|改)(.*)$");

    /** Quotes, answers, examples and sums repeat what is said elsewhere. */
    private static final Pattern NOT_SAID =
            Pattern.compile("^「|^回复|」$|[?？]|^(?:例|示例|样例|格式|模板|合计|总计|共计|小计|总共|一共|累计|汇总|总数|共)|例如|比如");

    private static final Pattern COUNTED = Pattern.compile(
            "(?:\\d\\s*(?:号楼|栋|幢|#)|\\d(?:-|号)\\d{3,4}).*[\\d一二两三四五六七八九十]\\s*个?(?:" + RollItems.UNIT + ")");

    private static final Pattern APART = Pattern.compile("[,;。、!\\s()]");

    /** Buildings, or a number and a building? */
    private static final Pattern LISTED = Pattern.compile("^\\s*(\\d{1,3})\\s*、\\s*\\d{1,3}\\s*(?:、|号楼|栋|幢|#).*");

    private GroupRoll() {}

    /** An entry while its lines are collected. */
    private static final class Entry {

        private final int number;
        private final StringBuilder text = new StringBuilder();
        private final int line;
        private int lastLine;
        private @Nullable RollDoubt doubt;

        private Entry(int number, String text, RollLine line) {
            this.number = number;
            this.text.append(text);
            this.line = line.number();
            this.lastLine = line.number();
        }
    }

    /** Reads the rows of a roll, without those that were taken back. @param text at most {@link #LONGEST} characters of it are read */
    public static List<RollRow> read(String text) {
        List<RollRow> rows = new ArrayList<>();
        List<Entry> entries = entries(text.substring(0, Math.min(text.length(), LONGEST)));
        for (Entry entry : entries) {
            take(entry, rows);
        }
        // where no household writes an amount, to stand on the roll is the answer
        boolean silent = entries.stream().noneMatch(entry -> counts(entry.text.toString()))
                && rows.stream()
                        .allMatch(row -> row.unsure()
                                && row.items().isEmpty()
                                && row.place().contains("-"));
        return silent && !RollWords.vague(text)
                ? rows.stream().map(RollRow::settled).toList()
                : RollDoubts.among(rows, text);
    }

    /** Whether an entry says more than a place. */
    private static boolean counts(String text) {
        String counting = RollWords.counting(text);
        return RollPlaces.find(counting)
                .map(found -> RollDoubts.unexplained(
                                counting.substring(0, found.start()), counting.substring(found.end()), List.of())
                        .isPresent())
                .orElse(true);
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        int last = 0;
        Set<String> heads = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (RollLine each : RollLine.of(text)) {
            String line = each.text();
            if (entries.isEmpty()) {
                heads.add(line);
            } else if (heads.contains(line)) {
                continue;
            }
            Matcher number = NUMBER.matcher(line);
            Matcher spaced = SPACED.matcher(line);
            Matcher listed = LISTED.matcher(line);
            int head = listed.matches() ? Integer.parseInt(listed.group(1)) : last + 1;
            if (head != last + 1 && numbers.add(head)) {
                goOn(each, entries);
                last = head;
            } else if (number.matches()) {
                boolean first = number.group(1) != null;
                last = Integer.parseInt(first ? number.group(1) : number.group(3));
                heads.remove(line);
                numbers.add(last);
                entries.add(new Entry(last, first ? number.group(2) : number.group(4), each));
            } else if (spaced.matches() && Integer.parseInt(spaced.group(1)) == last + 1) {
                last++;
                entries.add(new Entry(last, spaced.group(2), each));
            } else if (lost(line)
                    && (HEAD.matcher(line).matches()
                            || TALK.matcher(line.toLowerCase(Locale.ROOT)).matches())) {
                heads.remove(line);
                Entry entry = new Entry(0, line, each);
                entry.doubt = RollDoubt.of(RollDoubt.Reason.TALK, "");
                entries.add(entry);
            } else if (!HEAD.matcher(line).matches()
                    && !TALK.matcher(line.toLowerCase(Locale.ROOT)).matches()) {
                goOn(each, entries);
                if (!entries.isEmpty()) {
                    heads.remove(line);
                }
            }
        }
        return entries;
    }

    /** Talk in which a building or room and an amount stand: to leave it out may lose an entry. */
    private static boolean lost(String line) {
        return COUNTED.matcher(line).find() && !NOT_SAID.matcher(line).find();
    }

    /** A line without a number: an entry of its own, or more of the last one. */
    private static void goOn(RollLine more, List<Entry> entries) {
        String line = more.text();
        boolean placed = RollPlaces.find(line)
                .filter(found -> found.start() <= 2 || found.building())
                .isPresent();
        boolean alone = PLUS.matcher(line).matches()
                || CHANGED_BY_NUMBER.matcher(line).matches()
                || TAKEN_BACK.matcher(line).find() && BY_NUMBER.matcher(line).find();
        if (placed || alone) {
            entries.add(new Entry(0, line, more));
        } else if (!entries.isEmpty()) {
            Entry last = entries.getLast();
            if (line.length() > LONGEST_MORE && AMOUNT.matcher(line).find()) {
                last.doubt = RollDoubt.at(RollDoubt.Reason.GOES_ON, more.number());
            }
            if (last.text.length() + line.length() > LONGEST_ENTRY) {
                last.doubt = RollDoubt.at(RollDoubt.Reason.TOO_LONG, more.number());
            } else {
                last.text.append(' ').append(line);
            }
            last.lastLine = more.number();
        }
    }

    private static void take(Entry entry, List<RollRow> rows) {
        String text = entry.text.toString().strip();
        Matcher back = TAKEN_BACK.matcher(text);
        if (back.find()) {
            String more = text.substring(back.end());
            if (AMOUNT.matcher(more).find() || inPart(text, back)) {
                rows.add(at(
                        entry, row(entry.number, text).asked(RollDoubt.of(RollDoubt.Reason.TAKEN_BACK, back.group()))));
            } else {
                takeBack(entry.number, text, rows);
            }
            return;
        }
        Matcher changed = CHANGED_BY_NUMBER.matcher(
                CORRECTED.matcher(text).replaceAll(" ").strip());
        if (changed.matches()) {
            change(Integer.parseInt(changed.group(1)), changed.group(2), entry, rows);
            return;
        }
        boolean corrects =
                CORRECTED.matcher(text).find() || CHANGED.matcher(text).find();
        String said =
                CHANGED.matcher(CORRECTED.matcher(text).replaceAll(" ").strip()).replaceAll(" ");
        RollRow row = at(entry, row(entry.number, said));
        boolean talk = row.number() == 0
                || said.isEmpty()
                || !lost(said) && TALK.matcher(said).matches();
        if (row.place().isEmpty() && row.items().isEmpty() && talk) {
            return;
        }
        if (entry.doubt != null) {
            row = row.asked(entry.doubt);
        }
        boolean empty = row.place().isEmpty() && row.items().isEmpty();
        put(empty ? row.asked(RollDoubt.of(RollDoubt.Reason.NOTHING, "")) : row, corrects, rows);
    }

    private static RollRow at(Entry entry, RollRow row) {
        return row.at(entry.line, entry.lastLine);
    }

    /** Whether what is taken back is one thing of several: 青菜2份 鸡蛋不要了. */
    private static boolean inPart(String text, Matcher back) {
        int start = back.start();
        while (start > 0 && !APART.matcher(text.substring(start - 1, start)).matches()) {
            start--;
        }
        Matcher apart = APART.matcher(text);
        int end = apart.find(back.end()) ? apart.start() : text.length();
        String part = text.substring(start, back.start()) + " " + text.substring(back.end(), end);
        String rest = text.substring(0, start) + text.substring(end);
        boolean thing = RollPlaces.find(part).isEmpty()
                && !BY_NUMBER.matcher(text).find()
                && !part.replaceAll("第?\\d+[条号个]?|[我家们都也全就先也了的吧哈啊]|\\s", "").isEmpty();
        return thing && AMOUNT.matcher(rest).find();
    }

    /** Another amount for the entry of a number, or a question where there is no such entry. */
    private static void change(int number, String said, Entry entry, List<RollRow> rows) {
        for (int place = 0; place < rows.size(); place++) {
            RollRow earlier = rows.get(place);
            if (earlier.number() == number) {
                rows.set(place, at(entry, RollWords.row(number, earlier.place(), earlier.households(), said)));
                return;
            }
        }
        RollDoubt unknown = RollDoubt.of(RollDoubt.Reason.NO_SUCH_NUMBER, Integer.toString(number));
        rows.add(at(entry, RollWords.row(number, "", 1, said).asked(unknown)));
    }

    /** The later entry of a place counts; under another number it may be another household, so a person is asked. */
    private static void put(RollRow row, boolean corrects, List<RollRow> rows) {
        for (int place = 0; place < rows.size(); place++) {
            RollRow earlier = rows.get(place);
            boolean same = !row.place().isEmpty() && row.place().equals(earlier.place());
            boolean bare = row.place().isEmpty() && row.says(earlier) && row.number() > 0;
            boolean passedOn = row.number() == earlier.number() && row.number() > 0 || corrects;
            if (same && (passedOn || row.items().equals(earlier.items())) || bare) {
                rows.set(place, row.number() > 0 ? row : row.numbered(earlier.number()));
                return;
            }
            if (same && earlier.items().isEmpty()) {
                rows.remove(place);
                break;
            }
            if (same) {
                if (row.number() == 0 || earlier.number() == 0) {
                    rows.set(place, earlier.asked(RollDoubt.twice(row)));
                }
                rows.add(row.asked(RollDoubt.twice(earlier)));
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
                    String before = counting.substring(0, found.start());
                    String after = counting.substring(found.end());
                    if (!found.sure()) {
                        row = row.asked(RollDoubt.of(RollDoubt.Reason.PLACE, found.place()));
                    }
                    return row.asked(RollDoubts.unexplained(before, after, row.items()))
                            .asked(RollWords.anotherDay(helped, row.items()));
                })
                .orElseGet(() -> {
                    RollRow row = RollWords.row(number, "", 1, counting);
                    return row.asked(RollDoubts.unexplained("", counting, row.items()));
                });
    }
}
