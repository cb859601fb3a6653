package org.tongxin.core.roll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * When a row that was read is asked about all the same. A row counts as read only if every word of its entry is explained: by an
 * amount, by a thing, by a name of a person, by a word that changes nothing. And a thing that nobody knows, which stands in one row
 * of a roll, is a question.
 */
final class RollDoubts {

    private static final String WORDS = "[零一二两三四五六七八九十半]";
    private static final Pattern FIGURE = Pattern.compile(
            "\\d+(?:\\.\\d+)?\\s*(?:" + RollItems.UNIT + ")?|" + WORDS + "+\\s*(?:个(?=人)|" + RollItems.UNIT + ")");

    /** Words that change nothing: manners, verbs of asking, what fills speech. */
    private static final Pattern FILLER = Pattern.compile(
            "各位领导|各位|领导|(?:我|本)(?:居民区|小区|社区)|暂时|一切|收到|好的|[东西南北中]区|全部走访完毕|走访完毕|走访|截[至止]|大家放心|麻烦[你您]?了?|拜托|您好|你好|不好意思|尽快|自提|急(?!救)"
                    + "|我们家?|我家|本户|家里|全家|一家|咱们?|需要|需求|想要|订购|报名|登记|帮忙|一共|总共|另外|以及|每户|每家|每样|各家|各户|目前为止"
                    + "|其余(?:人)?(?:均|都)?(?:正常|没有|无)|均已(?:送菜|送药|送达|发放|送到)|已(?:送菜|送药|送达|送到|送|发放|登记)|送一下"
                    + "|代接|代报|代订|对门|志愿者|楼组长|楼长|楼栋长|网格员|组长|单元"
                    + "|[要需想订买来加求请帮还另再先共各都有是和及与也个哈哦啊呀呢吧嗯呐啦了的那xX我人口位名]");

