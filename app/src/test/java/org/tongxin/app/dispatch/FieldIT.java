package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.dispatch.duty.DutyNotice;
import org.tongxin.app.dispatch.duty.DutyNotices;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.OwnDuties;
import org.tongxin.app.dispatch.duty.ServiceRecords;
import org.tongxin.app.dispatch.duty.UrgentCall;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.dispatch.duty.Vacancies;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The field side of dispatch: own pages, presence, hours, certificates, calendars and urgent calls, in a made-up district. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class FieldIT {

    private static final String COMMUNITY = STREET + "001";
    private static final String FAR = OTHER + "001";
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Pattern CODE = Pattern.compile("aria-label=\"签到码 (\\d{6})\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Registry registry;

    @Autowired
    Ids ids;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Links links;

    @Autowired
    Dispatch dispatch;

    @Autowired
    OwnDuties duties;

    @Autowired
    Attendances attendances;

    @Autowired
    ServiceRecords records;

    @Autowired
    DutyNotices notices;

    @Autowired
    UrgentCalls calls;

    @Autowired
    Vacancies vacancies;

    @Autowired
    DueWorkRunner due;

    private Actor officer;
    private Actor street;
    private Actor neighbour;
    private Actor analyst;
    private UUID gate;
    private UUID site;
    private UUID meixi;
    private UUID chen;
    private UUID lin;
    private UUID wu;
    private UUID far;

    @BeforeEach
    void open() {
        district.open();
        officer = district.actor("officer");
        street = district.actor("street");
        neighbour = district.actor("meixi");
        analyst = district.actor("analyst");
        gate = ids.of("post", "gate");
        site = ids.of("post", "site");
        meixi = ids.of("post", "meixi");
        chen = ids.of("person", "chen");
        lin = ids.of("person", "lin");
        wu = ids.of("person", "wu");
        far = ids.of("person", "far");
        if (jdbc.sql("select count(*) from duty_post").query(Long.class).single() == 0) {
            build();
        }
        for (String table : List.of(
                "call_taker",
                "urgent_call",
                "calendar_entry",
                "service_certificate",
                "service_record",
                "attendance",
                "link_edition",
                "assignment",
                "shift_unavailable",
                "coverage_gap",
                "shift_post")) {
            jdbc.sql("delete from " + table).update();
        }
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY, TOMORROW)) {
            for (UUID post : List.of(gate, site, meixi)) {
                jdbc.sql("insert into shift_post (shift_day, post_id, area_path) select ?, id, area_path from duty_post"
                                + " where id = ?")
                        .params(day, post)
                        .update();
            }
        }
    }

    private void build() {
        registry.addAreas(List.of(
                community(COMMUNITY, "柳荫一居", "Liuyin First", 31.20), community(FAR, "梅溪一居", "Meixi First", 31.30)));
        UUID unit = ids.of("unit", "one");
        registry.addUnits(List.of(
                new Registry.NewUnit(unit, "区图书馆", "District Library", "AGENCY", "STATIONED_UNIT", STREET, true)));
        registry.addPeople(List.of(
                volunteer(chen, "陈小雨", COMMUNITY, true),
                volunteer(lin, "林大海", COMMUNITY, false),
                Registry.NewPerson.allDay(wu, "吴建国", Person.Kind.POSTED, unit, COMMUNITY, null, true, false),
                volunteer(far, "方远", FAR, true)));
        registry.addPosts(List.of(
                dutyPost(gate, COMMUNITY, "CHECKPOINT", "柳荫苑北门", "Liuyin North Gate"),
                dutyPost(site, COMMUNITY, "SCREENING_SITE", "柳荫采样点", "Liuyin Screening Site"),
                dutyPost(meixi, FAR, "CHECKPOINT", "梅溪路口", "Meixi Crossing")));
        for (String path : List.of(STREET, OTHER)) {
            jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by) values (?, ?, now(), ?)")
                    .params(path, ids.of("order", path), ids.of("cause", path))
                    .update();
        }
    }

    private Registry.NewArea community(String path, String name, String nameEn, double latitude) {
        return Registry.NewArea.of(new Area(
                ids.of("area", path),
                path,
                AreaLevel.COMMUNITY,
                "RESIDENTS_COMMITTEE",
                name,
                nameEn,
                true,
                true,
                latitude,
                121.50));
    }

    private static Registry.NewPerson volunteer(UUID id, String name, String home, boolean insured) {
        return Registry.NewPerson.allDay(id, name, Person.Kind.VOLUNTEER, null, home, null, true, insured);
    }

    private static DutyPost dutyPost(UUID id, String area, String kind, String name, String nameEn) {
        return DutyPost.at(id, area, kind, name, nameEn, 2, 1, null, area.equals(COMMUNITY) ? 31.201 : 31.30, 121.50);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void at(LocalDate day, String time) {
        clock.holdAt(clock.at(day, LocalTime.parse(time)));
    }

    private UUID assign(LocalDate day, UUID person, UUID post, String state) {
        UUID id = ids.of("assignment", day, person, post);
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (?, ?, ?, ?, ?, 420, 1, 9, 0, now())")
                .params(id, day, post, person, state)
                .update();
        return id;
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    /** Rows of every table but the audit's sequence of acts, which is compared apart. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
        return rows;
    }

    private String codeOnTheSheet(String login, LocalDate day, UUID post) throws Exception {
        String page = read(get("/dispatch/posts/" + post + "/sheet?day=" + day).session(district.session(mvc, login)));
        Matcher found = CODE.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String read(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private String page(UUID person) {
        return "/duty/" + links.ofPerson(person);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    // ---- the page ----

    @Test
    void theOwnPageNeedsNoAccountAndTellsNobody() throws Exception {
        assign(TOMORROW, chen, gate, "INVITED");
        MockHttpServletResponse answer = answer(get(page(chen)));
        String text = answer.getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text).contains("陈小雨，3月27日能去柳荫苑北门吗", "去不去都可以", "约420米", "这次不去", "我去");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(text).contains("content=\"no-referrer\"").doesNotContain("same-origin");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000);
    }

    @Test
    void aWrongOrRenewedLinkOpensNothing() throws Exception {
        UUID asked = assign(TODAY, chen, gate, "CONFIRMED");
        String old = page(chen);
        String forged = old.substring(0, old.length() - 1) + (old.endsWith("A") ? "B" : "A");
        assertThat(answer(get(forged)).getStatus()).isEqualTo(404);
        assertThat(answer(get(old)).getStatus()).isEqualTo(200);

        mvc.perform(post("/dispatch/posts/" + gate + "/links")
                        .session(district.session(mvc, "street"))
                        .with(csrf())
                        .param("day", TODAY.toString())
                        .param("assignment", asked.toString()))
                .andReturn();

        assertThat(answer(get(old)).getStatus()).isEqualTo(404);
        assertThat(read(get(old))).contains("这个链接打不开了");
        assertThat(answer(post(old + "/answers")
                                .param("assignment", asked.toString())
                                .param("comes", "false"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get(old + "/calendar.ics")).getStatus()).isEqualTo(404);
        assertThat(answer(get(page(chen))).getStatus()).isEqualTo(200);
    }

    @Test
    void aRefusalLeavesNoMarkAndWithoutScriptOrSession() throws Exception {
        UUID asked = assign(TOMORROW, chen, gate, "INVITED");
        long named = named(chen);
        MockHttpServletResponse answer = answer(post(page(chen) + "/answers")
                .param("assignment", asked.toString())
                .param("comes", "false"));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select offers_not_taken from shift_post where shift_day = ? and post_id = ?")
                        .params(TOMORROW, gate)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from assignment where person_id = ?")
                        .param(chen)
                        .query(Long.class)
                        .single())
                .as("somebody else is asked in their place")
                .isZero();
        assertThat(named(chen)).as("acts on record that name who declined").isEqualTo(named);
        at(TODAY.plusDays(2), "09:00");
        due.runDue();
        assertThat(jdbc.sql("select (select count(*) from shift_unavailable) + (select count(*) from shift_post"
                                + " where offers_not_taken > 0)")
                        .query(Long.class)
                        .single())
                .as("what is left after the shift")
                .isZero();
    }

    private long named(UUID person) {
        return jdbc.sql("select count(*) from audit_entry where concat(details, subject, login, name) like ?")
                .param("%" + person + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void nobodyAnswersForSomebodyElseOrForAPastDay() {
        UUID asked = assign(TODAY, chen, gate, "INVITED");

        assertThat(code(duties.answer(lin, asked, true, false))).isEqualTo("D-003");
        at(TOMORROW, "09:00");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("D-001");
        at(TODAY, "20:00");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("D-035");
        at(TODAY, "09:00");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("accepted");
        assertThat(code(duties.answer(chen, asked, true, false))).as("twice").isEqualTo("accepted");
    }

    // ---- dangerous duties ----

    @Test
    void aDangerousDutyTakesTheNoticeTrainingAndInsurance() {
        UUID prepared = assign(TOMORROW, chen, site, "INVITED");
        UUID uninsured = assign(TOMORROW, lin, site, "INVITED");

        assertThat(code(duties.answer(chen, prepared, true, false))).isEqualTo("D-030");
        assertThat(code(duties.answer(lin, uninsured, true, true))).isEqualTo("D-031");
        assertThat(code(dispatch.answer(street, TOMORROW, Map.of(prepared, true))))
                .as("by telephone without reading out")
                .isEqualTo("D-030");
        assertThat(code(duties.answer(chen, prepared, true, true))).isEqualTo("accepted");
        assertThat(jdbc.sql("select risk_read_by from assignment where id = ? and risk_read_at is not null")
                        .param(prepared)
                        .query(String.class)
                        .single())
                .isEqualTo("SELF");
    }

    @Test
    void aWorkerWhoReadTheRisksOutConfirmsByTelephone() throws Exception {
        UUID asked = assign(TOMORROW, chen, site, "INVITED");
        for (String readOut : List.of("false", "true")) {
            mvc.perform(post("/dispatch/posts/" + site + "/confirmations")
                            .session(district.session(mvc, "street"))
                            .with(csrf())
                            .param("day", TOMORROW.toString())
                            .param("assignment", asked.toString())
                            .param("comes", "true")
                            .param("readOut", readOut))
                    .andReturn();
            assertThat(jdbc.sql("select state from assignment where id = ?")
                            .param(asked)
                            .query(String.class)
                            .single())
                    .as("read out: " + readOut)
                    .isEqualTo(readOut.equals("true") ? "CONFIRMED" : "INVITED");
        }
    }

    @Test
    void theTableOfNoticesIsEditedByTheDutyOfficerOnly() {
        DutyNotice before = notices.find("CHECKPOINT").orElseThrow();
        DutyNotice changed =
                new DutyNotice("CHECKPOINT", true, "值守", "Stand", "风险", "Risk", "防护", "Masks", before.version());
        UUID asked = assign(TOMORROW, chen, gate, "INVITED");

        assertThat(code(notices.change(street, changed))).isEqualTo("I-003");
        assertThat(code(notices.change(officer, changed))).isEqualTo("accepted");
        assertThat(code(notices.change(officer, changed))).as("stale").isEqualTo("D-049");
        assertThat(code(duties.answer(chen, asked, true, false))).isEqualTo("D-030");
        assertThat(code(notices.change(
                        officer,
                        new DutyNotice("CHECKPOINT", true, " ", "a", "b", "c", "d", "e", before.version() + 1))))
                .isEqualTo("D-047");
        notices.change(
                        officer,
                        new DutyNotice(
                                "CHECKPOINT",
                                before.dangerous(),
                                before.work(),
                                before.workEn(),
                                before.risk(),
                                before.riskEn(),
                                before.protection(),
                                before.protectionEn(),
                                before.version() + 1))
                .orThrow();
    }

    // ---- presence ----

    @Test
    void theCodeIsWorthSomethingOnlyToThePersonOnThePost() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        assign(TODAY, wu, site, "CONFIRMED");
        String gateCode = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:05");
        Map<String, Long> before = rows();

        assertThat(code(attendances.arrive(far, gateCode, false)))
                .as("not on the rota")
                .isEqualTo("D-033");
        assertThat(code(attendances.arrive(wu, gateCode, true)))
                .as("of another post")
                .isEqualTo("D-032");
        assertThat(code(attendances.arrive(chen, wrong(gateCode), false))).isEqualTo("D-032");
        assertThat(code(attendances.leave(far, gateCode))).isEqualTo("D-038");
        assertThat(answer(post(page(far) + "/arrivals").param("code", gateCode)).getStatus())
                .isEqualTo(422);
        assertThat(rows()).as("rows of every table").isEqualTo(before);

        assertThat(code(attendances.arrive(chen, gateCode, false))).isEqualTo("accepted");
        assertThat(rows().get("attendance")).isEqualTo(before.get("attendance") + 1);
    }

    @Test
    void aCodeOfAnotherDayAndAnotherTimeStoresNothing() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        assign(TOMORROW, chen, gate, "CONFIRMED");
        String today = codeOnTheSheet("street", TODAY, gate);
        String tomorrow = codeOnTheSheet("street", TOMORROW, gate);
        Map<String, Long> before = rows();

        at(TODAY, "06:59");
        assertThat(code(attendances.arrive(chen, today, false))).isEqualTo("D-034");
        at(TODAY, "07:00");
        assertThat(code(attendances.arrive(chen, tomorrow, false)))
                .isEqualTo(today.equals(tomorrow) ? "accepted" : "D-032");
        at(TODAY, "20:00");
        assertThat(code(attendances.arrive(chen, today, false)))
                .as("past shift")
                .isEqualTo("D-035");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoHasNotAnsweredIsNotExpected() throws Exception {
        UUID asked = assign(TODAY, chen, gate, "INVITED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");

        assertThat(code(attendances.arrive(chen, code, false))).isEqualTo("D-037");
        assertThat(code(attendances.mark(street, gate, asked, true, false))).isEqualTo("D-037");
    }

    @Test
    void wrongCodesAreLimitedAndRightOnesAreThenNotLookedAt() throws Exception {
        assign(TODAY, lin, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");
        for (int left = 4; left >= 0; left--) {
            assertThat(attendances.arrive(lin, wrong(code), false).toString()).contains("D-032", "[" + left + "]");
        }

        assertThat(code(attendances.arrive(lin, code, false))).isEqualTo("D-036");
        at(TODAY, "08:16");
        assertThat(code(attendances.arrive(lin, code, false))).isEqualTo("accepted");
    }

    @Test
    void comingTwiceAndAtOnceIsComingOnce() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");

        List<Outcome<UUID>> answers = atOnce(4, () -> attendances.arrive(chen, code, false));

        assertThat(answers).allSatisfy(answer -> assertThat(code(answer)).isEqualTo("accepted"));
        at(TODAY, "09:00");
        assertThat(code(attendances.arrive(chen, code, false))).isEqualTo("accepted");
        assertThat(jdbc.sql("select came_at from attendance")
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .list())
                .containsExactly(clock.at(TODAY, LocalTime.of(8, 0)));
    }

    @Test
    void theHourOfLeavingMakesTheRecord() throws Exception {
        UUID asked = assign(TODAY, chen, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "07:55");
        attendances.arrive(chen, code, false).orThrow();
        at(TODAY, "11:40");
        assertThat(code(attendances.leave(chen, wrong(code)))).isEqualTo("D-032");
        assertThat(code(attendances.leave(chen, code))).isEqualTo("accepted");
        assertThat(code(attendances.leave(chen, code))).as("twice").isEqualTo("D-038");
        assertThat(code(duties.answer(chen, asked, false, false)))
                .as("a no afterwards")
                .isEqualTo("D-039");

        assertThat(records.of(chen))
                .extracting(ServiceRecords.Served::minutes, ServiceRecords.Served::assumedEnd)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(225, false));
    }

    @Test
    void aForgottenCheckOutIsTheEndOfTheShiftAndMarkedSo() throws Exception {
        assign(TODAY, chen, gate, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, gate);
        at(TODAY, "08:00");
        attendances.arrive(chen, code, false).orThrow();
        at(TODAY, "20:59");
        due.runDue();
        assertThat(records.of(chen)).isEmpty();
        at(TODAY, "21:00");
        due.runDue();
        due.runDue();

        assertThat(records.of(chen))
                .extracting(ServiceRecords.Served::minutes, ServiceRecords.Served::assumedEnd)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(720, true));
        assertThat(jdbc.sql("select left_by from attendance")
                        .query(String.class)
                        .single())
                .isEqualTo("SHIFT_END");
    }

    @Test
    void aWorkerNotesByHandInTheirOwnTerritoryOnly() {
        UUID asked = assign(TODAY, wu, gate, "CONFIRMED");
        at(TODAY, "08:10");

        assertThat(code(attendances.mark(neighbour, gate, asked, true, false))).isEqualTo("D-003");
        assertThat(code(attendances.mark(analyst, gate, asked, true, false))).isEqualTo("I-003");
        assertThat(code(attendances.mark(street, gate, asked, false, false))).isEqualTo("D-038");
        assertThat(code(attendances.mark(street, gate, asked, true, false))).isEqualTo("accepted");
        at(TODAY, "12:10");
        assertThat(code(attendances.mark(street, gate, asked, false, false))).isEqualTo("accepted");
        assertThat(records.of(wu)).extracting(ServiceRecords.Served::minutes).containsExactly(240);
    }

    @Test
    void postedStaffAtADangerousPostReadTheRisksBeforeTheyStart() throws Exception {
        UUID asked = assign(TODAY, wu, site, "CONFIRMED");
        String code = codeOnTheSheet("street", TODAY, site);
        at(TODAY, "08:00");

        assertThat(code(attendances.arrive(wu, code, false))).isEqualTo("D-030");
        assertThat(code(attendances.mark(street, site, asked, true, false))).isEqualTo("D-030");
        assertThat(code(attendances.arrive(wu, code, true))).isEqualTo("accepted");
    }

    @Test
    void theCodeIsShownInTheTerritoryOnlyAndThatIsOnRecord() throws Exception {
        assertThat(answer(get("/dispatch/posts/" + gate + "/sheet").session(district.session(mvc, "meixi")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/dispatch/posts/" + gate + "/sheet").session(district.session(mvc, "analyst")))
                        .getStatus())
                .isEqualTo(403);
        codeOnTheSheet("street", TODAY, gate);
        assertThat(jdbc.sql("select login from audit_entry where action = 'duty.code.shown' and subject = ?"
                                + " order by seq desc limit 1")
                        .param("post:" + gate)
                        .query(String.class)
                        .single())
                .isEqualTo("street");
    }

    @Test
    void aVacantPostIsSeenAndNeverStored() {
        UUID asked = assign(TODAY, wu, gate, "CONFIRMED");
        assign(TODAY, far, meixi, "CONFIRMED");
        at(TODAY, "08:29");
        assertThat(vacancies.of(officer, TODAY).watched()).isFalse();
        at(TODAY, "08:30");
        Map<String, Long> before = rows();

        assertThat(vacancies.of(officer, TODAY)).isEqualTo(new Vacancies.Seen(true, 2, List.of()));
        assertThat(vacancies.of(street, TODAY).named())
                .extracting(Vacancies.Post::name, Vacancies.Post::away)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("柳荫苑北门", 1));
        assertThat(rows()).isEqualTo(before);
        attendances.mark(street, gate, asked, true, false).orThrow();
        assertThat(vacancies.of(street, TODAY).posts()).isZero();
        at(TODAY, "20:00");
        assertThat(vacancies.of(officer, TODAY).watched()).isFalse();
    }

    // ---- invitations ----

    @Test
    void theInvitationFitsAMessageAndWhoSawItIsOnRecord() throws Exception {
        UUID asked = assign(TOMORROW, chen, gate, "INVITED");
        MockHttpServletRequestBuilder show = post("/dispatch/posts/" + gate + "/invitations")
                .with(csrf())
                .param("day", TOMORROW.toString())
                .param("assignment", asked.toString())
                .param("when", "3月27日 08:00–20:00");
        String page = read(show.session(district.session(mvc, "street")));
        Matcher text = Pattern.compile("readonly>([^<]*)</textarea>").matcher(page);

        assertThat(text.find()).isTrue();
        assertThat(text.group(1).length()).isLessThanOrEqualTo(200);
        assertThat(text.group(1)).contains("陈小雨", "柳荫苑北门", page(chen));
        assertThat(jdbc.sql("select login from audit_entry where action = 'duty.link.shown' and subject = ?")
                        .param("person:" + chen)
                        .query(String.class)
                        .list())
                .contains("street");
        assertThat(answer(get("/dispatch/posts/" + gate + "/invitations").session(district.session(mvc, "meixi")))
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/dispatch/posts/" + gate + "/invitations").session(district.session(mvc, "analyst")))
                        .getStatus())
                .isEqualTo(403);
    }

    // ---- certificates ----

    @Test
    void aCertificateIsConfirmedByNumberAndChecksumOnly() throws Exception {
        serve(chen, TODAY);
        String place = answer(post(page(chen) + "/certificates")
                        .param("from", TODAY.toString())
                        .param("to", TODAY.toString()))
                .getRedirectedUrl();
        String paper = read(get(place));
        String number = find(paper, "编号：(F-[0-9A-Z-]+)");
        String checksum = find(paper, "校验码：([0-9A-Z-]+)");

        assertThat(paper).contains("陈小雨", "共4小时0分", "4 hours 0 minutes", "Certificate of Volunteer Service");
        assertThat(verify(number, checksum)).contains("这份证明是真的", "陈小雨", "1班，共4小时0分");
        assertThat(verify(number.toLowerCase(java.util.Locale.ROOT), checksum.replace("-", " ")))
                .contains("这份证明是真的");
        String forged = checksum.startsWith("0") ? "1" + checksum.substring(1) : "0" + checksum.substring(1);
        assertThat(verify(number, forged)).contains("这份证明不能确认").doesNotContain("陈小雨");
        assertThat(verify("F-20260326-00000000", checksum)).contains("这份证明不能确认");
        assertThat(answer(get(page(far) + "/certificates/" + number)).getStatus())
                .isEqualTo(404);
        assertThat(read(post(page(far) + "/certificates")
                        .param("from", TODAY.toString())
                        .param("to", TODAY.toString())))
                .contains("D-040");
    }

    private void serve(UUID person, LocalDate day) {
        UUID asked = assign(day, person, gate, "CONFIRMED");
        at(day, "08:00");
        attendances.mark(street, gate, asked, true, false).orThrow();
        at(day, "12:00");
        attendances.mark(street, gate, asked, false, false).orThrow();
    }

    private String verify(String number, String checksum) throws Exception {
        return read(get("/certificates").param("number", number).param("checksum", checksum));
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void hoursOutliveTheAssignmentsAndAreDestroyedOnTheirDay() {
        serve(chen, TODAY);
        at(TODAY.plusDays(20), "12:00");
        due.runDue();
        assertThat(jdbc.sql("select (select count(*) from assignment) + (select count(*) from attendance)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(records.of(chen)).hasSize(1);
        at(TODAY.plusDays(731), "12:00");
        due.runDue();
        assertThat(records.of(chen)).isEmpty();
    }

    // ---- calendars ----

    @Test
    void theCalendarRaisesItsSequenceAndTellsWhatIsCancelled() throws Exception {
        UUID asked = assign(TOMORROW, chen, gate, "CONFIRMED");
        String address = page(chen) + "/calendar.ics";
        MockHttpServletResponse first = answer(get(address));
        assertThat(first.getContentType()).startsWith("text/calendar");
        assertThat(unfold(first))
                .contains("SEQUENCE:0", "DTSTART:20260327T000000Z", "SUMMARY:值守：柳荫苑北门", "STATUS:CONFIRMED");
        String uid = find(unfold(first), "(UID:[^\\r]+)");

        jdbc.sql("update assignment set post_id = ? where id = ?")
                .params(site, asked)
                .update();
        assertThat(unfold(answer(get(address)))).contains(uid, "SEQUENCE:1", "SUMMARY:值守：柳荫采样点");
        assertThat(unfold(answer(get(address)))).as("unchanged").contains("SEQUENCE:1");

        jdbc.sql("delete from assignment where id = ?").param(asked).update();
        assertThat(unfold(answer(get(address)))).contains(uid, "SEQUENCE:2", "STATUS:CANCELLED");
    }

    private static String unfold(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    @Test
    void anOfferIsInNoCalendarAndTheRotaNamesNobody() throws Exception {
        assign(TOMORROW, chen, gate, "INVITED");
        assign(TOMORROW, wu, gate, "CONFIRMED");
        assertThat(unfold(answer(get(page(chen) + "/calendar.ics")))).doesNotContain("VEVENT");

        String rota = read(get("/dispatch/rota").session(district.session(mvc, "street")));
        String feed = find(rota, "(/rota/[^\"]+\\.ics)");
        String calendar = unfold(answer(get(feed)));
        assertThat(calendar)
                .contains("SUMMARY:柳荫苑北门 1/2", "STATUS:CONFIRMED", "SUMMARY:柳荫采样点 0/2", "STATUS:TENTATIVE")
                .doesNotContain("陈小雨", "吴建国", "梅溪");
        assertThat(answer(get(feed.replace(STREET, OTHER))).getStatus()).isEqualTo(404);

        mvc.perform(post("/dispatch/rota/links")
                        .session(district.session(mvc, "street"))
                        .with(csrf())
                        .param("street", STREET))
                .andReturn();
        assertThat(answer(get(feed)).getStatus()).as("renewed").isEqualTo(404);
    }

    // ---- urgent calls ----

    private UrgentCall call(String kind, int wanted, int radius, int minutes) {
        return calls.open(officer, new NewCall(gate, "", kind, "送一批药到北门", null, wanted, radius, minutes))
                .orThrow();
    }

    @Test
    void onlyTheDutyOfficerCallsAndWithinLimits() {
        NewCall wish = new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 1000, 30);
        assertThat(code(calls.open(street, wish))).isEqualTo("I-003");
        assertThat(code(calls.open(officer, wish))).isEqualTo("accepted");
        for (NewCall bad : List.of(
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 0, 1000, 30),
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 299, 30),
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 3001, 30),
                new NewCall(null, COMMUNITY, "MEDICINE", "送药", null, 1, 1000, 121),
                new NewCall(null, COMMUNITY, "CHECKPOINT", "送药", null, 1, 1000, 30))) {
            assertThat(code(calls.open(officer, bad))).isEqualTo("D-044");
        }
        for (String text : List.of(" ", "字".repeat(61), "打 138 0000 0000 找我")) {
            assertThat(code(calls.open(officer, new NewCall(null, COMMUNITY, "MEDICINE", text, null, 1, 1000, 30))))
                    .isEqualTo("D-045");
        }
        assertThat(code(calls.open(officer, new NewCall(null, STREET, "MEDICINE", "送药", null, 1, 1000, 30))))
                .as("an area without a position")
                .isEqualTo("D-046");
    }

    @Test
    void whoIsNearFreeAndPreparedSeesIt() throws Exception {
        UrgentCall open = call("MEDICINE", 1, 1000, 30);

        assertThat(open.reached()).isEqualTo(1);
        assertThat(calls.forPerson(chen)).hasSize(1);
        assertThat(calls.forPerson(lin)).as("not insured").isEmpty();
        assertThat(calls.forPerson(wu))
                .as("posted staff are sent by their unit")
                .isEmpty();
        assertThat(calls.forPerson(far)).as("11 km away").isEmpty();
        assertThat(code(calls.take(far, open.id(), false))).isEqualTo("D-043");
        assertThat(read(get(page(chen)))).contains("陈小雨，附近急需帮忙", "送一批药到北门");
        assertThat(read(get(page(far)))).doesNotContain("送一批药到北门");
        jdbc.sql("insert into shift_unavailable (shift_day, person_id) values (?, ?)")
                .params(TODAY, chen)
                .update();
        assertThat(calls.forPerson(chen)).as("not free").isEmpty();
    }

    @Test
    void aDangerousCallTakesTheNoticeAndTakingBackLeavesNoMark() {
        UrgentCall open = call("ESCORT", 1, 1000, 30);
        Map<String, Long> before = rows();

        assertThat(code(calls.take(chen, open.id(), false))).isEqualTo("D-030");
        assertThat(code(calls.take(chen, open.id(), true))).isEqualTo("accepted");
        assertThat(code(calls.take(chen, open.id(), true))).as("twice").isEqualTo("accepted");
        assertThat(calls.takers(officer, open.id())).containsExactly("陈小雨");
        assertThat(calls.takers(street, open.id())).isEmpty();
        assertThat(code(calls.giveBack(chen, open.id()))).isEqualTo("accepted");
        assertThat(code(calls.giveBack(chen, open.id()))).as("twice").isEqualTo("accepted");
        assertThat(rows()).isEqualTo(before);
        assertThat(calls.forPerson(chen).getFirst().call().taken()).isZero();
    }

    @Test
    void exactlyAsManyAsAreWantedComeHoweverManySayYesAtOnce() throws Exception {
        List<UUID> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crowd.add(ids.of("person", "crowd", i));
        }
        registry.addPeople(crowd.stream()
                .map(id -> volunteer(id, "志愿者" + crowd.indexOf(id), COMMUNITY, true))
                .toList());
        UrgentCall open = call("CARRYING", 3, 1000, 30);
        List<Callable<Outcome<UUID>>> everyone = new ArrayList<>();
        crowd.forEach(person -> everyone.add(() -> calls.take(person, open.id(), false)));

        List<Outcome<UUID>> answers = atOnce(everyone);

        assertThat(answers.stream().map(FieldIT::code).filter("accepted"::equals))
                .hasSize(3);
        assertThat(answers.stream().map(FieldIT::code).filter("D-042"::equals)).hasSize(9);
        assertThat(calls.takers(officer, open.id())).hasSize(3);
        assertThat(read(get(page(chen)))).contains("已有人去，谢谢");
        at(TODAY, "11:00");
        due.runDue();
        UrgentCall ended = calls.find(officer, open.id()).orElseThrow();
        assertThat(ended.taken()).isEqualTo(3);
        assertThat(ended.endedAt()).isEqualTo(open.endsAt());
        assertThat(jdbc.sql("select count(*) from call_taker").query(Long.class).single())
                .as("who came, after the end")
                .isZero();
        assertThat(code(calls.take(chen, open.id(), false))).isEqualTo("D-048");
        jdbc.sql("delete from person where id = any(?)")
                .params((Object) crowd.toArray(UUID[]::new))
                .update();
    }

    @Test
    void theOfficersPagesAreDrawnInBothLanguages() throws Exception {
        assign(TODAY, chen, site, "CONFIRMED");
        UrgentCall open = call("MEDICINE", 1, 1000, 30);
        for (String address : List.of(
                "/dispatch",
                "/dispatch/rota",
                "/dispatch/notices?edit=ESCORT",
                "/dispatch/calls?post=" + gate,
                "/dispatch/calls?q=柳荫",
                "/dispatch/calls/" + open.id(),
                "/dispatch/posts/" + site + "/invitations",
                "/dispatch/posts/" + site + "/sheet",
                "/dispatch/posts/" + site)) {
            for (String language : List.of("zh-CN", "en")) {
                MockHttpServletResponse answer = answer(get(java.net.URI.create(address.replace("柳荫", "%E6%9F%B3")))
                        .queryParam("lang", language)
                        .session(district.session(mvc, "officer")));
                assertThat(answer.getStatus()).as(address).isEqualTo(200);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                        .as(address)
                        .doesNotContain("??")
                        .doesNotContain("th:");
            }
        }
        for (String language : List.of("zh-CN", "en")) {
            assertThat(read(get(page(chen)).queryParam("lang", language))).doesNotContain("??");
            assertThat(read(get("/certificates").queryParam("lang", language))).doesNotContain("??");
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            acts.add(act);
        }
        return atOnce(acts);
    }

    /** Lets all go when all stand ready. */
    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        CountDownLatch ready = new CountDownLatch(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return act.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
