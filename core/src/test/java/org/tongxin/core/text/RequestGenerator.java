package org.tongxin.core.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.random.KeyedRandom;

/** Templated requests of a made-up district with known bursts: 20 communities of 8 grids, more on Mondays. */
final class RequestGenerator {

    static final LocalDate FIRST = LocalDate.of(2021, 10, 11);
    static final int COMMUNITIES = 20;
    static final int GRIDS = 8;

    private static final String[] SUBJECTS = {
        "楼道里的灯", "小区北门", "垃圾桶", "电梯", "停车位", "自来水", "暖气", "快递柜", "路灯", "绿化带", "噪音", "网络", "物业收费", "消防通道", "儿童乐园", "公交站",
        "积水", "树枝", "狗叫", "外墙"
    };

    private static final String[] TROUBLES = {
        "坏了好几天", "一直没人管", "什么时候能修好", "影响大家出行", "希望尽快处理", "晚上看不清", "有安全隐患", "老人不方便", "已经反映过", "请社区协调一下"
    };

    private static final String[] OPENINGS = {"您好", "请问", "居民反映", "我想说一下", "麻烦看看", ""};

    private final KeyedRandom chance;
    private final List<Request> requests = new ArrayList<>();

    RequestGenerator(long seed) {
        this.chance = new KeyedRandom(seed);
    }

    /** A number of everyday requests each day. */
    RequestGenerator everyday(int days, int perDay) {
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            boolean monday = date.getDayOfWeek() == DayOfWeek.MONDAY;
            int count = chance.poisson(perDay * (monday ? 1.8 : 1), 1, day);
            for (int i = 0; i < count; i++) {
                String text = OPENINGS[chance.below(OPENINGS.length, 2, day, i)] + "，"
                        + (1 + chance.below(40, 3, day, i)) + "号"
                        + SUBJECTS[chance.below(SUBJECTS.length, 4, day, i)]
                        + TROUBLES[chance.below(TROUBLES.length, 5, day, i)];
                add(date, 1_000_000L + chance.below(200_000, 6, day, i), grid(7, day, i), text);
            }
        }
        return this;
    }

    /** Several households of one community ask for the same thing, each in its own words. */
    RequestGenerator burst(int day, int community, int households, String phrase) {
        for (int i = 0; i < households; i++) {
            String text = OPENINGS[chance.below(OPENINGS.length, 8, day, community, i)] + "，" + phrase
                    + TROUBLES[chance.below(TROUBLES.length, 9, day, community, i)];
            add(FIRST.plusDays(day), 5_000_000L + day * 1000L + community * 100L + i, grid(community, i % GRIDS), text);
        }
        return this;
    }

    /** One household writes again and again. */
    RequestGenerator flood(int day, int community, int messages, String phrase) {
        for (int i = 0; i < messages; i++) {
            String text = phrase + TROUBLES[chance.below(TROUBLES.length, 10, day, i)];
            add(FIRST.plusDays(day), 9_000_000L, grid(community, i % GRIDS), text);
        }
        return this;
    }

    private void add(LocalDate day, long household, String grid, String text) {
        requests.add(new Request(day, household, grid, text));
    }

    private String grid(long... key) {
        return grid(chance.below(COMMUNITIES, key), chance.below(GRIDS, key[0], key[1], key[2], 1));
    }

    static String grid(int community, int grid) {
        return community(community) + "G%02d".formatted(grid + 1);
    }

    static String community(int community) {
        return "990100%03d%03d".formatted(1 + community / 5, 1 + community);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }
}
