package org.tongxin.app.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.organisation.StreetNeighbours;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/**
 * From alarms to episodes, within the week's budget. Four streets stand in a row, Liuyin, Meixi, Songlin and Zhuxi, each
 * touching the next; the islands touch nobody.
 */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class EpisodesIT {

    private static final String SONGLIN = "990100003";
    private static final String ZHUXI = "990100004";
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 29);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Registry registry;

    @Autowired
    StreetNeighbours neighbours;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DistrictClock clock;

    @Autowired
    Counts counts;

    @Autowired
    Signals signals;

    @Autowired
    Episodes episodes;

    @Autowired
    EpisodeCare care;

    @Autowired
    Attention attention;

    @Autowired
    DueWorkRunner due;

    @Autowired
    Announcer announcer;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void open() {
        district.open();
        jdbc.sql("truncate episode_part, episode, scan_cluster_member, scan_cluster, area_signal, signal, assessment,"
                        + " count_report, monitoring_point, handled_event, timeline_entry cascade")
                .update();
        if (jdbc.sql("select count(*) from area where path = ?")
                        .param(SONGLIN)
                        .query(Long.class)
                        .single()
                == 0) {
            registry.addAreas(List.of(street(SONGLIN, "松林街道", "Songlin"), street(ZHUXI, "竹溪镇", "Zhuxi")));
            for (int i = 1; i <= 12; i++) {
                registry.addAreas(List.of(street(island(i), i + "号岛", "Island " + i)));
            }
            position(STREET, 31.00, 121.0);
            position(OTHER, 31.02, 121.1);
            position(SONGLIN, 31.00, 121.2);
            position(ZHUXI, 31.02, 121.3);
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void streetsTouchTheNextOneOnly() {
        assertThat(neighbours.all().get(OTHER)).containsExactlyInAnyOrder(STREET, SONGLIN);
        assertThat(neighbours.all().get(ZHUXI)).containsExactly(SONGLIN);
        assertThat(neighbours.all()).doesNotContainKey(island(1));
    }

    @Test
    void signalsOfNeighbouringStreetsAreOneEpisodeAndOthersAnother() {
        signal(YESTERDAY, STREET, OTHER, ZHUXI);

        assertThat(find(1).parts()).isEqualTo(2);
        assertThat(find(1).places()).isEqualTo(2);
        assertThat(find(2).placeName()).isEqualTo("竹溪镇");
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(timeline("EpisodeOpened")).containsExactly("E-001", "E-002");
        assertThat(jdbc.sql("select count(*) from timeline_entry o join timeline_entry c on c.event_id = o.caused_by"
                                + " where o.kind = 'EpisodeOpened' and c.kind = 'StreamsAssessed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anEpisodeGrowsFromDayToDayUntilFourDaysLieBetween() {
        signal(YESTERDAY.minusDays(8), STREET);
        signal(YESTERDAY.minusDays(5), STREET);
        signal(YESTERDAY.minusDays(1), STREET);

        assertThat(find(1).parts()).isEqualTo(2);
        assertThat(find(1).lastDay()).isEqualTo(YESTERDAY.minusDays(5));
        assertThat(find(2).firstDay()).isEqualTo(YESTERDAY.minusDays(1));
    }

    @Test
    void aStreetBetweenTwoEpisodesMergesThemAndTheOldestKeepsItsNumber() throws Exception {
        signal(YESTERDAY.minusDays(1), STREET);
        signal(YESTERDAY.minusDays(1), SONGLIN);
        takeOver(2);
        signal(YESTERDAY, OTHER);

        Episode oldest = find(1);
        assertThat(oldest.parts()).isEqualTo(3);
        assertThat(oldest.owner()).as("what was known of both is kept").isEqualTo("analyst");
        assertThat(find(2).state()).isEqualTo(EpisodeState.MERGED);
        assertThat(find(2).mergedInto()).isEqualTo(1);
        assertThat(page("analyst", "/episodes/E-002")).contains("这起事件已并入E-001", "href=\"/episodes/E-001\"");
        assertThat(care.takeOver(analyst(), 2, find(2).version()).toString()).contains("E-002");
    }

    @Test
    void theBudgetOfAWeekIsNeverExceededHoweverManyArriveAtOnce() throws Exception {
        List<MonitoringPoint> points = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            points.add(district.point("island-" + i + "-" + System.nanoTime(), island(i)));
        }
        points.forEach(point -> counts.report(Actor.system(), CountEntry.of(point.code(), YESTERDAY, 40), Channel.FORM)
                .orThrow());
        district.settle();

        assertThat(numbers()).hasSize(12);
        assertThat(episodes.notified("", TODAY)).as("one place is kept back").hasSize(4);
        assertThat(attention.budget().week()).isEqualTo("2026-W13");
        assertThat(page("analyst", "/episodes")).contains("4起事件等您看，本周提醒额度用了4 / 5", "最后1次留给很罕见的");
        at(SUNDAY);
        due.runDue();
        due.runDue();
        assertThat(episodes.notified("", SUNDAY)).hasSize(5);
        assertThat(page("analyst", "/episodes")).contains("用了5 / 5", "本周额度用完了，3月30日再问");
        at(SUNDAY.plusDays(1));
        due.runDue();
        assertThat(attention.budget().used()).isEqualTo(4);
        assertThat(episodes.notified("", SUNDAY.plusDays(1))).hasSize(9);
        at(SUNDAY.plusDays(20));
        due.runDue();
        assertThat(episodes.waiting("", SUNDAY.plusDays(20)))
                .as("what never grew has lapsed")
                .isEmpty();
    }

    @Test
    void anOutcomeDecidesTheSignalsOfTheEpisodeAtOnce() throws Exception {
        signal(YESTERDAY, STREET, OTHER);
        signal(YESTERDAY, ZHUXI);
        Signal before = signals.open(STREET).getFirst();
        signals.decide(analyst(), before.id(), SignalState.CONFIRMED, "", before.version())
                .orThrow();
        takeOver(1);
        care.close(analyst(), 1, EpisodeOutcome.FALSE_ALARM, "多写一个零", find(1).version())
                .orThrow();

        assertThat(find(1).state()).isEqualTo(EpisodeState.CLOSED);
        assertThat(signals.find(before.id(), "").orElseThrow().state())
                .as("what was decided stays")
                .isEqualTo(SignalState.CONFIRMED);
        assertThat(signals.list("", 10).stream().map(Signal::state))
                .containsExactlyInAnyOrder(SignalState.CONFIRMED, SignalState.FALSE_ALARM, SignalState.OPEN);
        assertThat(jdbc.sql("select action from audit_entry where subject = 'E-001' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("episode.");
        district.settle();
        assertThat(timeline("EpisodeClosed")).containsExactly("E-001");
        assertThat(page("analyst", "/episodes/E-001")).contains("结论：误报", "多写一个零");
    }

    @Test
    void aKnownOutbreakGrowsWithoutCallingAgainAndAFalseAlarmDoesNot() {
        signal(YESTERDAY.minusDays(1), STREET);
        signal(YESTERDAY.minusDays(1), ZHUXI);
        takeOver(1);
        takeOver(2);
        care.close(analyst(), 1, EpisodeOutcome.TRUE_OUTBREAK, "", find(1).version())
                .orThrow();
        care.close(analyst(), 2, EpisodeOutcome.EXERCISE, "演练", find(2).version())
                .orThrow();
        signal(YESTERDAY, OTHER, ZHUXI);

        assertThat(find(1).parts()).isEqualTo(2);
        assertThat(find(1).state()).isEqualTo(EpisodeState.CLOSED);
        assertThat(find(3).placeName()).isEqualTo("竹溪镇");
        assertThat(numbers()).hasSize(3);
    }

    @Test
    void aSnoozedEpisodeComesBackOnTheDayAfter() {
        signal(YESTERDAY, STREET);
        takeOver(1);
        care.snooze(analyst(), 1, TODAY.plusDays(2), "等复检", find(1).version()).orThrow();

        assertThat(episodes.notified("", TODAY)).isEmpty();
        assertThat(episodes.waiting("", TODAY.plusDays(2))).hasSize(1);
        assertThat(episodes.notified("", TODAY.plusDays(3))).hasSize(1);
    }

    @Test
    void whatCannotBeDoneIsRefusedInWords() throws Exception {
        signal(YESTERDAY, STREET);
        Episode episode = find(1);

        assertThat(refusal(care.close(analyst(), 1, EpisodeOutcome.TRUE_OUTBREAK, "", episode.version())))
                .isEqualTo("E-004");
        assertThat(refusal(care.takeOver(analyst(), 1, episode.version() - 1))).isEqualTo("E-003");
        assertThat(refusal(care.takeOver(district.actor("street"), 1, episode.version())))
                .isEqualTo("I-003");
        assertThat(refusal(care.takeOver(analyst(), 77, 1))).isEqualTo("E-001");
        takeOver(1);
        int version = find(1).version();
        assertThat(refusal(care.close(analyst(), 1, EpisodeOutcome.EXERCISE, " ", version)))
                .isEqualTo("E-006");
        assertThat(refusal(care.close(analyst(), 1, EpisodeOutcome.EXERCISE, "问13800138000", version)))
                .isEqualTo("P-023");
        assertThat(refusal(care.snooze(analyst(), 1, TODAY.plusDays(2), "问13800138000", version)))
                .isEqualTo("P-023");
        for (LocalDate bad : List.of(TODAY, TODAY.plusDays(15))) {
            assertThat(refusal(care.snooze(analyst(), 1, bad, "等", version))).isEqualTo("E-005");
        }
        mvc.perform(form("officer", "/episodes/E-001/outcome", version).param("outcome", "FALSE_ALARM"))
                .andExpect(status().isForbidden());
        mvc.perform(form("analyst", "/episodes/E-001/snooze", version).param("until", "明天"))
                .andExpect(status().is3xxRedirection());
        assertThat(find(1).version()).isEqualTo(version);
    }

    @Test
    void aStreetSeesOnlyEpisodesThatTouchIt() throws Exception {
        signal(YESTERDAY, STREET, OTHER, ZHUXI);

        String page = page("street", "/episodes/E-001");
        assertThat(page).contains("柳荫街道", "另有1条线索在您的范围之外", "由疾控研判员接手").doesNotContain("梅溪镇");
        mvc.perform(get("/episodes/E-002").session(district.session(mvc, "street")))
                .andExpect(status().isNotFound());
        assertThat(page("street", "/episodes")).contains("E-001").doesNotContain("E-002");
        for (String wrong : List.of("E-099", "031", "E-9999999999")) {
            mvc.perform(get("/episodes/" + wrong).session(district.session(mvc, "analyst")))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void anEventDeliveredTwiceAndADayLookedAtAgainChangeNothing() {
        signal(YESTERDAY, STREET, OTHER);
        String before = state();

        for (String key : List.of("again", "again", "once more")) {
            transaction.executeWithoutResult(done -> announcer.announce(new StreamsAssessed(
                    announcer.facts(
                            StreamsAssessed.class,
                            key,
                            DISTRICT,
                            "system",
                            null,
                            Reason.of("streamsAssessed", YESTERDAY, 2, 2)),
                    YESTERDAY,
                    2)));
            district.settle();
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anEpisodeWhoseCountsWereCorrectedAwayLapses() {
        MonitoringPoint point = district.point("typo", STREET);
        district.report(point, YESTERDAY, 40);
        counts.report(Actor.system(), new CountEntry(point.code(), YESTERDAY, 4, "多写一个零"), Channel.FORM)
                .orThrow();
        district.settle();

        assertThat(find(1).state()).isEqualTo(EpisodeState.LAPSED);
    }

    @Test
    void pagesReadInBothLanguagesAndSayWhatToDo() throws Exception {
        assertThat(page("analyst", "/episodes")).contains("没有事件等着看", "因为还没有报数");
        signal(YESTERDAY, STREET, OTHER);
        assertThat(page("analyst", "/episodes")).contains("1起事件等您看，本周提醒额度用了1 / 5", "柳荫街道等2处");
        assertThat(page("analyst", "/episodes/E-001")).contains("这起事件是真的吗", "我来看，接手", "第一次看");
        takeOver(1);
        assertThat(page("analyst", "/episodes/E-001")).contains("出结论", "误报", "暂缓到哪一天");
        assertThat(page("analyst", "/desk")).contains("E-001：柳荫街道等2处的线索，是真的吗？");
        for (String address : List.of("/episodes", "/episodes/E-001", "/streams", "/signals", "/desk")) {
            assertThat(page("analyst", address + "?lang=en")).contains("lang=\"en\"");
        }
        page("analyst", "/episodes?lang=zh-CN");
    }

    private Registry.NewArea street(String path, String name, String nameEn) {
        return Registry.NewArea.of(new Area(
                ids.of("area", path), path, AreaLevel.STREET, "SUBDISTRICT", name, nameEn, true, true, null, null));
    }

    private void position(String path, double latitude, double longitude) {
        jdbc.sql("update area set latitude = ?, longitude = ? where path = ?")
                .params(latitude, longitude, path)
                .update();
    }

    private static String island(int number) {
        return "9901001%02d".formatted(number);
    }

    /** One signal in each of these streets, reported together. */
    private void signal(LocalDate day, String... streets) {
        List<CountEntry> entries = new ArrayList<>();
        for (String street : streets) {
            MonitoringPoint point = district.point("p-" + street + '-' + day, street);
            entries.add(CountEntry.of(point.code(), day, 40));
        }
        assertThat(counts.reportAll(Actor.system(), entries, Channel.CSV).rejected())
                .isEmpty();
        district.settle();
    }

    private Episode find(int number) {
        return episodes.find(number, "").orElseThrow();
    }

    private List<Integer> numbers() {
        return jdbc.sql("select number from episode order by number")
                .query(Integer.class)
                .list();
    }

    private List<String> timeline(String kind) {
        return jdbc.sql("select business_key from timeline_entry where kind = ? order by business_key")
                .param(kind)
                .query(String.class)
                .list();
    }

    private String state() {
        return jdbc.sql("select string_agg(e::text, ',' order by number) from episode e")
                        .query(String.class)
                        .single()
                + jdbc.sql("select string_agg(key || episode_id, ',' order by key) from episode_part")
                        .query(String.class)
                        .single()
                + timeline("EpisodeOpened");
    }

    private Actor analyst() {
        return district.actor("analyst");
    }

    private void takeOver(int number) {
        care.takeOver(analyst(), number, find(number).version()).orThrow();
    }

    private static String refusal(Outcome<Episode> outcome) {
        return ((Outcome.Refused<Episode>) outcome).refusal().code();
    }

    private void at(LocalDate day) {
        clock.holdAt(clock.at(day, LocalTime.of(10, 30)));
    }

    private MockHttpServletRequestBuilder form(String login, String address, int version) throws Exception {
        return post(address)
                .session(district.session(mvc, login))
                .with(csrf())
                .param("version", String.valueOf(version));
    }

    private String page(String login, String address) throws Exception {
        String page = mvc.perform(get(address).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("??", "style=\"");
        return page;
    }
}
