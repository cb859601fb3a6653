package org.tongxin.app.resources;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** What is under way to the places of a territory, read page by page. Thread-safe. */
@Service
public class MovingDeliveries {

    /** What waits for an answer, then what waits to be sent, then what is on the road; of each what is carried first, then the oldest. */
    private static final Keyset ORDER = new Keyset(
            "supply_delivery",
            "d",
            "case @.state when 'PROPOSED' then 0 when 'ACCEPTED' then 1 else 2 end",
            "(select " + priority() + " from supply_item carried where carried.code = @.item_code)",
            "@.proposed_at",
            "@.number");

    private final JdbcClient jdbc;

    MovingDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String priority() {
        return Arrays.stream(ItemKind.values())
                .map(kind ->
                        "when '" + kind + "' then " + TransportPriority.of(kind).ordinal())
                .collect(Collectors.joining(" ", "case carried.kind ", " end"));
    }

    /** A page of the deliveries to places of a territory that are not over. */
    public Paged<Delivery> page(String territory, @Nullable Seen after) {
        return ORDER.read(
                jdbc,
                Deliveries.SELECT + " and d.state in ('PROPOSED', 'ACCEPTED', 'SENT') and",
                Map.of("territory", territory),
                Delivery.class,
                after,
                Paged.SIZE,
                Delivery::id);
    }
}
