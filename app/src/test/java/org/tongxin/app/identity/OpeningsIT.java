package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Accounts of a list are opened many at once, each as if it were the only one. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, People.class, SecurityIT.Pages.class})
class OpeningsIT {

    private static final Pattern ONCE = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>");
    private static final String OWN = "银杏 ginkgo gate 12";
    private static final LocalDate UNTIL = TODAY.plusDays(90);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalBook book;

    @Autowired
    Openings openings;

    @Autowired
    SecondPerson second;

    @Autowired
    DistrictClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private MockHttpSession administrator = new MockHttpSession();

    @BeforeEach
    void open() throws Exception {
        district.open();
        jdbc.sql("delete from account_proposal").update();
        if (accounts.findActor("wufang").isEmpty()) {
            account("wufang", "吴芳", Role.ADMINISTRATOR, DISTRICT);
            account("liuyin-admin", "街道管理员", Role.ADMINISTRATOR, STREET);
            account("auditor", "审计", Role.AUDITOR, DISTRICT);
        }
        administrator = enter("wufang", People.PASSWORD);
    }

    @AfterEach
    void close() {
        district.close();
    }

    private void account(String login, String name, Role role, String area) {
        people.open(NewAccount.withPassword(login, name, People.PASSWORD), role, area);
    }

    private UUID proposed(String login, String name, Role role, String area) {
        return proposed(new NewProposal(name, login, role, area, "值班岗", null, UNTIL));
    }

    private UUID proposed(NewProposal row) {
        Actor by = district.actor("wufang");
        Proposals.Found found = proposals.look(by, List.of(row)).getFirst();
        assertThat(found.wrong()).isNull();
        transactions.executeWithoutResult(status -> proposals.take(by, List.of(row)));
        return found.id();
    }

    @Test
    void theChosenAreOpenedWithSlipsThatAreShownOnceAndKeptNowhere() throws Exception {
        UUID one = proposed("one", "李娜", Role.COMMUNITY_WORKER, STREET);
        UUID two = proposed("two", "王敏", Role.STREET_WORKER, OTHER);
        UUID left = proposed("left", "赵磊", Role.STREET_WORKER, OTHER);

        String before = body(administrator, "/posts/proposals/opening?id=" + one + "&id=" + two);
        assertThat(before).contains("给2人开户", "李娜", "王敏").doesNotContain("赵磊");
        assertThat(accounts.findName("one")).as("looking opens nothing").isEmpty();
        mvc.perform(opening(one, two).session(administrator).with(csrf())).andExpect(redirectedUrl("/posts/slips"));
        String slips = page(administrator, "/posts/slips")
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        List<String> passwords =
                ONCE.matcher(slips).results().map(found -> found.group(1)).toList();
        assertThat(passwords).hasSize(2).doesNotHaveDuplicates();
        assertThat(slips).contains("开了2个账号", "李娜", "王敏", "http://localhost/login");
        assertThat(body(administrator, "/posts/slips"))
                .contains("没有密码单")
                .doesNotContain(passwords.getFirst())
                .doesNotContain(passwords.getLast());
        assertThat(everyText()).noneMatch(text -> passwords.stream().anyMatch(text::contains));
        assertThat(book.list(DISTRICT, null).rows())
                .extracting(ProposedAccount::id)
                .containsExactly(left);
        assertThat(jdbc.sql("select login || ' ' || action || ' ' || subject from audit_entry"
                                + " where subject in ('account:one', 'account:two') order by seq")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "wufang account.opened account:one",
                        "wufang account.appointed account:one",
                        "wufang account.opened account:two",
                        "wufang account.appointed account:two");

        String password = passwords.getFirst();
        MockHttpSession first = choose("one", password);
        assertThat(who(first)).isEqualTo("one COMMUNITY_WORKER 990100001");
        assertThat(enters("one", password)).as("a slip opens once").isFalse();
    }

    @Test
    void whoGotThePostMeanwhileUnderAnotherLoginGetsNoSecondAccount() {
        UUID one = proposed("second", "郑云", Role.STREET_WORKER, STREET);
        people.open(NewAccount.withPassword("first", "郑云", People.PASSWORD), Role.STREET_WORKER, STREET, "值班岗");
        Slips slips = openings.open(district.actor("wufang"), List.of(one)).orThrow();
        assertThat(slips.slips()).isEmpty();
        assertThat(slips.refused()).extracting(not -> not.why().code()).containsExactly("I-046");
        assertThat(accounts.findName("second")).isEmpty();
        assertThat(book.list(DISTRICT, null).rows()).hasSize(1);
    }

