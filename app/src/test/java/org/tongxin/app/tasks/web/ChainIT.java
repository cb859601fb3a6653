package org.tongxin.app.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Board;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.People;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Quiet;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.HandOrders;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;
import org.tongxin.app.tasks.TaskState;
import org.tongxin.app.tasks.Tasks;

/** The way down and up, and the people it calls for, in a made-up district of two streets. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
class ChainIT {

    private static final String DISTRICT = "310199";
    private static final String STREET = "310199001";
    private static final String OTHER_STREET = "310199002";
    private static final String WILLOW = "310199001001";
    private static final String MAPLE = "310199001002";
    private static final String CEDAR = "310199002001";
    private static final Instant START = Instant.parse("2030-05-06T01:00:00Z");

    private static int orderNumber;
    private static Instant present = START;

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
    HandOrders handOrders;

    @Autowired
    Answers answers;

    @Autowired
    Tasks tasks;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Board board;

    @Autowired
    DistrictClock clock;

    @Autowired
    DueWorkRunner due;

    @Autowired
    Quiet quiet;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        present = present.plus(Duration.ofDays(3));
        clock.holdAt(present);
        if (organisation.findDistrict().isEmpty()) {
            load();
        }
        person("chenli", "陈立", Role.DUTY_OFFICER, DISTRICT);
        person("zhoujie", "周洁", Role.DUTY_OFFICER, DISTRICT);
        person("wangmin", "王敏", Role.STREET_WORKER, STREET);
        person("heqing", "何清", Role.STREET_WORKER, OTHER_STREET);
        person("lina", "李娜", Role.COMMUNITY_WORKER, WILLOW);
        person("sunping", "孙平", Role.COMMUNITY_WORKER, MAPLE);
    }

    @AfterEach
    void realTime() {
        jdbc.sql("delete from street_coverage").update();
        clock.holdAt(null);
    }

    private void load() {
        registry.addAreas(List.of(
                area(DISTRICT, AreaLevel.DISTRICT, "虹滨区", 31.20),
                area(STREET, AreaLevel.STREET, "柳荫街道", 31.20),
                area(OTHER_STREET, AreaLevel.STREET, "雪松街道", 31.24),
                area(WILLOW, AreaLevel.COMMUNITY, "柳荫苑居委会", 31.2000),
                area(MAPLE, AreaLevel.COMMUNITY, "枫树居委会", 31.2100),
                area(CEDAR, AreaLevel.COMMUNITY, "雪松居委会", 31.2400),
                new Registry.NewArea(
                        one(WILLOW + "C001", AreaLevel.COMPOUND, "柳荫苑", 31.2001), null, 300, false, null, null)));
        registry.addPosts(List.of(
                DutyPost.at(
                        id("gate"),
                        WILLOW + "C001",
                        "UNMANAGED_ENTRANCE",
                        "柳荫苑北门",
                        "Willow Court north gate",
                        1,
                        1,
                        null,
                        31.2001,
                        121.5),
                DutyPost.at(id("site"), MAPLE, "SCREENING_SITE", "枫树采样点", "Maple site", 2, 1, "NURSE", 31.21, 121.5)));
        registry.addUnits(List.of(new Registry.NewUnit(
                id("unit"), "区档案馆", "Archive", "PUBLIC_BODY", "STATIONED_UNIT", CEDAR, TestDistrict.underDistrict())));
        registry.addPeople(List.of(
                helper("near", "甲某", WILLOW, null),
                helper("far", "乙某", MAPLE, null),
                Registry.NewPerson.allDay(
                        id("nurse"), "丙某", Person.Kind.POSTED, id("unit"), CEDAR, "NURSE", true, true)));
    }

    private static Registry.NewPerson helper(String key, String name, String home, String skill) {
        return Registry.NewPerson.allDay(id(key), name, Person.Kind.VOLUNTEER, null, home, skill, true, true);
    }

    private static Registry.NewArea area(String path, AreaLevel level, String name, double latitude) {
        return Registry.NewArea.of(one(path, level, name, latitude));
    }

    private static Area one(String path, AreaLevel level, String name, double latitude) {
        return new Area(id(path), path, level, "MADE_UP", name, "Willow " + path, true, true, latitude, 121.5);
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Actor person(String login, String name, Role role, String area) {
        if (accounts.findActor(login).isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword(login, name, People.PASSWORD));
            accounts.appoint(
                            Actor.system(),
                            login,
                            new Post(role, area, "岗位", START.minusSeconds(60), START.plus(Duration.ofDays(365))))
                    .orThrow();
        }
        return actor(login);
    }

    private Actor actor(String login) {
        return accounts.findActor(login).orElseThrow();
    }

    /** An order to both streets and all communities, due in four hours. */
    private UUID issue(boolean staffing) {
        orderNumber++;
        NewOrder order = new NewOrder(
                "test:" + orderNumber,
                "COUNT",
                "报独居老人数",
                "Count people living alone",
                "区预案第3条",
                "区指挥部",
                List.of(
                        new TaskField("alone", "独居老人", "Living alone", "人"),
                        new TaskField("medicine", "需要配药", "Need medicine", "人")),
                4,
                staffing,
                TaskLevel.COMMUNITY,
                clock.now().plus(Duration.ofHours(4)),
                null);
        List<String> streets = List.of(STREET, OTHER_STREET);
        return orders.issue(actor("chenli"), order, streets, streets).orThrow();
    }

    private Task task(UUID order, TaskLevel level, String area) {
        return tasks.ofOrder(order, level, area, "", 10).getFirst();
    }

    private void report(String login, Task task, long alone, long medicine) {
        Task now = tasks.find(task.id(), DISTRICT).orElseThrow();
        answers.report(
                        actor(login),
                        new TaskReport(task.id(), Map.of("alone", alone, "medicine", medicine), ""),
                        now.version())
                .orThrow();
    }

    private MockHttpSession enter(String login) throws Exception {
        return (MockHttpSession)
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", People.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession(false);
    }

    private ResultActions look(MockHttpSession session, String address) throws Exception {
        return mvc.perform(get(address).session(session));
    }

    private ResultActions send(MockHttpSession session, String address, String... parameters) throws Exception {
        MockHttpServletRequestBuilder request = post(address).session(session).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request);
    }

    /** What the page says after a form was sent. */
    private String after(MockHttpSession session, ResultActions sent) throws Exception {
        var answer = sent.andExpect(status().is3xxRedirection()).andReturn();
        return mvc.perform(get(answer.getResponse().getRedirectedUrl())
                        .session(session)
                        .flashAttrs(answer.getFlashMap()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void everyRoleOpensItsTasks() throws Exception {
        UUID order = issue(false);
        MockHttpSession worker = enter("lina");
        String phone = look(worker, "/tasks").andReturn().getResponse().getContentAsString();
        assertThat(phone).contains("李娜，今天还有").contains("签收");
        assertThat(phone.length()).isLessThan(100_000);
        look(enter("wangmin"), "/tasks").andExpect(content().string(containsString("还没应答")));
        MockHttpSession officer = enter("chenli");
        look(officer, "/tasks").andExpect(content().string(containsString("2个街镇还没报齐")));
        look(officer, "/tasks/orders/" + order).andExpect(content().string(containsString("柳荫苑居委会")));
        look(officer, "/tasks/" + task(order, TaskLevel.STREET, STREET).id())
                .andExpect(content().string(containsString("柳荫街道")));
        look(officer, "/tasks?lang=en").andExpect(content().string(containsString("Orders down")));
    }

    @Test
    void workersSeeAndAnswerOnlyTheirOwnArea() throws Exception {
        UUID order = issue(false);
        UUID maple = task(order, TaskLevel.COMMUNITY, MAPLE).id();
        MockHttpSession lina = enter("lina");
        look(lina, "/tasks/" + maple).andExpect(status().isNotFound());
        send(lina, "/tasks/" + maple + "/report", "version", "1", "nil", "true").andExpect(status().isNotFound());
        send(lina, "/tasks/" + maple + "/acknowledgement").andExpect(status().isNotFound());
        MockHttpSession other = enter("heqing");
        look(other, "/tasks/" + maple).andExpect(status().isNotFound());
        send(other, "/tasks/" + maple + "/return", "version", "1", "reason", "x")
                .andExpect(status().isNotFound());
        assertThat(tasks.find(maple, DISTRICT).orElseThrow().state()).isEqualTo(TaskState.ISSUED);
    }

    @Test
    void refusedReportKeepsWhatWasTyped() throws Exception {
        Task task = task(issue(false), TaskLevel.COMMUNITY, WILLOW);
        String address = "/tasks/" + task.id() + "/report";
        MockHttpSession lina = enter("lina");

        String missing = after(
                lina,
                send(lina, address, "version", "1", "figure-alone", "１ ２３", "figure-medicine", "", "note", "晚上再补"));
        assertThat(missing)
                .contains("T-006")
                .contains("“需要配药”还没填")
                .contains("１ ２３")
                .contains("晚上再补");
        String negative =
                after(lina, send(lina, address, "version", "1", "figure-alone", "-4", "figure-medicine", "2"));
        assertThat(negative).contains("T-007").contains("value=\"-4\"");
        String words = after(lina, send(lina, address, "version", "1", "figure-alone", "三", "figure-medicine", "2"));
        assertThat(words).contains("T-012");

        after(lina, send(lina, address, "version", "1", "figure-alone", "１ ２３", "figure-medicine", "0"));
        assertThat(tasks.find(task.id(), WILLOW).orElseThrow().figures()).containsEntry("alone", 123L);
        String late = after(lina, send(lina, address, "version", "1", "figure-alone", "9", "figure-medicine", "9"));
        assertThat(late).contains("T-005").contains("李娜").contains("已经报过");
    }

    @Test
    void nilIsOneTap() throws Exception {
        Task task = task(issue(false), TaskLevel.COMMUNITY, WILLOW);
        MockHttpSession lina = enter("lina");
        after(lina, send(lina, "/tasks/" + task.id() + "/report", "version", "1", "nil", "true"));
        assertThat(tasks.find(task.id(), WILLOW).orElseThrow().figures())
                .containsOnly(Map.entry("alone", 0L), Map.entry("medicine", 0L));
    }

    @Test
    void secondOfTwoOfficersIsToldThatNothingWaits() throws Exception {
        Task task = task(issue(false), TaskLevel.STREET, STREET);
        report("wangmin", task, 5, 1);
        MockHttpSession first = enter("chenli");
        MockHttpSession second = enter("zhoujie");
        assertThat(after(
                        first, send(first, "/tasks/acceptance", "ids", task.id().toString())))
                .contains("已认可1件");
        assertThat(after(
                        second,
                        send(second, "/tasks/acceptance", "ids", task.id().toString())))
                .contains("T-008");
        look(second, "/tasks/" + task.id()).andExpect(content().string(containsString("陈立")));
    }

    @Test
    void answerSentBackAndGivenAgainKeepsBothRevisions() throws Exception {
        Task task = task(issue(false), TaskLevel.COMMUNITY, WILLOW);
        report("lina", task, 5, 1);
        MockHttpSession street = enter("wangmin");
        String address = "/tasks/" + task.id() + "/return";
        int version = tasks.find(task.id(), STREET).orElseThrow().version();
        assertThat(after(street, send(street, address, "version", version + "", "reason", " ")))
                .contains("T-009");
        assertThat(after(street, send(street, address, "version", version + "", "reason", "问13800138000")))
                .contains("P-023");
        after(street, send(street, address, "version", version + "", "reason", "少了3号楼"));
        look(enter("lina"), "/tasks/" + task.id()).andExpect(content().string(containsString("少了3号楼")));
        report("lina", task, 8, 2);
        look(street, "/tasks/" + task.id()).andExpect(content().string(containsString("报过2次")));
        assertThat(jdbc.sql("select count(*)::int from task_report where task_id = ?")
                        .param(task.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void figuresOfCommunitiesAddUpToTheStreetsFigure() throws Exception {
        UUID order = issue(false);
        report("lina", task(order, TaskLevel.COMMUNITY, WILLOW), 5, 1);
        report("sunping", task(order, TaskLevel.COMMUNITY, MAPLE), 7, 2);
        Task street = task(order, TaskLevel.STREET, STREET);
        MockHttpSession wangmin = enter("wangmin");
        look(wangmin, "/tasks/" + street.id())
                .andExpect(content().string(containsString("系统已汇总")))
                .andExpect(content().string(containsString("value=\"12\"")));
        report("wangmin", street, 12, 3);
        assertThat(tasks.sums(order, TaskLevel.STREET, STREET))
                .isEqualTo(tasks.sums(order, TaskLevel.COMMUNITY, STREET));
        look(enter("chenli"), "/tasks/orders/" + order).andExpect(content().string(containsString("居村合计12")));
    }

    @Test
    void overdueTaskIsRemindedOnceAndThenEscalated() {
        Task task = task(issue(false), TaskLevel.COMMUNITY, WILLOW);
        clock.holdAt(task.dueAt().plusSeconds(60));
        due.runDue();
        due.runDue();
        Task reminded = tasks.find(task.id(), WILLOW).orElseThrow();
        assertThat(reminded.reminders()).isEqualTo(1);
        assertThat(reminded.escalatedAt()).isNull();
        clock.holdAt(task.dueAt().plus(Duration.ofHours(13)));
        due.runDue();
        assertThat(tasks.find(task.id(), WILLOW).orElseThrow().escalatedAt()).isNotNull();
    }

    @Test
    void withdrawnTasksDisappear() throws Exception {
        UUID order = issue(false);
        Task task = task(order, TaskLevel.COMMUNITY, WILLOW);
        orders.withdraw(actor("chenli"), "test:" + orderNumber, null);
        assertThat(tasks.toDo(TaskLevel.COMMUNITY, WILLOW))
                .noneMatch(open -> open.id().equals(task.id()));
        assertThat(tasks.progress(TaskLevel.COMMUNITY, DISTRICT, order).total()).isZero();
        Outcome<Task> late =
                answers.report(actor("lina"), new TaskReport(task.id(), Map.of("alone", 1L, "medicine", 1L), ""), 2);
        assertThat(late.toString()).contains("T-005");
        look(enter("lina"), "/tasks/" + task.id()).andExpect(content().string(containsString("不用再报")));
    }

    @Test
    void officerIssuesByHandAfterSeeingHowManyTasksGoOut() throws Exception {
        MockHttpSession officer = enter("chenli");
        String dueAt = clock.local(clock.now().plus(Duration.ofHours(6))).toString();
        String[] form = {
            "title", "报今晚值守人数", "basis", "指挥部第7号决定", "due", dueAt, "fields", "到岗人数（人） | On post", "onward", "true"
        };
        send(officer, "/tasks/orders", form).andExpect(content().string(containsString("发出5件任务")));
        List<String> sent = new ArrayList<>(List.of(form));
        sent.addAll(List.of("confirmed", "true"));
        String page = after(officer, send(officer, "/tasks/orders", sent.toArray(String[]::new)));
        assertThat(page).contains("报今晚值守人数").contains("已下达");
        send(officer, "/tasks/orders", "title", "", "basis", "", "due", "", "fields", "")
                .andExpect(content().string(containsString("还有4处要改")));
        look(officer, "/tasks/orders/new").andExpect(status().isOk());
        look(enter("wangmin"), "/tasks/orders/new").andExpect(status().isForbidden());
    }

    @Test
    void anOrderByHandIsWithdrawnByTheDutyOfficerAloneAndOneOfAPlanIsNot() throws Exception {
        MockHttpSession officer = enter("chenli");
        String dueAt = clock.local(clock.now().plus(Duration.ofHours(6))).toString();
        send(
                officer,
                "/tasks/orders",
                "title",
                "报夜间巡查",
                "basis",
                "指挥部决定",
                "due",
                dueAt,
                "fields",
                "巡查（次） | Rounds",
                "confirmed",
                "true");
        UUID order = jdbc.sql("select id from task_order where title = '报夜间巡查'")
                .query(UUID.class)
                .single();
        assertThat(handOrders.withdraw(actor("wangmin"), order).toString()).contains("I-003");
        look(enter("wangmin"), "/tasks/orders/" + order).andExpect(content().string(not(containsString("撤回这项任务"))));
        look(officer, "/tasks/orders/" + order).andExpect(content().string(containsString("撤回这项任务")));
        assertThat(handOrders.open(clock.now().minusSeconds(1), clock.now()))
                .extracting(HandOrders.Open::id)
                .contains(order);

        send(officer, "/tasks/orders/" + order + "/withdrawal");

        assertThat(tasks.progress(TaskLevel.STREET, DISTRICT, order).total()).isZero();
        assertThat(handOrders.open(clock.now().minusSeconds(1), clock.now()))
                .extracting(HandOrders.Open::id)
                .doesNotContain(order);
        for (UUID none : List.of(order, issue(false))) {
            assertThat(handOrders.withdraw(actor("chenli"), none).toString()).contains("T-004");
        }
    }

    @Test
    void orderWithNineFiguresIsRefused() throws Exception {
        MockHttpSession officer = enter("chenli");
        String dueAt = clock.local(clock.now().plus(Duration.ofHours(6))).toString();
        send(officer, "/tasks/orders", "title", "太多", "basis", "x", "due", dueAt, "fields", "a\nb\nc\nd\ne\nf\ng\nh\ni")
                .andExpect(content().string(containsString("T-001")));
    }

    private LocalDate staff() {
        issue(true);
        quiet.await(Duration.ofSeconds(20));
        LocalDate day = clock.today();
        dispatch.plan(actor("chenli"), day, "test").orThrow();
        return day;
    }

    private Assignment at(LocalDate day, String post) {
        return dispatch.assignments(day, DISTRICT).stream()
                .filter(assignment -> assignment.postId().equals(id(post)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unmanagedCompoundIsCoveredByItsNearestMember() throws Exception {
        LocalDate day = staff();
        assertThat(at(day, "gate").personName()).isEqualTo("甲某");
        assertThat(at(day, "gate").state()).isEqualTo("INVITED");
        assertThat(at(day, "site").state()).as("posted staff are not asked").isEqualTo("CONFIRMED");
        MockHttpSession officer = enter("chenli");
        look(officer, "/dispatch").andExpect(content().string(containsString("1个岗位缺人，其余1个都有人")));
        dispatch.answer(actor("chenli"), day, Map.of(at(day, "gate").id(), true))
                .orThrow();
        look(officer, "/dispatch").andExpect(content().string(containsString("2个岗位都有人")));
        look(officer, "/dispatch?q=north gate").andExpect(content().string(not(containsString("枫树采样点"))));
        look(officer, "/dispatch/posts/" + id("gate"))
                .andExpect(content().string(containsString("甲某")))
                .andExpect(content().string(containsString("还可以找谁")));
        look(enter("heqing"), "/dispatch/posts/" + id("gate")).andExpect(status().isNotFound());
        var before = dispatch.assignments(day, DISTRICT);
        dispatch.plan(actor("chenli"), day, "again").orThrow();
        assertThat(dispatch.assignments(day, DISTRICT))
                .as("same input, same plan")
                .isEqualTo(before);
    }

    @Test
    void lookingAtAPostStaffsNothing() throws Exception {
        LocalDate day = staff();
        jdbc.sql("delete from assignment where shift_day = ? and post_id = ?")
                .params(day, id("site"))
                .update();
        jdbc.sql("delete from shift_post where shift_day = ? and post_id = ?")
                .params(day, id("site"))
                .update();
        look(enter("chenli"), "/dispatch/posts/" + id("gate")).andExpect(status().isOk());
        assertThat(dispatch.coverage(day, DISTRICT).posts()).isEqualTo(1);
    }

    @Test
    void volunteerWhoDeclinesLeavesNoMark() throws Exception {
        LocalDate day = staff();
        MockHttpSession lina = enter("lina");
        String gate = id("gate").toString();
        String asked = at(day, "gate").id().toString();
        String page = after(
                lina,
                send(lina, "/dispatch/answers", "day", day + "", "post", gate, "assignment", asked, "comes", "false"));
        assertThat(page).contains("还缺1人").doesNotContain("甲某").doesNotContain("拒");
        assertThat(board.lacking(day, DISTRICT)).hasSize(1);
        assertThat(after(
                        lina,
                        send(
                                lina,
                                "/dispatch/answers",
                                "day",
                                day + "",
                                "post",
                                gate,
                                "assignment",
                                asked,
                                "comes",
                                "true")))
                .contains("D-003");

        MockHttpSession officer = enter("chenli");
        after(officer, send(officer, "/dispatch/plans", "day", day + ""));
        assertThat(at(day, "gate").personName()).isEqualTo("乙某");
        assertThat(dispatch.openGaps(DISTRICT))
                .as("closed only once someone has confirmed")
                .hasSize(1);
        dispatch.answer(actor("chenli"), day, Map.of(at(day, "gate").id(), true))
                .orThrow();
        assertThat(dispatch.openGaps(DISTRICT)).isEmpty();

        quiet.await(Duration.ofSeconds(20));
        clock.holdAt(
                day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8)).plusSeconds(60));
        due.runDue();
        assertThat(tablesThatName(id("near").toString(), day)).isEmpty();
    }

    /** Tables, other than the register of people itself, where a person's id stands anywhere in a row of this day. */
    private List<String> tablesThatName(String person, LocalDate day) {
        List<String> found = new ArrayList<>();
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name <> 'person' order by 1")
                .query(String.class)
                .list()) {
            String today = table.equals("assignment") ? " and t.shift_day = '" + day + "'" : "";
            int rows = jdbc.sql("select count(*)::int from \"" + table + "\" t where strpos(t::text, ?) > 0" + today)
                    .param(person)
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
