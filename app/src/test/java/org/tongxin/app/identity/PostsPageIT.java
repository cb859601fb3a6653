package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Posts change hands on pages: the district's administrator Wu Fang, Liuyin and Meixi, and who comes and goes there. */
@SpringBootTest
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, People.class, SecurityIT.Pages.class})
class PostsPageIT {

    private static final Pattern ONCE = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>");
    private static final Pattern LOGIN = Pattern.compile("<code>(help-[a-z2-9]{6})</code>");
    private static final String OWN = "银杏 ginkgo gate 12";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private MockHttpSession administrator = new MockHttpSession();

    @BeforeEach
    void open() throws Exception {
        district.open();
        if (accounts.findActor("wufang").isEmpty()) {
            people.open(
                    NewAccount.withPassword("wufang", "吴芳", People.PASSWORD),
                    Role.ADMINISTRATOR,
                    TestDistrict.DISTRICT);
        }
        administrator = enter("wufang", People.PASSWORD);
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void aNewAccountGetsAPasswordThatIsShownOnceAndOpensOnce() throws Exception {
        String page = shown(administrator, fill("once", "李娜", Role.STREET_WORKER, TestDistrict.STREET));
        String password = found(ONCE, page);

        mvc.perform(get("/posts").session(administrator)).andExpect(content().string(not(containsString(password))));
        assertThat(jdbc.sql("select count(*) from audit_entry where details::text like '%' || ? || '%'")
                        .param(password)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select password_hash from account where login = 'once'")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");

        MockHttpSession first = enter("once", password);
        assertThat(refusalOfLogin("once", password)).contains("I-010");
        mvc.perform(get("/test/who").session(first)).andExpect(redirectedUrl("/password"));
        mvc.perform(post("/test/work").session(first).with(csrf())).andExpect(redirectedUrl("/password"));
        mvc.perform(get("/test/who").session(first).header("HX-Request", "true"))
                .andExpect(status().isForbidden());

        assertThat(refusal(first, password("", "short", "short"))).contains("I-006", "5");
        assertThat(refusal(first, password("", OWN, OWN + "3"))).contains("I-029");
        assertThat(refusal(first, password("", password, password))).contains("I-032");
        mvc.perform(password("", OWN, OWN).session(first).with(csrf())).andExpect(redirectedUrl("/password"));
        mvc.perform(get("/test/who").session(first)).andExpect(content().string("once STREET_WORKER 990100001"));
        assertThat(enter("once", OWN)).isNotNull();
    }

    @Test
    void anUnusedOneTimePasswordRunsOut() throws Exception {
        String password =
                found(ONCE, shown(administrator, fill("late", "赵磊", Role.STREET_WORKER, TestDistrict.STREET)));

        jdbc.sql("update account set password_until = now() - interval '1 second' where login = 'late'")
                .update();

        assertThat(refusalOfLogin("late", password)).contains("I-010");
    }

    @Test
    void aHandoverEndsTheOneAndBeginsTheOtherWithinOneRequest() throws Exception {
        UUID given = give("day-shift", "白晓", Role.STREET_WORKER, TestDistrict.STREET);
        give("night-shift", "叶青", Role.COMMUNITY_WORKER, TestDistrict.OTHER);
        MockHttpSession day = enter("day-shift", People.PASSWORD);
        MockHttpSession night = enter("night-shift", People.PASSWORD);
        mvc.perform(post("/test/work").session(day).with(csrf()))
                .andExpect(content().string("done by day-shift"));

        String page = shown(administrator, handover(given, "night-shift", "", "两户独居老人的药明早送，问居委会值班岗。"));

        assertThat(page).contains("叶青（night-shift）已任命").doesNotContainPattern(ONCE);
        mvc.perform(post("/test/work").session(day).with(csrf())).andExpect(redirectedUrl("/login?ended"));
        mvc.perform(get("/test/who").session(night)).andExpect(content().string("night-shift STREET_WORKER 990100001"));

        MockHttpSession next = new MockHttpSession();
        mvc.perform(post("/login")
                        .session(next)
                        .with(csrf())
                        .param("login", "night-shift")
                        .param("password", People.PASSWORD))
                .andExpect(redirectedUrl("/handover"));
        String notes = body(next, "/handover");
        assertThat(notes).contains("两户独居老人的药明早送", "白晓");
        String id = found(Pattern.compile("name=\"note\" value=\"([^\"]+)\""), notes);
        mvc.perform(post("/handover").session(administrator).with(csrf()).param("note", id));
        assertThat(body(next, "/handover")).contains("两户独居老人");
        mvc.perform(post("/handover").session(next).with(csrf()).param("note", id))
                .andExpect(redirectedUrl("/"));
        assertThat(body(next, "/handover")).doesNotContain("两户独居老人").contains("没有给您的交接记录");
        assertThat(audited("account.handed-over", "account:day-shift")).isOne();
    }

    @Test
    void aHandoverToANewAccountFromALaterTimeWaitsForIt() throws Exception {
        UUID given = give("leaving", "钱进", Role.STREET_WORKER, TestDistrict.STREET);
        Instant from = clock.now().plus(Duration.ofHours(2));

        String password = found(
                ONCE,
                shown(
                        administrator,
                        handover(given, "coming", "孙浩", "")
                                .param("from", clock.local(from).toString())));

        assertThat(accounts.findActor("leaving")).isPresent();
        assertThat(refusalOfLogin("coming", password)).contains("I-004");
        clock.holdAt(from);
        assertThat(accounts.findActor("leaving")).isEmpty();
        mvc.perform(get("/test/who").session(enter("coming", password))).andExpect(redirectedUrl("/password"));
    }

    @Test
    void aHandoverThatCannotBeChangesNothingAndSaysWhy() throws Exception {
        UUID given = give("stays", "周静", Role.STREET_WORKER, TestDistrict.STREET);
        give("other-one", "吴桐", Role.STREET_WORKER, TestDistrict.OTHER);

        assertThat(refusal(administrator, handover(given, "nobody-there", "", "")))
                .contains("I-008", "nobody-there");
        assertThat(refusal(administrator, handover(given, "stays", "", ""))).contains("I-026");
        assertThat(refusal(administrator, handover(given, "other-one", "", "问张三 138 0013 8000")))
                .contains("I-021", "电话号码", "问张三 138 0013 8000");
        assertThat(refusal(administrator, handover(given, "other-one", "", "长".repeat(501))))
                .contains("I-022", "501", "500");
        assertThat(refusal(administrator, handover(given, "other-one", "", "").param("from", "2026-03-26T10:00")))
                .contains("I-027", "10:00");
        assertThat(refusal(administrator, handover(given, "Wrong Login", "新人", "")))
                .contains("I-007", "wrong login");
        assertThat(accounts.findActor("stays").orElseThrow().territory()).isEqualTo(TestDistrict.STREET);
        assertThat(accounts.findActor("other-one").orElseThrow().territory()).isEqualTo(TestDistrict.OTHER);
        assertThat(accounts.findName("wrong login")).isEmpty();
    }

    @Test
    void twoShiftsHoldOnePostEachWithAnOwnAccount() throws Exception {
        give("shift-a", "一班", Role.STREET_WORKER, TestDistrict.STREET);
        give("shift-b", "二班", Role.STREET_WORKER, TestDistrict.STREET);

        for (String login : new String[] {"shift-a", "shift-b"}) {
            mvc.perform(post("/test/work")
                            .session(enter(login, People.PASSWORD))
                            .with(csrf()))
                    .andExpect(content().string("done by " + login));
        }
    }

    @Test
    void temporaryHelpEndsByItselfAndByWhoOpenedIt() throws Exception {
        MockHttpSession street = district.session(mvc, "street");
        String page = shown(street, help("帮手甲", TestDistrict.STREET, 3));
        String login = found(LOGIN, page);
        MockHttpSession helper = choose(login, found(ONCE, page));
        mvc.perform(get("/test/who").session(helper))
                .andExpect(content().string(login + " COMMUNITY_WORKER 990100001"));
        assertThat(refusal(helper, help("帮手的帮手", TestDistrict.STREET, 1))).contains("I-024");

        clock.holdAt(clock.now().plus(Duration.ofDays(3)));
        mvc.perform(post("/test/work").session(helper).with(csrf())).andExpect(redirectedUrl("/login?ended"));

        district.open();
        assertThat(accounts.findActor(login)).isPresent();
        UUID appointment = appointment(login);
        MockHttpSession meixi = district.session(mvc, "meixi");
        assertThat(refusal(meixi, post("/posts/" + appointment + "/early-end"))).contains("I-003");
        mvc.perform(post("/posts/" + appointment + "/early-end").session(street).with(csrf()))
                .andExpect(redirectedUrl("/posts"));
        assertThat(accounts.findActor(login)).isEmpty();
    }

    @Test
    void nobodyGivesMoreThanTheyHold() throws Exception {
        MockHttpSession street = district.session(mvc, "street");

        assertThat(refusal(street, help("帮手", TestDistrict.OTHER, 1))).contains("I-017", TestDistrict.OTHER);
        assertThat(refusal(street, help("帮手", TestDistrict.DISTRICT, 1))).contains("I-017", TestDistrict.DISTRICT);
        assertThat(refusal(street, help("帮手", "990100001999", 1))).contains("I-017", "990100001999");
        assertThat(refusal(street, help("帮手", TestDistrict.STREET, 15))).contains("I-035", "15", "14");
        assertThat(refusal(street, help("  ", TestDistrict.STREET, 1))).contains("I-018");
        assertThat(refusal(
                        street,
                        post("/posts/help")
                                .param("name", "帮手")
                                .param("area", TestDistrict.STREET)
                                .param("days", "三")))
                .contains("I-035", "不能是三天");

        give("short-term", "短期", Role.STREET_WORKER, TestDistrict.OTHER);
        Instant end = clock.now().plus(Duration.ofDays(2));
        jdbc.sql("update appointment set until = ? where id = ?")
                .params(end.atOffset(java.time.ZoneOffset.UTC), appointment("short-term"))
                .update();
        String login = found(LOGIN, shown(enter("short-term", People.PASSWORD), help("帮手乙", TestDistrict.OTHER, 14)));
        clock.holdAt(end);
        assertThat(accounts.findActor(login)).isEmpty();
        district.open();

        people.open(
                NewAccount.withPassword("street-admin", "街道管理员", People.PASSWORD),
                Role.ADMINISTRATOR,
                TestDistrict.STREET);
        MockHttpSession below = enter("street-admin", People.PASSWORD);
        assertThat(refusal(below, fill("reaching", "越权", Role.STREET_WORKER, TestDistrict.OTHER)))
                .contains("I-017", TestDistrict.OTHER);
        assertThat(refusal(below, fill("reaching", "越权", Role.SIGNATORY, TestDistrict.STREET)))
                .contains("I-009");
        assertThat(accounts.findName("reaching")).isEmpty();
        assertThat(refusal(below, fill("meixi", "", Role.STREET_WORKER, TestDistrict.STREET)))
                .contains("I-034", "meixi");
        mvc.perform(get("/posts/" + appointment("meixi")).session(below)).andExpect(status().isNotFound());
        mvc.perform(act(appointment("meixi"), "closing", "越权").session(below).with(csrf()));
        assertThat(accounts.findActor("meixi")).isPresent();
    }

    @Test
    void whoTakesOverAlsoTakesOverTheHelp() throws Exception {
        give("opener", "开门", Role.STREET_WORKER, TestDistrict.STREET);
        String login = found(LOGIN, shown(enter("opener", People.PASSWORD), help("帮手丙", TestDistrict.STREET, 5)));
        mvc.perform(handover(appointment("opener"), "follows", "接岗", "")
                .session(administrator)
                .with(csrf()));
        assertThat(accounts.findActor("opener")).isEmpty();
        assertThat(accounts.findActor(login)).isPresent();

        mvc.perform(post("/posts/" + appointment(login) + "/early-end")
                .session(district.session(mvc, "street"))
                .with(csrf()));

        assertThat(accounts.findActor(login)).isEmpty();
    }

    @Test
    void atMostTwentyHelpAtOnePlace() throws Exception {
        give("crowd", "人多", Role.COMMUNITY_WORKER, TestDistrict.UNIT);
        MockHttpSession crowd = enter("crowd", People.PASSWORD);
        for (int helper = 1; helper <= TemporaryHelp.MOST; helper++) {
            shown(crowd, help("帮手" + helper, TestDistrict.UNIT, 1));
        }

        assertThat(refusal(crowd, help("第二十一", TestDistrict.UNIT, 1))).contains("I-023", "20");
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        assertThat(shown(crowd, help("第二天", TestDistrict.UNIT, 1))).containsPattern(ONCE);
    }

    @ParameterizedTest
    @CsvSource({"officer", "signatory", "analyst", "street"})
    void whoIsNoAdministratorReadsTheOwnRingAndChangesNothing(String login) throws Exception {
        UUID own = appointment("street");
        MockHttpSession session = district.session(mvc, login);

        mvc.perform(get("/posts").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/posts/new"))));
        mvc.perform(get("/posts/new").session(session)).andExpect(status().isForbidden());
        mvc.perform(get("/posts/" + own + "/handover").session(session)).andExpect(status().isForbidden());
        mvc.perform(get("/posts/" + own + "/closing").session(session)).andExpect(status().isForbidden());
        assertThat(refusal(session, fill("sneaked-in", "新人", Role.SIGNATORY, TestDistrict.DISTRICT)))
                .isEqualTo("I-003");
        for (String act : new String[] {"ending", "closing", "reopening", "new-password"}) {
            mvc.perform(act(own, act, "试试").session(session).with(csrf()))
                    .andExpect(redirectedUrl("/posts/" + own + "/" + act));
        }
        mvc.perform(handover(own, "meixi", "", "").session(session).with(csrf()));
        assertThat(accounts.findActor("street")).isPresent();
        assertThat(accounts.findName("sneaked-in")).isEmpty();
    }

    @Test
    void aStreetSeesItsOwnRingOnlyAndVisitorsAndMonitoringPointsSeeNothing() throws Exception {
        assertThat(body(district.session(mvc, "street"), "/posts"))
                .contains("柳荫街道", ">street<")
                .doesNotContain(">meixi<", ">officer<", "wufang");
        mvc.perform(get("/posts").session(district.session(mvc, "clinic"))).andExpect(status().isForbidden());
        mvc.perform(get("/posts")).andExpect(status().isForbidden());
        mvc.perform(get("/password")).andExpect(status().isForbidden());
    }

    @Test
    void twoOfANameAtOnePostAreOpenedOnlyWhenSomebodySaysThatTheyAreTwo() throws Exception {
        shown(administrator, fill("hemei", "何梅", Role.STREET_WORKER, TestDistrict.OTHER));
        MvcResult asked = mvc.perform(fill("hemei2", "何梅", Role.STREET_WORKER, TestDistrict.OTHER)
                        .session(administrator)
                        .with(csrf()))
                .andExpect(redirectedUrl("/posts/new"))
                .andReturn();
        assertThat(accounts.findName("hemei2")).isEmpty();
        String form = mvc.perform(
                        get("/posts/new").session(administrator).flashAttrs(new HashMap<>(asked.getFlashMap())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(form).contains("I-047", "何梅已经任这个岗位，账号是hemei", "name=\"another\"", "value=\"hemei2\"");

        shown(
                administrator,
                fill("hemei2", "何梅", Role.STREET_WORKER, TestDistrict.OTHER).param("another", "true"));
        assertThat(accounts.findName("hemei2")).contains("何梅");
        assertThat(jdbc.sql("select details ->> 'beside' from audit_entry where action = 'account.namesake-confirmed'"
                                + " and subject = 'account:hemei2'")
                        .query(String.class)
                        .list())
                .containsExactly("hemei");
        assertThat(body(administrator, "/posts/new")).doesNotContain("name=\"another\"");
    }

    @Test
    void postsAreListedHeldAndVacantAndFoundByName() throws Exception {
        UUID ended = give("gone", "何远", Role.CDC_ANALYST, TestDistrict.UNIT, "产业园研判岗");
        mvc.perform(act(ended, "ending", "调离").session(administrator).with(csrf()))
                .andExpect(redirectedUrl("/posts/" + ended));

        assertThat(body(administrator, "/posts?q=何远")).contains("产业园研判岗", "空缺", "上一任：何远", "东临产业园");
        assertThat(body(administrator, "/posts?q=officer"))
                .contains(">officer<")
                .doesNotContain("产业园研判岗");
        assertThat(body(administrator, "/posts?q=_")).contains("没有姓名或账号含“_”");

        give("back", "何远", Role.CDC_ANALYST, TestDistrict.UNIT, "产业园研判岗");
        assertThat(body(administrator, "/posts?q=何远"))
                .doesNotContain("空缺</span>")
                .contains(">back<");
    }

    @Test
    void fiftyPostsMakeAPageAndTheNextGoesOnWhereItEnded() throws Exception {
        for (int one = 1; one <= 60; one++) {
            give("many-%02d".formatted(one), "许多", Role.COMMUNITY_WORKER, TestDistrict.OTHER);
        }

        String first = body(administrator, "/posts?q=many-");
        assertThat(rows(first)).isEqualTo(50);
        String next = found(Pattern.compile("after=([0-9a-f-]{36})"), first);
        String second = body(administrator, "/posts?q=many-&after=" + next);

        assertThat(rows(second)).isEqualTo(10);
        for (int one = 1; one <= 60; one++) {
            String login = ">many-%02d<".formatted(one);
            assertThat(first.contains(login) ^ second.contains(login)).as(login).isTrue();
        }
    }

    @Test
    void aClosedAccountIsOutAtOnceAndComesBackWithoutItsPost() throws Exception {
        UUID given = give("locked", "冯立", Role.STREET_WORKER, TestDistrict.STREET);
        MockHttpSession session = enter("locked", People.PASSWORD);

        assertThat(refusal(administrator, act(given, "closing", " "))).contains("I-020");
        assertThat(refusal(administrator, act(given, "closing", "电话 13800138000 打来的")))
                .contains("I-021");
        mvc.perform(act(given, "closing", "手机丢失").session(administrator).with(csrf()))
                .andExpect(redirectedUrl("/posts/" + given));
        mvc.perform(post("/test/work").session(session).with(csrf())).andExpect(redirectedUrl("/login?ended"));
        assertThat(jdbc.sql(
                                "select details ->> 'reason' from audit_entry where action = 'account.disabled' and subject = ?")
                        .param("account:locked")
                        .query(String.class)
                        .single())
                .isEqualTo("手机丢失");
        assertThat(refusal(administrator, act(given, "new-password", "试试"))).contains("I-008");

        mvc.perform(act(given, "reopening", "手机找到").session(administrator).with(csrf()));
        assertThat(shown(administrator, fill("locked", "", Role.STREET_WORKER, TestDistrict.STREET)))
                .contains("冯立（locked）已任命");
        assertThat(refusalOfLogin("locked", People.PASSWORD))
                .as("the old password went with the account")
                .contains("I-010");
        String password = found(ONCE, shown(administrator, act(given, "new-password", "手机找到")));
        mvc.perform(get("/test/who").session(choose("locked", password)))
                .andExpect(content().string("locked STREET_WORKER " + TestDistrict.STREET));
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() throws Exception {
        UUID given = give("forgot", "韩梅", Role.STREET_WORKER, TestDistrict.STREET);
        MockHttpSession stolen = enter("forgot", People.PASSWORD);

        String password = found(ONCE, shown(administrator, act(given, "new-password", "忘记密码")));

        mvc.perform(get("/password").session(stolen)).andExpect(status().isForbidden());
        mvc.perform(password("", OWN, OWN).session(stolen).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(refusalOfLogin("forgot", OWN)).contains("I-010");
        assertThat(refusalOfLogin("forgot", People.PASSWORD)).contains("I-010");
        mvc.perform(get("/test/who").session(choose("forgot", password)))
                .andExpect(content().string("forgot STREET_WORKER 990100001"));
    }

    @Test
    void everybodyChangesTheOwnPasswordWithTheOneOfNow() throws Exception {
        give("changes", "蒋文", Role.STREET_WORKER, TestDistrict.STREET);
        MockHttpSession here = enter("changes", People.PASSWORD);
        MockHttpSession elsewhere = enter("changes", People.PASSWORD);

        assertThat(refusal(here, password("wrong password", OWN, OWN))).contains("I-028");
        mvc.perform(password(People.PASSWORD, OWN, OWN).session(here).with(csrf()))
                .andExpect(redirectedUrl("/password"));

        mvc.perform(get("/test/who").session(here)).andExpect(content().string("changes STREET_WORKER 990100001"));
        mvc.perform(post("/test/work").session(elsewhere).with(csrf())).andExpect(redirectedUrl("/login?ended"));
        assertThat(refusalOfLogin("changes", People.PASSWORD)).contains("I-010");
    }

    @Test
    void nobodyShutsTheOwnDoor() throws Exception {
        UUID own = appointment("wufang");

        assertThat(refusal(administrator, act(own, "closing", "误操作"))).contains("I-031", "wufang");
        assertThat(refusal(administrator, act(own, "ending", "误操作"))).contains("I-031");
        mvc.perform(get("/posts").session(administrator)).andExpect(status().isOk());
    }

    @Test
    void wrongInputIsAnsweredWithWhatAndWhichValueAndIsKept() throws Exception {
        assertThat(refusal(administrator, fill("Ünï", "新人", Role.STREET_WORKER, TestDistrict.STREET)))
                .contains("I-007", "ünï");
        assertThat(refusal(administrator, fill("street", "新人", Role.STREET_WORKER, TestDistrict.STREET)))
                .contains("I-005", "street", "value=\"新人\"");
        assertThat(refusal(administrator, fill("plain", "新人", Role.STREET_WORKER, "990100777")))
                .contains("I-017", "990100777", "请选您的区域");
        MockHttpServletRequestBuilder tooLong =
                filled("plain", "新人", Role.STREET_WORKER, TestDistrict.STREET).param("until", "2028-01-01");
        assertThat(refusal(administrator, tooLong)).contains("I-019", "2028");
        assertThat(refusal(administrator, filled("plain", "新人", Role.STREET_WORKER, TestDistrict.STREET)))
                .contains("I-037");
        assertThat(accounts.findName("plain")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR", "DATA_PROTECTION"})
    void whoOnlyReadsChangesNothing(Role role) throws Exception {
        String login = "reads-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        people.open(NewAccount.withPassword(login, "只读", People.PASSWORD), role, TestDistrict.DISTRICT);
        MockHttpSession session = enter(login, People.PASSWORD);
        String bearer = "Bearer "
                + tokens.issue(Actor.system(), login, "read", Duration.ofDays(1))
                        .orThrow()
                        .token();

        mvc.perform(get("/test/who").session(session)).andExpect(content().string(login + " " + role + " 990100"));
        mvc.perform(get("/posts").session(session)).andExpect(status().isOk());
        assertThat(body(session, "/audit?subject=account:" + login)).contains("account.appointed", "account:" + login);
        mvc.perform(get("/audit").session(administrator)).andExpect(status().isForbidden());
        mvc.perform(get("/audit")).andExpect(status().isForbidden());
        mvc.perform(post("/test/work").session(session).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/api/test").header("Authorization", bearer)).andExpect(status().isOk());
        mvc.perform(post("/api/test").header("Authorization", bearer)).andExpect(status().isForbidden());
        mvc.perform(password(People.PASSWORD, OWN, OWN).session(session).with(csrf()))
                .andExpect(redirectedUrl("/password"));
    }

    @Test
    void auditorAndDataProtectionOfficerAreOfTheDistrict() throws Exception {
        for (Role role : new Role[] {Role.AUDITOR, Role.DATA_PROTECTION}) {
            assertThat(refusal(administrator, fill("of-a-street", "局部", role, TestDistrict.STREET)))
                    .contains("I-009");
        }
    }

    @Test
    void theAuditIsReadPageByPageNewestFirst() throws Exception {
        people.open(NewAccount.withPassword("pages", "翻页", People.PASSWORD), Role.AUDITOR, TestDistrict.DISTRICT);
        MockHttpSession session = enter("pages", People.PASSWORD);
        for (int entry = 0; entry < 60; entry++) {
            tokens.issue(Actor.system(), "pages", "p" + entry, Duration.ofDays(1))
                    .orThrow();
        }

        String first = body(session, "/audit?action=token.issued");
        String second =
                body(session, "/audit?action=token.issued&before=" + found(Pattern.compile("before=(\\d+)"), first));

        assertThat(rows(first)).isEqualTo(AuditPages.SIZE);
        assertThat(first).contains("p59<", "p10<").doesNotContain("p9<");
        assertThat(second).contains("p9<", "p0<").doesNotContain("p10<");
    }

    @Test
    void thePagesSpeakEnglishToo() throws Exception {
        UUID own = appointment("street");
        for (String path : new String[] {
            "/posts",
            "/posts/new",
            "/posts/" + own,
            "/posts/" + own + "/handover",
            "/posts/" + own + "/closing",
            "/password",
            "/handover"
        }) {
            mvc.perform(get(path).session(administrator).param("lang", "en"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(not(containsString("??")), containsString("lang=\"en\""))));
        }
    }

    private MockHttpServletRequestBuilder fill(String login, String name, Role role, String area) {
        return filled(login, name, role, area).param("until", "2026-06-30");
    }

    private static MockHttpServletRequestBuilder filled(String login, String name, Role role, String area) {
        return post("/posts")
                .param("login", login)
                .param("name", name)
                .param("role", role.name())
                .param("area", area)
                .param("title", "值班岗");
    }

    private static MockHttpServletRequestBuilder handover(UUID appointment, String login, String name, String note) {
        return post("/posts/" + appointment + "/handover")
                .param("login", login)
                .param("name", name)
                .param("until", "2026-06-30")
                .param("note", note);
    }

    private static MockHttpServletRequestBuilder help(String name, String area, int days) {
        return post("/posts/help").param("name", name).param("area", area).param("days", String.valueOf(days));
    }

    private static MockHttpServletRequestBuilder act(UUID appointment, String act, String reason) {
        return post("/posts/" + appointment + "/" + act).param("reason", reason);
    }

    private static MockHttpServletRequestBuilder password(String current, String chosen, String again) {
        return post("/password")
                .param("current", current)
                .param("chosen", chosen)
                .param("again", again);
    }

    private UUID give(String login, String name, Role role, String area) {
        return give(login, name, role, area, "岗位");
    }

    private UUID give(String login, String name, Role role, String area, String title) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, name, People.PASSWORD))
                .orThrow();
        Instant since = clock.now().minus(Duration.ofHours(1));
        return accounts.appoint(
                        Actor.system(), login, new Post(role, area, title, since, since.plus(Duration.ofDays(30))))
                .orThrow();
    }

    private UUID appointment(String login) {
        return jdbc.sql("select p.id from appointment p join account a on a.id = account_id where login = ?"
                        + " order by since desc limit 1")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private MockHttpSession enter(String login, String password) throws Exception {
        ResultActions answer =
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", password));
        assertThat(answer.andReturn().getResponse().getRedirectedUrl()).isNotEqualTo("/login");
        return (MockHttpSession) answer.andReturn().getRequest().getSession(false);
    }

    /** Enters with a one-time password and chooses an own one. */
    private MockHttpSession choose(String login, String password) throws Exception {
        MockHttpSession session = enter(login, password);
        mvc.perform(password("", OWN, OWN).session(session).with(csrf())).andExpect(redirectedUrl("/password"));
        return session;
    }

    private String refusalOfLogin(String login, String password) throws Exception {
        MockHttpSession session = (MockHttpSession)
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", password))
                        .andExpect(redirectedUrl("/login"))
                        .andReturn()
                        .getRequest()
                        .getSession(false);
        return body(session, "/login");
    }

    /** The page after a form that was refused, or the code alone where the reader may not see that page. */
    private String refusal(MockHttpSession session, MockHttpServletRequestBuilder form) throws Exception {
        String page = shown(session, form);
        assertThat(page).contains("I-0");
        return page.contains("<form class=\"tx-form\"") || !page.contains("I-003") ? page : "I-003";
    }

    private String shown(MockHttpSession session, MockHttpServletRequestBuilder form) throws Exception {
        String onward = mvc.perform(form.session(session).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return body(session, String.valueOf(onward));
    }

    private String body(MockHttpSession session, String path) throws Exception {
        return mvc.perform(get(path).session(session)).andReturn().getResponse().getContentAsString();
    }

    private static int rows(String page) {
        return page.split("<th scope=\"row\">", -1).length - 1;
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }

    private long audited(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }
}
