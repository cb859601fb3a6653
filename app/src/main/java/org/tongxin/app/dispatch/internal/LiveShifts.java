package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongxin.app.platform.DistrictClock;

/**
 * The plans of the shifts that run, kept in memory so that a change costs a repair and not a plan made anew. What is kept is good
 * for one revision of the shift only, which the database counts; after a restart, a failed transaction or a change by another
 * process it is made from the database again.
 */
@Component
class LiveShifts {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftInputs inputs;
    private final Map<LocalDate, Kept<LiveShift>> shifts = new ConcurrentHashMap<>();
    private final Map<LocalDate, Kept<ShiftView>> views = new ConcurrentHashMap<>();

    private record Kept<T>(long revision, T what) {}

    LiveShifts(JdbcClient jdbc, DistrictClock clock, ShiftInputs inputs) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.inputs = inputs;
    }

    /** Lets the transaction alone change the shift until it ends. */
    void lock(LocalDate day) {
        jdbc.sql("insert into shift_state (shift_day) values (?) on conflict do nothing")
                .param(day)
                .update();
        jdbc.sql("select revision from shift_state where shift_day = ? for update")
                .param(day)
                .query(Long.class)
                .single();
    }

    /** The shift's plan to be changed, and {@link #keep kept} again; the transaction must have the {@link #lock}. */
    LiveShift toChange(LocalDate day) {
        long revision = revision(day);
        Kept<LiveShift> kept = shifts.get(day);
        forgetUnlessCommitted(day);
        return kept != null && kept.revision == revision ? kept.what : LiveShift.of(inputs.read(day));
    }

    /**
     * Takes a plan in place of the one kept; the transaction must have the {@link #lock}.
     *
     * @return the plan for readers, proved
     */
    ShiftView keep(LocalDate day, LiveShift shift) {
        long next = next(day);
        ShiftView view = shift.view();
        shifts.keySet().removeIf(other -> other.isBefore(clock.today()));
        views.keySet().removeIf(other -> other.isBefore(clock.today()));
        shifts.put(day, new Kept<>(next, shift));
        views.put(day, new Kept<>(next, view));
        forgetUnlessCommitted(day);
        return view;
    }

    private long next(LocalDate day) {
        return jdbc.sql("update shift_state set revision = revision + 1 where shift_day = ? returning revision")
                .param(day)
                .query(Long.class)
                .single();
    }

    private long revision(LocalDate day) {
        return jdbc.sql("select revision from shift_state where shift_day = ?")
                .param(day)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void forgetUnlessCommitted(LocalDate day) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    shifts.remove(day);
                    views.remove(day);
                }
            }
        });
    }

    /** The plan as it stands, to be read; made once for each revision. */
    ShiftView view(LocalDate day) {
        long revision = revision(day);
        Kept<ShiftView> kept = views.get(day);
        if (kept != null && kept.revision == revision) {
            return kept.what;
        }
        ShiftView view = LiveShift.of(inputs.read(day)).view();
        views.put(day, new Kept<>(revision, view));
        return view;
    }
}
