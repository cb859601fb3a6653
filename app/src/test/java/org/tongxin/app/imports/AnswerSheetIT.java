package org.tongxin.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;
import org.tongxin.app.platform.sheet.SheetRow;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.Answers;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.TaskReport;
import org.tongxin.app.tasks.TaskState;
import org.tongxin.app.tasks.Tasks;

/** The list of an order goes out as a file, is filled in with a spreadsheet, and comes back. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class AnswerSheetIT {

    private static final String WILLOW = STREET + "001";
    private static final String MAPLE = STREET + "002";
    private static final String PLUM = OTHER + "001";
    private static int orders;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Imports imports;

    @Autowired
    Orders issue;

    @Autowired
    Answers answers;

    @Autowired
    Tasks tasks;

    @Autowired
    Registry registry;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private UUID order;
    private SentLists lists;

    @BeforeEach
    void open() {
        district.open();
        if (jdbc.sql("select count(*) from area where level = 'COMMUNITY'")
                        .query(Long.class)
                        .single()
                == 0) {
            registry.addAreas(List.of(
                    district.community(WILLOW, "柳荫"), district.community(MAPLE, "枫树"), district.community(PLUM, "梅园")));
        }
        jdbc.sql("delete from import_row").update();
        jdbc.sql("delete from import_file").update();
        order = issue();
        lists = new SentLists(imports, district, "answers-" + order);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    /** An order whose second figure is called as a column of the list is. */
    private UUID issue() {
        orders++;
        NewOrder asked = new NewOrder(
                "test:sheet:" + orders,
                "COUNT",
                "报独居老人第" + orders + "次",
                "Count " + orders,
                "区预案第3条",
                "区民政局第" + orders + "处",
                List.of(
                        new TaskField("alone" + orders, "独居老人" + orders, "Living alone " + orders, "人"),
                        new TaskField("state", "状态", "State", "")),
                2,
                false,
                TaskLevel.COMMUNITY,
                clock.now().plus(Duration.ofHours(4)),
                null);
        List<String> streets = List.of(STREET, OTHER);
        return issue.issue(district.actor("officer"), asked, streets, streets, "测试")
                .orThrow();
    }

    private byte[] file(String login, String format, String language) throws Exception {
        return mvc.perform(get("/tasks/orders/" + order + "/tasks." + format)
                        .param("lang", language)
                        .session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<List<String>> rows(byte[] bytes) {
        List<List<String>> rows = new ArrayList<>();
        Outcome<Integer> read =
                SheetReader.read(bytes, SheetLimits.USUAL, (SheetRow row) -> rows.add(new ArrayList<>(row.cells())));
        read.orThrow();
        rows.forEach(row -> {
            while (row.size() < rows.getFirst().size()) {
                row.add("");
            }
        });
        return rows;
    }

    /** The list with figures and note at a place. */
    private static void fill(List<List<String>> rows, String place, String alone, String state, String note) {
        List<String> row =
                rows.stream().filter(each -> each.contains(place)).findFirst().orElseThrow();
        int first = row.size() - 3;
        row.set(first, alone);
        row.set(first + 1, state);
        row.set(first + 2, note);
    }

    private static String csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }

    private Task at(String place) {
        return tasks.ofOrder(order, TaskLevel.COMMUNITY, place, "", 1).getFirst();
    }

    private Map<String, Long> figures(long alone, long state) {
        return Map.of("alone" + orders, alone, "state", state);
    }

    @Test
    void theListOfAStreetComesBackFilledAndTwiceIsOnce() throws Exception {
        List<List<String>> rows = rows(file("street", "xlsx", "zh-CN"));
        assertThat(rows.getFirst()).contains("区域代码", "独居老人" + orders + "（人）", "状态", "说明");
        assertThat(rows).as("its head, its own answer and its two communities").hasSize(4);
        fill(rows, WILLOW, "１，２００", "0", "两户不在家");

        ImportFile file = lists.checked("street", csv(rows));
        assertThat(List.of(file.added(), file.same(), file.rejected())).containsExactly(1, 2, 0);
        assertThat(at(WILLOW).state()).as("before anybody said so").isEqualTo(TaskState.ISSUED);

        lists.taken("street", file);
        assertThat(at(WILLOW).state()).isEqualTo(TaskState.REPORTED);
        assertThat(at(WILLOW).figures()).isEqualTo(figures(1200, 0));
        assertThat(at(WILLOW).note()).isEqualTo("两户不在家");
        assertThat(at(MAPLE).state()).as("left empty").isEqualTo(TaskState.ISSUED);
        assertThat(lists.checked("street", csv(rows)).same()).as("twice").isEqualTo(3);
        assertThat(lists.checked("street", file("street", "xlsx", "en")).same())
                .as("what stands there now, in the other language")
                .isEqualTo(3);
        assertThat(lists.checked("street", file("street", "csv", "zh-CN")).same())
                .isEqualTo(3);
    }

    @Test
    void aRowThatCannotBeTakenSaysWhyAndNothingIsTaken() throws Exception {
        List<List<String>> rows = rows(file("street", "csv", "zh-CN"));
        fill(rows, WILLOW, "3", "4", "");
        fill(rows, MAPLE, "约20", "1", "");
        ImportFile unreadable = lists.checked("street", csv(rows));
        assertThat(lists.rejected(unreadable)).containsExactly("4 figure-alone" + orders + " T-012");
        assertThat(unreadable.takeable()).isFalse();
        Outcome<UUID> taking = imports.apply(district.actor("street"), unreadable.id());
        assertThat(taking).isInstanceOf(Outcome.Refused.class);
        assertThat(at(WILLOW).state()).isEqualTo(TaskState.ISSUED);

        mvc.perform(get("/imports/" + unreadable.id()).session(district.session(mvc, "street")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("独居老人" + orders + "（人）")))
                .andExpect(content().string(Matchers.containsString("data-label=\"独居老人" + orders + "（人）\"")))
                .andExpect(content().string(Matchers.containsString("约20")))
                .andExpect(content().string(Matchers.containsString("/tasks/orders/" + order)));

        fill(rows, MAPLE, "", "1", "");
        assertThat(lists.rejected(lists.checked("street", csv(rows))))
                .containsExactly("4 figure-alone" + orders + " T-006");
        fill(rows, MAPLE, "-1", "1", "");
        assertThat(lists.rejected(lists.checked("street", csv(rows))))
                .containsExactly("4 figure-alone" + orders + " T-007");
        fill(rows, MAPLE, "1", "1", "电话13812345678");
        assertThat(lists.rejected(lists.checked("street", csv(rows)))).containsExactly("4 note P-023");
        fill(rows, MAPLE, "1", "1", "");
        rows.add(rows.getLast());
        assertThat(lists.rejected(lists.checked("street", csv(rows)))).containsExactly("5 areaCode B-016");
        assertThat(lists.rejected(
                        lists.checked("street", csv(rows.subList(0, 3)).replace(WILLOW, PLUM))))
                .as("a community of another street")
                .containsExactly("3 areaCode T-004");
        assertThat(lists.rejected(
                        lists.checked("street", csv(rows.subList(0, 3)).replaceFirst("\n[^,]+", "\nX-1"))))
                .as("of another order")
                .containsExactly("2 number T-041");
    }

    @Test
    void whatIsAnsweredStaysAndWhatChangedMeanwhileTakesNothing() throws Exception {
        List<List<String>> rows = rows(file("street", "csv", "zh-CN"));
        fill(rows, WILLOW, "3", "4", "");
        fill(rows, MAPLE, "5", "6", "");
        ImportFile file = lists.checked("street", csv(rows));

        answers.reportAll(
                district.actor("street"), List.of(new TaskReport(at(MAPLE).id(), figures(9, 9), "")));
        imports.apply(district.actor("street"), file.id()).orThrow();
        ImportFile after = lists.settled("street", file.id());
        assertThat(after.state()).isEqualTo(ImportFile.State.READY);
        assertThat(after.refused()).isEqualTo("B-017");
        assertThat(at(WILLOW).state()).isEqualTo(TaskState.ISSUED);
        assertThat(at(MAPLE).figures()).isEqualTo(figures(9, 9));
        assertThat(lists.rejected(lists.checked("street", csv(rows)))).containsExactly("4 areaCode T-042");

        answers.sendBack(
                        district.actor("street"),
                        at(MAPLE).id(),
                        "请重数",
                        at(MAPLE).version())
                .orThrow();
        ImportFile corrected = lists.checked("street", csv(rows));
        assertThat(List.of(corrected.added(), corrected.changed())).containsExactly(1, 1);
        lists.taken("street", corrected);
        assertThat(at(MAPLE).figures()).isEqualTo(figures(5, 6));
    }

    @Test
    void onlyThePostAndTheRingAboveItHandIn() throws Exception {
        List<List<String>> rows = rows(file("officer", "csv", "zh-CN"));
        assertThat(rows).as("two streets and three communities").hasSize(6);
        fill(rows, WILLOW, "1", "1", "");
        assertThat(lists.rejected(lists.checked("officer", csv(rows))))
                .as("the district accepts answers of streets")
                .containsExactly("4 areaCode T-043");
        assertThatThrownBy(() -> lists.checked("analyst", csv(rows))).hasMessageContaining("I-003");

        mvc.perform(multipart("/tasks/orders/" + order + "/answers")
                        .file(new MockMultipartFile(
                                "file", "表.csv", "text/csv", csv(rows).getBytes(StandardCharsets.UTF_8)))
                        .with(csrf())
                        .session(district.session(mvc, "street")))
                .andExpect(redirectedUrlPattern("/imports/*"));
        ResultActions empty = mvc.perform(
                multipart("/tasks/orders/" + order + "/answers").with(csrf()).session(district.session(mvc, "street")));
        empty.andExpect(redirectedUrl("/tasks/orders/" + order));
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            mvc.perform(get("/tasks/orders/" + order)
                            .param("lang", language.toLanguageTag())
                            .session(district.session(mvc, "street")))
                    .andExpect(content().string(Matchers.containsString("/tasks/orders/" + order + "/answers")));
        }
        mvc.perform(get("/tasks/orders/" + order).session(district.session(mvc, "analyst")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(order + "/answers"))));
    }
}
