package org.tongxin.core.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes texts comparable and takes out what belongs to persons: telephone and identity numbers, names where they stand
 * beside a form of address, house numbers. What is left is for counting terms and not for reading. Stateless; safe for
 * use by several threads.
 */
public final class Normaliser {

    /** Stands for any number. */
    static final char NUMBER = '#';

    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9])[0-9]{17}[0-9x](?![0-9])");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![0-9])(\\+?86[- ]?)?(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})");
    private static final Pattern NAMED =
            Pattern.compile("(我叫|我是|姓名[:,]?|联系人[:,]?)[\\u4e00-\\u9fff]{2,4}?(?=[,.!?;: ]|$)");
    private static final Pattern ADDRESSED =
            Pattern.compile("(?<=^|[,.!?;: 找问是给让跟和])[\\u4e00-\\u9fff]{1,3}(先生|女士|阿姨|叔叔|师傅|医生|书记|主任)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+([.-][0-9]+)*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final String TRADITIONAL = "藥醫院發熱燒診測檢隔離區鎮樓號單門員業務頭買賣貨運車輛開關電話訊網絡請問題應該對說時間個們這還沒來過後給讓幫"
            + "萬億歲兒童學校師園廣場馬鳥魚龍飯館麵湯雞雞蛋菜葉藍黃綠紅紙廢圾處理設備電梯壞壓點熱氣暖風溫溼濕髒亂雜聲響擾"
            + "誰傳謠實驗陰陽護證碼掃領錢費價漲貴壟斷糧鹽醬奶嬰產婦孕癌症療報警訴訟調協議報導聞視頻";

    private static final String SIMPLIFIED = "药医院发热烧诊测检隔离区镇楼号单门员业务头买卖货运车辆开关电话讯网络请问题应该对说时间个们这还没来过后给让帮"
            + "万亿岁儿童学校师园广场马鸟鱼龙饭馆面汤鸡鸡蛋菜叶蓝黄绿红纸废圾处理设备电梯坏压点热气暖风温湿湿脏乱杂声响扰"
            + "谁传谣实验阴阳护证码扫领钱费价涨贵垄断粮盐酱奶婴产妇孕癌症疗报警诉讼调协议报导闻视频";

    private static final Map<Character, Character> SIMPLE = simple();

    private Normaliser() {}

    private static Map<Character, Character> simple() {
        if (TRADITIONAL.length() != SIMPLIFIED.length()) {
            throw new IllegalStateException("Both rows of characters must be equally long.");
        }
        Map<Character, Character> simple = new HashMap<>();
        for (int at = 0; at < TRADITIONAL.length(); at++) {
            simple.put(TRADITIONAL.charAt(at), SIMPLIFIED.charAt(at));
        }
        return Map.copyOf(simple);
    }

    /** Half width, lower case, common characters simplified; persons' numbers and names out; other numbers one sign. */
    public static String of(String text) {
        String plain = simplify(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        String western = plain.replace('。', '.')
                .replace('，', ',')
                .replace('、', ',')
                .replace('；', ';')
                .replace('：', ':');
        String anonymous = IDENTITY.matcher(western).replaceAll(" ");
        anonymous = TELEPHONE.matcher(anonymous).replaceAll(" ");
        anonymous = NAMED.matcher(anonymous).replaceAll(" ");
        anonymous = ADDRESSED.matcher(anonymous).replaceAll(" ");
        anonymous = DIGITS.matcher(anonymous).replaceAll(String.valueOf(NUMBER));
        return SPACE.matcher(anonymous).replaceAll(" ").strip();
    }

    private static String simplify(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            simple.append(SIMPLE.getOrDefault(text.charAt(at), text.charAt(at)).charValue());
        }
        return simple.toString();
    }
}
