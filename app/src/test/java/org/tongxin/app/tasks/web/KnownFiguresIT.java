package org.tongxin.app.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.KnownFigures;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;
import org.tongxin.app.tasks.Tasks;

/** One number is asked once: also where another ring gave it, the words are spelled otherwise, or the program holds it itself. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class KnownFiguresIT {

    private static final String WILLOW = STREET + "001";
    private static final String MAPLE = STREET + "002";
    private static final TaskField ALONE = new TaskField("f1", "独居老人数", "Living alone", "人");

    private static int orders;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Registry registry;

    @Autowired
    Orders issue;

    @Autowired
    Answers answers;

    @Autowired
    Tasks tasks;

    @Autowired
    KnownFigures known;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        if (jdbc.sql("select count(*) from area where level = 'COMMUNITY'")
                        .query(Long.class)
                        .single()
                == 0) {
            registry.addAreas(List.of(district.community(WILLOW, "柳荫"), district.community(MAPLE, "枫树")));
        }
        jdbc.sql("truncate task_order cascade").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private Outcome<UUID> order(TaskLevel goesTo, String why, TaskField... fields) {
        NewOrder order = new NewOrder(
                "test:known:" + orders++,
                "COUNT",
                "报数" + orders,
                "Count " + orders,
                "区预案第3条",
                "区民政局",
                List.of(fields),
                2,
                false,
                goesTo,
                clock.now().plus(Duration.ofHours(4)),
                null);
        return issue.issue(
                district.actor("officer"),
                order,
                List.of(STREET),
                goesTo == TaskLevel.COMMUNITY ? List.of(STREET) : List.of(),
                why);
    }

    private Task at(UUID order, TaskLevel level, String place) {
        return tasks.ofOrder(order, level, place, "", 1).getFirst();
    }

    private void answer(UUID order, String place, long value) {
        Task task = at(order, TaskLevel.COMMUNITY, place);
        answers.reportAll(district.actor("street"), List.of(new TaskReport(task.id(), Map.of("f1", value), "")));
    }

    private Map<String, KnownFigures.Known> known(UUID order, TaskLevel level, String place) {
        return known.today(at(order, level, place));
    }

    @ParameterizedTest
    @CsvSource({"独居老人数, 人", "独居老人, 人", "独居 老人人数, 名", "“独居老人”总数, 人", "独居老人 数量, 位", "独居、老人, 人"})
    void spellingMakesNoOtherFigure(String label, String unit) {
        answer(order(TaskLevel.COMMUNITY, "", ALONE).orThrow(), WILLOW, 17);
        TaskField again = new TaskField("f7", label, "Alone", unit);
        assertThat(order(TaskLevel.COMMUNITY, "", again).toString())
                .as("asked twice")
                .contains("T-014");
        UUID other = order(TaskLevel.COMMUNITY, "每天两报", again).orThrow();
        assertThat(known(other, TaskLevel.COMMUNITY, WILLOW).get("f7").value()).isEqualTo(17);
        assertThat(known(other, TaskLevel.COMMUNITY, MAPLE)).as("another place").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"独居老人数, 户, ''", "独居老年人, 人, ''", "独居老人（含孤老）, 人, ''", "独居老人数, 人, 含户籍在外的"})
    void anotherUnitNameOrRuleIsAnotherFigure(String label, String unit, String rule) {
        answer(order(TaskLevel.COMMUNITY, "", ALONE).orThrow(), WILLOW, 17);
        UUID other = order(TaskLevel.COMMUNITY, "", new TaskField("f7", label, "Alone", unit, rule))
                .orThrow();
        assertThat(known(other, TaskLevel.COMMUNITY, WILLOW)).isEmpty();
    }

    @Test
    void aStreetIsNotAskedWhatAllItsCommunitiesAnswered() throws Exception {
        UUID below = order(TaskLevel.COMMUNITY, "", ALONE).orThrow();
        UUID street = order(TaskLevel.STREET, "", new TaskField("f7", "独居老人", "Alone", "人"))
                .orThrow();
        answer(below, WILLOW, 17);
        assertThat(known(street, TaskLevel.STREET, STREET))
                .as("a part is not the whole")
                .isEmpty();
        answer(below, MAPLE, 5);
        assertThat(known(street, TaskLevel.STREET, STREET).get("f7").value()).isEqualTo(22);

        Task task = at(street, TaskLevel.STREET, STREET);
        assertThat(page("street", task, "zh-CN"))
                .contains("22人", "下一级反馈合计")
                .doesNotContain("data-tx-for=\"figure-f7\"");
        assertThat(page("street", task, "en")).contains("answers of the ring below added up");
        UUID ruled = order(TaskLevel.STREET, "", new TaskField("f8", "独居老人", "Alone", "人", "七十岁以上"))
                .orThrow();
        assertThat(known(ruled, TaskLevel.STREET, STREET)).as("by another rule").isEmpty();
        assertThat(page("street", at(ruled, TaskLevel.STREET, STREET), "zh-CN")).contains("口径：七十岁以上", "figure-f8-rule");
    }

    private String page(String login, Task task, String language) throws Exception {
        return mvc.perform(get("/tasks/" + task.id()).param("lang", language).session(district.session(mvc, login)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheProgramHoldsItselfIsNotAsked() throws Exception {
        house.stock("known", Storehouse.MASK, 4_000, null);
        TaskField masks = new TaskField("f7", "口罩库存数", "Masks in stock", "只");
        UUID order = order(TaskLevel.STREET, "", masks, ALONE).orThrow();
        Map<String, KnownFigures.Known> held = known(order, TaskLevel.STREET, STREET);
        assertThat(held).containsOnlyKeys("f7");
        assertThat(held.get("f7").value()).isEqualTo(4_000);
        assertThat(page("street", at(order, TaskLevel.STREET, STREET), "zh-CN")).contains("4000只", "系统已有");

        UUID thing = order(TaskLevel.STREET, "", new TaskField("f9", "口罩", "Masks", "只"))
                .orThrow();
        assertThat(known(thing, TaskLevel.STREET, STREET))
                .as("wanted or held is not said")
                .isEmpty();
        UUID ruled = order(TaskLevel.STREET, "", new TaskField("f8", "口罩库存", "Masks", "只", "只算N95"))
                .orThrow();
        assertThat(known(ruled, TaskLevel.STREET, STREET))
                .as("by a rule that is not the ledger's")
                .isEmpty();
    }

    @Test
    void anotherStreetsAnswersAreNothingHeldHere() {
        answer(order(TaskLevel.COMMUNITY, "", ALONE).orThrow(), WILLOW, 17);
        NewOrder there = new NewOrder(
                "test:known:there",
                "COUNT",
                "报数",
                "Count",
                "区预案第3条",
                "区民政局",
                List.of(ALONE),
                2,
                false,
                TaskLevel.STREET,
                clock.now().plus(Duration.ofHours(4)),
                null);
        UUID order = issue.issue(district.actor("officer"), there, List.of(OTHER), List.of(), "")
                .orThrow();
        assertThat(known(order, TaskLevel.STREET, OTHER)).isEmpty();
    }
}
