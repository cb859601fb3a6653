package org.tongxin.app.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.callers.CallerRequest.Answered;
import org.tongxin.app.callers.CallerRequest.Kind;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Residents who use no page: written down by a worker, asked again by a number, answered by phone or at the door. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class CallersIT {

    private static final String PHONE = "021-58881234";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Accounts accounts;

    @Autowired
    CallerRequests requests;

    @Autowired
    Needs needs;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor worker;

    @BeforeEach
    void open() {
        house.open();
        if (accounts.findActor("helper").isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword("helper", "helper", TestDistrict.PASSWORD));
            accounts.appoint(
                            Actor.system(),
                            "helper",
                            new Post(
                                    Role.COMMUNITY_WORKER,
                                    STREET,
                                    "社工",
                                    clock.now(),
                                    clock.now().plus(Duration.ofDays(60))))
                    .orThrow();
        }
        worker = district.actor("helper");
        jdbc.sql("truncate caller_contact, resident_request").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private Outcome<CallerRequest> file(String key, Kind kind, String text, String contact) {
        return requests.file(worker, new CallerRequests.Filed(key, STREET, kind, text, contact));
    }

    private CallerRequest filed(String key, String contact) {
        return file(key, Kind.GOODS, "要两袋米", contact).orThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "";
    }

    private int rows(String what) {
        return jdbc.sql("select count(*)::int from " + what)
                .query(Integer.class)
                .single();
    }

    @Test
    void aCallIsWrittenDownWithoutATelephoneNumberAndAskedAgainByItsOwnNumber() throws Exception {
        mvc.perform(post("/callers")
                        .with(csrf())
                        .session(district.session(mvc, "helper"))
                        .param("key", "k1")
                        .param("kind", "MEDICINE")
                        .param("text", "降压药明天吃完"))
                .andExpect(redirectedUrl("/callers"));
        CallerRequest request = requests.open(worker, null).rows().getFirst();
        assertThat(request.areaPath()).isEqualTo(STREET);
        assertThat(request.number()).matches("[0-9]{4,}");
        assertThat(request.hasContact()).isFalse();
        mvc.perform(get("/callers").param("number", " " + request.number()).session(district.session(mvc, "helper")))
                .andExpect(redirectedUrl("/callers/" + request.id()));
        mvc.perform(get("/search").param("q", request.number()).session(district.session(mvc, "helper")))
                .andExpect(redirectedUrl("/callers/" + request.id()));
        mvc.perform(get("/callers").param("number", "7").session(district.session(mvc, "helper")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("T-040")));
    }

    @Test
    void theSameCallSentTwiceIsOne() {
        assertThat(filed("k", "").number()).isEqualTo(filed("k", "").number());
        assertThat(rows("resident_request")).isEqualTo(1);
    }

    @Test
    void identityNumbersAreTakenNowhereAndTelephonesOnlyAsTheWayBack() {
        assertThat(code(file("a", Kind.OTHER, "证件310115194001011234", ""))).isEqualTo("T-035");
        assertThat(code(file("b", Kind.OTHER, "打" + PHONE, ""))).isEqualTo("T-035");
        assertThat(code(file("c", Kind.OTHER, "报修", "31011519400101123X"))).isEqualTo("T-036");
        assertThat(code(file("d", Kind.OTHER, "报修", "x".repeat(61)))).isEqualTo("T-036");
        assertThat(code(file("e", null, "报修", ""))).isEqualTo("T-033");
        assertThat(code(file("f", Kind.OTHER, " ", ""))).isEqualTo("T-034");
        assertThat(code(requests.file(worker, new CallerRequests.Filed("g", OTHER, Kind.OTHER, "报修", ""))))
                .isEqualTo("T-037");
        assertThat(rows("resident_request")).isZero();
    }

    @Test
    void whatWasTypedIsKeptWhereItIsRefused() throws Exception {
        mvc.perform(post("/callers")
                        .with(csrf())
                        .session(district.session(mvc, "helper"))
                        .param("key", "k1")
                        .param("text", "水管坏了"))
                .andExpect(redirectedUrl("/callers"));
        mvc.perform(get("/callers")
                        .session(district.session(mvc, "helper"))
                        .flashAttr(
                                "form",
                                java.util.Map.of("area", "", "kind", "REPAIR", "text", "水管坏了", "contact", "3号楼")))
                .andExpect(content().string(containsString("水管坏了")));
    }

    @Test
    void theWayBackIsDestroyedWithTheAnswerAndTheWordsOnTheirDay() {
        CallerRequest request = filed("k", PHONE);
        assertThat(requests.contact(worker, request.id())).contains(PHONE);
        CallerRequest done = requests.answer(worker, request.id(), Answered.BY_PHONE, request.version())
                .orThrow();
        assertThat(done.answered()).isEqualTo(Answered.BY_PHONE);
        assertThat(done.answeredAs()).isEqualTo(Role.COMMUNITY_WORKER);
        assertThat(rows("caller_contact")).isZero();
        assertThat(code(requests.answer(worker, request.id(), Answered.AT_THE_DOOR, done.version())))
                .isEqualTo("T-038");
        clock.holdAt(clock.now().plus(Duration.ofDays(29)));
        requests.runDue();
        assertThat(rows("resident_request where text is not null")).isEqualTo(1);
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        requests.runDue();
        requests.runDue();
        assertThat(rows("resident_request where text is not null")).isZero();
        assertThat(rows("resident_request where answered = 'BY_PHONE'")).isEqualTo(1);
    }

    @Test
    void aWayBackThatNobodyUsedIsDestroyedOnItsDateAndTheRequestStaysOpen() {
        filed("k", "3号楼502");
        clock.holdAt(clock.now().plus(Duration.ofDays(13)));
        requests.runDue();
        assertThat(rows("caller_contact")).isEqualTo(1);
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        requests.runDue();
        assertThat(rows("caller_contact")).isZero();
        assertThat(rows("resident_request where answered is null and text is not null"))
                .isEqualTo(1);
    }

    @Test
    void wordsThatNobodyAnsweredAreDestroyedAtLastAndTheAuditSaysHowMany() {
        filed("k", "");
        clock.holdAt(clock.now().plus(Duration.ofDays(CallerRequests.OPEN_DAYS)));
        requests.runDue();
        assertThat(rows("resident_request where answered is null and text is null"))
                .isEqualTo(1);
        assertThat(jdbc.sql("select details->>'texts' from audit_entry where action = 'caller.destroyed'")
                        .query(String.class)
                        .single())
                .isEqualTo("1");
    }

    @Test
    void anotherCallTypedIntoTheSameFormIsAnotherCall() {
        CallerRequest one = filed("k", "3号楼502");
        CallerRequest twice = filed("k", "3号楼502");
        CallerRequest other = filed("k", "3号楼601");

        assertThat(twice).isEqualTo(one);
        assertThat(other.number()).isNotEqualTo(one.number());
    }

    @Test
    void neitherTheAuditNorTheListHoldsTheWayBackOrTheWords() throws Exception {
        CallerRequest request = filed("k", PHONE);
        mvc.perform(get("/callers").session(district.session(mvc, "helper")))
                .andExpect(content().string(not(containsString(PHONE))));
        mvc.perform(get("/callers/" + request.id()).session(district.session(mvc, "helper")))
                .andExpect(content().string(containsString(PHONE)));
        assertThat(jdbc.sql("select string_agg(subject || details::text, ' ') from audit_entry")
                        .query(String.class)
                        .single())
                .contains("caller:" + request.number())
                .doesNotContain(PHONE, "两袋米");
    }

    @Test
    void onlyWorkersOfThePlaceSeeACall() throws Exception {
        CallerRequest request = filed("k", PHONE);
        for (String login : List.of("officer", "signatory", "analyst")) {
            mvc.perform(get("/callers").session(district.session(mvc, login))).andExpect(status().isForbidden());
            assertThat(requests.find(district.actor(login), request.id())).isEmpty();
            assertThat(requests.contact(district.actor(login), request.id())).isEmpty();
        }
        mvc.perform(get("/callers/" + request.id()).session(district.session(mvc, "meixi")))
                .andExpect(status().isNotFound());
        assertThat(requests.open(district.actor("meixi"), null).rows()).isEmpty();
        assertThat(requests.open(district.actor("street"), null).rows()).hasSize(1);
    }

    @Test
    void aRequestForGoodsBecomesANeedThatNamesNobody() throws Exception {
        CallerRequest request = filed("k", PHONE);
        CallerRequest turned = requests.need(worker, request.id(), Storehouse.MASK, 3, request.version())
                .orThrow();
        Need need = needs.open(STREET, 5).stream()
                .filter(each -> each.number().equals(turned.needNumber()))
                .findFirst()
                .orElseThrow();
        assertThat(need.quantity()).isEqualTo(3);
        assertThat(need.why()).isEqualTo(Needs.CALLED + request.number());
        mvc.perform(get("/supplies/needs/" + need.id() + "?lang=zh-CN").session(district.session(mvc, "officer")))
                .andExpect(content().string(containsString("居民来电" + request.number())));
        mvc.perform(get("/supplies/needs/" + need.id() + "?lang=en").session(district.session(mvc, "officer")))
                .andExpect(content().string(containsString("a call of a resident, " + request.number())))
                .andExpect(content().string(not(containsString("居民来电" + request.number()))));
        assertThat(turned.open()).isTrue();
        assertThat(code(requests.need(worker, request.id(), Storehouse.MASK, 3, turned.version())))
                .isEqualTo("T-039");
        CallerRequest other = file("r", Kind.REPAIR, "水管坏了", "").orThrow();
        assertThat(code(requests.need(worker, other.id(), Storehouse.MASK, 3, other.version())))
                .isEqualTo("T-039");
        assertThat(code(requests.need(worker, filed("n", "").id(), "NOTHING", 3, 1)))
                .isEqualTo("G-001");
    }

    @Test
    void whoKnowsNoSuchCallFindsNone() throws Exception {
        mvc.perform(get("/callers/" + UUID.fromString("00000000-0000-4000-8000-000000000000"))
                        .session(district.session(mvc, "helper")))
                .andExpect(status().isNotFound());
    }
}
