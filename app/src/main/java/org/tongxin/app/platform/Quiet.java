package org.tongxin.app.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Knows whether any announced event still waits for a listener. Thread-safe. */
@Component
public class Quiet {

    private static final long POLL_NANOS = Duration.ofMillis(4).toNanos();
    private static final int RETRIES = 3;

    private final JdbcClient jdbc;
    private final IncompleteEventPublications publications;

    Quiet(JdbcClient jdbc, IncompleteEventPublications publications) {
        this.jdbc = jdbc;
        this.publications = publications;
    }

    private record Outstanding(int waiting, int failed) {}

    /**
     * Waits until no event publication is outstanding. Failed ones are delivered again, a few times.
     *
     * @throws IllegalStateException when it does not become quiet within {@code patience}
     */
    public void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        int retries = 0;
        while (true) {
            Outstanding outstanding = outstanding();
            if (outstanding.waiting() == 0) {
                return;
            }
            if (outstanding.failed() == outstanding.waiting() && retries < RETRIES) {
                retries++;
                publications.resubmitIncompletePublications(publication -> true);
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(outstanding.waiting() + " event publications are still outstanding, "
                        + outstanding.failed() + " of them failed; see the log.");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Outstanding outstanding() {
        return jdbc.sql("select count(*)::int as waiting, (count(*) filter (where status = 'FAILED'))::int as failed"
                        + " from event_publication where completion_date is null")
                .query(Outstanding.class)
                .single();
    }
}
