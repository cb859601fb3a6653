package org.tongxin.app.replay.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.OwnedTables;
import org.tongxin.app.replay.ReplayState;
import org.tongxin.app.replay.ReplayStatus;

/** Where the replay stands, kept so that a second start goes on where the first stopped. */
@Component
class ReplayStore {

    private static final int MOST_ATTEMPTS = 1_000;
    private static final long PAUSE_NANOS = 10_000_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<OwnedTables> tables;

    ReplayStore(JdbcClient jdbc, List<OwnedTables> tables, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tables = tables;
    }

    Optional<ReplayStatus> find() {
        return jdbc.sql("select state, day, phase, clock, scripted_duty, seconds_per_day, trouble from replay")
                .query(ReplayStatus.class)
                .optional();
    }

    void begin(ReplayStatus status) {
        jdbc.sql("insert into replay (state, day, phase, clock, scripted_duty, seconds_per_day)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        status.state().name(),
                        status.day(),
                        status.phase(),
                        Timestamp.from(status.clock()),
                        status.scriptedDuty(),
                        status.secondsPerDay())
                .update();
    }

    void state(ReplayState state, @Nullable String trouble) {
        jdbc.sql("update replay set state = ?, trouble = nullif(?, '')")
                .params(state.name(), trouble == null ? "" : trouble)
                .update();
    }

    void place(LocalDate day, int phase, Instant clock) {
        jdbc.sql("update replay set day = ?, phase = ?, clock = ?")
                .params(day, phase, Timestamp.from(clock))
                .update();
    }

    void scriptedDuty(boolean on) {
        jdbc.sql("update replay set scripted_duty = ?").param(on).update();
    }

    void secondsPerDay(double seconds) {
        jdbc.sql("update replay set seconds_per_day = ?").param(seconds).update();
    }

    /**
     * Empties all that a replay fills; accounts and the audit stay. Takes all locks at once or none and tries again, so that
     * pages which read several tables meanwhile are never caught in a deadlock.
     */
    void clear() {
        String names = "handled_event, event_publication, replay, "
                + tables.stream().flatMap(owned -> owned.names().stream()).collect(Collectors.joining(", "));
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    jdbc.sql("lock table " + names + " in access exclusive mode nowait")
                            .update();
                    jdbc.sql("truncate " + names).update();
                });
                return;
            } catch (CannotAcquireLockException busy) {
                if (attempt == MOST_ATTEMPTS) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
