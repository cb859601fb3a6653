package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.tasks.OrdersWithdrawn;
import org.tongxin.app.tasks.TaskIssued;

/** Keeps which streets' posts must be covered: from the order that calls for it until that order is withdrawn. */
@Component
class CoverageListener {

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Gaps gaps;
    private final ShiftRevisions revisions;
    private final DistrictClock clock;

    CoverageListener(JdbcClient jdbc, Inbox inbox, Gaps gaps, ShiftRevisions revisions, DistrictClock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.gaps = gaps;
        this.revisions = revisions;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(TaskIssued issued) {
        boolean calls = issued.staffing() && issued.communities() > 0;
        if (!inbox.firstDelivery(issued.facts().id(), "dispatch.coverage") || !calls) {
            return;
        }
        // Several orders may call at once: the one with the lowest id stands for them, whichever arrives first.
        jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by) values (?, ?, ?, ?)"
                        + " on conflict (street_path) do update set order_id = excluded.order_id,"
                        + " caused_by = excluded.caused_by where excluded.order_id < street_coverage.order_id"
                        + " and excluded.since = street_coverage.since")
                .params(
                        issued.facts().areaPath(),
                        issued.order(),
                        Timestamp.from(issued.facts().occurredAt()),
                        issued.facts().id())
                .update();
        revisions.outdateFrom(clock.today());
    }

    @ApplicationModuleListener
    void on(OrdersWithdrawn withdrawn) {
        if (inbox.firstDelivery(withdrawn.facts().id(), "dispatch.coverage")) {
            jdbc.sql("delete from street_coverage where order_id = any(?)")
                    .param(withdrawn.orders().toArray(UUID[]::new))
                    .update();
            gaps.release(withdrawn.facts().actor());
            revisions.outdateFrom(clock.today());
        }
    }
}
