package org.tongxin.app.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.risk.IncidentRatings;
import org.tongxin.core.rating.IncidentMatrix;

/** Close watch of a street, the register of risk factors, and ratings of incidents, through their pages and services. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class SupervisionIT {

    private static final String COMMUNITY = STREET + "001";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Supervisions supervisions;

    @Autowired
    SupervisionActions actions;

    @Autowired
    RiskFactors factors;

    @Autowired
    IncidentRatings incidents;

    @Autowired
    Registry registry;

    @Autowired
    Ids ids;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
        if (jdbc.sql("select count(*) from area where path = ?")
                        .param(COMMUNITY)
                        .query(Long.class)
                        .single()
                == 0) {
            registry.addAreas(List.of(Registry.NewArea.of(new Area(
                    ids.of("area", COMMUNITY),
                    COMMUNITY,
                    AreaLevel.COMMUNITY,
                    "RESIDENTS_COMMITTEE",
                    "柳荫一居",
                    "Liuyin First",
                    true,
                    true,
                    null,
                    null))));
        }
        jdbc.sql("delete from supervision_action").update();
        jdbc.sql("delete from supervision_renewal").update();
        jdbc.sql("delete from supervision").update();
        jdbc.sql("delete from risk_factor").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private Supervision watch() {
        return supervisions
                .open(district.actor("officer"), new Supervisions.Opening(STREET, "信号三天不降", "street", 7))
                .orThrow();
    }

    @Test
    void onlyTheDutyOfficerOpensWithReasonOwnerAndEnd() {
        assertThat(supervisions
                        .open(district.actor("analyst"), new Supervisions.Opening(STREET, "因为", "street", 7))
                        .toString())
                .contains("I-003");
        assertThat(refusal(" ", "street", 7)).contains("V-002");
        assertThat(refusal("因为", "meixi", 7)).as("a post of another street").contains("V-003");
        assertThat(refusal("因为", "street", 15)).contains("V-004", "15");
        Supervision opened = watch();

        assertThat(opened.endsAt()).isEqualTo(clock.now().plus(Duration.ofDays(7)));
        assertThat(refusal("因为", "street", 7)).contains("V-005", opened.number());
    }

    private String refusal(String why, String owner, int days) {
        return supervisions
                .open(district.actor("officer"), new Supervisions.Opening(STREET, why, owner, days))
                .toString();
    }

    @Test
    void itGoesOnOnlyByDecisionWithAReasonAndLapsesOtherwise() {
        Supervision opened = watch();
        assertThat(supervisions
                        .renew(district.actor("officer"), opened.id(), 7, " ", opened.version())
                        .toString())
                .contains("V-007");

        clock.holdAt(clock.now().plus(Duration.ofDays(6)));
        Supervision renewed = supervisions
                .renew(district.actor("officer"), opened.id(), 14, "级别没有降", opened.version())
                .orThrow();
        assertThat(renewed.endsAt()).isEqualTo(clock.now().plus(Duration.ofDays(14)));
        assertThat(supervisions.renewals(opened.id()))
                .singleElement()
                .satisfies(renewal -> assertThat(renewal.reason()).isEqualTo("级别没有降"));
        assertThat(supervisions
                        .end(
                                district.actor("officer"),
                                opened.id(),
                                Supervision.Outcome.RESOLVED,
                                "好了",
                                opened.version())
                        .toString())
                .as("the version of before the renewal")
                .contains("V-009");

        clock.holdAt(renewed.endsAt());
        supervisions.runDue();
        Supervision lapsed = supervisions.find(opened.id(), "").orElseThrow();
        assertThat(lapsed.open()).isFalse();
        assertThat(lapsed.outcome()).isEqualTo(Supervision.Outcome.LAPSED);
        district.settle();
        assertThat(jdbc.sql("select kind from timeline_entry where business_key like ? order by occurred_at, kind")
                        .param(opened.number() + "/%")
                        .query(String.class)
                        .list())
                .containsExactly("SupervisionOpened", "SupervisionRenewed", "SupervisionEnded");
    }

    @Test
    void itEndsWithAnOutcomeAndANote() {
        Supervision opened = watch();
        assertThat(supervisions
                        .end(district.actor("officer"), opened.id(), Supervision.Outcome.RESOLVED, "", opened.version())
                        .toString())
                .contains("V-008");
        Supervision ended = supervisions
                .end(
                        district.actor("officer"),
                        opened.id(),
                        Supervision.Outcome.NOT_CONFIRMED,
                        "复核无异常",
                        opened.version())
                .orThrow();
        assertThat(ended.outcome()).isEqualTo(Supervision.Outcome.NOT_CONFIRMED);
        assertThat(supervisions.open(STREET)).isEmpty();
    }

    @Test
    void whatCannotBeDoneOnTheSpotIsPassedUpWithAReason() {
        Supervision opened = watch();
        SupervisionAction action = actions.add(district.actor("street"), opened.id(), COMMUNITY, "核对无物业小区的出入口")
                .orThrow();
        assertThat(action.ring()).isEqualTo(Ring.COMMUNITY);
        assertThat(actions.add(district.actor("street"), opened.id(), COMMUNITY, "打13800138000问")
                        .toString())
                .contains("F-003");
        assertThat(actions.add(district.actor("street"), opened.id(), OTHER, "看一看")
                        .toString())
                .contains("V-010");
        assertThat(actions.done(district.actor("meixi"), action.id(), action.version())
                        .toString())
                .as("another street does not see it")
                .contains("V-006");
        assertThat(actions.passUp(district.actor("street"), action.id(), "", action.version())
                        .toString())
                .contains("V-007");

        SupervisionAction street = actions.passUp(district.actor("street"), action.id(), "没有人手", action.version())
                .orThrow();
        assertThat(street.areaPath()).isEqualTo(STREET);
        assertThat(street.passedFrom()).isEqualTo(COMMUNITY);
        SupervisionAction top = actions.passUp(district.actor("street"), street.id(), "要区里协调", street.version())
                .orThrow();
        assertThat(top.ring()).isEqualTo(Ring.DISTRICT);
        assertThat(actions.passUp(district.actor("officer"), top.id(), "再提", top.version())
                        .toString())
                .contains("V-013");
        assertThat(actions.done(district.actor("officer"), top.id(), top.version())
                        .orThrow()
                        .open())
                .isFalse();
    }

    @Test
    void theIndexSuggestsAndAPersonOpens() throws Exception {
        district.report(district.point("suggests", STREET), TODAY.minusDays(1), 3);
        assertThat(supervisions.suggestions("")).as("no level is orange").isEmpty();

        jdbc.sql("update risk_index set level = 'ORANGE' where area_path = ?")
                .param(STREET)
                .update();

        assertThat(supervisions.suggestions(""))
                .singleElement()
                .satisfies(risk -> assertThat(risk.areaPath()).isEqualTo(STREET));
        assertThat(supervisions.suggestions(OTHER)).isEmpty();
        assertThat(page("officer", "/supervision", "zh-CN")).contains("指数建议列入 1", "拟一份");
        assertThat(watch().suggested()).isTrue();
        assertThat(supervisions.suggestions("")).as("it is watched").isEmpty();
    }

    @Test
    void pagesAreWordedInBothLanguages() throws Exception {
        Supervision opened = watch();
        RiskFactor factor = written("菜场通道拥挤");
        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("officer", "/supervision/" + opened.id(), language))
                    .contains("信号三天不降")
                    .doesNotContain("??");
            assertThat(page("officer", "/supervision?area=" + STREET, language)).doesNotContain("??");
            assertThat(page("street", "/risk-factors", language))
                    .contains("菜场通道拥挤")
                    .doesNotContain("??");
            assertThat(page("street", "/risk-factors/" + factor.id(), language)).doesNotContain("??");
        }
    }

    @Test
    void anotherStreetSeesNeitherCloseWatchNorRiskFactor() throws Exception {
        Supervision opened = watch();
        RiskFactor factor = written("菜场通道拥挤");

        for (String address : List.of("/supervision/" + opened.id(), "/risk-factors/" + factor.id())) {
            mvc.perform(get(address).session(district.session(mvc, "meixi"))).andExpect(status().isNotFound());
        }
        assertThat(page("meixi", "/supervision?area=" + STREET, "zh-CN")).doesNotContain(opened.number());
        assertThat(page("meixi", "/risk-factors?area=" + STREET, "zh-CN")).doesNotContain(factor.number());
        assertThat(page("meixi", "/risk-factors/register.csv", "zh-CN")).doesNotContain(factor.number());
    }

    private RiskFactor written(String description) {
        return factors.report(district.actor("street"), factor(COMMUNITY, description))
                .orThrow();
    }

    private static RiskFactors.NewFactor factor(String area, String description) {
        return new RiskFactors.NewFactor(
                area, RiskFactor.Kind.CROWDED_SITE, description, RiskFactor.Affected.FROM_50, TODAY.plusDays(3));
    }

    @Test
    void theRegisterRefusesPersonalDataForeignPlacesAndEmptyWords() {
        assertThat(refused(COMMUNITY, "张先生电话13800138000")).contains("F-003", "PHONE_NUMBER");
        assertThat(refused(COMMUNITY, "证件310115199001011234")).contains("F-003", "IDENTITY_NUMBER");
        assertThat(refused(OTHER, "菜场拥挤")).contains("F-001");
        assertThat(refused(COMMUNITY, " ")).contains("F-002");
        assertThat(factors.list("", null, 10)).isEmpty();
        RiskFactor factor = written("菜场通道拥挤");
        assertThat(factors.change(
                                district.actor("street"),
                                factor.id(),
                                RiskFactor.State.SOLVED,
                                "已告知13800138000",
                                factor.version())
                        .toString())
                .contains("F-003");
    }

    private String refused(String area, String description) {
        return factors.report(district.actor("street"), factor(area, description))
                .toString();
    }

    @Test
    void aRiskFactorIsSolvedWhereItLiesOrPassedUp() {
        RiskFactor factor = written("两个门夜里都敞开");
        assertThat(factor.ring()).isEqualTo(Ring.COMMUNITY);
        RiskFactor passed = factors.change(
                        district.actor("street"), factor.id(), RiskFactor.State.PASSED_UP, "居村没有人", factor.version())
                .orThrow();
        assertThat(passed.ring()).isEqualTo(Ring.STREET);
        RiskFactor solved = factors.change(
                        district.actor("officer"), factor.id(), RiskFactor.State.SOLVED, "区里派了人", passed.version())
                .orThrow();
        assertThat(solved.solvedRing()).isEqualTo(Ring.DISTRICT);
        assertThat(factors.change(
                                district.actor("street"),
                                factor.id(),
                                RiskFactor.State.BEING_SOLVED,
                                "",
                                passed.version())
                        .toString())
                .contains("F-006", "officer");
    }

    @Test
    void theFileOpensInASpreadsheetAndHoldsNoFormula() throws Exception {
        written("=HYPERLINK(\"http://example.com\")");
        byte[] bytes = mvc.perform(get("/risk-factors/register.csv").session(district.session(mvc, "street")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").contains("'=HYPERLINK").contains("人员密集场所");
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() throws Exception {
        Map<String, Object> flash = mvc.perform(post("/risk-factors")
                        .with(csrf())
                        .session(district.session(mvc, "street"))
                        .param("area", COMMUNITY)
                        .param("kind", "OTHER")
                        .param("description", "打13800138000")
                        .param("affected", "UNDER_10")
                        .param("due", TODAY.toString()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getFlashMap();
        assertThat(flash.get("form").toString()).contains("打13800138000");
        assertThat(flash.get("refusal").toString()).contains("F-003");
    }

    @Test
    void anIncidentIsRatedByAPersonAndWhatIsAssumedCountsHigher() throws Exception {
        assertThat(incidents.draft("", STREET).matrix()).isEqualTo(new IncidentMatrix(3, 3, false, false));
        IncidentRatings.Rating rating =
                new IncidentRatings.Rating(STREET, "养老院聚集", 3, false, 4, true, "三人发热", "同一层", "老人多");
        assertThat(incidents.confirm(district.actor("street"), rating).toString())
                .contains("I-003");
        var confirmed = incidents.confirm(district.actor("officer"), rating).orThrow();

        assertThat(confirmed.level()).as("3 assumed counts as 4; 4 by 4").isEqualTo(RatingLevel.ORANGE);
        assertThat(confirmed.confidence()).isEqualTo(IncidentMatrix.Confidence.MODERATE);
        assertThat(page("officer", "/incidents/rating", "zh-CN")).contains("养老院聚集", "3（推定，按4算）");
        assertThat(page("officer", "/incidents/rating?area=" + STREET, "en")).doesNotContain("??");
        assertThat(page("meixi", "/incidents/rating", "zh-CN")).doesNotContain("养老院聚集");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'incident.rated' and subject = ?")
                        .param(confirmed.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(incidents
                        .confirm(
                                district.actor("officer"),
                                new IncidentRatings.Rating(STREET, "x", 6, true, 4, true, "a", "b", "c"))
                        .toString())
                .contains("W-022");
    }

    private String page(String login, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
