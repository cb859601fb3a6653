package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.organisation.PlacesChanged;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.tasks.OrdersWithdrawn;
import org.tongxin.app.tasks.TaskIssued;

/**
 * Keeps which streets' posts must be covered: while one order that calls for it is not withdrawn; then gaps close and shifts that have
 * not begun are called off. Which of the two news comes first does
 * not matter: both take the lock of all shifts, and an order once withdrawn calls for nothing any more.
 */
@Component
class CoverageListener {

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Gaps gaps;
    private final ShiftRevisions revisions;
    private final ShiftHours hours;
    private final CallsOff callsOff;

    CoverageListener(
            JdbcClient jdbc, Inbox inbox, Gaps gaps, ShiftRevisions revisions, ShiftHours hours, CallsOff callsOff) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.gaps = gaps;
        this.revisions = revisions;
        this.hours = hours;
        this.callsOff = callsOff;
    }

    @ApplicationModuleListener
    void on(TaskIssued issued) {
        boolean calls = issued.staffing() && issued.communities() > 0;
        if (!inbox.firstDelivery(issued.facts().id(), "dispatch.coverage") || !calls) {
            return;
        }
        revisions.outdateFrom(hours.day());
        jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by)"
                        + " select ?, o.id, ?, ? from (select cast(? as uuid) as id) o"
                        + " where not exists (select from coverage_withdrawn w where w.order_id = o.id)"
                        + " on conflict do nothing")
                .params(
                        issued.facts().areaPath(),
                        Timestamp.from(issued.facts().occurredAt()),
                        issued.facts().id(),
                        issued.order())
                .update();
    }

    /** Posts and homes have moved, so every shift from today on is planned anew. */
    @ApplicationModuleListener
    void on(PlacesChanged changed) {
        if (inbox.firstDelivery(changed.facts().id(), "dispatch.places")) {
            revisions.outdateFrom(hours.day());
        }
    }

    @ApplicationModuleListener
    void on(OrdersWithdrawn withdrawn) {
        if (inbox.firstDelivery(withdrawn.facts().id(), "dispatch.coverage")) {
            revisions.outdateFrom(hours.day());
            UUID[] orders = withdrawn.orders().toArray(UUID[]::new);
            jdbc.sql(
                            "insert into coverage_withdrawn (order_id) select unnest(cast(? as uuid[])) on conflict do nothing")
                    .params((Object) orders)
                    .update();
            jdbc.sql("delete from street_coverage where order_id = any(?)")
                    .params((Object) orders)
                    .update();
            gaps.release(withdrawn.facts().actor());
            callsOff.release();
        }
    }
}
