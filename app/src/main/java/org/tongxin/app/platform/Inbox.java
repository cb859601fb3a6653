package org.tongxin.app.platform;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers which listener has handled which event. The registry delivers at least once; with this, effects happen once.
 */
@Component
public class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True for the first delivery of an event to a listener. Must be asked in the listener's own transaction, so that the
     * mark and the effect are kept or lost together.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean firstDelivery(UUID event, String listener) {
        return jdbc.sql("insert into handled_event (event_id, listener) values (?, ?) on conflict do nothing")
                        .params(event, listener)
                        .update()
                == 1;
    }
}
