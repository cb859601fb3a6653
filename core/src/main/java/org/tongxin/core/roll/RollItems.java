package org.tongxin.core.roll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds things and amounts in what a line says after its place. */
final class RollItems {

    static final String UNIT =
            "公斤|千克|kg|份|袋|斤|克|箱|盒|个|只|瓶|桶|包|把|颗|板|提|罐|条|件|套|人|口|户|名|例|次|支|枚|升|位|打|筐|棵|捆|单(?!元)|台|张|双|粒|片|根|组|副|本|刀|块|扎|听|杯|碗|串";

    private static final String AMOUNT = "\\d{1,5}(?:\\.\\d{1,2})?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九半]";
    private static final String NAME = "(?:K?N95|KF94|84)?[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9]{0,11}?";

    /** 青菜2份, 青菜x2, 青菜:2 */
    private static final Pattern NAMED = Pattern.compile("(" + NAME
            + ")\\s*(?:各|x|X|\\*|×|:|\\+|要|共|=)?\\s*(\\d{1,5}(?:\\.\\d{1,2})?)\\s*(" + UNIT + ")?(?![\\d.])");

    /** 青菜两份 */
    private static final Pattern WORDED =
            Pattern.compile("(" + NAME + ")\\s*(?:各|要)?\\s*(" + AMOUNT + ")\\s*(" + UNIT + ")");

    /** 2份青菜 */
    private static final Pattern LEADING =
            Pattern.compile("^(?:各|要|订|买|来|需|需要|加)*(" + AMOUNT + ")\\s*(" + UNIT + ")的?(" + NAME + ")$");

    /** 2份, +1, 各2份 */
    private static final Pattern ALONE =
            Pattern.compile("^(各|每户|每样|都)?(?:要|x|X|\\*|×|\\+|共|:|=|-|—|–)?\\s*(" + AMOUNT + ")\\s*(" + UNIT + ")?$");

    private static final Pattern VERB = Pattern.compile(
            "^(我家|我们家|家里|本户|我|想|需要|需(?!送|配|陪|转|就)|要|有|是|订购|订|买|来|报名|登记|加|求|请|帮忙|麻烦|还|另外|另|再|先|共|一共|总共)+");
    private static final Pattern FAMILY = Pattern.compile("(?:一家|全家|家里|家有|家)(" + AMOUNT + ")(口|个人|人)");
    private static final Pattern PERSON = Pattern.compile(
            "^[\\p{IsHan}]{0,3}(?:女士|先生|阿姨|叔叔|老师|奶奶|爷爷|大妈|大爷|大姐|大哥|姐|哥|师傅|同学|太太|小姐|阿婆|伯伯|家|妈妈|爸爸|妈|爸)$|^(?:欧阳|上官|司马|诸葛|司徒|东方|夏侯|皇甫)\\p{IsHan}{1,2}$|^[小老][\\p{IsHan}&&[^人孩米麦葱菜瓜份盒箱袋包桶瓶]]$");
    private static final String SURNAMES =
            "王李张刘陈杨赵吴周徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任范方姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙段雷钱汤尹黎易常武贺赖龚施倪严";

    /** A word that ends like a thing is no name of a person. */
    private static final Pattern THING =
            Pattern.compile(".*[菜瓜豆肉蛋奶米面油药果鱼虾鸡鸭包纸水茶罩笋薯椒葱蒜姜糖盐酒饼粉菇套餐剂品衣布袋液片饭桃梨蕉柿卜品杏枣葡萄花生人囊粒丸膏贴针]$");

    /** 2户5人 */
    private static final Pattern AMOUNT_BEFORE_AMOUNT = Pattern.compile("(\\d(?:" + UNIT + "))(?=\\d)");

    private RollItems() {}

    /** @param households by which an amount for each is multiplied */
    static List<RollItem> find(String text, int households) {
        List<RollItem> items = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        boolean each = text.matches(".*(每户|各家|各户).*") || households > 1 && text.contains("各");
        BigDecimal times = BigDecimal.valueOf(each ? households : 1);
        String family = FAMILY.matcher(text.replace("〓", " ")).replaceAll("$1人");
        String apart = AMOUNT_BEFORE_AMOUNT
                .matcher(family)
                .replaceAll("$1 ")
                .replaceAll("(?<=[\\d一二两三四五六七八九十])\\s*个(?=人)", "");
        for (String raw : apart.split(
                "(?<=\\D)[-—–](?=.)|(?<!\\d)\\.|\\.(?!\\d)|[,，;；、。!！?？/\\s()（）\\[\\]【】]+|(?<=\\D)和(?=\\D)|以及")) {
            String segment =
                    VERB.matcher(raw.replace("每户", "各").replace("每家", "各")).replaceFirst("");
            if (!segment.isEmpty()) {
                read(segment, items, waiting, times);
            }
        }
        return items;
    }

