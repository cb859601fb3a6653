package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.plans.PlanDistrict.DISTRICT;
import static org.tongxin.app.plans.PlanDistrict.WILLOW_GRID;
import static org.tongxin.app.plans.PlanDistrict.refusal;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.complaints.Answer;
import org.tongxin.app.plans.complaints.Complaint;
import org.tongxin.app.plans.complaints.ComplaintOutcome;
import org.tongxin.app.plans.complaints.ComplaintSettings;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.plans.complaints.NewComplaint;
import org.tongxin.app.plans.complaints.Receipt;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.support.PostgresTest;

/** A complaint about a measure: from a resident without an account to the answer of the body that decided. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(PlanDistrict.class)
class ComplaintsIT {

    private static final String WORDS = "楼里有人要透析，出不去";

    @Autowired
    MockMvc mvc;

    @Autowired
    PlanDistrict district;

    @Autowired
    Measures measures;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintSettings settings;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private static int sender;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void aResidentComplainsWithoutAnAccountAndReadsTheAnswerWithNumberAndCode() throws Exception {
        Measure measure = running();
        String form = page(null, "/residents/measures/" + measure.id() + "/complaint");
        assertThat(form).contains("申诉期间措施不停止执行", "建议值", "看不到申诉");

        MockHttpSession visitor = new MockHttpSession();
        mvc.perform(post("/residents/measures/" + measure.id() + "/complaint")
                        .session(visitor)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.7");
                            return request;
                        })
                        .param("text", WORDS)
                        .param("contact", "021-5555 0101"))
                .andExpect(result ->
                        assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/residents/complaints"))
                .andExpect(result -> {
                    Receipt receipt = (Receipt) result.getFlashMap().get("receipt");
                    assertThat(receipt.code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
                    String shown = mvc.perform(get("/residents/complaints").flashAttr("receipt", receipt))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8);
                    assertThat(shown).contains(receipt.number(), receipt.code(), "措施不停止执行");
                    assertThat(look(receipt.number(), receipt.code())).contains("正在办理", WORDS);
                    answer(receipt, ComplaintOutcome.NOT_UPHELD, "就医按支持清单办理，社区专车接送");
                    assertThat(look(
                                    receipt.number().toLowerCase(java.util.Locale.ROOT),
                                    receipt.code().toLowerCase(java.util.Locale.ROOT)))
                            .contains("不成立", "就医按支持清单办理");
                    assertThat(look(receipt.number(), "0000-0000-0000")).contains("编号和查询码对不上");
                });
        assertThat(now(measure).state()).isEqualTo("IN_FORCE");
        assertThat(everyText()).noneMatch(text -> text.contains("203.0.113.7"));
    }

    @Test
    void whoCarriesTheMeasureOutSeesNeitherComplaintNorComplainant() throws Exception {
        Measure measure = running();
        Receipt receipt = file(measure, WORDS, "wang@example.org");
        Complaint complaint = complaints.list(district.actor("officer")).getFirst();

        for (String login : List.of("street", "analyst")) {
            assertThat(complaints.list(district.actor(login))).isEmpty();
            assertThat(complaints.find(district.actor(login), complaint.id())).isEmpty();
            assertThat(complaints.contact(district.actor(login), complaint.id()))
                    .isEmpty();
            assertThat(refusal(complaints.answer(
                                    district.actor(login), complaint.id(), reply(ComplaintOutcome.ENDED, "好"), 1))
                            .code())
                    .isEqualTo("I-003");
            for (String address : List.of("/complaints", "/complaints/" + complaint.id())) {
                mvc.perform(get(address).session(session(login))).andExpect(status().isForbidden());
            }
            mvc.perform(post("/complaints/" + complaint.id() + "/contact")
                            .session(session(login))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        for (String address : List.of("/measures", "/measures/" + measure.id(), "/review", "/desk")) {
            assertThat(page(session("street"), address))
                    .as(address)
                    .doesNotContain(WORDS, "wang@example.org", receipt.number(), "\"/complaints\"");
        }
        district.settle();
        assertThat(jdbc.sql("select count(*)::int from timeline_entry where kind ilike '%complaint%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select reads_complaints('STREET_WORKER', ?) or reads_complaints('SIGNATORY', ?)")
                        .params(DISTRICT, PlanDistrict.STREET)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theDecidingBodyReadsItAndEachReadingOfAContactIsNoted() throws Exception {
        Measure measure = running();
        file(measure, WORDS, "wang@example.org");
        Complaint complaint = complaints.list(district.actor("officer")).getFirst();

        for (String login : List.of("officer", "signatory")) {
            assertThat(page(session(login), "/complaints")).contains(complaint.number());
            assertThat(page(session(login), "/complaints/" + complaint.id()))
                    .contains(WORDS)
                    .doesNotContain("wang@example.org");
            assertThat(complaints.contact(district.actor(login), complaint.id()))
                    .contains("wang@example.org");
            assertThat(jdbc.sql("select count(*)::int from audit_entry where action = 'complaint.contactRead'"
                                    + " and login = ? and subject = ?")
                            .params(login, complaint.id().toString())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(refusal(complaints.answer(
                                district.actor("officer"), complaint.id(), reply(ComplaintOutcome.ENDED, "好"), 1))
                        .code())
                .isEqualTo("I-003");
    }

    @Test
    void anUpheldComplaintEndsOrChangesTheMeasureInTheSameAct() {
        Measure ended = running();
        Receipt first = file(ended, WORDS, "");
        answer(first, ComplaintOutcome.ENDED, "您说得对");
        assertThat(now(ended).state()).isEqualTo("ENDED");
        assertThat(now(ended).closeReason()).isEqualTo("已无必要");

        Measure changed = running();
        Receipt second = file(changed, WORDS, "");
        answer(second, ComplaintOutcome.CHANGED, "就医不再限制");
        assertThat(now(changed).state()).isEqualTo("IN_FORCE");
        assertThat(now(changed).content()).isEqualTo("就医随时出入");

        Measure kept = running();
        Receipt third = file(kept, WORDS, "");
        answer(third, ComplaintOutcome.OUTSIDE_COMPETENCE, "请找物业");
        assertThat(now(kept)).isEqualTo(kept);
    }

    @Test
    void whereTheMeasureCanNotBeEndedTheComplaintStaysOpen() {
        Measure measure = running();
        Receipt receipt = file(measure, WORDS, "");
        Complaint complaint = byNumber(receipt);

        assertThat(refusal(complaints.answer(
                                district.actor("signatory"),
                                complaint.id(),
                                new Answer(ComplaintOutcome.ENDED, "您说得对", " ", "", null),
                                complaint.version()))
                        .code())
                .isEqualTo("L-008");
        assertThat(byNumber(receipt).open()).isTrue();
        answer(receipt, ComplaintOutcome.NOT_UPHELD, "理由");
        assertThat(refusal(complaints.answer(
                        district.actor("signatory"),
                        complaint.id(),
                        reply(ComplaintOutcome.NOT_UPHELD, "又答"),
                        complaint.version())))
                .isEqualTo(Refusal.of("L-026"));
    }

    @Test
    void theAnswerIsDueAfterFiveWorkingDaysAndAnOverdueOneIsShownAsSuch() throws Exception {
        Receipt receipt = file(running(), WORDS, "");
        LocalDate last = clock.dayOf(receipt.dueAt().minusSeconds(1));
        long workdays = clock.today()
                .plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
        assertThat(workdays).isEqualTo(5);
        assertThat(last.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        clock.holdAt(receipt.dueAt().plus(Duration.ofHours(3)));
        assertThat(look(receipt.number(), receipt.code())).contains("已过答复期限", "逾期3小时");
        assertThat(page(session("signatory"), "/complaints")).contains("逾期3小时");
    }

    @Test
    void textAndContactAreCheckedBeforeAnythingIsKept() {
        Measure measure = running();

        for (String text : List.of("", " ", "长".repeat(1001))) {
            assertThat(refusal(complaints.file(measure.id(), new NewComplaint(text, "", fresh())))
                            .code())
                    .isEqualTo("L-020");
        }
        for (String contact : List.of("王女士", "12", "a@b", "x".repeat(120) + "@example.org")) {
            assertThat(refusal(complaints.file(measure.id(), new NewComplaint(WORDS, contact, fresh())))
                            .code())
                    .isEqualTo("L-021");
        }
        assertThat(refusal(complaints.file(PlanDistrict.id("none"), new NewComplaint(WORDS, "", fresh())))
                        .code())
                .isEqualTo("L-023");
        assertThat(complaints.list(district.actor("officer"))).isEmpty();
        assertThat(complaints.file(measure.id(), new NewComplaint("长".repeat(1000), "", fresh())))
                .isNotNull();
    }

    @Test
    void oneAddressSendsOnlySoManyInAnHour() {
        Measure measure = running();
        String address = fresh();
        for (int i = 0; i < settings.perAddress(); i++) {
            complaints.file(measure.id(), new NewComplaint(WORDS, "", address)).orThrow();
        }
        assertThat(refusal(complaints.file(measure.id(), new NewComplaint(WORDS, "", address))))
                .isEqualTo(Refusal.of("L-022"));
        complaints.file(measure.id(), new NewComplaint(WORDS, "", fresh())).orThrow();

        clock.holdAt(clock.now().plus(Duration.ofHours(1)));
        complaints.file(measure.id(), new NewComplaint(WORDS, "", address)).orThrow();
    }

    @Test
    void residentsBehindAProxyOnThisMachineAreNotTakenForOne() {
        Measure measure = running();
        for (int i = 0; i < 2 * settings.perAddress(); i++) {
            complaints
                    .file(measure.id(), new NewComplaint(WORDS, "", "127.0.0.1"))
                    .orThrow();
        }
    }

    @Test
    void aContactIsDestroyedOnItsDay() {
        Receipt receipt = file(running(), WORDS, "wang@example.org");
        answer(receipt, ComplaintOutcome.NOT_UPHELD, "理由");

        clock.holdAt(clock.now().plus(Duration.ofDays(settings.contactDays() - 1L)));
        complaints.runDue();
        assertThat(contacts()).isEqualTo(1);
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        complaints.runDue();
        assertThat(contacts()).isZero();
    }

    @Test
    void everybodyReadsTheListOfMeasuresInBothLanguagesAndItStaysLight() throws Exception {
        for (int i = 0; i < 24; i++) {
            running();
            clock.holdAt(clock.now().plusSeconds(1));
        }
        for (String language : List.of("zh-CN", "en")) {
            String page = page(null, "/residents/measures?lang=" + language);
            assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
            assertThat(page)
                    .contains("涉及的住处太多", "只加强筛查", "signatory", "/complaint")
                    .contains(language.equals("en") ? "arts. 14, 39" : "39条");
            Matcher next =
                    Pattern.compile("/residents/measures\\?after=[\\w-]+").matcher(page);
            assertThat(next.find()).isTrue();
            assertThat(page(null, next.group() + "&lang=" + language))
                    .contains("涉及的住处太多")
                    .as("the rest is the last page")
                    .doesNotContainPattern("/residents/measures\\?after=");
            assertThat(page(null, "/residents/complaints?lang=" + language)).isNotEmpty();
        }
        assertThat(page(null, "/residents/measures?lang=zh-CN")).contains("24项措施在执行", "求助热线", "021 5555 0100");
        assertThat(page(null, "/residents/measures?lang=en")).contains("24 measures in force");
    }

    @Test
    void aVisitorOfADemonstrationReadsNoComplaint() {
        file(running(), WORDS, "");

        assertThat(Complaints.reads(Actor.observer(DISTRICT))).isFalse();
        assertThat(complaints.list(Actor.observer(DISTRICT))).isEmpty();
        assertThat(complaints.list(Actor.system())).isEmpty();
    }

    @Test
    void theDecidersPagesAreDrawnInBothLanguages() throws Exception {
        Measure measure = running();
        file(measure, WORDS, "wang@example.org");
        Complaint complaint = complaints.list(district.actor("officer")).getFirst();
        for (String language : List.of("zh-CN", "en")) {
            for (String address : List.of(
                    "/plans",
                    "/desk",
                    "/measures",
                    "/measures/" + measure.id(),
                    "/complaints",
                    "/complaints/" + complaint.id(),
                    "/residents/measures/" + measure.id() + "/complaint")) {
                assertThat(page(session("signatory"), address + "?lang=" + language))
                        .as(address)
                        .doesNotContain("??");
            }
        }
        assertThat(page(session("signatory"), "/measures/" + measure.id())).contains("72小时评估", "续期：结束时间最晚");
        clock.holdAt(clock.now().plus(Duration.ofHours(60)));
        assertThat(page(session("signatory"), "/desk")).contains("满72小时：续、改还是停？");
    }

    @Test
    void theReviewIsDecidedThroughItsForm() throws Exception {
        Measure measure = running();
        String end = clock.local(measure.endsAt().plus(Duration.ofDays(3)))
                .toString()
                .substring(0, 16);

        mvc.perform(post("/measures/" + measure.id() + "/review")
                        .session(session("signatory"))
                        .with(csrf())
                        .param("act", "RENEWED")
                        .param("content", measure.content())
                        .param("to", end)
                        .param("reason", "仍需要")
                        .param("version", String.valueOf(measure.version())))
                .andExpect(status().is3xxRedirection());

        assertThat(clock.local(now(measure).endsAt()).toString()).startsWith(end);
        assertThat(page(session("signatory"), "/measures/" + measure.id())).contains("2 续期", "1 决定", "仍需要");
    }

    private Measure running() {
        Instant now = clock.now();
        Measure measure = measures.decide(
                        district.actor("signatory"),
                        new Measures.Decision(
                                "LIMIT_VENUE",
                                "DISTRICT_COMMAND",
                                WILLOW_GRID,
                                "非必要不出入",
                                "本网格近日通报增多",
                                List.of(new Alternative("只加强筛查", "涉及的住处太多")),
                                now,
                                now.plus(Duration.ofDays(7)),
                                null))
                .orThrow();
        measures.fillSupport(district.actor("officer"), measure.id(), "HELP_LINE", "021 5555 0100")
                .orThrow();
        return measures.start(district.actor("officer"), measure.id(), measure.version())
                .orThrow();
    }

    private Measure now(Measure measure) {
        return measures.find(measure.id(), DISTRICT).orElseThrow();
    }

    private Receipt file(Measure measure, String text, String contact) {
        return complaints
                .file(measure.id(), new NewComplaint(text, contact, fresh()))
                .orThrow();
    }

    /** An address that has sent nothing yet. */
    private static String fresh() {
        return "198.51.100." + sender++;
    }

    private Complaint byNumber(Receipt receipt) {
        return complaints.list(district.actor("signatory")).stream()
                .filter(complaint -> complaint.number().equals(receipt.number()))
                .findFirst()
                .orElseThrow();
    }

    private void answer(Receipt receipt, ComplaintOutcome outcome, String words) {
        Complaint complaint = byNumber(receipt);
        complaints
                .answer(district.actor("signatory"), complaint.id(), reply(outcome, words), complaint.version())
                .orThrow();
    }

    private static Answer reply(ComplaintOutcome outcome, String words) {
        return new Answer(outcome, words, "已无必要", "就医随时出入", null);
    }

    private int contacts() {
        return jdbc.sql("select count(*)::int from complaint_contact")
                .query(Integer.class)
                .single();
    }

    /** Every text of every table, to see that something is nowhere. */
    private List<String> everyText() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
                .toList();
    }

    private String look(String number, String code) throws Exception {
        String address = fresh();
        return mvc.perform(post("/residents/complaints")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("number", number)
                        .param("code", code))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(@Nullable MockHttpSession session, String address) throws Exception {
        var request = get(address);
        if (!address.contains("lang=")) {
            request.param("lang", "zh-CN");
        }
        return mvc.perform(session == null ? request : request.session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpSession session(String login) throws Exception {
        return district.session(mvc, login);
    }
}
