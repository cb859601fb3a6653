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
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** A shift's plan as it follows what happens, in a made-up street of six communities, forty people and eight posts. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import(TestDistrict.class)
class ShiftIT {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final int COMMUNITIES = 6;
    private static final int PEOPLE = 40;
    private static final int POSTS = 8;

    @Autowired
    TestDistrict district;

    @Autowired
    Registry registry;

    @Autowired
    Ids ids;

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

    private Actor officer;

    @BeforeEach
    void open() {
        district.open();
        officer = district.actor("officer");
        if (jdbc.sql("select count(*) from duty_post").query(Long.class).single() == 0) {
            build();
        }
        for (String table : List.of(
                "service_record",
                "attendance",
                "assignment",
                "shift_choice",
                "shift_repair",
                "shift_unavailable",
                "coverage_gap",
                "shift_plan",
                "shift_post",
                "shift_state")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from duty_post where kind = 'COMMUNITY_FORCE'").update();
        clock.holdAt(clock.at(TODAY, LocalTime.of(11, 0)));
    }

    private void build() {
        List<Registry.NewArea> areas = new ArrayList<>();
        for (int number = 0; number < COMMUNITIES; number++) {
            areas.add(new Registry.NewArea(
                    new Area(
                            ids.of("area", community(number)),
                            community(number),
                            AreaLevel.COMMUNITY,
                            "RESIDENTS_COMMITTEE",
                            "第" + number + "居",
                            "Community " + number,
                            true,
                            true,
                            31.20 + number / 100.0,
                            121.50),
                    number % 2 == 0 ? "OLD" : "WORK_UNIT",
                    1_000,
                    null,
                    null,
                    null));
        }
        registry.addAreas(areas);
        List<Registry.NewPerson> people = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            people.add(Registry.NewPerson.allDay(
                    person(number),
                    "某" + number,
                    Person.Kind.VOLUNTEER,
                    null,
                    community(number % COMMUNITIES),
                    number % 7 == 0 ? "NURSE" : null,
                    true,
                    true));
        }
        registry.addPeople(people);
        List<DutyPost> posts = new ArrayList<>();
        for (int number = 0; number < POSTS; number++) {
            int at = number % COMMUNITIES;
            posts.add(DutyPost.at(
                    post(number),
                    community(at),
                    number % 4 == 3 ? "SCREENING_SITE" : "CHECKPOINT",
                    "岗" + number,
                    "Post " + number,
                    3,
                    2,
                    number % 4 == 3 ? "NURSE" : null,
                    31.20 + at / 100.0,
                    121.50));
        }
        registry.addPosts(posts);
        jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by) values (?, ?, now(), ?)")
                .params(STREET, ids.of("order", STREET), ids.of("cause", STREET))
                .update();
    }

    private static String community(int number) {
        return STREET + "%03d".formatted(100 + number);
    }

    private UUID person(int number) {
        return ids.of("shift-person", number);
    }

    private UUID post(int number) {
        return ids.of("shift-post", number);
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
        jdbc.sql("update shift_state set revision = revision + 1").update();
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
        assertThat(code(forces.open(officer, STREET))).isEqualTo("D-014");
        assertThat(code(forces.open(district.actor("street"), STREET))).isEqualTo("I-003");
    }

    private WorkForces.Line line(String path) {
        return forces.lines(TODAY, STREET).stream()
                .filter(line -> line.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