    /** Nothing of what. */
    private static final Pattern NOTHING =
            Pattern.compile("(?:无|没有|没|零|不需要?|不用)(?:什么|任何|新增|异常|情况|需求|需要|阳性|发热|发烧|问题|报名|报告|病例|人|啥|的){1,9}");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{IsHan}A-Za-z0-9〓]+");

    /** Things of a household that do not end like one ({@link RollItems#isThing}), and what is counted of people. */
    static final Pattern KNOWN = Pattern.compile(
            "(?:新增|减少|现有|疑似)?(?:[A-Z]套餐|套餐[A-Z]|发热|发烧|高烧|低烧|高血压|高血糖|咳嗽|密接|次密接?|阳性|阴性|确诊|隔离|居家隔离|居家|封控|管控|(?:居家|封控|隔离)?在家|新增|减少|透析|血透|产检|化疗|放疗|就医|就诊|看病|配药|送药|需?送药|送饭|送餐|送菜"
                    + "|孕妇|产妇|婴儿|婴幼儿|儿童|孩子|小孩|老人|独居|孤老|独居老人|高龄|残疾|失能|重病|精神障碍患者|阳性|应检|实检|应到|实到|已检|未检|转运|滞留|外出|返回|需求"
                    + "|馒头|面包|吐司|贝果|包子|饺子|馄饨|汤圆|粽子|蛋糕|挂面|面条|方便面|大米|土豆|番茄|西红柿|茄子|玉米|冬瓜|莴笋|洋葱|橙子|橘子|葡萄|西瓜|草莓|蓝莓|酸奶|奶粉|黄油|奶酪|牛排|排骨|猪蹄|鸡腿|鸡翅|香肠|火腿|猪肉|牛肉"
                    + "|酱油|生抽|老抽|蚝油|料酒|醋|味精|咖啡|可乐|雪碧|啤酒|饮料|垃圾袋|尿不湿|纸尿裤|尿布|卫生巾|护垫|洗洁精|洗衣液|洗发水|沐浴露|牙膏|肥皂|酒精|消毒液|消毒剂|消毒水|口罩|抗原|试剂盒|手套|防护服|面屏|体温计|血压计"
                    + "|胰岛素|布洛芬|连花清瘟|连花|阿司匹林|二甲双胍|缬沙坦|氨氯地平|硝苯地平|快递|猫粮|狗粮|煤气|矿泉水|纯净水|桶装水)(?:[SMLX]{1,3}(?:码|号)?)?");

    private RollDoubts() {}

    /**
     * What the entry says more than was read.
     *
     * @param before and {@code after} what stands on either side of its place
     */
    static Optional<RollDoubt> unexplained(String before, String after, List<RollItem> items) {
        String left = (left(before, items) + " " + left(after, items)).strip();
        if (!left.isEmpty()) {
            return Optional.of(RollDoubt.of(RollDoubt.Reason.WORDS_LEFT, left));
        }
        if (strayName(before, items)) {
            return Optional.of(RollDoubt.of(RollDoubt.Reason.APART, before));
        }
        String all = without(names(before + " " + after, items)).replaceAll("(?<!\\d)\\d{1,2}/\\d{1,2}(?!\\d)", " ");
        List<String> figures =
                FIGURE.matcher(all).results().map(MatchResult::group).toList();
        return figures.size() > items.size()
                ? Optional.of(RollDoubt.of(RollDoubt.Reason.FIGURES_LEFT, String.join(" ", figures)))
                : Optional.empty();
    }

    /** A thing whose name stands before the place and its amount behind it. */
    private static boolean strayName(String before, List<RollItem> items) {
        return !before.isBlank()
                && !FIGURE.matcher(before).find()
                && items.stream().anyMatch(item -> !item.name().isEmpty() && before.contains(item.name()));
    }

    private static String left(String text, List<RollItem> items) {
        String bare = FIGURE.matcher(without(names(text, items)).replaceAll("(?<!\\d)\\d{1,2}/\\d{1,2}(?!\\d)", " "))
                .replaceAll(" ");
        List<String> words = new ArrayList<>();
        String said =
                RollWords.NIL.matcher(NOTHING.matcher(bare).replaceAll(" ")).replaceAll(" ");
        for (String word : SIGNS.split(said)) {
            if (!RollItems.isPerson(word)) {
                String more = FILLER.matcher(word).replaceAll("");
                if (!more.isEmpty() && !RollItems.isPerson(more)) {
                    words.add(word);
                }
            }
        }
        return String.join(" ", words);
    }

    /** What stands in brackets is a note; {@link RollWords} asks where it counts. */
    private static String without(String text) {
        return text.replaceAll("\\([^()]*\\)|\\[[^\\[\\]]*\\]", " ");
    }

    private static String names(String text, List<RollItem> items) {
        List<String> names = items.stream()
                .map(RollItem::name)
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String bare = text;
        for (String name : names) {
            bare = bare.replace(name, " ");
        }
        return bare;
    }

    /**
     * Asks about things of one row that nobody knows, and about amounts of nothing in a roll of things.
     *
     * @param text of the whole roll: a thing named twice in it is known
     */
    static List<RollRow> among(List<RollRow> rows, String text) {
        Map<String, Integer> named = new HashMap<>();
        int things = 0;
        int bare = 0;
        for (RollRow row : rows.stream().filter(row -> !row.unsure()).toList()) {
            Set<String> names = new HashSet<>();
            row.items().forEach(item -> names.add(item.name()));
            names.forEach(name -> named.merge(name, 1, Integer::sum));
            things += names.isEmpty() || names.contains("") ? 0 : 1;
            bare += names.size() == 1 && names.contains("") ? 1 : 0;
        }
        boolean mostlyThings = things > 0 && things >= bare;
        return rows.stream()
                .map(row -> row.asked(row.items().stream()
                        .filter(item -> doubtful(item, named, text) && !explained(item, row))
                        .map(item -> RollDoubt.of(RollDoubt.Reason.UNKNOWN_THING, item.name()))))
                .map(row -> mostlyThings && onlyAmounts(row)
                        ? row.asked(RollDoubt.of(
                                RollDoubt.Reason.NO_THING, amount(row.items().getFirst())))
                        : row)
                .toList();
    }

    /** Whether a word of its name was asked about already: 青菜大概. */
    private static boolean explained(RollItem item, RollRow row) {
        return row.doubts().stream()
                .anyMatch(doubt -> !doubt.said().isEmpty() && item.name().contains(doubt.said()));
    }

    static String amount(RollItem item) {
        return item.amount().toPlainString() + item.unit();
    }

    private static boolean onlyAmounts(RollRow row) {
        return !row.items().isEmpty()
                && row.items().stream().allMatch(item -> item.name().isEmpty());
    }

    private static boolean doubtful(RollItem item, Map<String, Integer> named, String text) {
        String name = item.name();
        boolean known = name.isEmpty()
                || RollItems.isThing(name)
                || named.getOrDefault(name, 0) > 1
                || text.indexOf(name) != text.lastIndexOf(name);
        return !known || name.startsWith("要");
    }
}
