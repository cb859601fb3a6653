package org.tongxin.app.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.core.roll.RollDoubt;

/** A roll of a group chat: in as sums that a person kept, out as a text of at most 200 characters. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class RollIT {

    private static final String ROLL = "#接龙\n1. 3号楼502 王秀兰 青菜2份\n2. 3号楼601 青菜1份 大米1.5斤\n3. 5号楼101 青菜4份";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Orders orders;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    private UUID task = new UUID(0, 0);
    private int issued;

    @BeforeEach
    void open() {
        district.open();
        issued = jdbc.sql("select count(*)::int from task_order")
                .query(Integer.class)
                .single();
        NewOrder order = new NewOrder(
                "test:roll" + issued,
                "COUNT",
                "报买菜需求",
                "Vegetables",
                "区预案第3条",
                "区指挥部" + issued,
                List.of(
                        new TaskField("homes" + issued, "要买菜的户" + issued, "Homes", "户"),
                        new TaskField("greens" + issued, "青菜" + issued, "Greens", "份")),
                4,
                false,
                TaskLevel.STREET,
                clock.now().plus(Duration.ofHours(4)),
                null);
        orders.issue(district.actor("officer"), order, List.of(STREET), List.of(STREET));
        task = jdbc.sql("select t.id from task t join task_order o on o.id = t.order_id where o.origin = ?")
                .param("test:roll" + issued)
                .query(UUID.class)
                .single();
        district.settle();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private MockHttpSession session() throws Exception {
        return district.session(mvc, "street");
    }

    private String page(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }

    @Test
    void rowsAreShownAndNothingIsSavedUnconfirmed() throws Exception {
        String page = page(mvc.perform(post("/tasks/" + task + "/roll")
                        .param("text", ROLL)
                        .session(session())
                        .with(csrf())
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andReturn());
        assertThat(page).contains("3-502", "3-601", "5-101", "青菜", "7份");
        assertThat(jdbc.sql("select count(*) from task_report where task_id = ?")
                        .param(task)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(traces()).as("rows of the database that hold the text").isZero();
    }

    @Test
    void aRowThatIsNotClearIsUntickedAndInNoSum() throws Exception {
        String page = page(mvc.perform(post("/tasks/" + task + "/roll")
                        .param("text", "1. 3号楼 青菜大概40份\n2. 4号楼 青菜2份\n3. 5号楼 无")
                        .session(session())
                        .with(csrf())
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andReturn());
        assertThat(page).contains("请您定", "有1行看不准", "2份").doesNotContain("42份");
        assertThat(page).containsPattern("name=\"row\" value=\"0\">").containsPattern("value=\"1\" checked");
    }

    private String read(Locale language, String text, String... more) throws Exception {
        MockHttpServletRequestBuilder request = post("/tasks/" + task + "/roll")
                .param("text", text)
                .session(session())
                .with(csrf())
                .param("lang", language.toLanguageTag());
        for (int place = 0; place < more.length; place += 2) {
            request.param(more[place], more[place + 1]);
        }
        return page(mvc.perform(request).andExpect(status().isOk()).andReturn());
    }

    @Test
    void aRowThatIsAskedAboutSaysItsLineItsWordsAndWhy() throws Exception {
        String text = "#接龙\n1. 3号楼 青菜大概40份\n2. 4号楼 青菜2份";
        assertThat(read(Locale.SIMPLIFIED_CHINESE, text))
                .contains("第2行", "value=\"1. 3号楼 青菜大概40份\"", "“大概”不是准数。问清楚，写上准数。")
                .doesNotContain("“青菜大概”");
        assertThat(read(Locale.ENGLISH, text))
                .contains("Line 2", "value=\"1. 3号楼 青菜大概40份\"", "“大概” is no exact number. Ask, then write the number.");
    }

    @Test
    void amongFiveHundredRowsThoseAskedAboutComeFirst() throws Exception {
        StringBuilder text = new StringBuilder("#接龙");
        for (int row = 1; row <= 500; row++) {
            text.append('\n')
                    .append(row)
                    .append(". ")
                    .append(row % 40 + 1)
                    .append('-')
                    .append(100 + row);
            text.append(row == 317 ? " 青菜大概2份" : " 青菜2份");
        }
        String page = read(Locale.SIMPLIFIED_CHINESE, text.toString());
        assertThat(page).contains("请您定的1行", "看清了的499行", "第318行").containsOnlyOnce("name=\"line-");
        assertThat(page.indexOf("“大概”")).isLessThan(page.indexOf("看清了的499行"));
    }

    @Test
    void aLineMendedBesideItsQuestionIsReadAgainAndTicksStay() throws Exception {
        String page = read(
                Locale.SIMPLIFIED_CHINESE,
                "1. 3号楼 青菜大概40份\n2. 4号楼 青菜2份\n3. 5号楼 呼啦圈1份\n4. 6号楼 青菜1份",
                "again",
                "1",
                "line-1",
                "1. 3号楼 青菜40份",
                "row",
                "2",
                "row",
                "3");
        assertThat(page).doesNotContain("大概").contains("请您定的1行", "41份");
        assertThat(page).containsPattern("value=\"0\" checked").containsPattern("value=\"2\" checked");
        assertThat(page).as("what was struck stays so").containsPattern("name=\"row\" value=\"1\">");
    }

    /** Each sentence is asked for by name, so that a reason without words is seen here and not on the page. */
    @Test
    void everyReasonHasWords() {
        for (RollDoubt.Reason reason : RollDoubt.Reason.values()) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(messages.getMessage("tasks.roll.doubt." + reason, new Object[] {"大概", "12"}, language))
                        .as("%s in %s", reason, language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void theSumsOfKeptRowsStandInTheFormOfTheAnswer() throws Exception {
        MvcResult put = mvc.perform(post("/tasks/" + task + "/roll/sums")
                        .param("text", ROLL)
                        .param("row", "0", "2")
                        .param("to.rows", "homes" + issued)
                        .param("to.青菜|份", "greens" + issued)
                        .session(session())
                        .with(csrf()))
                .andReturn();
        assertThat(put.getResponse().getRedirectedUrl()).isEqualTo("/tasks/" + task + "#report");
        assertThat(put.getFlashMap().get("form"))
                .isEqualTo(Map.of("figure-homes" + issued, "2", "figure-greens" + issued, "6"));
        assertThat(traces()).isZero();
        mvc.perform(post("/tasks/" + task + "/report")
                        .param("version", "1")
                        .param("figure-homes" + issued, "2")
                        .param("figure-greens" + issued, "6")
                        .session(session())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String page = page(mvc.perform(get("/tasks/" + task).session(session()).locale(Locale.SIMPLIFIED_CHINESE))
                .andReturn());
        String result = page.substring(page.indexOf("id=\"result\""));
        result = result.substring(result.indexOf('>') + 1, result.indexOf("</textarea>"));
        assertThat(result).contains("柳荫街道", "青菜" + issued + "6份").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void halfAPoundIsNoWholeNumberAndTheTextStays() throws Exception {
        String page = page(mvc.perform(post("/tasks/" + task + "/roll/sums")
                        .param("text", ROLL)
                        .param("row", "0", "1")
                        .param("to.大米|斤", "greens" + issued)
                        .session(session())
                        .with(csrf())
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andReturn());
        assertThat(page).contains("T-030", "1.5", "3号楼601");
        String nothing = page(mvc.perform(post("/tasks/" + task + "/roll")
                        .param("text", "收到")
                        .session(session())
                        .with(csrf()))
                .andReturn());
        assertThat(nothing).contains("T-029");
    }

    @Test
    void onlyThePostThatAnswersReadsRolls() throws Exception {
        mvc.perform(get("/tasks/" + task + "/roll").session(district.session(mvc, "officer")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/tasks/" + task + "/roll").session(session())).andExpect(status().isOk());
    }

    /** Of the name of a person in the roll, in everything that is written by the way. */
    private long traces() {
        return jdbc.sql("select (select count(*) from audit_entry a where to_jsonb(a)::text like '%王秀兰%')"
                        + " + (select count(*) from task_report r where to_jsonb(r)::text like '%王秀兰%')")
                .query(Long.class)
                .single();
    }
}
