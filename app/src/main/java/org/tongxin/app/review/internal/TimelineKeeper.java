package org.tongxin.app.review.internal;

import java.sql.Timestamp;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Json;

/** Keeps every event of the district once, however often it is delivered. */
@Component
class TimelineKeeper {

    private final JdbcClient jdbc;
    private final Json json;

    TimelineKeeper(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @ApplicationModuleListener
    void on(DistrictEvent event) {
        EventFacts facts = event.facts();
        jdbc.sql("insert into timeline_entry (event_id, occurred_at, kind, business_key, area_path, actor, caused_by,"
                        + " summary, quantity) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing")
                .params(Arrays.asList(
                        facts.id(),
                        Timestamp.from(facts.occurredAt()),
                        event.kind(),
                        facts.key(),
                        facts.areaPath(),
                        facts.actor(),
                        facts.causedBy(),
                        json.parameter(facts.summary()),
                        event.quantity()))
                .update();
    }
}
