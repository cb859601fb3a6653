package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongxin.app.plans.PlanDistrict.DISTRICT;
import static org.tongxin.app.plans.PlanDistrict.STREET;
import static org.tongxin.app.plans.PlanDistrict.WILLOW_GRID;
import static org.tongxin.app.plans.PlanDistrict.refusal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.warning.RatingLevel;

/** What a measure must have before it may exist, start and go on. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import(PlanDistrict.class)
class MeasuresIT {

    private static final List<Alternative> WEIGHED = List.of(new Alternative("只加强筛查", "涉及的住处太多"));

    @Autowired
    PlanDistrict district;

    @Autowired
    MeasureReviews reviews;

    @Autowired
    Measures measures;

    @Autowired
    PublishedMeasures published;

    @Autowired
    Plans plans;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void theDatabaseRefusesAMeasureWithoutAnEnd() {
        assertThatThrownBy(() -> insert("LIMIT_VENUE", "DISTRICT_COMMAND", false, "DECIDED", null))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ends_at");
    }

    @Test
    void theDatabaseRefusesAMeasureThatEndsBeforeOrAsItStarts() {
        for (long seconds : new long[] {0, -1}) {
            assertThatThrownBy(() -> insert(
                            "LIMIT_VENUE",
                            "DISTRICT_COMMAND",
                            false,
                            "DECIDED",
                            clock.now().plusSeconds(seconds)))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("measure_has_an_end");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT_COMPOUND_ACCESS, STREET_OFFICE, true",
        "LIMIT_COMPOUND_ACCESS, RESIDENTS_COMMITTEE, true",
        "LIMIT_COMPOUND_ACCESS, DISTRICT_COMMAND, false",
        "REQUISITION, DISTRICT_COMMAND, false",
        "CLOSE_SCHOOLS, DISTRICT_GOVERNMENT, false"
    })
    void theDatabaseRefusesAMeasureOutsideTheTableOfCompetence(String kind, String body, boolean limits) {
        assertThatThrownBy(() -> insert(kind, body, limits, "DECIDED", tomorrow()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("measure_is_within_competence");
    }

    @Test
    void theDatabaseRefusesToStartALimitOfMovementWithoutItsSixSupports() {
        assertThatThrownBy(() -> insert("LIMIT_COMPOUND_ACCESS", "DISTRICT_COMMAND", true, "IN_FORCE", tomorrow()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("support list");

        UUID id = insert("LIMIT_COMPOUND_ACCESS", "DISTRICT_COMMAND", true, "DECIDED", tomorrow());
        for (String item : Measure.SUPPORT_LIST) {
            assertThatThrownBy(() -> start(id)).isInstanceOf(DataIntegrityViolationException.class);
            jdbc.sql("insert into measure_support values (?, ?, '已安排', 'officer', now())")
                    .params(id, item)
                    .update();
        }
        assertThat(start(id)).isEqualTo(1);
    }

    @Test
    void aSupportWithoutAnArrangementOrUnknownIsNoSupport() {
        UUID id = insert("LIMIT_COMPOUND_ACCESS", "DISTRICT_COMMAND", true, "DECIDED", tomorrow());

        assertThat(refusal(measures.fillSupport(district.actor("officer"), id, "HELP_LINE", " ")))
                .isEqualTo(Refusal.of("L-005", "HELP_LINE"));
        assertThat(refusal(measures.fillSupport(district.actor("officer"), id, "FLOWERS", "有")))
                .isEqualTo(Refusal.of("L-004", "FLOWERS"));
        assertThat(refusal(measures.fillSupport(district.actor("signatory"), id, "HELP_LINE", "有"))
                        .code())
                .isEqualTo("I-003");
    }

    @Test
    void onlyTheSignatoryDecides() {
        for (String login : List.of("officer", "analyst", "street")) {
            assertThat(refusal(measures.decide(district.actor(login), access(tomorrow())))
                            .code())
                    .isEqualTo("I-003");
        }
        Measure decided = decided();
        assertThat(decided.decidedBy()).isEqualTo("signatory");
        assertThat(decided.state()).isEqualTo("DECIDED");
        assertThat(decided.basis()).isNotBlank();
    }

    @Test
    void aBodyWithoutCompetenceIsRefusedByName() {
        assertThat(refusal(measures.decide(
                        district.actor("signatory"), decision("REQUISITION", "DISTRICT_COMMAND", tomorrow(), "理由"))))
                .isEqualTo(Refusal.of("L-001", "REQUISITION", "DISTRICT_COMMAND"));
        assertThat(refusal(measures.decide(
                                district.actor("signatory"),
                                decision("LIMIT_COMPOUND_ACCESS", "STREET_OFFICE", tomorrow(), "理由")))
                        .code())
                .isEqualTo("L-001");
    }

    @Test
    void aMeasureWithoutAnEndOrThatEndsBeforeItStartsIsRefused() {
        for (Instant end : Arrays.asList(null, clock.now(), clock.now().minusSeconds(1))) {
            assertThat(refusal(measures.decide(district.actor("signatory"), access(end)))
                            .code())
                    .isEqualTo("L-002");
        }
        assertThat(measures.list(DISTRICT)).isEmpty();
    }

    @Test
    void aMeasureWithoutExplanationIsRefusedAndSoIsAnUnknownPlace() {
        assertThat(refusal(measures.decide(
                                district.actor("signatory"),
                                decision("LIMIT_VENUE", "DISTRICT_COMMAND", tomorrow(), "　")))
                        .code())
                .isEqualTo("L-003");
        for (String place : List.of("990300999", "310115001", "99")) {
            assertThat(refusal(measures.decide(
                                    district.actor("signatory"),
                                    new Measures.Decision(
                                            "LIMIT_VENUE",
                                            "DISTRICT_COMMAND",
                                            place,
                                            "内容",
                                            "理由",
                                            WEIGHED,
                                            clock.now(),
                                            tomorrow(),
                                            null)))
                            .code())
                    .isEqualTo("L-004");
        }
    }

    @Test
    void aLimitOfMovementStartsOnlyOnceAllSixSupportsStand() {
        Measure measure = decided();
        for (int filled = 0; filled < 6; filled++) {
            Refusal refused = refusal(measures.start(district.actor("officer"), measure.id(), measure.version()));
            assertThat(refused.code()).isEqualTo("L-006");
            assertThat(refused.arguments().getFirst()).isEqualTo(String.valueOf(filled));
            assertThat(refused.arguments().get(1).split(" "))
                    .containsExactlyElementsOf(Measure.SUPPORT_LIST.subList(filled, 6));
            measures.fillSupport(
                            district.actor(filled % 2 == 0 ? "officer" : "street"),
                            measure.id(),
                            Measure.SUPPORT_LIST.get(filled),
                            "已安排")
                    .orThrow();
        }

        Measure started = measures.start(district.actor("officer"), measure.id(), measure.version())
                .orThrow();

        assertThat(started.state()).isEqualTo("IN_FORCE");
        assertThat(measures.inForce(DISTRICT)).extracting(Measure::id).containsExactly(measure.id());
        assertThat(refusal(measures.start(district.actor("officer"), measure.id(), measure.version())))
                .isEqualTo(Refusal.of("L-007"));
    }

    @Test
    void aMeasureThatLimitsNoMovementNeedsNoSupports() {
        Measure venue = measures.decide(
                        district.actor("signatory"), decision("LIMIT_VENUE", "DISTRICT_COMMAND", tomorrow(), "理由"))
                .orThrow();

        assertThat(measures.start(district.actor("officer"), venue.id(), venue.version())
                        .orThrow()
                        .state())
                .isEqualTo("IN_FORCE");
    }

    @Test
    void onlyTheDutyOfficerStarts() {
        Measure measure = supported();

        for (String login : List.of("signatory", "analyst", "street")) {
            assertThat(refusal(measures.start(district.actor(login), measure.id(), measure.version()))
                            .code())
                    .isEqualTo("I-003");
        }
    }

    @Test
    void aMeasureLapsesByItselfOnceItsEndHasCome() {
        Measure running = started();

        clock.holdAt(running.endsAt().minusMillis(1));
        measures.runDue();
        assertThat(now(running).state()).isEqualTo("IN_FORCE");

        clock.holdAt(running.endsAt());
        assertThat(measures.inForce(DISTRICT)).isEmpty();
        measures.runDue();
        Measure lapsed = now(running);
        measures.runDue();
        district.settle();

        assertThat(lapsed.state()).isEqualTo("LAPSED");
        assertThat(lapsed.closedBy()).isEqualTo("system");
        assertThat(now(running).version()).isEqualTo(lapsed.version());
        assertThat(ended(running)).isEqualTo(1);
    }

    @Test
    void aDecidedMeasureThatWasNeverStartedLapsesAndCanNotBeStartedAfterItsEnd() {
        Measure measure = supported();
        clock.holdAt(measure.endsAt());

        assertThat(refusal(measures.start(district.actor("officer"), measure.id(), measure.version()))
                        .code())
                .isEqualTo("L-002");
        measures.runDue();

        assertThat(now(measure).state()).isEqualTo("LAPSED");
    }

    @Test
    void endingNeedsTheSignatoryAReasonAndTheVersionThatWasSeen() {
        Measure running = started();

        assertThat(refusal(measures.end(district.actor("officer"), running.id(), "结束", running.version()))
                        .code())
                .isEqualTo("I-003");
        assertThat(refusal(measures.end(district.actor("signatory"), running.id(), "　", running.version()))
                        .code())
                .isEqualTo("L-008");
        assertThat(refusal(measures.end(district.actor("signatory"), running.id(), "请打13800138000", running.version()))
                        .code())
                .isEqualTo("P-023");
        assertThat(refusal(measures.end(district.actor("signatory"), running.id(), "结束", running.version() - 1))
                        .code())
                .isEqualTo("L-007");

        Measure ended = measures.end(district.actor("signatory"), running.id(), "已无必要", running.version())
                .orThrow();
        assertThat(ended.state()).isEqualTo("ENDED");
        assertThat(ended.closeReason()).isEqualTo("已无必要");
        assertThat(refusal(measures.end(district.actor("signatory"), running.id(), "再次", ended.version()))
                        .code())
                .isEqualTo("L-007");
    }

    @Test
    void standingThePlanDownEndsItsMeasuresAndNoOthers() {
        Measure before = started();
        clock.holdAt(clock.now().plusSeconds(60));
        district.warn(STREET, RatingLevel.ORANGE);
        PlanActivation active = district.activate(
                        "signatory", plans.openAdvice().orElseThrow().mode(), "")
                .orThrow();
        Measure during = started();

        plans.standDown(district.actor("signatory"), active.id(), "已连续十四日无新增", active.version())
                .orThrow();
        district.settle();

        assertThat(now(during).state()).isEqualTo("ENDED");
        assertThat(now(during).closeReason()).isEqualTo("已连续十四日无新增");
        assertThat(now(before).state()).isEqualTo("IN_FORCE");
        assertThat(ended(during)).isEqualTo(1);
    }

    @Test
    void aLimitOfMovementHoldsForACompoundOrAGridNeverForAStreet() {
        Measures.Decision wide = new Measures.Decision(
                "LIMIT_COMPOUND_ACCESS",
                "DISTRICT_COMMAND",
                STREET,
                "内容",
                "理由",
                WEIGHED,
                clock.now(),
                tomorrow(),
                null);
        assertThat(refusal(measures.decide(district.actor("signatory"), wide)).code())
                .isEqualTo("L-009");
    }

    @Test
    void aMeasureIsDecidedOnlyOnceAMilderWayWasWeighedWithWhyItIsNotEnough() {
        for (List<Alternative> weighed : List.of(
                List.<Alternative>of(),
                List.of(new Alternative(" ", "")),
                List.of(new Alternative("只加强筛查", "　")),
                List.of(new Alternative("", "太多")),
                List.of(WEIGHED.getFirst(), new Alternative("只限场所", "")))) {
            Measures.Decision bare = new Measures.Decision(
                    "LIMIT_VENUE", "DISTRICT_COMMAND", WILLOW_GRID, "内容", "理由", weighed, clock.now(), tomorrow(), null);
            assertThat(refusal(measures.decide(district.actor("signatory"), bare))
                            .code())
                    .as("%s", weighed)
                    .isEqualTo("L-014");
        }
        assertThat(measures.list(DISTRICT)).isEmpty();
        assertThat(decided().alternatives()).isEqualTo(WEIGHED);
    }

    @ParameterizedTest
    @CsvSource({"MEASURE_CONTENT, 0", "MEASURE_EXPLANATION, 1", "MILDER_WAY, 2", "WHY_NOT_ENOUGH, 3"})
    void whatResidentsReadOfAMeasureHoldsNoNumberOfAPerson(String field, int place) {
        for (String number : List.of("13800138000", "11010119900307123X")) {
            List<String> words = new ArrayList<>(List.of("内容", "理由", "只加强筛查", "太多"));
            words.set(place, "请找老张 " + number);
            Measures.Decision told = new Measures.Decision(
                    "LIMIT_VENUE",
                    "DISTRICT_COMMAND",
                    WILLOW_GRID,
                    words.get(0),
                    words.get(1),
                    List.of(new Alternative(words.get(2), words.get(3))),
                    clock.now(),
                    tomorrow(),
                    null);

            Refusal refused = refusal(measures.decide(district.actor("signatory"), told));

            assertThat(refused.code()).isEqualTo("P-024");
            assertThat(refused.arguments())
                    .containsExactly(field, number.length() == 11 ? "PHONE_NUMBER" : "IDENTITY_NUMBER");
        }
        assertThat(measures.list(DISTRICT)).isEmpty();
    }

    @Test
    void aChangedMeasureHoldsNoNumberOfAPersonEither() {
        Measure running = startedFor(7);

        assertThat(refusal(reviews.change(
                        district.actor("signatory"),
                        running.id(),
                        "放宽，找 138 0013 8000",
                        running.endsAt(),
                        "已好转",
                        running.version())))
                .isEqualTo(Refusal.of("P-024", "CHANGED_CONTENT", "PHONE_NUMBER"));
        assertThat(now(running).content()).isEqualTo("内容");
    }

    @Test
    void theDatabaseRefusesAMeasureForWhichNoMilderWayWasWeighed() {
        UUID id = decided().id();
        for (String none : List.of("[]", "[{\"way\": \"筛查\"}]", "[{\"way\": \"\", \"whyNotEnough\": \"不够\"}]")) {
            assertThatThrownBy(() -> jdbc.sql("update measure set alternatives = ?::jsonb where id = ?")
                            .params(none, id)
                            .update())
                    .hasMessageContaining("measure_weighed_milder_ways");
        }
    }

    @Test
    void aMeasureThatNobodyReviewedWithin72HoursIsStoppedAndTheDeciderIsTold() {
        Measure running = startedFor(7);
        Instant due = running.inForceAt().plus(Duration.ofHours(72));

        clock.holdAt(due.minusMillis(1));
        reviews.runDue();
        assertThat(now(running).state()).isEqualTo("IN_FORCE");
        assertThat(now(running).awaitsReview()).isTrue();

        clock.holdAt(due);
        reviews.runDue();
        reviews.runDue();
        district.settle();

        assertThat(now(running).state()).isEqualTo("ENDED");
        assertThat(now(running).closedBy()).isEqualTo("system");
        assertThat(now(running).stoppedUnreviewed()).isTrue();
        assertThat(ended(running)).isEqualTo(1);
    }

    @Test
    void aReviewIsTheSignatorysHasReasonsAndKeepsTheMeasureBeyond72Hours() {
        Measure running = startedFor(7);

        for (String login : List.of("officer", "street", "analyst")) {
            assertThat(refusal(reviews.continueAsIs(district.actor(login), running.id(), "仍需要", running.version()))
                            .code())
                    .isEqualTo("I-003");
        }
        assertThat(refusal(reviews.continueAsIs(district.actor("signatory"), running.id(), "　", running.version())))
                .isEqualTo(Refusal.of("L-011"));
        assertThat(refusal(
                        reviews.continueAsIs(district.actor("signatory"), running.id(), "仍需要", running.version() - 1)))
                .isEqualTo(Refusal.of("L-007"));
        clock.holdAt(running.inForceAt().plus(Duration.ofHours(48)));
        reviews.continueAsIs(district.actor("signatory"), running.id(), "仍需要", running.version())
                .orThrow();

        clock.holdAt(running.inForceAt().plus(Duration.ofHours(80)));
        reviews.runDue();
        assertThat(now(running).state()).isEqualTo("IN_FORCE");
        assertThat(now(running).endsAt()).isEqualTo(running.endsAt());
        assertThat(acts(running)).containsExactly(MeasureVersion.Act.CONTINUED, MeasureVersion.Act.DECIDED);
    }

    @Test
    void whatIsDecidedInTheFirstTwoDaysIsNoReview() {
        Measure running = startedFor(7);
        clock.holdAt(running.inForceAt().plus(Duration.ofHours(48)).minusMillis(1));
        reviews.continueAsIs(district.actor("signatory"), running.id(), "仍需要", running.version())
                .orThrow();
        assertThat(now(running).awaitsReview()).isTrue();

        clock.holdAt(running.inForceAt().plus(Duration.ofHours(72)));
        reviews.runDue();
        assertThat(now(running).stoppedUnreviewed()).isTrue();
    }

    @Test
    void aChangeMayBringTheEndNearerAndNeverMovesItAway() {
        Measure running = startedFor(7);
        clock.holdAt(running.inForceAt().plus(Duration.ofHours(60)));
        Instant nearer = running.endsAt().minus(Duration.ofDays(2));

        for (Instant wrong : List.of(running.endsAt().plusSeconds(1), clock.now())) {
            assertThat(refusal(reviews.change(
                                    district.actor("signatory"), running.id(), "放宽", wrong, "已好转", running.version()))
                            .code())
                    .isEqualTo("L-012");
        }
        assertThat(refusal(reviews.change(
                                district.actor("signatory"),
                                running.id(),
                                running.content(),
                                running.endsAt(),
                                "没改",
                                running.version()))
                        .code())
                .isEqualTo("L-012");
        Measure changed = reviews.change(
                        district.actor("signatory"), running.id(), "放宽", nearer, "已好转", running.version())
                .orThrow();

        assertThat(changed.content()).isEqualTo("放宽");
        assertThat(changed.endsAt()).isEqualTo(nearer);
        assertThat(changed.awaitsReview()).isFalse();
        assertThat(reviews.history(running.id(), DISTRICT))
                .extracting(MeasureVersion::content, MeasureVersion::endsAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("放宽", nearer),
                        org.assertj.core.groups.Tuple.tuple("内容", running.endsAt()));
    }

    @Test
    void aRenewalIsADecisionWithReasonsByAtMostTheFirstLengthAgainAndTheOriginalStays() {
        Measure running = startedFor(4);
        Instant latest = running.endsAt().plus(Duration.ofDays(4));

        assertThat(reviews.latestRenewal(running)).isEqualTo(latest);
        assertThat(refusal(reviews.renew(district.actor("officer"), running.id(), latest, "仍需要", running.version()))
                        .code())
                .isEqualTo("I-003");
        assertThat(refusal(reviews.renew(district.actor("signatory"), running.id(), latest, " ", running.version()))
                        .code())
                .isEqualTo("L-011");
        for (Instant wrong : List.of(latest.plusMillis(1), running.endsAt(), clock.now())) {
            assertThat(refusal(reviews.renew(
                                    district.actor("signatory"), running.id(), wrong, "仍需要", running.version()))
                            .code())
                    .isEqualTo("L-013");
        }

        Measure renewed = reviews.renew(district.actor("signatory"), running.id(), latest, "仍需要", running.version())
                .orThrow();
        assertThat(renewed.endsAt()).isEqualTo(latest);
        assertThat(reviews.latestRenewal(renewed)).isEqualTo(latest.plus(Duration.ofDays(4)));
        assertThat(acts(running)).containsExactly(MeasureVersion.Act.RENEWED, MeasureVersion.Act.DECIDED);
        assertThat(reviews.history(running.id(), DISTRICT).getLast().endsAt()).isEqualTo(running.endsAt());

        clock.holdAt(latest);
        measures.runDue();
        assertThat(now(running).state()).isEqualTo("LAPSED");
        assertThat(refusal(reviews.renew(
                                district.actor("signatory"),
                                running.id(),
                                latest.plusSeconds(60),
                                "再续",
                                now(running).version()))
                        .code())
                .isEqualTo("L-007");
    }

    @Test
    void theDatabaseMovesNoEndWithoutAKeptDecisionAndRewritesNoHistory() {
        Measure running = startedFor(4);

        assertThatThrownBy(() -> jdbc.sql("update measure set ends_at = ends_at + interval '1 day' where id = ?")
                        .param(running.id())
                        .update())
                .hasMessageContaining("measure");
        assertThatThrownBy(() -> jdbc.sql("update measure_version set reason = '别的' where measure_id = ?")
                        .param(running.id())
                        .update())
                .hasMessageContaining("never rewritten");
        assertThatThrownBy(() -> jdbc.sql("delete from measure_version where measure_id = ?")
                        .param(running.id())
                        .update())
                .hasMessageContaining("never rewritten");
        jdbc.sql(
                        "insert into measure_version select measure_id, 2, 'RENEWED', content, ends_at + interval '5 days', '太长',"
                                + " decided_by, decided_at from measure_version where measure_id = ?")
                .param(running.id())
                .update();
        assertThatThrownBy(() -> jdbc.sql("update measure set ends_at = ends_at + interval '5 days' where id = ?")
                        .param(running.id())
                        .update())
                .hasMessageContaining("at most its first length");
    }

    @Test
    void theListForEverybodyHasWhatRunsAndWhatEndedWithin30Days() {
        Measure running = startedFor(7);
        Measure ended = startedFor(3);
        decided();
        measures.end(district.actor("signatory"), ended.id(), "已无必要", ended.version())
                .orThrow();

        assertThat(published.page(null, 10).rows()).extracting(Measure::id).containsExactly(running.id(), ended.id());
        assertThat(published.count()).isEqualTo(new PublishedMeasures.Count(1, 1));

        clock.holdAt(clock.now().plus(Duration.ofDays(30)));
        assertThat(published.find(ended.id())).isEmpty();
    }

    private Measure startedFor(int days) {
        Instant end = clock.now().plus(Duration.ofDays(days));
        Measure measure =
                measures.decide(district.actor("signatory"), access(end)).orThrow();
        Measure.SUPPORT_LIST.forEach(item -> measures.fillSupport(district.actor("officer"), measure.id(), item, "已安排")
                .orThrow());
        return measures.start(district.actor("officer"), measure.id(), measure.version())
                .orThrow();
    }

    private List<MeasureVersion.Act> acts(Measure measure) {
        return reviews.history(measure.id(), DISTRICT).stream()
                .map(MeasureVersion::act)
                .toList();
    }

    private Measure decided() {
        return measures.decide(district.actor("signatory"), access(tomorrow())).orThrow();
    }

    private Measure supported() {
        Measure measure = decided();
        Measure.SUPPORT_LIST.forEach(item -> measures.fillSupport(district.actor("officer"), measure.id(), item, "已安排")
                .orThrow());
        return now(measure);
    }

    private Measure started() {
        Measure measure = supported();
        return measures.start(district.actor("officer"), measure.id(), measure.version())
                .orThrow();
    }

    private Measure now(Measure measure) {
        return measures.find(measure.id(), DISTRICT).orElseThrow();
    }

    private int ended(Measure measure) {
        return jdbc.sql("select count(*)::int from timeline_entry where kind = 'MeasureEnded' and business_key = ?")
                .param(measure.id().toString())
                .query(Integer.class)
                .single();
    }

    private Instant tomorrow() {
        return clock.now().plus(Duration.ofDays(1));
    }

    private Measures.Decision access(@Nullable Instant end) {
        return decision("LIMIT_COMPOUND_ACCESS", "DISTRICT_COMMAND", end, "理由");
    }

    private Measures.Decision decision(String kind, String body, @Nullable Instant end, String explanation) {
        return new Measures.Decision(kind, body, WILLOW_GRID, "内容", explanation, WEIGHED, clock.now(), end, null);
    }

    private UUID insert(String kind, String body, boolean limits, String state, @Nullable Instant end) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into measure (id, kind, decided_body, limits_movement, area_path, content, basis, explanation,"
                        + " alternatives, starts_at, ends_at, decided_by, decided_at, state)"
                        + " values (?, ?, ?, ?, ?, '内容', '依据', '理由',"
                        + " '[{\"way\": \"替代\", \"whyNotEnough\": \"不够\"}]', ?, ?, 'signatory', ?, ?)")
                .params(Arrays.asList(
                        id,
                        kind,
                        body,
                        limits,
                        STREET,
                        Timestamp.from(clock.now()),
                        end == null ? null : Timestamp.from(end),
                        Timestamp.from(clock.now()),
                        state))
                .update();
        return id;
    }

    private int start(UUID id) {
        return jdbc.sql("update measure set state = 'IN_FORCE' where id = ?")
                .param(id)
                .update();
    }
}
