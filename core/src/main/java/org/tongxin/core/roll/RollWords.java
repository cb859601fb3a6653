package org.tongxin.core.roll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words beside the amounts say: nil, not sure, and figures that count nothing. In doubt a row is asked about: a wrong row
 * that looks sure costs more than a question.
 */
final class RollWords {

    /** Nil: nobody, nothing, all well. Only asked where no amount is written. */
    static final Pattern NIL = Pattern.compile(
            "无(?!法|人[应接在])|没有(?!统计|回|报|接|人[应接在]|联系|问)|没(?=$|\\s|啥|什么)|都好|都蛮好|(?:全部|全都?|都)阴性?|零(?!食)|平安|(?<!不)正常|不要|不需|不用"
                    + "|^\\s*[/\\\\—–_×-][\\s/\\\\—–_×-]*$");

    /** A nil is said in few words; more may be about something else. Suggested value. */
    private static final int LONGEST_NIL = 14;

    /** Words of a sentence: what holds one is no name of a thing. */
    private static final Pattern SENTENCE = Pattern.compile("[了的是在有还说被给跟我你他她这那都就已均未不也陪差]");

    private static final Pattern OTHER_BUILDING =
            Pattern.compile("\\d\\s*(?:号楼|栋|幢)|(?<!\\d)\\d{1,2}(?:-|号)\\d{3,4}(?!\\d)");

    /** An answer that leans on another one, is put off, or is about so many. */
    private static final Pattern VAGUE = Pattern.compile(
            "同昨|昨天|昨日|昨晚|前天|原来|原先|原本|本来|之前|还剩|剩下|解除|一样|不变|照旧|同上|老样子|待定|待报|待统计|稍后|晚点|等会|还没|还未|尚未|未统计|没统计|没问"
                    + "|不清楚|不知道|不确定|大概|大约|约(?=[\\d一二两三四五六七八九十])|左右|可能|好像|估计|差不多|应该|至少|最多|不到|上下|[?？]"
                    + "|[多来几](?=[个人户份箱位])|一两|两三|三四|三五|四五|五六|六七|七八|八九|或者?|(?<!\\d)\\d{1,2}/\\d{1,2}(?!\\d)");

    /** 3-4人 */
    private static final Pattern FROM_TO = Pattern.compile("\\d\\s*[-~至到/]\\s*\\d");

    /** Times, dates and telephone numbers count nothing, and telephone numbers stand in no row. */
    private static final Pattern NO_COUNT = Pattern.compile(
            "(?:电话|手机|联系方式|tel)?\\s*:?\\s*(?<!\\d)1\\d{2}[- ]?\\d{4}[- ]?\\d{4}(?!\\d)"
                    + "|(?<!\\d)\\d{6,}[\\dXx]?|(?:\\d{4}[-/年.])?\\d{1,2}月\\d{1,2}[日号]?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
                    + "|(?:凌晨|早上|上午|中午|下午|晚上|明早|今早|明天|今天|今日|今晚)?\\s*(?<!\\d)(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)|\\d{1,2}[点时](?:半|\\d{1,2}分?)?)|(?<!\\d)\\d{1,2}日[早晚]?");

    /** When it is, where that changes nothing: today, or the day of a trip. */
    private static final Pattern TIME = Pattern.compile(
            "(?:今天|今日|今早|今晚|明天|明早|明晚|后天|凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|现在|目前|当前|已经|刚才|刚刚|马上|本周|(?:每?周|每?星期)[一二三四五六日天]){1,9}");

    private static final Pattern THANKS =
            Pattern.compile("不好意思|截[至止]|(?:谢谢|感谢|多谢|辛苦)(?:各位|大家|你们?|您|志愿者|团长|群主|楼组长|楼长|组长|啦|了){0,9}");

