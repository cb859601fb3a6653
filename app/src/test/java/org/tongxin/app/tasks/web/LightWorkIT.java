package org.tongxin.app.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.People;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.Burden;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.KnownFigures;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.Questions;
import org.tongxin.app.tasks.Standing;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;
import org.tongxin.app.tasks.Tasks;

/** What a community is not asked, and what is asked of those who ask. Each test starts on a day of its own. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
class LightWorkIT {

    private static final String DISTRICT = "310199";
    private static final String STREET = "310199001";
    private static final String WILLOW = "310199001001";
    private static final TaskField ALONE = new TaskField("f1", "独居老人", "Living alone", "人");
    private static final TaskField MEDICINE = new TaskField("f2", "需要配药", "Need medicine", "人");

    private static Instant present = Instant.parse("2030-05-06T01:00:00Z");
    private static int orderNumber;

    @Autowired
    MockMvc mvc;

    @Autowired
    Registry registry;

    @Autowired
    Organisation organisation;

    @Autowired
    Accounts accounts;

    @Autowired
    Orders orders;

    @Autowired
    Tasks tasks;

    @Autowired
    Chain chain;

    @Autowired
    KnownFigures known;

    @Autowired
    Questions questions;

    @Autowired
    Answers answers;

    @Autowired
    Burden burden;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        present = present.plus(Duration.ofDays(3));
        clock.holdAt(present);
        if (organisation.findDistrict().isEmpty()) {
            registry.addAreas(List.of(
                    area(DISTRICT, AreaLevel.DISTRICT, "虹滨区"),
                    area(STREET, AreaLevel.STREET, "柳荫街道"),
                    area(WILLOW, AreaLevel.COMMUNITY, "柳荫苑居委会")));
        }
        person("chenli", "陈立", Role.DUTY_OFFICER, DISTRICT);
        person("wangmin", "王敏", Role.STREET_WORKER, STREET);
        person("lina", "李娜", Role.COMMUNITY_WORKER, WILLOW);
    }

    @AfterEach
    void realTime() {
        clock.holdAt(null);
    }

    private static Registry.NewArea area(String path, AreaLevel level, String name) {
        UUID id = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        return Registry.NewArea.of(
                new Area(id, path, level, "MADE_UP", name, "Willow " + path, true, true, 31.2, 121.5));
    }

    private void person(String login, String name, Role role, String area) {
        if (accounts.findActor(login).isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword(login, name, People.PASSWORD));
            Instant until = present.plus(Duration.ofDays(365));
            accounts.appoint(Actor.system(), login, new Post(role, area, "岗位", present.minusSeconds(60), until))
                    .orThrow();
        }
    }

    private Actor actor(String login) {
        return accounts.findActor(login).orElseThrow();
    }

    private Outcome<UUID> order(
            String issuer, TaskLevel ring, int minutes, int hours, String reason, TaskField... fields) {
        orderNumber++;
        NewOrder order = new NewOrder(
                "test:" + orderNumber,
                "COUNT",
                "报数" + orderNumber,
                "Count " + orderNumber,
                "区预案第3条",
                issuer,
                List.of(fields),
                minutes,
                false,
                ring,
                clock.now().plus(Duration.ofHours(hours)),
                null);
        return orders.issue(actor("chenli"), order, List.of(STREET), List.of(STREET), reason);
    }

    private Outcome<UUID> toCommunities(String issuer, int minutes, String reason, TaskField... fields) {
        return order(issuer, TaskLevel.COMMUNITY, minutes, 4, reason, fields);
    }

    private Task willow(UUID order) {
        return tasks.ofOrder(order, TaskLevel.COMMUNITY, WILLOW, "", 1).getFirst();
    }

    private MockHttpSession enter(String login) throws Exception {
        return (MockHttpSession)
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", People.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession(false);
    }

    private String look(MockHttpSession session, String address) throws Exception {
        return mvc.perform(get(address).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String send(MockHttpSession session, String address, String... parameters) throws Exception {
        MockHttpServletRequestBuilder request = post(address).session(session).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        var sent = mvc.perform(request).andReturn();
        String target = sent.getResponse().getRedirectedUrl();
        return mvc.perform(get(target == null ? "/nowhere" : target)
                        .session(session)
                        .flashAttrs(sent.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String report(MockHttpSession session, Task task, String... parameters) throws Exception {
        String[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = "version";
        all[parameters.length + 1] = String.valueOf(task.version());
        return send(session, "/tasks/" + task.id() + "/report", all);
    }

    private Task stored(Task task) {
        return tasks.find(task.id(), DISTRICT).orElseThrow();
    }

    @Test
    void figureHeldTodayIsConfirmedByOneTapAndNeverAskedAgainInThirtyDays() throws Exception {
        MockHttpSession lina = enter("lina");
        int askedThoughHeld = 0;
        for (int day = 0; day < 30; day++) {
            clock.holdAt(present.plus(Duration.ofDays(day)));
            Task first = willow(toCommunities("民政局", 4, "", ALONE).orThrow());
            report(lina, first, "figure-f1", String.valueOf(40 + day));
            Task second = willow(toCommunities("卫健委", 4, "每天两报", MEDICINE, new TaskField("f9", "独居老人", "Alone", "人"))
                    .orThrow());
            String page = look(lina, "/tasks/" + second.id());
            assertThat(page).contains("来源：民政局").contains("截至").contains((40 + day) + "人");
            askedThoughHeld += page.contains("data-tx-for=\"figure-f9\"") ? 1 : 0;
            report(lina, second, "figure-f2", "3", "figure-f9", "");
            assertThat(stored(second).figures()).containsOnly(Map.entry("f2", 3L), Map.entry("f9", 40L + day));
            Task third = willow(toCommunities("街道办", 2, "补报", ALONE).orThrow());
            assertThat(look(lina, "/tasks/" + third.id())).contains("确认已有的数").doesNotContain("name=\"nil\"");
            report(lina, third);
            assertThat(stored(third).figures()).containsOnly(Map.entry("f1", 40L + day));
        }
        present = present.plus(Duration.ofDays(30));
        assertThat(askedThoughHeld).isZero();
    }

    @Test
    void sameAsYesterdayIsOneTap() throws Exception {
        MockHttpSession lina = enter("lina");
        Task first = willow(toCommunities("民政局", 4, "", ALONE, MEDICINE).orThrow());
        assertThat(look(lina, "/tasks/" + first.id())).doesNotContain("与昨天相同");
        report(lina, first, "figure-f1", "12", "figure-f2", "5");
        clock.holdAt(present.plus(Duration.ofDays(1)));
        Task next = willow(toCommunities("民政局", 4, "", ALONE, MEDICINE).orThrow());
        assertThat(look(lina, "/tasks/" + next.id())).contains("与昨天相同");
        report(lina, next, "same", "true");
        assertThat(stored(next).figures()).containsOnly(Map.entry("f1", 12L), Map.entry("f2", 5L));
    }

    @Test
    void nilMissingAndLateAreThreeValuesAndNoListNamesAPerson() throws Exception {
        Task nil = willow(toCommunities("民政局", 4, "", ALONE).orThrow());
        UUID openOrder = toCommunities("卫健委", 4, "", MEDICINE).orThrow();
        report(enter("lina"), nil, "nil", "true");
        assertThat(stored(nil).standing(clock.now())).isEqualTo(Standing.NIL);
        assertThat(willow(openOrder).standing(clock.now())).isEqualTo(Standing.MISSING);
        clock.holdAt(present.plus(Duration.ofHours(5)));
        assertThat(willow(openOrder).standing(clock.now())).isEqualTo(Standing.LATE);
        MockHttpSession officer = enter("chenli");
        assertThat(look(officer, "/tasks/orders/" + nil.orderId())).contains("零报告：没有");
        assertThat(look(officer, "/tasks?ring=COMMUNITY&show=OVERDUE"))
                .contains("柳荫苑居委会")
                .doesNotContain("李娜");
        assertThat(look(officer, "/tasks/orders/" + openOrder)).doesNotContain("李娜");
    }

    @Test
    void thirtyFirstMinuteNeedsANamedReason() throws Exception {
        toCommunities("民政局", 30, "", ALONE).orThrow();
        assertThat(toCommunities("卫健委", 1, "", MEDICINE).toString()).contains("T-015");
        assertThat(toCommunities("卫健委", 1, "今晚停电，问张三 13800138000", MEDICINE).toString())
                .contains("P-023", "PHONE_NUMBER")
                .doesNotContain("138");
        UUID order = toCommunities("卫健委", 1, "今晚停电", MEDICINE).orThrow();
        assertThat(look(enter("chenli"), "/tasks/orders/" + order)).contains("陈立：今晚停电");
        clock.holdAt(present.plus(Duration.ofDays(1)));
        assertThat(toCommunities("卫健委", 1, "", MEDICINE)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void secondDepartmentThatAsksTheSameGetsTheStoredAnswer() throws Exception {
        Task first = willow(toCommunities("民政局", 4, "", ALONE).orThrow());
        report(enter("lina"), first, "figure-f1", "17");
        int before = count("task");
        assertThat(toCommunities("卫健委", 4, "", ALONE).toString())
                .contains("T-014")
                .contains("民政局")
                .contains("17");
        assertThat(count("task")).as("nobody is asked").isEqualTo(before);
    }

    private int count(String table) {
        return jdbc.sql("select count(*)::int from " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void contradictionsAreAskedOfThoseWhoOrderedAndNeverOfTheCommunity() throws Exception {
        jdbc.sql("delete from figure_question").update();
        Task first = willow(order("民政局", TaskLevel.COMMUNITY, 4, 4, "", ALONE).orThrow());
        Task second =
                willow(order("卫健委", TaskLevel.COMMUNITY, 4, 6, "核对", ALONE).orThrow());
        MockHttpSession lina = enter("lina");
        report(lina, first, "figure-f1", "17");
        report(lina, second, "figure-f1", "19");
        assertThat(questions.open(DISTRICT))
                .extracting(Questions.Question::kind)
                .containsExactlyInAnyOrder(Questions.Kind.ORDERS, Questions.Kind.FIGURES);
        assertThat(look(lina, "/tasks") + look(lina, "/tasks/" + second.id())).doesNotContain("不一致");
        mvc.perform(get("/tasks/questions").session(lina))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                        .isForbidden());
        MockHttpSession officer = enter("chenli");
        assertThat(look(officer, "/tasks/questions"))
                .contains("民政局")
                .contains("卫健委")
                .contains("还有2处");
        String one = "/tasks/questions/" + questions.open(DISTRICT).getFirst().id() + "/answer";
        assertThat(send(officer, one, "answer", " ")).contains("T-017");
        assertThat(send(officer, one, "answer", "以民政局为准")).contains("还有1处");
        assertThat(send(officer, one, "answer", "以民政局为准")).contains("T-018");
    }

    @Test
    void answersGivenTogetherOpenTheSameQuestionsAsOneByOne() {
        jdbc.sql("delete from figure_question").update();
        Task first = willow(
                order("民政局", TaskLevel.COMMUNITY, 4, 4, "", ALONE, MEDICINE).orThrow());
        Task second = willow(
                order("卫健委", TaskLevel.COMMUNITY, 4, 4, "核对", ALONE, MEDICINE).orThrow());
        Task third =
                willow(order("教育局", TaskLevel.COMMUNITY, 4, 4, "再核对", ALONE).orThrow());
        answers.reportAll(
                actor("lina"),
                List.of(
                        new TaskReport(first.id(), Map.of("f1", 17L, "f2", 3L), ""),
                        new TaskReport(second.id(), Map.of("f1", 19L, "f2", 3L), "")));
        assertThat(questions.open(DISTRICT)).singleElement().satisfies(asked -> {
            assertThat(asked.kind()).isEqualTo(Questions.Kind.FIGURES);
            assertThat(asked.label()).isEqualTo("独居老人");
            assertThat(List.of(asked.firstOrder(), asked.secondOrder()))
                    .containsExactly(first.orderId(), second.orderId());
            assertThat(List.of(asked.firstValue(), asked.secondValue())).containsExactly(17L, 19L);
        });
        answers.reportAll(actor("lina"), List.of(new TaskReport(third.id(), Map.of("f1", 19L), "")));
        assertThat(questions.open(DISTRICT)).as("it is what was answered last").hasSize(1);
    }

    @Test
    void shorterTimeNeedsAReasonThatIsSeenAboveAndBelowAtOnce() throws Exception {
        UUID order = order("区指挥部", TaskLevel.STREET, 4, 24, "", ALONE).orThrow();
        Task street = tasks.ofOrder(order, TaskLevel.STREET, STREET, "", 1).getFirst();
        MockHttpSession wangmin = enter("wangmin");
        String address = "/tasks/" + street.id() + "/split";
        assertThat(send(wangmin, address, "minutesBefore", "1080")).contains("T-016");
        assertThat(tasks.ofOrder(order, TaskLevel.COMMUNITY, DISTRICT, "", 9)).isEmpty();
        send(wangmin, address, "minutesBefore", "1080", "reason", "汇总要半天");
        assertThat(Duration.between(clock.now(), willow(order).dueAt())).isEqualTo(Duration.ofHours(6));
        assertThat(look(enter("chenli"), "/tasks")).contains("提前1,080分钟").contains("汇总要半天");
        assertThat(look(enter("chenli"), "/desk")).contains("1件任务在下达中加了码");
        assertThat(look(enter("lina"), "/tasks/" + willow(order).id())).contains("汇总要半天");
        assertThat(willow(order).fields())
                .as("no field is added on the way down")
                .isEqualTo(street.fields());
    }

    @Test
    void sameTimeIsPassedDownWithoutAReason() throws Exception {
        UUID order = order("区指挥部", TaskLevel.STREET, 4, 24, "", ALONE).orThrow();
        Task street = tasks.ofOrder(order, TaskLevel.STREET, STREET, "", 1).getFirst();
        send(enter("wangmin"), "/tasks/" + street.id() + "/split");
        assertThat(willow(order).dueAt()).isEqualTo(street.dueAt());
        assertThat(chain.tightened(DISTRICT)).noneMatch(line -> line.orderId().equals(order));
    }

    @Test
    void minutesAreShownByIssuingDepartmentAndNeverByWorker() throws Exception {
        toCommunities("民政局", 4, "", ALONE).orThrow();
        toCommunities("民政局", 3, "", new TaskField("f3", "空巢", "Empty nest", "户"))
                .orThrow();
        toCommunities("卫健委", 5, "", MEDICINE).orThrow();
        assertThat(burden.on(clock.today(), DISTRICT))
                .extracting(Burden.Asked::issuer, Burden.Asked::minutes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("民政局", 7), org.assertj.core.groups.Tuple.tuple("卫健委", 5));
        MockHttpSession officer = enter("chenli");
        assertThat(look(officer, "/tasks/burden"))
                .contains("民政局")
                .contains("7分钟")
                .doesNotContain("李娜");
        assertThat(look(officer, "/tasks/burden.csv")).contains("民政局," + WILLOW + ",柳荫苑居委会,2,7");
        Pattern person = Pattern.compile("(?i).*(login|person|worker|account|reportedBy|name$).*");
        assertThat(Burden.Asked.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .noneMatch(name -> person.matcher(name).matches());
    }

    @Test
    void taskPageIsSmallAndItsFormNeedsNoScript() throws Exception {
        Task task = willow(toCommunities("民政局", 4, "", ALONE).orThrow());
        String page = look(enter("lina"), "/tasks/" + task.id());
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100 * 1024);
        assertThat(page)
                .contains("action=\"/tasks/" + task.id() + "/report\"")
                .contains("name=\"figure-f1\"")
                .doesNotContain("onclick=");
    }

    @Test
    void orderCopiesOutInAtMostTwoHundredCharacters() throws Exception {
        Task task = willow(toCommunities("民政局".repeat(60), 4, "", ALONE).orThrow());
        String page = look(enter("lina"), "/tasks/" + task.id());
        var text = Pattern.compile("<textarea[^>]*id=\"chat\"[^>]*>([^<]*)</textarea>")
                .matcher(page);
        assertThat(text.find()).isTrue();
        assertThat(text.group(1)).hasSizeBetween(20, TaskText.CHAT);
    }
}
