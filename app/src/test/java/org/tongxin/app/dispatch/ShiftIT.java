package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWorkRunner;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A shift's plan as it follows what happens. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class ShiftIT {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dispatch dispatch;

    @Autowired
    WorkForces forces;

    @Autowired
    Attendances attendances;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DueWorkRunner due;

    private Actor officer;

    @BeforeEach
    void open() {
        town.open();
        officer = district.actor("officer");
    }

    private String community(int number) {
        return ShiftStreet.community(number);
    }

    private UUID person(int number) {
        return town.person(number);
    }

    private UUID post(int number) {
        return town.post(number);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private Dispatch.ShiftPlan plan() {
        return dispatch.plan(officer, TOMORROW, "test").orThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    @Test
    void whoDeclinesIsReplacedAtOnceAndNothingSaysWhoItWas() {
        plan();
        for (int absence = 0; absence < 12; absence++) {
            Assignment gone = dispatch.assignments(TOMORROW, "").get(absence);
            int posts = dispatch.assignments(TOMORROW, "").size();
            int here = at(gone.postId()).size();
            dispatch.answer(officer, TOMORROW, Map.of(gone.id(), false)).orThrow();
            PlanRepair repair = dispatch.repairs(TOMORROW, "", null, 1).getFirst();
            assertThat(repair.post().id()).isEqualTo(gone.postId());
            assertThat(dispatch.assignments(TOMORROW, "").size())
                    .as("a place here or, where that costs less, elsewhere may stay empty")
                    .isBetween(posts - 1, posts);
            assertThat(at(gone.postId()).size()).isEqualTo(here - (repair.filled() ? 0 : 1));
            assertThat(jdbc.sql("select steps::text from shift_repair")
                            .query(String.class)
                            .list())
                    .noneMatch(steps -> steps.contains(gone.personId().toString()) || steps.contains("某"));
        }
        assertThat(dispatch.plan(officer, TOMORROW, "again").orThrow().newlyAssigned())
                .as("the repaired plan is a best one")
                .isZero();
        assertThat(dispatch.compare(TOMORROW).orElseThrow().present().moved()).isZero();
    }

    @Test
    void aChoiceIsTriedOnPaperKeptAndTakenBack() {
        plan();
        Dispatch.Explanation before = dispatch.explain(TOMORROW, post(0), "", 5).orElseThrow();
        Dispatch.Option option = before.options().getFirst();
        Dispatch.WhatIf whatIf =
                dispatch.whatIf(officer, TOMORROW, post(0), option.person()).orThrow();
        assertThat(whatIf.option().effect()).isEqualTo(option.effect());
        assertThat(at(post(0))).doesNotContain(option.person());

        dispatch.choose(officer, TOMORROW, post(0), option.person(), true).orThrow();
        assertThat(at(post(0))).contains(option.person());
        assertThat(dispatch.choices(TOMORROW, STREET))
                .singleElement()
                .satisfies(choice -> assertThat(choice.fixed()).isTrue());
        assertThat(dispatch.choices(TOMORROW, OTHER)).isEmpty();

        dispatch.choose(officer, TOMORROW, post(0), option.person(), false).orThrow();
        assertThat(at(post(0))).doesNotContain(option.person());
        dispatch.release(officer, TOMORROW, post(0), option.person()).orThrow();
        assertThat(code(dispatch.release(officer, TOMORROW, post(0), option.person())))
                .isEqualTo("D-011");
        assertThat(jdbc.sql("select count(*) from audit_entry where action in ('shift.fixed', 'shift.leftOut',"
                                + " 'shift.released') and concat(subject, details) like ?")
                        .param("%" + option.person() + "%")
                        .query(Long.class)
                        .single())
                .as("entries, which are kept for good, that name the person")
                .isZero();
    }

    @Test
    void whoNeverAnsweredLeavesAGapWhenTheDayBegins() {
        plan();
        assertThat(openGaps(TOMORROW)).as("while they are asked").isZero();

        clock.holdAt(clock.at(TOMORROW, LocalTime.of(0, 30)));
        due.runDue();

        assertThat(openGaps(TOMORROW)).as("from midnight on").isPositive();
    }

    @Test
    void aGapOfTomorrowClosesWhenEnoughAreAsked() {
        plan();
        jdbc.sql("insert into coverage_gap (id, shift_day, post_id, area_path, missing, opened_at, reasons)"
                        + " select gen_random_uuid(), shift_day, post_id, area_path, 1, now(), '[]' from shift_post"
                        + " where shift_day = ?")
                .param(TOMORROW)
                .update();

        plan();

        assertThat(openGaps(TOMORROW)).isZero();
    }

    private long openGaps(LocalDate day) {
        return jdbc.sql("select count(*) from coverage_gap where shift_day = ? and closed_at is null")
                .param(day)
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasRepairedGoesWithTheShift() {
        plan();
        dispatch.answer(
                        officer,
                        TOMORROW,
                        Map.of(dispatch.assignments(TOMORROW, "").getFirst().id(), false))
                .orThrow();
        assertThat(reasons()).containsExactly("test", "repair");

        clock.holdAt(clock.at(TOMORROW.plusDays(1), LocalTime.of(1, 0)));
        due.runDue();
        assertThat(reasons()).containsExactly("test");
        assertThat(dispatch.repairs(TOMORROW, "", null, 9)).isEmpty();
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from shift_plan where shift_day = ? order by run")
                .param(TOMORROW)
                .query(String.class)
                .list();
    }

    private List<UUID> at(UUID post) {
        return dispatch.assignments(TOMORROW, "").stream()
                .filter(assignment -> assignment.postId().equals(post))
                .map(Assignment::personId)
                .toList();
    }

    @Test
    void whoIsFixedAndDeclinesIsAskedNoMore() {
        plan();
        UUID chosen = dispatch.explain(TOMORROW, post(0), "", 1)
                .orElseThrow()
                .options()
                .getFirst()
                .person();
        dispatch.choose(officer, TOMORROW, post(0), chosen, true).orThrow();
        UUID asked = dispatch.assignments(TOMORROW, "").stream()
                .filter(assignment -> assignment.personId().equals(chosen))
                .findFirst()
                .orElseThrow()
                .id();
        dispatch.answer(officer, TOMORROW, Map.of(asked, false)).orThrow();
        assertThat(at(post(0))).doesNotContain(chosen).hasSizeGreaterThanOrEqualTo(2);
        assertThat(dispatch.choices(TOMORROW, "")).isEmpty();
        assertThat(dispatch.repairs(TOMORROW, "", null, 9))
                .as("the empty place was filled anew")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatCannotBeChosenIsRefusedAndSaysWhy() {
        assertThat(code(dispatch.choose(officer, TOMORROW, post(0), person(1), true)))
                .isEqualTo("D-012");
        plan();
        assertThat(code(dispatch.choose(officer, TOMORROW, post(3), person(1), true)))
                .as("no nurse")
                .isEqualTo("D-010");
        assertThat(code(dispatch.choose(district.actor("street"), TOMORROW, post(0), person(1), true)))
                .isEqualTo("I-003");
        assertThat(code(dispatch.choose(officer, TODAY.minusDays(1), post(0), person(1), true)))
                .isEqualTo("D-001");
        for (int number : new int[] {1, 2, 3}) {
            dispatch.choose(officer, TOMORROW, post(0), person(number), true).orThrow();
        }
        assertThat(code(dispatch.choose(officer, TOMORROW, post(0), person(4), true)))
                .isEqualTo("D-013");
    }

    @Test
    void aFailedTransactionLeavesThePlanInMemoryAsItWas() {
        plan();
        List<Assignment> before = dispatch.assignments(TOMORROW, "");
        UUID gone = before.getFirst().id();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    dispatch.answer(officer, TOMORROW, Map.of(gone, false)).orThrow();
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        assertThat(dispatch.assignments(TOMORROW, "")).isEqualTo(before);
        dispatch.answer(officer, TOMORROW, Map.of(gone, false)).orThrow();
        assertThat(dispatch.plan(officer, TOMORROW, "again").orThrow().newlyAssigned())
                .isZero();
    }

    @Test
    void answersAtOnceAreTakenOneAfterAnother() throws Exception {
        plan();
        List<Assignment> asked = dispatch.assignments(TOMORROW, "");
        List<Callable<Outcome<Integer>>> answers = asked.subList(0, 12).stream()
                .map(each ->
                        (Callable<Outcome<Integer>>) () -> dispatch.answer(officer, TOMORROW, Map.of(each.id(), false)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Outcome<Integer>> answer : threads.invokeAll(answers, 60, TimeUnit.SECONDS)) {
                assertThat(code(answer.get())).isIn("accepted", "D-003");
            }
        }
        List<UUID> gone = jdbc.sql("select person_id from shift_unavailable where shift_day = ?")
                .param(TOMORROW)
                .query(UUID.class)
                .list();
        assertThat(dispatch.assignments(TOMORROW, "")).noneMatch(assignment -> gone.contains(assignment.personId()));
        assertThat(dispatch.plan(officer, TOMORROW, "again").orThrow().newlyAssigned())
                .isZero();
    }

    @Test
    void whoStandsAtAPostIsNotMovedByARepair() {
        dispatch.plan(officer, TODAY, "test").orThrow();
        List<Assignment> asked = dispatch.assignments(TODAY, "");
        Map<UUID, Boolean> all = new java.util.HashMap<>();
        asked.forEach(each -> all.put(each.id(), true));
        jdbc.sql("update assignment set risk_read_at = now(), risk_read_by = 'READ_OUT'")
                .update();
        dispatch.answer(officer, TODAY, all).orThrow();
        for (Assignment each : asked.subList(0, 10)) {
            jdbc.sql(
                            "insert into attendance (shift_day, person_id, post_id, came_at, came_by) values (?, ?, ?, now(), 'HAND')")
                    .params(TODAY, each.personId(), each.postId())
                    .update();
        }
        jdbc.sql("update shift_state set revision = nextval('shift_revision')").update();
        for (Assignment each : asked.subList(10, asked.size())) {
            dispatch.answer(officer, TODAY, Map.of(each.id(), false));
        }
        assertThat(code(dispatch.answer(officer, TODAY, Map.of(asked.getFirst().id(), false))))
                .as("who has come cannot become a no")
                .isEqualTo("D-039");
        assertThat(dispatch.repairs(TODAY, "", null, 1))
                .as("repairs after people have come are told too")
                .isNotEmpty();
        List<Assignment> now = dispatch.assignments(TODAY, "");
        for (Assignment each : asked.subList(0, 10)) {
            assertThat(now)
                    .anyMatch(other -> other.personId().equals(each.personId())
                            && other.postId().equals(each.postId()));
        }
        assertThat(dispatch.openGaps(""))
                .as("of a running shift a place is covered when somebody has confirmed")
                .isNotEmpty();
    }

    /** Everybody who was asked for today says yes, the risks read out. */
    private List<Assignment> confirmToday() {
        dispatch.plan(officer, TODAY, "test").orThrow();
        jdbc.sql("update assignment set risk_read_at = now(), risk_read_by = 'READ_OUT'")
                .update();
        List<Assignment> asked = dispatch.assignments(TODAY, "");
        Map<UUID, Boolean> all = new java.util.HashMap<>();
        asked.forEach(each -> all.put(each.id(), true));
        dispatch.answer(officer, TODAY, all).orThrow();
        return asked;
    }

    private Outcome<UUID> mark(Assignment someone, boolean present) {
        return attendances.mark(district.actor("street"), someone.postId(), someone.id(), present, false);
    }

    @Test
    void whoHasComeCannotBeNotedAsAwayAndKeepsTheirPlace() {
        List<Assignment> asked = confirmToday();
        Assignment here = asked.getFirst();
        Assignment absent = asked.get(1);
        mark(here, true).orThrow();

        assertThat(code(dispatch.unavailable(officer, TODAY, List.of(here.personId()))))
                .isEqualTo("D-039");
        assertThat(dispatch.unavailable(officer, TODAY, List.of(here.personId(), absent.personId()))
                        .orThrow())
                .as("noted as away")
                .isEqualTo(1);
        dispatch.plan(officer, TODAY, "again").orThrow();
        assertThat(dispatch.assignments(TODAY, ""))
                .extracting(Assignment::id)
                .contains(here.id())
                .doesNotContain(absent.id());
    }

    @Test
    void whoLeftAtNoonIsSentNowhereElseThatDay() {
        Assignment gone = confirmToday().getFirst();
        mark(gone, true).orThrow();
        clock.holdAt(clock.at(TODAY, LocalTime.NOON));
        mark(gone, false).orThrow();
        List<String> fixed = new ArrayList<>();
        for (Dispatch.Option other :
                dispatch.explain(TODAY, gone.postId(), "", 3).orElseThrow().options()) {
            fixed.add(code(dispatch.choose(officer, TODAY, gone.postId(), other.person(), true)));
        }

        assertThat(fixed).as("three for a post of three places").containsExactly("accepted", "accepted", "D-013");
        dispatch.planAfresh(officer, TODAY).orThrow();
        assertThat(dispatch.assignments(TODAY, "")).extracting(Assignment::id).contains(gone.id());
    }

    @Test
    void afterTheEndOfAShiftNobodyAnswersAndNobodyIsAskedInstead() {
        List<Assignment> asked = confirmToday();
        clock.holdAt(clock.at(TODAY, LocalTime.of(20, 0)));
        UUID late = asked.getFirst().id();

        assertThat(code(dispatch.answer(officer, TODAY, Map.of(late, false)))).isEqualTo("D-050");
        assertThat(code(dispatch.answer(officer, TODAY, Map.of(late, true)))).isEqualTo("D-035");
        assertThat(code(dispatch.unavailable(
                        officer, TODAY, List.of(asked.getFirst().personId()))))
                .isEqualTo("D-050");
        assertThat(code(dispatch.answer(officer, TODAY.minusDays(1), Map.of(late, false))))
                .isEqualTo("D-001");
        assertThat(dispatch.assignments(TODAY, "")).hasSameSizeAs(asked);
        assertThat(dispatch.repairs(TODAY, "", null, 1)).isEmpty();
    }

    @Test
    void aGapIsOfOnePostAndOneDayAndIsClosedWhenTheDayIsOver() {
        dispatch.plan(officer, TODAY, "test").orThrow();
        List<Gap> today = dispatch.openGaps("");
        assertThat(today)
                .as("nobody has confirmed")
                .hasSize(8)
                .allMatch(gap -> gap.shiftDay().equals(TODAY));

        jdbc.sql("insert into shift_unavailable (shift_day, person_id) select ?, id from person")
                .param(TOMORROW)
                .update();
        assertThat(plan().gaps()).isEqualTo(8);
        assertThat(dispatch.openGaps("")).hasSize(16).containsAll(today);
        assertThat(dispatch.coverage(TODAY, "").gaps()).isEqualTo(8);
        assertThat(dispatch.latest(TODAY).orElseThrow().gaps()).isEqualTo(8);

        clock.holdAt(clock.at(TOMORROW, LocalTime.of(1, 0)));
        due.runDue();
        assertThat(dispatch.openGaps(""))
                .hasSize(8)
                .allMatch(gap -> gap.shiftDay().equals(TOMORROW));
        assertThat(dispatch.gaps("", 99)).hasSize(16);
    }

    @Test
    void communitiesThatLackPeopleByTheRuleGetPosts() {
        dispatch.plan(officer, TODAY, "test").orThrow();
        WorkForces.Line old = line(community(4));
        assertThat(old.required()).as("an old estate of 1,000 households").isEqualTo(5);
        assertThat(line(community(5)).required()).as("a work-unit estate").isEqualTo(2);
        assertThat(old.missing()).isEqualTo(2);
        int people = forces.open(officer, STREET).orThrow();
        assertThat(people).isPositive();
        assertThat(forces.open(officer, STREET).orThrow())
                .as("again asks for no more")
                .isEqualTo(people);
        dispatch.plan(officer, TODAY, "test").orThrow();
        assertThat(line(community(4)).missing()).isZero();
        assertThat(code(forces.open(district.actor("street"), STREET))).isEqualTo("I-003");
    }

    @Test
    void postsForTheBaseForceAskForWhatOtherPostsHaveNoPlaceForAndForFewerWhereTheRuleDoes() {
        assertThat(line(community(4)).missing()).as("nobody is assigned yet").isEqualTo(5);
        assertThat(line(community(4)).wanted())
                .as("the checkpoint has three places, though nobody stands there")
                .isEqualTo(2);
        assertThat(forces.open(officer, STREET).orThrow()).as("two communities").isEqualTo(4);
        assertThat(line(community(4)).force()).isEqualTo(2);
        households(400);
        assertThat(forces.open(officer, STREET).orThrow()).isZero();
        assertThat(line(community(4)).force()).as("never below one").isEqualTo(1);
        assertThat(code(forces.open(officer, STREET))).isEqualTo("D-014");
        households(1_000);
    }

    private void households(int number) {
        jdbc.sql("update area set households = ? where level = 'COMMUNITY'")
                .param(number)
                .update();
    }

    private WorkForces.Line line(String path) {
        return forces.lines(TODAY, STREET).stream()
                .filter(line -> line.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
