package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongxin.app.dispatch.duty.ShiftHours;

/**
 * The plans of the shifts that run, kept in memory so that a change costs a repair and not a plan made anew. What is kept is good
 * for one revision of the shift only, which the database counts; after a restart, a failed transaction or a change by another
 * process it is made from the database again.
 *
 * <p>A plan is changed only outside this memory: who changes it takes it out, and puts it back when the transaction has committed.
 * A plan of readers is made by one of them while the others wait. Thread-safe.
 */
@Component
class LiveShifts {

    private final ShiftRevisions revisions;
    private final ShiftHours hours;
    private final ShiftInputs inputs;
    private final Map<LocalDate, Kept<LiveShift>> shifts = new ConcurrentHashMap<>();
    private final Map<LocalDate, Kept<ShiftView>> views = new ConcurrentHashMap<>();
    /** Days that follow each other have different ones. */
    private final Object[] monitors = Stream.generate(Object::new).limit(8).toArray();

    private record Kept<T>(long revision, T what) {

        boolean isOf(Optional<Long> present) {
            return present.filter(number -> number == revision).isPresent();
        }
    }

    LiveShifts(ShiftRevisions revisions, ShiftHours hours, ShiftInputs inputs) {
        this.revisions = revisions;
        this.hours = hours;
        this.inputs = inputs;
    }

    /** Lets the transaction alone change the shift until it ends. */
    void lock(LocalDate day) {
        revisions.open(day);
        revisions.lock(day);
    }

    /** The shift's plan to be changed, and {@link #keep kept} again; the transaction must have the {@link #lock}. */
    LiveShift toChange(LocalDate day) {
        return take(day).orElseGet(() -> LiveShift.of(inputs.read(day)));
    }

    private Optional<LiveShift> take(LocalDate day) {
        synchronized (monitor(day)) {
            Kept<LiveShift> kept = shifts.remove(day);
            return kept != null && kept.isOf(revisions.find(day)) ? Optional.of(kept.what) : Optional.empty();
        }
    }

    private Object monitor(LocalDate day) {
        return monitors[Math.floorMod(day.toEpochDay(), monitors.length)];
    }

    /**
     * Takes a plan in place of the one kept; the transaction must have the {@link #lock}.
     *
     * @return the plan for readers, proved
     */
    ShiftView keep(LocalDate day, LiveShift shift) {
        long revision = revisions.next(day).orElseThrow();
        ShiftView view = shift.view();
        afterCommit(() -> {
            publish(shifts, day, new Kept<>(revision, shift));
            publish(views, day, new Kept<>(revision, view));
        });
        return view;
    }

    /** Whoever has come stays at the post; nobody else moves. The transaction must have the {@link #lock}. */
    void came(LocalDate day, UUID person, UUID post) {
        Optional<LiveShift> kept = take(day).filter(shift -> shift.settle(person, post));
        revisions
                .next(day)
                .ifPresent(revision ->
                        kept.ifPresent(shift -> afterCommit(() -> publish(shifts, day, new Kept<>(revision, shift)))));
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }

    /** An older revision never takes the place of a newer one. */
    private <T> void publish(Map<LocalDate, Kept<T>> kept, LocalDate day, Kept<T> fresh) {
        kept.keySet().removeIf(other -> other.isBefore(hours.day()));
        kept.merge(day, fresh, (known, latest) -> known.revision > latest.revision ? known : latest);
    }

    /** The plan as it stands, to be read; made once for each revision. */
    ShiftView view(LocalDate day) {
        Kept<ShiftView> kept = views.get(day);
        Optional<Long> revision = revisions.find(day);
        if (kept != null && kept.isOf(revision)) {
            return kept.what;
        }
        if (revision.isEmpty()) {
            return LiveShift.of(inputs.read(day)).view();
        }
        synchronized (monitor(day)) {
            return newView(day, revisions.find(day));
        }
    }

    /** Nobody changes what is kept while it is read: see {@link #take}. */
    private ShiftView newView(LocalDate day, Optional<Long> revision) {
        Kept<ShiftView> kept = views.get(day);
        if (kept != null && kept.isOf(revision)) {
            return kept.what;
        }
        Kept<LiveShift> live = shifts.get(day);
        LiveShift shift = live != null && live.isOf(revision) ? live.what : LiveShift.of(inputs.read(day));
        ShiftView view = shift.view();
        revision.ifPresent(number -> whenValid(() -> publish(views, day, new Kept<>(number, view))));
        return view;
    }

    /** What a transaction reads that writes may be its own change, which is valid for others only when it commits. */
    private static void whenValid(Runnable act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            afterCommit(act);
        } else {
            act.run();
        }
    }
}