    private static final Pattern LATER = Pattern.compile("明天|明早|明晚|后天");

    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]");
    private static final Pattern PART = Pattern.compile("^(?:其中|含|包括|内有).*|[^\\d]*\\d*");
    private static final Pattern PEOPLE = Pattern.compile("[人户口位名例]");

    private RollWords() {}

    /** Without times, dates and telephone numbers. */
    static String counting(String text) {
        return TIME.matcher(
                        NO_COUNT.matcher(THANKS.matcher(text).replaceAll(" ")).replaceAll(" "))
                .replaceAll(" ");
    }

    /** The word by which it counts another day: one to come, without a thing that is to be done then. */
    static Optional<RollDoubt> anotherDay(String text, List<RollItem> items) {
        Matcher later = LATER.matcher(text);
        return later.find() && items.stream().allMatch(item -> item.name().isEmpty())
                ? Optional.of(RollDoubt.of(RollDoubt.Reason.ANOTHER_DAY, later.group()))
                : Optional.empty();
    }

    /** A pair such as 2/5 is vague too; it is a date where an amount stands beside it, so a row is asked without it. */
    static boolean vague(String text) {
        return VAGUE.matcher(text).find();
    }

    /** The row of an entry whose place is known or empty. @param rest what the entry says besides its place */
    static RollRow row(int number, String place, int households, String rest) {
        String pair = rest.replaceAll("(?<!\\d)\\d{1,2}/\\d{1,2}(?!\\d)", " ");
        String outside = BRACKETS.matcher(pair).replaceAll(" ");
        List<RollItem> items = RollItems.find(outside, households);
        boolean noted = items.isEmpty();
        if (noted) {
            items = RollItems.find(pair, households);
        }
        boolean nil = items.isEmpty()
                && pair.equals(rest)
                && rest.strip().length() <= LONGEST_NIL
                && NIL.matcher(rest).find();
        List<RollDoubt> doubts = new ArrayList<>();
        found(VAGUE, RollDoubt.Reason.VAGUE, pair, doubts);
        found(FROM_TO, RollDoubt.Reason.FROM_TO, pair, doubts);
        found(OTHER_BUILDING, RollDoubt.Reason.OTHER_PLACE, rest, doubts);
        if (items.isEmpty() && !nil && doubts.isEmpty()) {
            doubts.add(RollDoubt.of(RollDoubt.Reason.NO_AMOUNT, ""));
        }
        twice(items).ifPresent(name -> doubts.add(RollDoubt.of(RollDoubt.Reason.TWICE, name)));
        mixed(items).ifPresent(item -> doubts.add(RollDoubt.of(RollDoubt.Reason.NO_THING, RollDoubts.amount(item))));
        if (!noted) {
            moreInBrackets(pair).ifPresent(more -> doubts.add(RollDoubt.of(RollDoubt.Reason.IN_BRACKETS, more)));
        }
        items.stream()
                .filter(item -> nameless(item, place, rest))
                .forEach(item -> doubts.add(RollDoubt.of(RollDoubt.Reason.UNKNOWN_THING, item.name())));
        return new RollRow(number, place, households, items, List.of(), 0, 0).asked(doubts.stream());
    }

    private static void found(Pattern pattern, RollDoubt.Reason reason, String text, List<RollDoubt> doubts) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            doubts.add(RollDoubt.of(reason, matcher.group()));
        }
    }

    /** The name of a thing that is counted twice in one unit; empty for an amount of nothing. */
    private static Optional<String> twice(List<RollItem> items) {
        Set<String> seen = new HashSet<>();
        return items.stream()
                .filter(item -> !seen.add(item.name() + "|" + item.unit()))
                .map(item -> item.name().isEmpty() ? RollDoubts.amount(item) : item.name())
                .findFirst();
    }

    /** Several amounts, one of them of nothing and no count of people: 土豆5斤装1袋. */
    private static Optional<RollItem> mixed(List<RollItem> items) {
        return items.stream()
                .filter(item -> items.size() > 1
                        && item.name().isEmpty()
                        && !PEOPLE.matcher(item.unit()).matches())
                .findFirst();
    }

    /** An amount in brackets that is no part of the one before them. */
    private static Optional<String> moreInBrackets(String text) {
        return BRACKETS.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(inside -> !PART.matcher(inside).matches())
                .findFirst();
    }

    /** A word that may be a place or a nickname as well as a thing. */
    private static boolean nameless(RollItem item, String place, String rest) {
        boolean people = PEOPLE.matcher(item.unit()).matches();
        boolean signed = rest.matches(".*[x×*:=+].*");
        return !item.name().isEmpty()
                && (SENTENCE.matcher(item.name()).find()
                                && !RollDoubts.KNOWN.matcher(item.name()).matches()
                        || people && place.isEmpty()
                        || item.unit().isEmpty() && !signed && !RollItems.isThing(item.name()));
    }
}
