package org.tongxin.app.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.warning.risk.IncidentRating;
import org.tongxin.app.warning.risk.IncidentRatings;
import org.tongxin.app.warning.risk.IncidentRegrading;
import org.tongxin.app.warning.risk.IncidentReport;
import org.tongxin.app.warning.risk.IncidentReports;

/** An incident is graded up and down with a trace, and its reports have clocks. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class IncidentsIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    IncidentRatings incidents;

    @Autowired
    IncidentRegrading regrading;

    @Autowired
    IncidentReports reports;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
        jdbc.sql("truncate incident_rating, incident_grade, incident_report").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private IncidentRating incident(String area) {
        return incidents
                .confirm(
                        district.actor("officer"),
                        new IncidentRatings.Rating(area, "养老院聚集", 3, true, 4, true, "三人发热", "同一层", "老人多"))
                .orThrow();
    }

    private static IncidentRegrading.Change change(int likelihood, int consequence, String reason, int version) {
        return new IncidentRegrading.Change(likelihood, true, consequence, true, reason, version);
    }

    @Test
    void aGradeGoesUpAndDownAndWhatItWasIsKept() throws Exception {
        IncidentRating first = incident(STREET);
        assertThat(first.level()).isEqualTo(RatingLevel.ORANGE);
        IncidentRating up = regrading
                .regrade(district.actor("analyst"), first.id(), change(5, 5, "已出现社区传播", 1))
                .orThrow();
        assertThat(up.level()).isEqualTo(RatingLevel.RED);
        IncidentRating down = regrading
                .regrade(district.actor("officer"), first.id(), change(2, 4, "检测均为阴性", 2))
                .orThrow();
        assertThat(down.level()).isEqualTo(RatingLevel.YELLOW);
        assertThat(regrading.history(first.id()))
                .extracting(g ->
                        g.version() + " " + g.level() + " " + g.newLevel() + " " + g.reason() + " " + g.changedBy())
                .containsExactly("2 RED YELLOW 检测均为阴性 officer", "1 ORANGE RED 已出现社区传播 analyst");
        district.settle();
        assertThat(jdbc.sql("select distinct business_key from timeline_entry where kind = 'IncidentRegraded'")
                        .query(String.class)
                        .list())
                .contains(first.number() + "/2", first.number() + "/3");
        assertThat(jdbc.sql("select (details ->> 'from') || (details ->> 'to') from audit_entry"
                                + " where action = 'incident.regraded' and subject = ? and details ->> 'reason' = ?")
                        .params(first.number(), "检测均为阴性")
                        .query(String.class)
                        .list())
                .containsExactly("REDYELLOW");
        assertThatThrownBy(() ->
                        jdbc.sql("update incident_grade set level = 'NONE'").update())
                .hasMessageContaining("kept as they are");
        for (String language : new String[] {"zh-CN", "en"}) {
            assertThat(page("officer", "/incidents/" + first.id(), language))
                    .contains("已出现社区传播", language.equals("en") ? "orange became red" : "橙色改为红色")
                    .doesNotContain("??");
        }
    }

    @Test
    void onlyTheRightPersonWithAReasonAndTheGradeThatWasSeen() {
        IncidentRating here = incident(STREET);
        assertThat(code(regrading.regrade(district.actor("street"), here.id(), change(5, 5, "x", 1))))
                .isEqualTo("I-003");
        assertThat(code(regrading.regrade(district.actor("officer"), UUID.randomUUID(), change(5, 5, "x", 1))))
                .isEqualTo("W-027");
        assertThat(code(regrading.regrade(district.actor("officer"), here.id(), change(6, 5, "x", 1))))
                .isEqualTo("W-022");
        assertThat(code(regrading.regrade(district.actor("officer"), here.id(), change(5, 5, " ", 1))))
                .isEqualTo("W-028");
        assertThat(code(regrading.regrade(district.actor("officer"), here.id(), change(5, 5, "打13800138000", 1))))
                .isEqualTo("W-028");
        assertThat(code(regrading.regrade(district.actor("officer"), here.id(), change(3, 4, "x", 1))))
                .isEqualTo("W-029");
        assertThat(code(regrading.regrade(district.actor("officer"), here.id(), change(5, 5, "x", 2))))
                .isEqualTo("W-030");
        assertThat(incidents.find(here.id(), OTHER)).isEmpty();
        assertThat(regrading.history(here.id())).isEmpty();
    }

    @Test
    void aWarningThereShowsThatTheGradeChangedAndStaysAsItIs() throws Exception {
        UUID warning = warning(STREET);
        IncidentRating here = incident(STREET);
        IncidentRating elsewhere = incident(OTHER);
        assertThat(page("officer", "/warnings/" + warning, "zh-CN")).doesNotContain("事件级别已变");
        regrading
                .regrade(district.actor("analyst"), here.id(), change(5, 5, "已出现社区传播", 1))
                .orThrow();
        regrading
                .regrade(district.actor("analyst"), elsewhere.id(), change(5, 5, "别处的", 1))
                .orThrow();
        assertThat(page("officer", "/warnings/" + warning, "zh-CN"))
                .contains("事件级别已变", here.number() + "：橙色改为红色", "已出现社区传播")
                .doesNotContain(elsewhere.number());
        assertThat(page("officer", "/warnings/" + warning, "en")).contains("The grade changed");
        assertThat(jdbc.sql("select state || level || version from warning where id = ?")
                        .param(warning)
                        .query(String.class)
                        .single())
                .isEqualTo("PROPOSEDRED1");
    }

    @Test
    void firstFollowUpAndFinalReportHaveTheirClocks() throws Exception {
        IncidentRating here = incident(STREET);
        Instant learned = clock.now().minus(Duration.ofMinutes(30));
        assertThat(reports.next(here)).isEmpty();
        assertThat(code(reports.note(district.actor("officer"), here.id(), 1, clock.now(), "x")))
                .isEqualTo("W-034");
        assertThat(code(reports.learn(district.actor("officer"), here.id(), learned, 3)))
                .isEqualTo("W-031");
        assertThat(code(reports.learn(
                        district.actor("officer"), here.id(), clock.now().plusSeconds(1), 2)))
                .isEqualTo("W-031");
        assertThat(code(reports.learn(district.actor("street"), here.id(), learned, 2)))
                .isEqualTo("I-003");
        reports.learn(district.actor("officer"), here.id(), learned, 2).orThrow();
        assertThat(code(reports.learn(district.actor("officer"), here.id(), learned, 2)))
                .isEqualTo("W-032");
        assertThat(due(here)).isEqualTo("FIRST " + learned.plus(Duration.ofHours(2)));
        assertThat(page("officer", "/desk", "zh-CN")).contains("事件" + here.number() + "的首报报了吗");
        assertThat(code(reports.end(district.actor("officer"), here.id()))).isEqualTo("W-033");

        Instant at = learned.plus(Duration.ofHours(3));
        clock.holdAt(at.plusSeconds(60));
        IncidentReport first = reports.note(district.actor("officer"), here.id(), 1, at, "三人发热，已采样")
                .orThrow();
        assertThat(first.late()).isTrue();
        assertThat(first.lateBy()).isEqualTo(Duration.ofHours(1));
        assertThat(code(reports.note(district.actor("analyst"), here.id(), 1, at, "三人发热")))
                .as("the same report a second time")
                .isEqualTo("W-034");
        assertThat(due(here)).isEqualTo("FOLLOW_UP " + at.plus(Duration.ofHours(24)));
        String shown = page("officer", "/incidents/" + here.id(), "zh-CN");
        assertThat(shown).contains("本次报告迟报1小时", "续报应在", "建议值").doesNotContain("??");
        assertThat(shown.substring(shown.indexOf("本次报告迟报"), shown.indexOf("三人发热，已采样")))
                .as("late is the report, no person stands beside it")
                .doesNotContain("officer");

        clock.holdAt(at.plus(Duration.ofHours(24)));
        assertThat(reports.note(district.actor("officer"), here.id(), 2, clock.now(), "无新增")
                        .orThrow()
                        .late())
                .isFalse();
        reports.end(district.actor("officer"), here.id()).orThrow();
        Instant over = clock.now();
        assertThat(due(here)).isEqualTo("FINAL " + over.plus(Duration.ofDays(14)));
        assertThat(code(reports.note(district.actor("officer"), here.id(), 3, clock.now(), "联系13800138000")))
                .isEqualTo("W-035");
        reports.note(district.actor("officer"), here.id(), 3, clock.now(), "结束").orThrow();
        assertThat(reports.next(incidents.find(here.id(), "").orElseThrow())).isEmpty();
        assertThat(reports.open("")).isEmpty();
        assertThat(page("officer", "/incidents/" + here.id(), "en")).contains("final report", "in time");
    }

    @Test
    void theFormsOfThePageDoTheSame() throws Exception {
        IncidentRating here = incident(STREET);
        String base = "/incidents/" + here.id();
        send(base + "/clock", "learned", "2026-03-26T10:00", "hours", "24");
        send(base + "/reports", "serial", "1", "at", "2026-03-26T10:20", "content", "首次报告");
        send(base + "/end");
        send(base + "/reports", "serial", "2", "at", "2026-03-26T10:30", "content", "终次报告");
        send(base + "/grade", "likelihood", "1", "consequence", "2", "reason", "已排除", "version", "1");
        assertThat(reports.of(here.id()))
                .extracting(IncidentReport::kind)
                .containsExactly(IncidentReport.Kind.FIRST, IncidentReport.Kind.FINAL);
        assertThat(regrading.history(here.id())).hasSize(1);
        mvc.perform(get(base).session(district.session(mvc, "meixi"))).andExpect(status().isNotFound());
    }

    private void send(String address, String... fields) throws Exception {
        var request = post(address).session(district.session(mvc, "officer")).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        var result = mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn();
        assertThat(result.getFlashMap().get("refusal")).as(address).isNull();
    }

    private String due(IncidentRating incident) {
        return reports.next(incidents.find(incident.id(), "").orElseThrow())
                .map(due -> due.kind() + " " + due.at())
                .orElseThrow();
    }

    private static String code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }

    private UUID warning(String area) {
        UUID id = UUID.nameUUIDFromBytes(area.getBytes(StandardCharsets.UTF_8));
        jdbc.sql(
                        "insert into area_rating (id, area_path, data_day, level, computed, changed, rule, rules_version, reasons,"
                                + " lowered_by, figures, rated_at, event_id) values (:id, :area, :day, 'RED', 'RED', false, 'R', '1',"
                                + " '[]', '[]', '{}', now(), :id) on conflict do nothing")
                .param("id", id)
                .param("area", area)
                .param("day", TestDistrict.YESTERDAY)
                .update();
        jdbc.sql("insert into warning (id, number, area_path, kind, level, area_affected, cautions, actions, issuer,"
                        + " exercise, state, rating_id, drafted_at) values (:id, '2026-001', :area, '公共卫生事件', 'RED',"
                        + " '柳荫街道', '少聚集', '通风', '东临区人民政府', false, 'PROPOSED', :id, :at) on conflict do nothing")
                .param("id", id)
                .param("area", area)
                .param("at", Timestamp.from(clock.now()))
                .update();
        return id;
    }

    private String page(String login, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
