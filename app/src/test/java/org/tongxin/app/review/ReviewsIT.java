package org.tongxin.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What happened, in order, how late, and what was learned. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class ReviewsIT {

    private static final Instant START = Instant.parse("2026-03-20T00:00:00Z");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Reviews reviews;

    @Autowired
    Timeline timeline;

    @Autowired
    AfterActions afterActions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
        jdbc.sql("delete from timeline_entry").update();
        jdbc.sql("delete from lesson").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　"})
    void aLessonWithoutAnOwnerIsRefused(String owner) {
        assertThat(refusal(reviews.record(district.actor("officer"), "签收慢", "改为一键签收", owner, "", TODAY.plusDays(7))))
                .isEqualTo(Refusal.of("R-001"));
        assertThat(reviews.lessons(DISTRICT)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("insert into lesson values (gen_random_uuid(), '签收慢', '改', '', null,"
                                + " current_date, 'officer', now())")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aLessonNeedsAFindingAChangeAndADayToCome() {
        assertThat(refusal(reviews.record(district.actor("officer"), " ", "改", "区指挥部", "", TODAY)))
                .isEqualTo(Refusal.of("R-002"));
        assertThat(refusal(reviews.record(district.actor("officer"), "慢", " ", "区指挥部", "", TODAY)))
                .isEqualTo(Refusal.of("R-002"));
        assertThat(refusal(reviews.record(district.actor("officer"), "慢", "改", "区指挥部", "", TODAY.minusDays(1)))
                        .code())
                .isEqualTo("R-003");
        assertThat(refusal(reviews.record(district.actor("street"), "慢", "改", "区指挥部", "", TODAY))
                        .code())
                .isEqualTo("I-003");
    }

    @Test
    void aLessonIsShortAndPointsToNobody() {
        assertThat(refusal(reviews.record(district.actor("officer"), "慢", "字".repeat(501), "区指挥部", "", TODAY)))
                .isEqualTo(Refusal.of("R-004", 501, 500, 100));
        assertThat(refusal(reviews.record(district.actor("officer"), "慢", "改", "岗".repeat(101), "", TODAY))
                        .code())
                .isEqualTo("R-004");
        assertThat(refusal(reviews.record(district.actor("officer"), "慢", "打13800138000", "区指挥部", "", TODAY)))
                .isEqualTo(Refusal.of("R-005"));
        assertThat(reviews.lessons(DISTRICT)).isEmpty();
    }

    @Test
    void equalWordsForTwoPostsAreTwoLessons() {
        for (String owner : List.of("区指挥部", "街镇值班岗")) {
            reviews.record(district.actor("officer"), "慢", "改", owner, "", TODAY)
                    .orThrow();
        }
        assertThat(reviews.lessons(DISTRICT)).extracting(Lesson::owner).containsExactlyInAnyOrder("区指挥部", "街镇值班岗");
    }

    @Test
    void theSameLessonIsKeptOnceHoweverOftenItIsSent() {
        UUID first = reviews.record(district.actor("officer"), "慢", "改", "区指挥部", "A5", TODAY)
                .orThrow();
        UUID again = reviews.record(district.actor("officer"), "慢", "改", "区指挥部", "A5", TODAY)
                .orThrow();
        district.settle();

        assertThat(again).isEqualTo(first);
        assertThat(reviews.lessons(DISTRICT)).singleElement().satisfies(lesson -> {
            assertThat(lesson.owner()).isEqualTo("区指挥部");
            assertThat(lesson.planItem()).isEqualTo("A5");
            assertThat(lesson.dueDay()).isEqualTo(TODAY);
        });
        assertThat(timeline.totals(DISTRICT)).containsEntry("LessonRecorded", 1L);
    }

    @Test
    void delaysAreCountedPerStepFromWhatCausedIt() {
        for (int minutes : new int[] {10, 20, 90}) {
            UUID issued = keep("TaskIssued", minutes == 90 ? OTHER : STREET, 0, null);
            keep("TaskAcknowledged", minutes == 90 ? OTHER : STREET, minutes, issued);
        }
        // Something else that a task caused, and an acknowledgement of nothing, are not this step.
        keep("Dispatched", STREET, 7, keep("TaskIssued", STREET, 1, null));
        keep("TaskAcknowledged", STREET, 500, null);

        assertThat(reviews.delays(DISTRICT))
                .containsExactly(
                        new StepDelay("issueToAcknowledgement", 3, 20, 90, OTHER),
                        new StepDelay("issueToDispatch", 1, 6, 6, STREET));
    }

    @Test
    void aCauseCountsOnceByItsFirstEffect() {
        UUID issued = keep("TaskIssued", STREET, 0, null);
        keep("TaskReported", STREET, 30, issued);
        keep("TaskReported", STREET, 300, issued);

        assertThat(reviews.delays(DISTRICT)).containsExactly(new StepDelay("issueToReport", 1, 30, 30, STREET));
    }

    @Test
    void aStreetSeesTheDelaysOfItsOwnTerritoryOnly() {
        keep("TaskAcknowledged", OTHER, 90, keep("TaskIssued", OTHER, 0, null));
        keep("TaskAcknowledged", STREET, 10, keep("TaskIssued", STREET, 0, null));

        assertThat(reviews.delays(STREET)).containsExactly(new StepDelay("issueToAcknowledgement", 1, 10, 10, STREET));
    }

    @Test
    void pagingThroughTheTimelineShowsEveryEntryOnceAndInOrder() {
        // Many share an instant and a kind, and arrive in another order than they happened.
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 47; i++) {
            kept.add(keep(i % 3 == 0 ? "TaskIssued" : "TaskReported", i % 2 == 0 ? STREET : OTHER, (47 - i) / 9, null));
        }

        List<TimelineEntry> all = read(DISTRICT, 7);

        assertThat(all).extracting(TimelineEntry::eventId).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(TimelineEntry::occurredAt)
                        .thenComparing(TimelineEntry::kind)
                        .thenComparing(TimelineEntry::businessKey));
        assertThat(read(DISTRICT, 1)).isEqualTo(all);
        assertThat(read(STREET, 5))
                .hasSize(24)
                .allMatch(entry -> entry.areaPath().equals(STREET));
    }

    @Test
    void anEventOfAnotherTerritoryLooksLikeOneThatDoesNotExist() throws Exception {
        UUID own = keep("TaskIssued", STREET, 0, null);
        UUID foreign = keep("TaskIssued", OTHER, 0, null);
        UUID above = keep("PlanActivated", DISTRICT, 0, null);

        assertThat(statusOf("street", own)).isEqualTo(200);
        assertThat(statusOf("street", foreign)).isEqualTo(404);
        assertThat(statusOf("street", above)).isEqualTo(404);
        assertThat(statusOf("street", UUID.randomUUID())).isEqualTo(404);
        assertThat(statusOf("officer", foreign)).isEqualTo(200);
    }

    @Test
    void theCausesOfAnEventAreToldEffectFirst() {
        UUID first = keep("CountsReported", DISTRICT, 0, null);
        UUID second = keep("SignalDetected", STREET, 1, first);
        UUID third = keep("AreaRated", STREET, 2, second);

        assertThat(timeline.causes(third)).extracting(TimelineEntry::eventId).containsExactly(third, second, first);
    }

    @Test
    void theReviewPageOpens() throws Exception {
        keep("TaskAcknowledged", STREET, 10, keep("TaskIssued", STREET, 0, null));

        mvc.perform(get("/review").session(district.session(mvc, "officer"))).andExpect(status().isOk());
    }

    @Test
    void theReportTellsOneResponseInBothLanguagesAndNothingOutsideIt() throws Exception {
        UUID before = keep("WarningIssued", STREET, 0, null);
        UUID begun = keep("PlanActivated", DISTRICT, 10, before);
        UUID measure = keep("MeasureDecided", STREET, 20, begun);
        keep("MeasureInForce", STREET, 50, measure);
        keep("PlanStoodDown", DISTRICT, 100, begun);
        keep("MeasureDecided", OTHER, 200, null);
        jdbc.sql("update timeline_entry set business_key = ? where kind = 'PlanStoodDown'")
                .param(begun.toString())
                .update();
        reviews.record(district.actor("officer"), "开始得慢", "提前备好配套", "街镇保障岗", "K4", TODAY.plusDays(3))
                .orThrow();

        reviews.recordOfExercise(
                        district.actor("officer"),
                        new Reviews.Drill("YL-1", DISTRICT),
                        "没人接电话",
                        "换成总机",
                        "街镇值班岗",
                        "K3",
                        TODAY.plusDays(3))
                .orThrow();

        AfterAction report = afterActions.find(DISTRICT, begun.toString()).orElseThrow();

        assertThat(report.until()).isEqualTo(START.plusSeconds(6_000));
        assertThat(report.causes()).extracting(TimelineEntry::kind).containsExactly("WarningIssued", "PlanActivated");
        assertThat(report.decisions())
                .extracting(TimelineEntry::kind)
                .containsExactly("PlanActivated", "MeasureDecided", "MeasureInForce", "PlanStoodDown");
        assertThat(report.delays()).containsExactly(new StepDelay("decisionToStart", 1, 30, 30, STREET));
        assertThat(report.totals()).containsEntry("MeasureDecided", 1L).doesNotContainKey("WarningIssued");
        assertThat(report.lessons()).extracting(Lesson::planItem).containsExactly("K4");
        assertThat(afterActions.find(STREET, begun.toString())).isEmpty();
        assertThat(page("/review/reports/" + begun + "?lang=zh-CN")).contains("应对情况报告", "提前备好配套", "还没有写进预案");
        assertThat(page("/review/reports/" + begun + "?lang=en")).contains("After-action report", "not in a plan yet");
        mvc.perform(get("/review/reports/" + UUID.randomUUID()).session(district.session(mvc, "officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aResponseThatRunsIsToldUpToNow() {
        UUID begun = keep("PlanActivated", DISTRICT, 0, null);

        assertThat(afterActions.find(DISTRICT, begun.toString()))
                .hasValueSatisfying(report -> assertThat(report.ended()).isNull());
    }

    @Test
    void whatARefusedLessonHeldStandsInItsFormAgain() throws Exception {
        for (String day : List.of("2026-03-01", "", "三月")) {
            var flash = mvc.perform(post("/review/lessons")
                            .param("finding", "签收慢")
                            .param("change", "一键签收")
                            .param("owner", "街镇值班岗")
                            .param("planItem", "K4")
                            .param("dueDay", day)
                            .session(district.session(mvc, "officer"))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/review"))
                    .andReturn()
                    .getFlashMap();

            assertThat(mvc.perform(get("/review")
                                    .session(district.session(mvc, "officer"))
                                    .flashAttrs(flash))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(day)
                    .contains(day.startsWith("2026") ? "R-003" : "R-006")
                    .contains(">签收慢<", ">一键签收<", "value=\"街镇值班岗\"", "value=\"K4\"", "value=\"" + day + "\"");
        }
        assertThat(reviews.lessons(DISTRICT)).isEmpty();
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).session(district.session(mvc, "officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int statusOf(String login, UUID event) throws Exception {
        return mvc.perform(get("/review/events/" + event).session(district.session(mvc, login)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<TimelineEntry> read(String territory, int size) {
        List<TimelineEntry> all = new ArrayList<>();
        List<TimelineEntry> page = timeline.page(territory, Instant.EPOCH, "", "", size);
        while (!page.isEmpty()) {
            all.addAll(page);
            TimelineEntry last = page.getLast();
            page = timeline.page(territory, last.occurredAt(), last.kind(), last.businessKey(), size);
        }
        return all;
    }

    private UUID keep(String kind, String area, int minute, @Nullable UUID cause) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into timeline_entry (event_id, occurred_at, kind, business_key, area_path, actor, caused_by,"
                        + " summary, quantity) values (?, ?, ?, ?, ?, 'system', ?,"
                        + " '{\"code\": \"planStoodDown\", \"arguments\": [\"-\"]}', 1)")
                .params(Arrays.asList(
                        id, Timestamp.from(START.plusSeconds(60L * minute)), kind, id.toString(), area, cause))
                .update();
        return id;
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }
}
