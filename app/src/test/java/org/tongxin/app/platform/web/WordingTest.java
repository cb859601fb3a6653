package org.tongxin.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

class WordingTest {

    private static final TimeZone MACHINE = TimeZone.getDefault();
    private static final Instant NOW = Instant.parse("2022-03-26T01:40:00Z");

    private final StaticMessageSource messages = new StaticMessageSource();
    private final DistrictClock clock = new DistrictClock();
    private final Times times = new Times(clock, messages);
    private final Words words = new Words(messages, times);
    private final Sentences sentences = new Sentences(words);
    private final RefusalMessages refusals = new RefusalMessages(words, messages);

    @BeforeEach
    void readChinese() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasenames("messages/web", "messages/platform");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        messages.setParentMessageSource(bundle);
        both("reason.rated", "{0} rated {1} on {2}", "{0}{2}评为{1}");
        clock.holdAt(NOW);
        read(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void backToTheMachine() {
        TimeZone.setDefault(MACHINE);
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati"})
    void timesAreThoseOfTheDistrictWhereverTheMachineStands(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(times.at(NOW)).isEqualTo("3月26日 09:40");
        assertThat(times.near(NOW.plus(Duration.ofMinutes(50)))).isEqualTo("今天 10:30");
        assertThat(times.near(NOW.plus(Duration.ofHours(15)))).isEqualTo("明天 00:40");
        assertThat(times.before(NOW.plus(Duration.ofMinutes(80)))).isEqualTo("11:00前");
        assertThat(times.day(LocalDate.of(2022, 3, 25))).isEqualTo("3月25日");
        assertThat(times.day(Instant.parse("2022-03-25T17:00:00Z"))).isEqualTo("3月26日");
        assertThat(times.day(LocalDate.of(2020, 1, 23))).isEqualTo("2020年1月23日");
        assertThat(times.full(NOW)).isEqualTo("2022年3月26日（星期六）09:40");
        assertThat(times.iso(NOW)).isEqualTo("2022-03-26T09:40+08:00");
    }

    @Test
    void englishWritesTheSameTimesItsOwnWay() {
        read(Locale.ENGLISH);

        assertThat(times.at(NOW)).isEqualTo("26 Mar 09:40");
        assertThat(times.left(NOW.plus(Duration.ofMinutes(80)))).isEqualTo("1 h 20 min left");
        assertThat(times.left(NOW.minus(Duration.ofHours(2)))).isEqualTo("2 h overdue");
    }

    @Test
    void whatIsLeftAndWhatIsOverdueIsSaidInTheTwoLargestUnits() {
        assertThat(times.left(NOW.plus(Duration.ofMinutes(80)))).isEqualTo("还有1小时20分");
        assertThat(times.left(NOW.plus(Duration.ofMinutes(50)))).isEqualTo("还有50分钟");
        assertThat(times.left(NOW.minus(Duration.ofHours(2)))).isEqualTo("逾期2小时");
        assertThat(times.left(NOW.plus(Duration.ofHours(51)))).isEqualTo("还有2天3小时");
    }

    @Test
    void aMarkOnAClockOfItsOwnCountsHoursAndMinutes() {
        assertThat(times.mark(0)).isEqualTo("0:00");
        assertThat(times.mark(65)).isEqualTo("1:05");
        assertThat(times.mark(4320)).isEqualTo("72:00");
    }

    @Test
    void namesAndDaysInASentenceReadAsWords() {
        Reason reason = Reason.of("rated", "北蔡镇", "RED", "2022-03-25");

        assertThat(sentences.of(reason)).isEqualTo("北蔡镇3月25日评为红色");
        assertThat(sentences.of(reason, Locale.ENGLISH)).isEqualTo("北蔡镇 rated red on 25 Mar");
    }

    @Test
    void whatOnlyLooksLikeANameOrADayStaysAsItIs() {
        assertThat(sentences.of(Reason.of("rated", "web.product", "S", "2022-13-99")))
                .isEqualTo("web.product2022-13-99评为S");
        assertThat(sentences.of(Reason.of("unknown", "5"))).isEqualTo("reason.unknown [5]");
    }

    @Test
    void aRefusalSaysWhatHappenedAndWhatToDo() {
        Refusal taken = Refusal.of("P-007", "8080");

        assertThat(refusals.of(taken)).contains("8080").contains("占用");
        assertThat(refusals.next(taken)).contains("--server.port");
        assertThat(refusals.next(Refusal.of("X-999"))).isEmpty();
    }

    private void both(String key, String english, String chinese) {
        messages.addMessage(key, Locale.ENGLISH, english);
        messages.addMessage(key, Locale.SIMPLIFIED_CHINESE, chinese);
    }

    private static void read(Locale locale) {
        LocaleContextHolder.setLocale(locale);
    }
}