    private static void read(String segment, List<RollItem> items, List<String> waiting, BigDecimal times) {
        Matcher alone = ALONE.matcher(segment);
        Matcher leading = LEADING.matcher(segment);
        if (alone.matches()) {
            settle(
                    alone.group(1) != null,
                    amount(alone.group(2)).multiply(times),
                    unit(alone.group(3)),
                    items,
                    waiting);
        } else if (leading.matches()) {
            add(items, leading.group(3), amount(leading.group(1)).multiply(times), unit(leading.group(2)));
            waiting.clear();
        } else {
            named(segment, items, waiting, times);
        }
    }

    /** One or more things with their amounts, without anything between; what is left is a name that waits for an amount. */
    private static void named(String segment, List<RollItem> items, List<String> waiting, BigDecimal times) {
        int end = 0;
        Matcher named = NAMED.matcher(segment);
        Matcher worded = WORDED.matcher(segment);
        boolean digits = named.find();
        boolean words = worded.find();
        while (digits || words) {
            Matcher next = !words || digits && named.end() <= worded.end() ? named : worded;
            String name = next.group(1);
            boolean each = name.endsWith("各")
                    || segment.substring(next.start(1), next.start(2)).contains("各");
            BigDecimal amount = amount(next.group(2)).multiply(times);
            String bare = name.replaceAll("(各|要|共|都|每样)$", "");
            if (!bare.isEmpty() && !isPerson(bare)) {
                waiting.add(bare);
            }
            settle(each, amount, unit(next.group(3)), items, waiting);
            end = next.end();
            // Only what lies behind is looked for again, or a long line without an end would take seconds.
            digits = digits && (named.start() >= end || named.find(end));
            words = words && (worded.start() >= end || worded.find(end));
        }
        String rest = segment.substring(end);
        if (!rest.isEmpty() && rest.matches("[\\p{IsHan}A-Za-z]+") && !isPerson(rest)) {
            waiting.add(rest);
        }
    }

    /** Gives an amount to the last name that waits, or to each of them. */
    private static void settle(
            boolean each, BigDecimal amount, String unit, List<RollItem> items, List<String> waiting) {
        if (waiting.isEmpty()) {
            add(items, "", amount, unit);
        } else if (each) {
            waiting.forEach(name -> add(items, name, amount, unit));
        } else {
            add(items, waiting.getLast(), amount, unit);
        }
        waiting.clear();
    }

    private static void add(List<RollItem> items, String name, BigDecimal amount, String unit) {
        items.add(new RollItem(name, amount, unit));
    }

    static boolean isThing(String word) {
        return THING.matcher(word).matches() || RollDoubts.KNOWN.matcher(word).matches();
    }

    static boolean isPerson(String word) {
        if (word.isEmpty() || RollDoubts.KNOWN.matcher(word).matches()) {
            return false;
        }
        boolean surname = word.length() <= 3 && SURNAMES.indexOf(word.charAt(0)) >= 0;
        return !THING.matcher(word).matches() && (word.matches("[\\p{IsHan}&&[^缺差少剩退欠没未不多例]]") || surname)
                || PERSON.matcher(word).matches();
    }

    private static String unit(@Nullable String written) {
        return written == null ? "" : written.toLowerCase(Locale.ROOT).equals("kg") ? "公斤" : written;
    }

    static BigDecimal amount(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return new BigDecimal(written);
        }
        if (written.equals("半")) {
            return new BigDecimal("0.5");
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return BigDecimal.valueOf(digit(written.charAt(0)));
        }
        int tens = ten == 0 ? 1 : digit(written.charAt(0));
        int ones = ten + 1 < written.length() ? digit(written.charAt(ten + 1)) : 0;
        return BigDecimal.valueOf(10L * tens + ones);
    }

    private static int digit(char sign) {
        return sign == '两' ? 2 : "零一二三四五六七八九".indexOf(sign);
    }
}
