package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.dispatch.Assignment;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.PlanRepair;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.replay.Replay;
import org.tongxin.app.replay.ReplayState;
import org.tongxin.app.review.Reviews;
import org.tongxin.app.review.Timeline;
import org.tongxin.app.review.TimelineEntry;
import org.tongxin.app.simulation.AdoptedCourse;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.Scenarios;
import org.tongxin.app.support.PostgresTest;

/** One datum through the house: from the first report to the lesson, on the published counts of March 2022. */
@SpringBootTest(
        properties = {
            "tongxin.replay.load=true",
            "tongxin.replay.seconds-per-day=0",
            "tongxin.replay.last-day=2022-03-27"
        })
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    Replay replay;

    @Autowired
    Timeline timeline;

    @Autowired
    Reviews reviews;

    @Autowired
    Plans plans;

    @Autowired
    Scenarios scenarios;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    MockMvc mvc;

    @Test
    @Order(1)
    void oneDatumWalksFromTheCountToTheLesson() throws Exception {
        awaitFinished();
        TimelineEntry dispatched = timeline.newest("", List.of("Dispatched"), 1).getFirst();
        List<TimelineEntry> chain = timeline.causes(dispatched.eventId());
        System.out.println(chain.reversed().stream()
                .map(entry ->
                        entry.kind() + "(" + String.join(" ", entry.summary().arguments()) + ")")
                .collect(Collectors.joining(" -> ")));
        assertThat(chain.stream().map(TimelineEntry::kind))
                .as("every step names its cause, back to the count")
                .containsSubsequence(
                        "Dispatched",
                        "TaskIssued",
                        "WarningIssued",
                        "WarningSubmitted",
                        "WarningProposed",
                        "AreaRated",
                        "StreamsAssessed",
                        "CountsReported");
        Map<String, Long> totals = timeline.totals("");
        assertThat(totals)
                .containsKeys(
                        "SignalDetected",
                        "EpisodeOpened",
                        "EpisodeClosed",
                        "ModeRecommended",
                        "TaskReported",
                        "TaskAccepted",
                        "CoverageLost",
                        "CoverageRestored",
                        "LessonRecorded")
                .containsEntry("PlanActivated", 1L);
        assertThat(reviews.delays("")).isNotEmpty();
        assertThat(reviews.lessons(""))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.owner()).isNotBlank());
        mvc.perform(get("/api/desk/summary")).andExpect(status().isOk());
    }

    @Test
    @Order(2)
    void theWarningIsForeseenAndTheAdoptedCourseGivesThePlanItsParameters() {
        TimelineEntry adoption =
                timeline.newest("", List.of("CourseAdopted"), 1).getFirst();
        assertThat(timeline.causes(adoption.eventId()).stream().map(TimelineEntry::kind))
                .as("warning -> runs -> ranked courses -> adopted")
                .containsSubsequence("CourseAdopted", "RunFinished", "WarningIssued", "WarningSubmitted");
        assertThat(adoption.occurredAt())
                .as("before the plan is activated")
                .isBeforeOrEqualTo(plans.active().orElseThrow().activatedAt());
        AdoptedCourse adopted = scenarios.adopted().orElseThrow();
        assertThat(adopted.needs()).containsKeys(Outlook.STAFF, Outlook.TESTS, Outlook.QUARANTINED);
        Scenario scenario = scenarios.find(adopted.scenario(), "").orElseThrow();
        assertThat(scenario.courses()).extracting(Course::code).contains("NOTHING", "TRACE", "TARGETED");
    }

    @Test
    @Order(7)
    void aHundredAbsencesAreRepairedOneAfterAnotherAndExplained() {
        Actor duty = accounts.findActor("chenli").orElseThrow();
        LocalDate day = clock.today().plusDays(1);
        assertThat(dispatch.latest(day)).as("a plan for tomorrow").isPresent();
        Random random = new Random(310115);
        long slowest = 0;
        for (int absence = 0; absence < 100; absence++) {
            List<Assignment> assigned = dispatch.assignments(day, "");
            Assignment gone = assigned.get(random.nextInt(assigned.size()));
            long from = System.nanoTime();
            dispatch.answer(duty, day, Map.of(gone.id(), false)).orThrow();
            PlanRepair repair = dispatch.repairs(day, "", null, 1).getFirst();
            slowest = Math.max(slowest, System.nanoTime() - from);
            assertThat(repair.post().id()).isEqualTo(gone.postId());
            assertThat(repair.filled() ? repair.steps().size() : 1).isPositive();
            assertThat(dispatch.assignments(day, ""))
                    .noneMatch(each -> each.personId().equals(gone.personId()));
        }
        System.out.printf("The slowest of a hundred repairs took %d ms.%n", slowest / 1_000_000);
        assertThat(dispatch.compare(day).orElseThrow().present().moved())
                .as("what was told is the plan in force")
                .isZero();
        Dispatch.ShiftPlan again = dispatch.plan(duty, day, "hand").orThrow();
        assertThat(again.newlyAssigned())
                .as("nothing is left to better: the repaired plan is a best one")
                .isZero();
    }

    @Test
    @Order(2)
    void tasksGoToThirtySixStreetsAndNeverToPseudoUnits() {
        assertThat(count("select count(distinct area_path) from task where level = 'STREET'"))
                .isEqualTo(36);
        assertThat(count("select count(*) from task t join area a on a.path = t.area_path where not a.tasked"))
                .isZero();
        PlanActivation active = plans.active().orElseThrow();
        assertThat(count("select count(distinct substr(area_path, 1, 9)) from task where level = 'COMMUNITY'"))
                .isEqualTo(plans.coverage(active.id()).size());
    }

    @Test
    @Order(3)
    void missingDaysStayMissing() {
        assertThat(count("select count(*) from count_report r join monitoring_point p on p.id = r.point_id"
                        + " where p.code like 'district-%' and r.event_day = '2022-03-18'"))
                .isZero();
        assertThat(count("select count(*) from count_report r join monitoring_point p on p.id = r.point_id"
                        + " where p.code like 'notice-%' and r.event_day < '2022-03-18'"))
                .isZero();
    }

    @Test
    @Order(4)
    void clinicsAreCalibratedAndOtherStreamsSayThatTheyAreNot() {
        assertThat(count("select count(*) from assessment s join monitoring_point p on p.id = s.point_id"
                        + " where p.indicator = 'FEVER_VISITS' and s.event_day >= '2022-03-06' and not s.calibrated"))
                .isZero();
        assertThat(count("select count(*) from assessment s join monitoring_point p on p.id = s.point_id"
                        + " where p.indicator = 'FEVER_VISITS' and s.event_day >= '2022-03-06'"
                        + " and s.method = 'REGRESSION_SEASON'"))
                .isPositive();
        assertThat(count("select count(*) from assessment s join monitoring_point p on p.id = s.point_id"
                        + " where p.indicator = 'ADDRESSES_NAMED' and s.calibrated"))
                .isZero();
    }

    @Test
    @Order(4)
    void everyRecordOfAScriptedPersonIsMarked() {
        assertThat(count("select count(*) from audit_entry where login like 'script.%' and not scripted"))
                .isZero();
        assertThat(count("select count(*) from audit_entry where scripted")).isPositive();
    }

    @Test
    @Order(5)
    void everyPageOfTheWalkIsServed() throws Exception {
        for (String page : List.of(
                "/desk",
                "/desk?map=geo",
                "/desk?map=list",
                "/signals",
                "/episodes",
                "/episodes/E-001",
                "/streams",
                "/streams?sort=VALUE",
                "/streams.csv",
                "/areas",
                "/areas/310115105",
                "/areas?day=2022-03-20",
                "/areas/weights",
                "/areas/weights?j=3,3,3,3,1,1,1,1,1,1",
                "/supervision",
                "/supervision?area=310115105",
                "/risk-factors",
                "/incidents/rating",
                "/incidents/rating?area=310115105",
                "/counts",
                "/warnings",
                "/scenarios",
                "/scenarios/new",
                "/scenarios/" + scenarios.adopted().orElseThrow().scenario(),
                "/plans",
                "/plans/activation",
                "/plans/books/three-networks",
                "/measures",
                "/tasks",
                "/dispatch",
                "/review",
                "/residents",
                "/residents/310115105",
                "/residents/measures",
                "/residents/complaints",
                "/login")) {
            for (String language : List.of("zh-CN", "en")) {
                mvc.perform(get(page).param("lang", language))
                        .andExpect(result -> assertThat(result.getResponse().getStatus())
                                .as(page + " in " + language)
                                .isEqualTo(200));
            }
        }
    }

    @Test
    @Order(6)
    void sameSeedGivesTheSameTimelineIdsIncluded() {
        List<String> first = wholeTimeline();
        replay.startAgain(Actor.system()).orThrow();
        await(ReplayState.RUNNING);
        awaitFinished();
        assertThat(wholeTimeline()).hasSameSizeAs(first).isEqualTo(first);
    }

    private List<String> wholeTimeline() {
        List<String> lines = new ArrayList<>();
        Instant time = Instant.EPOCH;
        String kind = "";
        String key = "";
        while (true) {
            List<TimelineEntry> page = timeline.page("", time, kind, key, 1_000);
            page.forEach(entry -> lines.add(entry.occurredAt() + " " + entry.kind() + " " + entry.businessKey() + " "
                    + entry.eventId() + " " + entry.causedBy() + " " + entry.quantity() + " " + entry.summary()));
            if (page.isEmpty()) {
                return lines;
            }
            time = page.getLast().occurredAt();
            kind = page.getLast().kind();
            key = page.getLast().businessKey();
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void awaitFinished() {
        await(ReplayState.FINISHED);
    }

    private void await(ReplayState state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (replay.status().map(status -> status.state() != state).orElse(true)) {
            replay.status().ifPresent(status -> assertThat(status.trouble()).isNull());
            assertThat(System.nanoTime()).as("waiting for " + state).isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
