package org.tongxin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.dispatch.CoverageRestored;
import org.tongxin.app.dispatch.ShiftStreet;
import org.tongxin.app.dispatch.duty.OwnDuties;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.OrdersWithdrawn;
import org.tongxin.app.tasks.TaskIssued;

/** A street is covered while one order calls for it, in whatever order the news arrives. */
@SpringBootTest(properties = "tongxin.mode=operation")
@RecordApplicationEvents
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, ShiftStreet.class})
class CoverageListenerIT {

    @Autowired
    TestDistrict district;

    @Autowired
    ShiftStreet town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inbox inbox;

    @Autowired
    Gaps gaps;

    @Autowired
    ShiftRevisions revisions;

    @Autowired
    ShiftHours hours;

    @Autowired
    DistrictClock clock;

    @Autowired
    CallsOff callsOff;

    @Autowired
    OwnDuties duties;

    @Autowired
    UncoveredPosts uncovered;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEvents events;

    private CoverageListener listener;

    @BeforeEach
    void open() {
        town.open();
        jdbc.sql("delete from street_coverage").update();
        jdbc.sql("delete from shift_called_off").update();
        listener = new CoverageListener(jdbc, inbox, gaps, revisions, hours, callsOff);
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private static EventFacts facts() {
        return new EventFacts(UUID.randomUUID(), Instant.EPOCH, null, STREET, "key", "test", Reason.of("test"));
    }

    private void issued(UUID order) {
        transactions.executeWithoutResult(
                status -> listener.on(new TaskIssued(facts(), order, "staffing", 6, 6, true)));
    }

    private void withdrawn(UUID... orders) {
        transactions.executeWithoutResult(status -> listener.on(new OrdersWithdrawn(facts(), "plan", List.of(orders))));
    }

    private long orders() {
        return jdbc.sql("select count(*) from street_coverage")
                .query(Long.class)
                .single();
    }

    @Test
    void anOrderWithdrawnBeforeItIsHeardOfCallsForNothing() {
        UUID order = UUID.randomUUID();
        withdrawn(order);
        issued(order);
        assertThat(orders()).isZero();
    }

    @Test
    void aStreetStaysCoveredWhileAnotherOrderCallsForIt() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        issued(one);
        issued(other);
        withdrawn(one);
        assertThat(orders()).isEqualTo(1);
        withdrawn(other);
        assertThat(orders()).isZero();
    }

    @Test
    void aGapThatIsReleasedIsToldForItsOwnDayAndTheIndexCountsTheDaysOwn() {
        UUID order = UUID.randomUUID();
        issued(order);
        gap(TODAY.plusDays(1), 0);
        gap(TODAY.plusDays(1), 1);
        gap(TODAY, 2);
        assertThat(uncovered.byStreet().get(STREET).value()).isEqualTo(1);

        withdrawn(order);

        assertThat(events.stream(CoverageRestored.class))
                .extracting(CoverageRestored::day, CoverageRestored::posts)
                .containsExactlyInAnyOrder(tuple(TODAY.plusDays(1), 2), tuple(TODAY, 1));
    }

    @Test
    void shiftsNotBegunAreCalledOffAndTheirPeopleReadSo() {
        UUID order = UUID.randomUUID();
        issued(order);
        LocalDate tomorrow = TODAY.plusDays(1);
        stands(tomorrow, 0, 0, "CONFIRMED");
        stands(tomorrow, 1, 0, "INVITED");
        stands(TODAY, 2, 1, "CONFIRMED");

        withdrawn(order);

        assertThat(assigned()).as("the shift that runs goes on").containsExactly(town.person(2));
        assertThat(jdbc.sql("select shift_day from shift_post")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(TODAY);
        for (int person : new int[] {0, 1}) {
            assertThat(duties.coming(town.person(person))).isEmpty();
            assertThat(duties.calledOff(town.person(person)))
                    .extracting(OwnDuties.CalledOff::day, OwnDuties.CalledOff::name)
                    .containsExactly(tuple(tomorrow, "岗0"));
        }
        assertThat(duties.calledOff(town.person(2))).isEmpty();
        assertThat(jdbc.sql("select subject || ' ' || details from audit_entry where action = 'shift.calledOff'"
                                + " order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith(tomorrow.toString())
                .contains("\"people\": 2")
                .doesNotContain("某", town.person(0).toString());
    }

    @Test
    void whoHasCheckedInBeforeTheStartStaysAndTheOthersAreCalledOff() {
        UUID order = UUID.randomUUID();
        issued(order);
        clock.holdAt(hours.of(TODAY).opening());
        stands(TODAY, 0, 0, "CONFIRMED");
        stands(TODAY, 1, 0, "CONFIRMED");
        jdbc.sql("insert into attendance (shift_day, person_id, post_id, came_at, came_by) values (?, ?, ?, ?, 'HAND')")
                .params(TODAY, town.person(0), town.post(0), Timestamp.from(clock.now()))
                .update();

        withdrawn(order);

        assertThat(assigned()).containsExactly(town.person(0));
        assertThat(duties.calledOff(town.person(1))).hasSize(1);
    }

    @Test
    void nothingIsCalledOffWhileAnotherOrderCallsForTheStreet() {
        UUID one = UUID.randomUUID();
        issued(one);
        issued(UUID.randomUUID());
        stands(TODAY.plusDays(1), 0, 0, "CONFIRMED");

        withdrawn(one);

        assertThat(assigned()).containsExactly(town.person(0));
        assertThat(duties.calledOff(town.person(0))).isEmpty();
    }

    private List<UUID> assigned() {
        return jdbc.sql("select person_id from assignment order by shift_day, person_id")
                .query(UUID.class)
                .list();
    }

    private void stands(LocalDate day, int person, int post, String state) {
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?) on conflict do nothing")
                .params(day, town.post(post), ShiftStreet.community(post))
                .update();
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (gen_random_uuid(), ?, ?, ?, ?, 100, 1, 1, 0, now())")
                .params(day, town.post(post), town.person(person), state)
                .update();
    }

    private void gap(LocalDate day, int post) {
        jdbc.sql("insert into coverage_gap (id, shift_day, post_id, area_path, missing, opened_at, reasons)"
                        + " values (gen_random_uuid(), ?, ?, ?, 1, now(), '[]')")
                .params(day, town.post(post), ShiftStreet.community(post))
                .update();
    }
}
