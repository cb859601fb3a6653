package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.plans.PlanDistrict.STREET;
import static org.tongxin.app.plans.PlanDistrict.refusal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.tasks.HandOrders;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.warning.RatingLevel;

/** The forms of plans and measures: what was read is what is signed, and a refusal loses nothing that was typed. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(PlanDistrict.class)
class PlanPagesIT {

    private static final ResponseMode MODE = ResponseMode.CO_GOVERNANCE_PLUS;
    private static final String BOOK = "/plans/books/" + MODE.file();
    private static final String VERSION = "version." + MODE;
    private static final String ACTIVATION = "/plans/activation";

    @Autowired
    MockMvc mvc;

    @Autowired
    PlanDistrict district;

    @Autowired
    Plans plans;

    @Autowired
    PlanChanges changes;

    @Autowired
    Measures measures;

    @Autowired
    DistrictClock clock;

    @Autowired
    Orders orders;

    @Autowired
    HandOrders handOrders;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
        jdbc.sql("truncate plan_change, plan_revision").update();
    }

    @Test
    void aVersionPutInForceSinceThePageWasOpenedIsRefusedWithWhatChanged() throws Exception {
        assertThat(page("signatory", ACTIVATION)).contains("name=\"" + VERSION + "\" value=\"1\"");
        revise(6);

        String again = refused(ACTIVATION, activation("1").param("reason", "多点散发"));

        assertThat(plans.active()).isEmpty();
        assertThat(again)
                .contains("A-015", "第1版", "第1.1版", BOOK + "?version=1.1", "<del>T+12小时", "<ins>T+6小时")
                .contains(">多点散发<", "name=\"" + VERSION + "\" value=\"1.1\"");
        mvc.perform(activation("1.1")
                        .param("reason", "多点散发")
                        .session(district.session(mvc, "signatory"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/plans"));
        assertThat(plans.active().orElseThrow().playbookVersion()).isEqualTo("1.1");
    }

    @Test
    void aVersionThatNeverWasIsRefused() {
        for (String version : List.of("", "2", "1.7", "一")) {
            assertThat(refusal(plans.activate(
                                    district.actor("signatory"),
                                    new Plans.Activation(
                                            MODE,
                                            version,
                                            "理由",
                                            2,
                                            "启动",
                                            clock.now().plus(Duration.ofDays(3)))))
                            .code())
                    .as(version)
                    .isEqualTo("A-015");
        }
    }

    @Test
    void theTextUnderWhichAResponseRunsCanBeReadAfterThePlanWasRevised() throws Exception {
        district.activate("signatory", MODE, "理由").orThrow();
        revise(6);

        String link = BOOK + "?version=1\"";
        assertThat(page("street", "/plans")).contains(link);
        assertThat(page("street", ACTIVATION)).contains(link);
        assertThat(page("street", BOOK + "?version=1"))
                .contains("以前的一版")
                .contains("T+12小时</td><td data-label=\"要报的数\">已齐项数");
        assertThat(page("street", BOOK)).doesNotContain("以前的一版");
        for (String unknown : List.of("2", "1.9", "1.x", "x")) {
            mvc.perform(get(BOOK).param("version", unknown).session(district.session(mvc, "street")))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void theStandDownIsSignedBesideWhatStaysOpenAndIsOfNoPlan() throws Exception {
        PlanActivation active = district.activate("signatory", MODE, "理由").orThrow();
        district.settle();
        assertThat(page("signatory", "/plans")).doesNotContain("解除后还开着的");
        UUID order = orders.issue(
                        district.actor("officer"),
                        new NewOrder(
                                "hand:" + clock.now(),
                                "HAND",
                                "报消毒用品",
                                "Report disinfectants",
                                "指挥部决定",
                                "区指挥部",
                                List.of(),
                                2,
                                false,
                                TaskLevel.STREET,
                                clock.now().plus(Duration.ofHours(6)),
                                null),
                        List.of(STREET),
                        List.of())
                .orThrow();
        call();

        assertThat(page("signatory", "/plans"))
                .contains("解除后还开着的", "报消毒用品", "/tasks/orders/" + order + "\"", "正在进行的紧急招呼：1个");
        assertThat(page("officer", "/plans")).contains("href=\"/dispatch/calls\">正在进行的紧急招呼：1个");
        plans.standDown(district.actor("signatory"), active.id(), "结束", active.version())
                .orThrow();
        district.settle();
        assertThat(page("officer", "/plans?lang=en"))
                .contains("Stood down; what is still open", "Report disinfectants", "Urgent calls that run: 1");
        page("officer", "/plans?lang=zh-CN");

        handOrders.withdraw(district.actor("officer"), order).orThrow();
        jdbc.sql("update urgent_call set ended_at = opened_at").update();
        assertThat(page("signatory", "/plans")).doesNotContain("还开着的");
    }

    private void call() {
        Timestamp now = Timestamp.from(clock.now());
        jdbc.sql(
                        "insert into urgent_call (id, number, area_path, latitude, longitude, kind, what, wanted, radius_metres,"
                                + " reached, opened_by, opened_at, ends_at) values (gen_random_uuid(), 'C-1', ?, 31.2, 121.5,"
                                + " 'MEDICINE', '取药', 1, 500, 0, 'officer', ?, cast(? as timestamptz) + interval '60 minutes')")
                .params(STREET, now, now)
                .update();
    }

    @Test
    void whatARefusedActivationHeldStandsInItsFormAgain() throws Exception {
        district.warn(STREET, RatingLevel.ORANGE);

        assertThat(refused(
                        ACTIVATION,
                        post(ACTIVATION)
                                .param("mode", "THREE_NETWORKS")
                                .param("version.THREE_NETWORKS", "1")
                                .param("reason", "道路中断")
                                .param("level", "3")
                                .param("days", "十天")))
                .contains("A-014", "value=\"THREE_NETWORKS\" checked", "value=\"3\" selected", "value=\"十天\"")
                .contains(">道路中断<");
        assertThat(plans.active()).isEmpty();
    }

    @Test
    void whatARefusedStandDownHeldStandsInItsFormAgain() throws Exception {
        PlanActivation active = district.activate("signatory", MODE, "理由").orThrow();

        assertThat(refused(
                        "/plans",
                        post("/plans/" + active.id() + "/standing-down")
                                .param("version", "99")
                                .param("reason", "连续七天没有新的")))
                .contains("A-006", ">连续七天没有新的<");
    }

    @Test
    void whatARefusedRevisionChoseIsChosenAgain() throws Exception {
        PlanItem supports = item("K4");
        propose(due(supports, 6));
        propose(due(item("K3"), 1));
        PlanChange chosen = changes.proposed().stream()
                .filter(change -> change.item().equals("K4"))
                .findFirst()
                .orElseThrow();

        String again = refused(
                "/plans/changes",
                post("/plans/revisions").param("change", chosen.id().toString()).param("reason", "长".repeat(501)));

        assertThat(again).contains("A-013").contains("value=\"" + chosen.id() + "\" checked");
        assertThat(again.split("type=\"checkbox\" name=\"change\"", -1)).hasSize(3);
        assertThat(again.split("checked=\"checked\"", -1)).as("one of two").hasSize(2);
    }

    @Test
    void whatARefusedFormOfAMeasureHeldStandsInItAgain() throws Exception {
        Measure measure = measures.decide(
                        district.actor("signatory"),
                        new Measures.Decision(
                                "LIMIT_VENUE",
                                "DISTRICT_COMMAND",
                                STREET,
                                "关闭浴室",
                                "人多且不通风",
                                List.of(new Alternative("只测温", "不够")),
                                clock.now(),
                                clock.now().plus(Duration.ofDays(2)),
                                null))
                .orThrow();
        String address = "/measures/" + measure.id();

        assertThat(refused(
                        address, post(address + "/end").param("version", "99").param("reason", "浴室已整改")))
                .contains(">浴室已整改<");
        measures.start(district.actor("officer"), measure.id(), measure.version())
                .orThrow();
        assertThat(refused(
                        address,
                        post(address + "/review")
                                .param("version", "99")
                                .param("act", "CHANGED")
                                .param("content", "浴室限流")
                                .param("to", "2026-04-01T08:00")
                                .param("reason", "整改一半")))
                .contains(">浴室限流<", ">整改一半<", "value=\"2026-04-01T08:00\"", "value=\"CHANGED\" selected");
        assertThat(refused(
                        "/measures",
                        post("/measures")
                                .param("competence", "LIMIT_VENUE|DISTRICT_COMMAND")
                                .param("area", STREET)
                                .param("content", "关闭泳池")))
                .contains("value=\"LIMIT_VENUE|DISTRICT_COMMAND\" selected", ">关闭泳池<");
        assertThat(refused(
                        "/measures",
                        post("/measures")
                                .param("competence", "LIMIT_VENUE|DISTRICT_COMMAND")
                                .param("area", STREET)
                                .param("content", "关闭泳池")
                                .param("explanation", "水质不合格")
                                .param("way1", "只限流")
                                .param("why1", "问张三13800138000")
                                .param(
                                        "from",
                                        clock.local(clock.now()).toString().substring(0, 16))
                                .param(
                                        "to",
                                        clock.local(clock.now().plus(Duration.ofDays(2)))
                                                .toString()
                                                .substring(0, 16))))
                .contains("P-024", "“为什么不够”里有", "value=\"问张三13800138000\"", ">关闭泳池<");
    }

    /** The page to which a refused form of the signatory leads back. */
    private String refused(String address, MockHttpServletRequestBuilder form) throws Exception {
        Map<String, ?> flash = mvc.perform(
                        form.session(district.session(mvc, "signatory")).with(csrf()))
                .andExpect(redirectedUrl(address))
                .andReturn()
                .getFlashMap();
        return mvc.perform(
                        get(address).session(district.session(mvc, "signatory")).flashAttrs(Map.copyOf(flash)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String login, String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder activation(String version) {
        return post(ACTIVATION).param("mode", MODE.name()).param(VERSION, version);
    }

    private void revise(int dueHours) {
        propose(due(item("K4"), dueHours));
        changes.sign(
                        district.actor("mayor"),
                        changes.proposed().stream().map(PlanChange::id).toList(),
                        "教训")
                .orThrow();
    }

    private void propose(PlanItem after) {
        changes.propose(
                        district.actor("officer"),
                        new PlanChanges.Proposal(PlanLibrary.COMMON, after.code(), after, "教训", null))
                .orThrow();
    }

    private PlanItem item(String code) {
        return changes.find(code).orElseThrow().item();
    }

    private static PlanItem due(PlanItem item, int hours) {
        return new PlanItem(
                item.code(),
                item.level(),
                item.post(),
                item.title(),
                item.titleEn(),
                hours,
                item.basis(),
                item.basisText(),
                item.source(),
                item.staffing(),
                item.minutes(),
                item.fields());
    }
}
