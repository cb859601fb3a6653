package org.tongxin.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.allocation.DutyRest;

/** What somebody does on one day decides whether they may come on another. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class RestIT {

    /** A Monday after today, so that the whole week lies ahead. */
    private static final LocalDate MONDAY = DutyRest.monday(TODAY).plusDays(7);

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    Registry registry;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dispatch dispatch;

    private Actor officer;
    private UUID evening;

    @BeforeEach
    void open() {
        town.open();
        officer = district.actor("officer");
        evening = ids.of("rest", "evening");
        registry.openPosts(List.of(new DutyPost(
                evening,
                ShiftStreet.community(0),
                "ONLINE_TUTORING",
                "晚间辅导",
                "Evening tutoring",
                1,
                1,
                null,
                31.2,
                121.5,
                true,
                LocalTime.of(20, 30),
                LocalTime.of(22, 0))));
    }

    @AfterEach
    void close() {
        jdbc.sql("delete from assignment where post_id = ?").param(evening).update();
        jdbc.sql("delete from shift_post where post_id = ?").param(evening).update();
        jdbc.sql("delete from coverage_gap where post_id = ?").param(evening).update();
        jdbc.sql("delete from duty_post where id = ?").param(evening).update();
        district.settle();
        district.close();
    }

    private void give(LocalDate day, UUID post, UUID person) {
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?) on conflict do nothing")
                .params(day, post, ShiftStreet.community(0))
                .update();
        jdbc.sql(
                        "insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                                + " nearer_elsewhere, assigned_at) values (gen_random_uuid(), ?, ?, ?, 'CONFIRMED', 0, 1, 9, 0, now())")
                .params(day, post, person)
                .update();
    }

    private static String said(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.refusal().code() + " " + refused.refusal().arguments()
                : "accepted";
    }

    @Test
    void whoServedInTheEveningIsNotSentToTheMorningAndTheChoiceIsRefusedWithItsFigures() {
        give(MONDAY, evening, town.person(1));

        dispatch.plan(officer, MONDAY.plusDays(1), "test").orThrow();

        assertThat(dispatch.assignments(MONDAY.plusDays(1), ""))
                .isNotEmpty()
                .noneMatch(assignment -> assignment.personId().equals(town.person(1)));
        assertThat(said(dispatch.choose(officer, MONDAY.plusDays(1), town.post(1), town.person(1), true)))
                .isEqualTo("D-053 [" + MONDAY + ", 10, 0, 11, 0]");
        assertThat(said(dispatch.whatIf(officer, MONDAY.plusDays(1), town.post(1), town.person(1))))
                .startsWith("D-053");
        Dispatch.Explanation why =
                dispatch.explain(MONDAY.plusDays(1), town.post(1), "", 40).orElseThrow();
        assertThat(why.options()).noneMatch(option -> option.person().equals(town.person(1)));
        assertThat(why.resting()).isEqualTo(1);
        assertThat(why.nearestResting()).singleElement().satisfies(resting -> {
            assertThat(resting.person()).isEqualTo(town.person(1));
            assertThat(resting.why().code()).isEqualTo("rest.SHORT_REST");
        });
    }

    @Test
    void theDayBeforeIsPlannedWithTheDayAfterInMind() {
        dispatch.plan(officer, MONDAY.plusDays(1), "test").orThrow();
        UUID taken = dispatch.assignments(MONDAY.plusDays(1), "").getFirst().personId();

        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?)")
                .params(MONDAY, evening, ShiftStreet.community(0))
                .update();
        dispatch.plan(officer, MONDAY, "test").orThrow();

        assertThat(said(dispatch.choose(officer, MONDAY, evening, taken, true))).startsWith("D-053");
    }

    @Test
    void fiveShiftsFromMondayToSundayAreTheMost() {
        for (int day = 0; day < 5; day++) {
            dispatch.plan(officer, MONDAY.plusDays(day), "test").orThrow();
        }
        UUID five = jdbc.sql("select person_id from assignment where shift_day >= ? group by person_id"
                        + " having count(*) = 5 order by person_id limit 1")
                .param(MONDAY)
                .query(UUID.class)
                .single();

        dispatch.plan(officer, MONDAY.plusDays(5), "test").orThrow();

        assertThat(dispatch.assignments(MONDAY.plusDays(5), ""))
                .isNotEmpty()
                .noneMatch(assignment -> assignment.personId().equals(five));
        UUID post = postOf(five, MONDAY.plusDays(4));
        assertThat(said(dispatch.choose(officer, MONDAY.plusDays(5), post, five, true)))
                .isEqualTo("D-055 [5, 5]");
        assertThat(jdbc.sql("select max(n) from (select count(*) as n from assignment where shift_day between ? and ?"
                                + " group by person_id) w")
                        .params(MONDAY, MONDAY.plusDays(6))
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        dispatch.plan(officer, MONDAY.plusDays(7), "test").orThrow();
        assertThat(dispatch.assignments(MONDAY.plusDays(7), ""))
                .as("a new week")
                .anyMatch(assignment -> assignment.personId().equals(five));
    }

    @Test
    void aPlaceThatOnlyRestingPeopleCouldFillSaysSo() {
        for (int number = 0; number < 40; number++) {
            give(MONDAY, town.post(0), town.person(number));
        }
        jdbc.sql("update assignment set post_id = ? where shift_day = ?")
                .params(evening(), MONDAY)
                .update();

        dispatch.plan(officer, MONDAY.plusDays(1), "test").orThrow();

        assertThat(dispatch.explain(MONDAY.plusDays(1), town.post(0), "", 5))
                .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo("RESTING"));
        assertThat(dispatch.openGaps(""))
                .filteredOn(gap -> !gap.postId().equals(evening))
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.reasons())
                        .extracting(reason -> reason.code())
                        .containsExactly("gap.RESTING"));
    }

    private UUID evening() {
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?) on conflict do nothing")
                .params(MONDAY, evening, ShiftStreet.community(0))
                .update();
        return evening;
    }

    private UUID postOf(UUID person, LocalDate day) {
        return dispatch.assignments(day, "").stream()
                .filter(assignment -> assignment.personId().equals(person))
                .findFirst()
                .orElseThrow()
                .postId();
    }
}
