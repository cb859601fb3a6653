package org.tongxin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

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
import org.tongxin.app.dispatch.duty.ShiftHours;
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
        listener = new CoverageListener(jdbc, inbox, gaps, revisions, hours);
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

    private void gap(LocalDate day, int post) {
        jdbc.sql("insert into coverage_gap (id, shift_day, post_id, area_path, missing, opened_at, reasons)"
                        + " values (gen_random_uuid(), ?, ?, ?, 1, now(), '[]')")
                .params(day, town.post(post), ShiftStreet.community(post))
                .update();
    }
}
