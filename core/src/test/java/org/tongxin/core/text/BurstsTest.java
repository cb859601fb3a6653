package org.tongxin.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxin.core.stream.ChineseHolidays;

class BurstsTest {

    private static final TopicDictionary DICTIONARY =
            new TopicDictionary(Map.of("medicine", List.of("退烧药", "买不到药", "布洛芬"), "dialysis", List.of("透析", "血透")));
    private static final Bursts BURSTS = new Bursts(DICTIONARY, BurstSettings.defaults(ChineseHolidays.calendar()));
    private static final int LEARNED = 28;
    private static final LocalDate FROM = RequestGenerator.FIRST.plusDays(LEARNED);

    private static final String[] NEW_WORDS = {"绿码变红码了", "方舱被褥没有发", "团购蔬菜烂了", "楼下封条贴错", "核酸亭撤走了"};

    @Test
    void nineOfTenBurstsOfEightHouseholdsAreFoundAndAtMostTwoFalseOnesAWeek() {
        RequestGenerator generator = new RequestGenerator(1).everyday(LEARNED + 56, 150);
        int planted = 0;
        for (int day = LEARNED; day < LEARNED + 56; day += 2) {
            generator.burst(day, day % RequestGenerator.COMMUNITIES, 8, NEW_WORDS[planted % NEW_WORDS.length]);
            planted++;
        }
        List<Burst> bursts = BURSTS.find(generator.requests(), FROM);
        int found = 0;
        for (int i = 0; i < planted; i++) {
            int day = LEARNED + 2 * i;
            String word = NEW_WORDS[i % NEW_WORDS.length];
            String community = RequestGenerator.community(day % RequestGenerator.COMMUNITIES);
            found += bursts.stream().anyMatch(burst -> hits(burst, day, community, word)) ? 1 : 0;
        }
        long wrong = bursts.stream()
                .filter(burst -> java.util.Arrays.stream(NEW_WORDS).noneMatch(word -> about(burst, word)))
                .count();
        assertThat(found / (double) planted).isGreaterThanOrEqualTo(0.9);
        assertThat(wrong / 8.0).as("false topics a week").isLessThanOrEqualTo(2);
    }

    private static boolean hits(Burst burst, int day, String community, String word) {
        return burst.day().equals(RequestGenerator.FIRST.plusDays(day))
                && community.startsWith(burst.place())
                && about(burst, word);
    }

    private static boolean about(Burst burst, String word) {
        return word.contains(burst.label()) || burst.label().contains(word.substring(0, 4));
    }

    @Test
    void oneHouseholdsFloodOfMessagesRaisesNothing() {
        RequestGenerator generator =
                new RequestGenerator(2).everyday(LEARNED + 7, 150).flood(LEARNED + 3, 4, 200, "我家门口的封条贴错了，");
        assertThat(BURSTS.find(generator.requests(), FROM)).isEmpty();
    }

    @Test
    void aKnownTopicIsNamedAndTheMessagesStayAsUrgency() {
        RequestGenerator generator =
                new RequestGenerator(3).everyday(LEARNED + 2, 150).burst(LEARNED, 2, 9, "布洛芬卖光了");
        generator.burst(LEARNED, 2, 9, "布洛芬卖光了");
        Burst burst = BURSTS.find(generator.requests(), FROM).getFirst();
        assertThat(burst.label()).isEqualTo("medicine");
        assertThat(burst.known()).isTrue();
        assertThat(burst.households()).isEqualTo(9);
        assertThat(burst.messages()).isEqualTo(18);
        assertThat(burst.place()).isEqualTo(RequestGenerator.community(2));
        assertThat(burst.examples()).hasSize(3);
    }

    @Test
    void aNewPhraseIsShownWhole() {
        RequestGenerator generator =
                new RequestGenerator(4).everyday(LEARNED + 1, 150).burst(LEARNED, 7, 12, "绿码变红码了");
        Burst burst = BURSTS.find(generator.requests(), FROM).getFirst();
        assertThat(burst.label()).contains("绿码变红码");
        assertThat(burst.known()).isFalse();
    }

    @Test
    void aBusyDayOfAllTopicsIsNotABurst() {
        RequestGenerator quiet = new RequestGenerator(5).everyday(LEARNED, 100);
        RequestGenerator busy = new RequestGenerator(5).everyday(LEARNED + 1, 100);
        List<Request> requests = new java.util.ArrayList<>(busy.requests());
        for (int copy = 1; copy <= 2; copy++) {
            long shift = 20_000_000L * copy;
            new RequestGenerator(50 + copy)
                    .everyday(LEARNED + 1, 100).requests().stream()
                            .filter(request -> request.day().equals(FROM))
                            .map(request -> new Request(
                                    request.day(), request.household() + shift, request.grid(), request.text()))
                            .forEach(requests::add);
        }
        assertThat(quiet.requests()).isNotEmpty();
        assertThat(BURSTS.find(requests, FROM)).isEmpty();
    }

    @Test
    void threeHouseholdsOfOneGridAreNotABurst() {
        RequestGenerator generator = new RequestGenerator(6).everyday(LEARNED + 1, 100);
        List<Request> requests = new java.util.ArrayList<>(generator.requests());
        for (int i = 0; i < 6; i++) {
            requests.add(new Request(FROM, 70 + i, RequestGenerator.grid(3, 1), "楼下封条贴错了"));
        }
        assertThat(BURSTS.find(requests, FROM)).isEmpty();
    }
}