    @Test
    void whatIsOpenedTwiceIsOpenedOnce() throws Exception {
        UUID one = proposed("once-a", "甲", Role.STREET_WORKER, STREET);
        UUID two = proposed("once-b", "乙", Role.STREET_WORKER, STREET);
        Actor by = district.actor("wufang");

        List<Outcome<Slips>> both = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<Slips>>> running = pool.invokeAll(
                    List.of(() -> openings.open(by, List.of(one, two)), () -> openings.open(by, List.of(one, two))));
            for (Future<Outcome<Slips>> each : running) {
                both.add(each.get());
            }
        }

        assertThat(both.stream()
                        .flatMap(outcome -> outcome.orThrow().slips().stream())
                        .map(Slip::login))
                .containsExactlyInAnyOrder("once-a", "once-b");
        assertThat(both.stream().mapToInt(outcome -> outcome.orThrow().gone()).sum())
                .isEqualTo(2);
        assertThat(both)
                .allSatisfy(outcome -> assertThat(outcome.orThrow().refused()).isEmpty());
        assertThat(audited("account.opened", "account:once-a")).isOne();
        assertThat(shown(opening(one, two))).contains("开了0个账号", "2人已不在名单里").doesNotContainPattern(ONCE);
    }

    @Test
    void whatIsRefusedIsSaidAndTheOthersGoOn() throws Exception {
        UUID taken = proposed("taken", "周静", Role.STREET_WORKER, STREET);
        UUID fits = proposed("fits", "孙浩", Role.STREET_WORKER, STREET);
        UUID over = proposed(new NewProposal("钱进", "over", Role.STREET_WORKER, STREET, "值班岗", null, TODAY));
        account("taken", "周静静", Role.STREET_WORKER, OTHER);
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        administrator = enter("wufang", People.PASSWORD);

        String slips = shown(opening(taken, fits, over));

        assertThat(slips).contains("开了1个账号", "没有给的（2）", "账号留空就另拟一个", "I-005", "I-019", "周静", "钱进");
        assertThat(ONCE.matcher(slips).results()).hasSize(1);
        assertThat(accounts.findName("fits")).contains("孙浩");
        assertThat(accounts.findName("over")).isEmpty();
        assertThat(book.list(DISTRICT, null).rows())
                .extracting(ProposedAccount::id)
                .as("what was refused stays to be mended")
                .containsExactlyInAnyOrder(taken, over);
        assertThat(accounts.findActor("taken").orElseThrow().territory())
                .as("the account of the same login is left alone")
                .isEqualTo(OTHER);
    }

    @Test
    void aPostThatSignsStillWaitsForTheSecondPersonWhoIsTold() throws Exception {
        UUID signs = proposed("signs", "林静", Role.SIGNATORY, DISTRICT);
        String slips = shown(opening(signs));
        assertThat(slips).contains("1人的岗位要第二个人确认", "签发人或审计员会当面问您");
        MockHttpSession session = choose(
                "signs", ONCE.matcher(slips).results().findFirst().orElseThrow().group(1));
        mvc.perform(get("/test/who").session(session)).andExpect(redirectedUrl("/password"));
        assertThat(book.count(DISTRICT).waiting()).isEqualTo(1);
        UUID line = line("signs");

        MockHttpSession auditor = enter("auditor", People.PASSWORD);
        mvc.perform(post("/posts/" + line + "/confirmation").session(auditor).with(csrf()))
                .andExpect(redirectedUrl("/posts/" + line));
        assertThat(body(auditor, "/posts/" + line)).contains("已确认林静");
        assertThat(body(auditor, "/posts/" + line)).as("said once").doesNotContain("已确认林静");

        assertThat(who(session)).isEqualTo("signs SIGNATORY 990100");
        assertThat(book.count(DISTRICT).waiting()).isZero();
    }

    @Test
    void nobodyOpensBeyondTheOwnTerritoryOrWithoutTheRight() throws Exception {
        UUID own = proposed("own-one", "近", Role.STREET_WORKER, STREET);
        UUID foreign = proposed("foreign", "远", Role.STREET_WORKER, OTHER);
        UUID above = proposed("above", "上", Role.DUTY_OFFICER, DISTRICT);
        MockHttpSession street = enter("liuyin-admin", People.PASSWORD);

        assertThat(body(street, "/posts/proposals")).contains("own-one").doesNotContain("foreign", "above");
        assertThat(body(street, "/posts/proposals?place=" + OTHER))
                .contains("own-one")
                .doesNotContain("foreign");
        assertThat(body(street, "/posts/proposals/opening?all=true&place=" + DISTRICT))
                .contains("own-one")
                .doesNotContain("foreign", "above");
        Slips done = openings.open(district.actor("liuyin-admin"), List.of(own, foreign, above))
                .orThrow();
        assertThat(done.slips()).extracting(Slip::login).containsExactly("own-one");
        assertThat(done.gone()).as("as if they were not there").isEqualTo(2);
        assertThat(accounts.findName("foreign")).isEmpty();
        assertThat(code(openings.withdraw(district.actor("liuyin-admin"), List.of(foreign))))
                .isEqualTo("I-025");

        for (String login : List.of("officer", "street", "signatory", "auditor")) {
            Actor by = district.actor(login);
            assertThat(code(openings.open(by, List.of(foreign)))).as(login).isEqualTo("I-003");
            assertThat(code(openings.withdraw(by, List.of(foreign)))).as(login).isEqualTo("I-003");
            assertThat(code(lost.again(by, List.of(line("own-one")), "丢了")))
                    .as(login)
                    .isEqualTo("I-003");
            for (String address :
                    List.of("/posts/proposals", "/posts/proposals/opening", "/posts/unused", "/posts/slips")) {
                mvc.perform(get(address).session(enter(login, password(login)))).andExpect(status().isForbidden());
            }
        }
    }

    private static String password(String login) {
        return login.equals("auditor") ? People.PASSWORD : TestDistrict.PASSWORD;
    }

    @Autowired
    LostSlips lost;

    @Test
    void whoHasNotComeGetsAnotherSlipAndWhoHasComeIsNotShutOut() throws Exception {
        UUID came = proposed("came", "来了", Role.STREET_WORKER, STREET);
        UUID lostIt = proposed("lost-it", "丢了", Role.STREET_WORKER, STREET);
        List<Slip> slips = openings.open(district.actor("wufang"), List.of(came, lostIt))
                .orThrow()
                .slips();
        Slip first = slip(slips, "came");
        Slip gone = slip(slips, "lost-it");
        choose("came", first.password());
        assertThat(body(administrator, "/posts/unused")).contains("lost-it").doesNotContain("came<");

        MockHttpServletRequestBuilder again = post("/posts/unused")
                .param("id", line("came").toString(), line("lost-it").toString())
                .param("reason", "单子没打出来");
        assertThat(shown(post("/posts/unused").param("id", line("lost-it").toString())))
                .contains("I-020");
        String page = shown(again);

        assertThat(page).contains("重新给了1个一次性密码", "lost-it", "1人已不在名单里");
        String other = ONCE.matcher(page).results().findFirst().orElseThrow().group(1);
        assertThat(enters("lost-it", gone.password())).as("the old slip").isFalse();
        assertThat(enters("lost-it", other)).isTrue();
        assertThat(enters("came", OWN)).isTrue();
        assertThat(jdbc.sql("select details ->> 'reason' from audit_entry"
                                + " where action = 'account.password-reset' and subject = 'account:lost-it'")
                        .query(String.class)
                        .list())
                .containsExactly("单子没打出来");
        assertThat(audited("account.password-reset", "account:came")).isZero();
    }

    @Test
    void aStreetIsChosenWholeAndNoMoreThanAHundredAtOnce() throws Exception {
        List<NewProposal> rows = IntStream.rangeClosed(1, Openings.MOST + 3)
                .mapToObj(number -> new NewProposal(
                        "人" + number, "many-%03d".formatted(number), Role.STREET_WORKER, OTHER, "岗", null, UNTIL))
                .toList();
        transactions.executeWithoutResult(status -> proposals.take(district.actor("wufang"), rows));
        proposed("elsewhere", "别处", Role.STREET_WORKER, STREET);

        String street = body(administrator, "/posts/proposals?place=" + OTHER);
        assertThat(street)
                .contains("梅溪镇：103人待开户", "下一步：前100人（共103人）", "梅溪镇（103）")
                .doesNotContain("elsewhere");
        assertThat(street.split("name=\"id\"", -1)).hasSize(51);
        String next = body(administrator, link(street));
        assertThat(next.split("name=\"id\"", -1)).hasSize(51);
        String confirm = body(administrator, "/posts/proposals/opening?all=true&place=" + OTHER);
        assertThat(confirm).contains("给100人开户", "这里还有3人").doesNotContain("elsewhere");

        List<UUID> all =
                book.first(OTHER, 1000).stream().map(ProposedAccount::id).toList();
        assertThat(code(openings.open(district.actor("wufang"), all))).isEqualTo("I-045");
        assertThat(code(openings.open(district.actor("wufang"), List.of()))).isEqualTo("I-045");
        assertThat(shown(opening())).contains("I-045", "选了0人");
        assertThat(book.count(OTHER).proposed()).isEqualTo(103);
    }

    private static String link(String page) {
        var found = Pattern.compile("href=\"(/posts/proposals\\?[^\"#]*after=[^\"#]*)")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void whatIsWithdrawnIsGoneAndTheAuditDoesNotNameWhoNeverCame() throws Exception {
        UUID one = proposed("never-came", "不来", Role.COMMUNITY_WORKER, STREET);
        String page = shown(post("/posts/proposals/withdrawal").param("id", one.toString()));
        assertThat(page).contains("已撤回1人").doesNotContain("never-came");
        assertThat(jdbc.sql("select subject || ' ' || details::text from audit_entry"
                                + " where action = 'account.proposal-withdrawn' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("proposal:" + one, STREET, "COMMUNITY_WORKER")
                .doesNotContain("never-came", "不来");
        assertThat(shown(post("/posts/proposals/withdrawal").param("id", one.toString())))
                .contains("I-025");
    }

    @Test
    void aFirstDayAheadBeginsThenAndItsSlipLastsUntilAfterIt() {
        LocalDate day = TODAY.plusDays(20);
        UUID later = proposed(new NewProposal("以后", "later", Role.STREET_WORKER, STREET, "值班岗", day, UNTIL));
        Slip slip = openings.open(district.actor("wufang"), List.of(later))
                .orThrow()
                .slips()
                .getFirst();
        assertThat(slip.from()).isEqualTo(clock.at(day, java.time.LocalTime.MIDNIGHT));
        assertThat(slip.passwordUntil()).isAfterOrEqualTo(slip.from().plus(Duration.ofDays(3)));
        assertThat(accounts.findActor("later")).isEmpty();
        clock.holdAt(slip.from());
        assertThat(accounts.findActor("later").orElseThrow().role()).isEqualTo(Role.STREET_WORKER);
    }

    @Test
    void oneAccountOpenedByFormIsSaidToo() throws Exception {
        String page = shown(post("/posts")
                .param("login", "by-form")
                .param("name", "方圆")
                .param("role", "SIGNATORY")
                .param("area", DISTRICT)
                .param("title", "签发岗")
                .param("until", UNTIL.toString()));
        assertThat(page).contains("已开户并任命：方圆（by-form）", "还要签发人或审计员确认").containsPattern(ONCE);
        assertThat(body(administrator, "/posts")).doesNotContain("已开户并任命");
    }

    @Test
    void thePagesSpeakEnglishToo() throws Exception {
        proposed("speaks", "说", Role.ADMINISTRATOR, STREET);
        openings.open(district.actor("wufang"), List.of(proposed("spoken", "话", Role.STREET_WORKER, STREET)));
        for (String path : List.of(
                "/posts/proposals",
                "/posts/proposals/opening?all=true",
                "/posts/unused",
                "/posts/slips",
                "/password")) {
            assertThat(mvc.perform(get(path).session(administrator).param("lang", "en"))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(path)
                    .contains("lang=\"en\"")
                    .doesNotContain("??");
        }
    }

    private static Slip slip(List<Slip> slips, String login) {
        return slips.stream()
                .filter(each -> each.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder opening(UUID... chosen) {
        MockHttpServletRequestBuilder form = post("/posts/proposals/opening");
        for (UUID each : chosen) {
            form.param("id", each.toString());
        }
        return form;
    }

    private UUID line(String login) {
        return jdbc.sql("select p.id from appointment p join account a on a.id = account_id where login = ?"
                        + " order by since desc limit 1")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private List<String> everyText() {
        List<String> texts = new ArrayList<>();
        jdbc.sql("select c.table_name, c.column_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'"
                        + " and data_type in ('text', 'jsonb', 'character varying')")
                .query((row, number) -> "select \"%s\"::text from \"%s\"".formatted(row.getString(2), row.getString(1)))
                .list()
                .forEach(sql -> texts.addAll(jdbc.sql(sql).query(String.class).list().stream()
                        .filter(Objects::nonNull)
                        .toList()));
        return texts;
    }

    private String who(MockHttpSession session) throws Exception {
        return mvc.perform(get("/test/who").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpSession enter(String login, String password) throws Exception {
        ResultActions answer =
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", password));
        assertThat(answer.andReturn().getResponse().getRedirectedUrl()).isNotEqualTo("/login");
        return (MockHttpSession)
                Objects.requireNonNull(answer.andReturn().getRequest().getSession(false));
    }

    private boolean enters(String login, String password) throws Exception {
        return !"/login"
                .equals(mvc.perform(post("/login")
                                .with(csrf())
                                .param("login", login)
                                .param("password", password))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    /** Enters with a one-time password and chooses an own one. */
    private MockHttpSession choose(String login, String password) throws Exception {
        MockHttpSession session = enter(login, password);
        mvc.perform(post("/password")
                        .param("chosen", OWN)
                        .param("again", OWN)
                        .session(session)
                        .with(csrf()))
                .andExpect(redirectedUrl("/password"));
        return session;
    }

    private String shown(MockHttpServletRequestBuilder form) throws Exception {
        String onward = mvc.perform(form.session(administrator).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return body(administrator, String.valueOf(onward));
    }

    private ResultActions page(MockHttpSession session, String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path)).session(session)).andExpect(status().isOk());
    }

    private String body(MockHttpSession session, String path) throws Exception {
        return page(session, path).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private long audited(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }
}
