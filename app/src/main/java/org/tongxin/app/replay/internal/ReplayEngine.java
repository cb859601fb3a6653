package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Quiet;
import org.tongxin.app.replay.Replay;
import org.tongxin.app.replay.ReplaySettings;
import org.tongxin.app.replay.ReplayState;
import org.tongxin.app.replay.ReplayStatus;

/**
 * One thread takes phase after phase: keeps its place and time, acts, waits until no event publication is outstanding.
 * Wishes from pages are noted under a lock and seen before the next phase.
 */
@Service
class ReplayEngine implements Replay, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayEngine.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 300;

    private final ReplayStore store;
    private final Phases phases;
    private final Scenario scenario;
    private final OfficersScript officers;
    private final DistrictClock clock;
    private final Quiet quiet;
    private final PlatformSettings platform;
    private final ReplaySettings settings;
    private final TransactionTemplate transaction;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wish = lock.newCondition();
    private boolean stepping;
    private boolean goOn;
    private boolean again;
    private boolean stopped;
    private @Nullable Thread thread;

    ReplayEngine(
            ReplayStore store,
            Phases phases,
            Scenario scenario,
            OfficersScript officers,
            DistrictClock clock,
            Quiet quiet,
            PlatformSettings platform,
            ReplaySettings settings,
            TransactionTemplate transaction) {
        this.store = store;
        this.phases = phases;
        this.scenario = scenario;
        this.officers = officers;
        this.clock = clock;
        this.quiet = quiet;
        this.platform = platform;
        this.settings = settings;
        this.transaction = transaction;
        // Before any outstanding event is delivered again, the clock has to stand where it stood.
        if (platform.demonstration() && settings.load()) {
            clock.holdAt(
                    store.find().map(ReplayStatus::clock).orElseGet(() -> phases.time(ReplaySettings.FIRST_DAY, 0)));
        }
    }

    @Override
    public void start() {
        if (platform.demonstration() && settings.load()) {
            thread = Thread.ofPlatform().name("replay").start(this::run);
        }
    }

    @Override
    public void stop() {
        change(() -> stopped = true);
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(20));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Last to start, when pages can already be served, and first to stop, while the database is still there. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void run() {
        while (!isStopped()) {
            try {
                if (store.find().isEmpty()) {
                    begin();
                    quiet.await(PATIENCE);
                }
                turn();
            } catch (RuntimeException broken) {
                stumble(broken);
            }
        }
    }

    /** Stops where it stands and says why; going on tries the same phase again. */
    private void stumble(RuntimeException broken) {
        if (isStopped()) {
            return;
        }
        LOG.error("The replay stopped.", broken);
        try {
            store.state(ReplayState.PAUSED, String.valueOf(broken.getMessage()));
        } catch (RuntimeException away) {
            LOG.error("The replay could not note that it stopped.", away);
        }
        awaitWish();
    }

    private void begin() {
        LocalDate day = ReplaySettings.FIRST_DAY;
        clock.holdAt(phases.time(day, 0));
        transaction.executeWithoutResult(status -> {
            scenario.load();
            store.begin(new ReplayStatus(
                    settings.autostart() ? ReplayState.RUNNING : ReplayState.PAUSED,
                    day,
                    0,
                    clock.now(),
                    true,
                    settings.secondsPerDay(),
                    null));
        });
    }

    /** Looks at what is wished and where it stands, and does one thing. */
    private void turn() {
        if (take(() -> again)) {
            change(() -> again = false);
            store.clear();
            begin();
            store.state(ReplayState.RUNNING, null);
            return;
        }
        ReplayStatus status = store.find().orElseThrow();
        switch (status.state()) {
            case RUNNING, WAITING -> advance(status);
            default -> awaitWish();
        }
    }

    private void advance(ReplayStatus status) {
        boolean waits = !status.scriptedDuty() && phases.decision(status.phase()) && officers.decisionsWait();
        if (waits && !take(() -> goOn || stepping)) {
            if (status.state() != ReplayState.WAITING) {
                store.state(ReplayState.WAITING, null);
            }
            awaitWish();
            return;
        }
        if (status.state() == ReplayState.WAITING) {
            store.state(ReplayState.RUNNING, null);
        }
        change(() -> goOn = false);
        boolean person = !status.scriptedDuty() && phases.decision(status.phase());
        clock.holdAt(phases.time(status.day(), status.phase()));
        store.place(status.day(), status.phase(), clock.now());
        if (!person) {
            phases.perform(status.day(), status.phase());
        }
        quiet.await(PATIENCE);
        next(status);
    }

    private void next(ReplayStatus status) {
        if (status.phase() + 1 < phases.count()) {
            store.place(status.day(), status.phase() + 1, clock.now());
            return;
        }
        if (!status.day().isBefore(settings.lastDay())) {
            officers.lessonAtTheEnd();
            quiet.await(PATIENCE);
            store.state(ReplayState.FINISHED, null);
            return;
        }
        store.place(status.day().plusDays(1), 0, clock.now());
        if (take(() -> stepping)) {
            change(() -> stepping = false);
            store.state(ReplayState.PAUSED, null);
        } else {
            rest(status.secondsPerDay());
        }
    }

    private void rest(double seconds) {
        lock.lock();
        try {
            long nanos = (long) (seconds * 1e9);
            while (nanos > 0 && !stopped && !again && !stepping) {
                nanos = wish.awaitNanos(nanos);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    private void awaitWish() {
        lock.lock();
        try {
            if (!stopped && !again) {
                boolean woken = wish.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                LOG.trace("Looked again, woken: {}", woken);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    private interface Look {
        boolean now();
    }

    private boolean take(Look look) {
        lock.lock();
        try {
            return look.now();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            wish.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        return take(() -> stopped) || Thread.currentThread().isInterrupted();
    }

    @Override
    public Optional<ReplayStatus> status() {
        return platform.demonstration() ? store.find() : Optional.empty();
    }

    private Outcome<ReplayState> wish(Actor actor, @Nullable ReplayState state, Runnable change) {
        Optional<ReplayStatus> status = status();
        if (status.isEmpty()) {
            return Outcome.refused("Y-001");
        }
        if (state != null) {
            if (status.get().state() == ReplayState.FINISHED) {
                return Outcome.refused("Y-002");
            }
            store.state(state, null);
        }
        change(change);
        LOG.debug("{} changed the replay", actor.login());
        return Outcome.accepted(store.find().map(ReplayStatus::state).orElse(ReplayState.STARTING));
    }

    @Override
    public Outcome<ReplayState> pause(Actor actor) {
        return wish(actor, ReplayState.PAUSED, () -> {});
    }

    @Override
    public Outcome<ReplayState> resume(Actor actor) {
        boolean waiting =
                status().map(status -> status.state() == ReplayState.WAITING).orElse(false);
        return wish(actor, ReplayState.RUNNING, () -> goOn = waiting);
    }

    @Override
    public Outcome<ReplayState> step(Actor actor) {
        return wish(actor, ReplayState.RUNNING, () -> {
            stepping = true;
            goOn = true;
        });
    }

    @Override
    public Outcome<ReplayState> startAgain(Actor actor) {
        return wish(actor, null, () -> again = true);
    }

    @Override
    public Outcome<ReplayState> scriptedDuty(Actor actor, boolean on) {
        return wish(actor, null, () -> store.scriptedDuty(on));
    }

    @Override
    public Outcome<ReplayState> pace(Actor actor, double secondsPerDay) {
        if (!(secondsPerDay >= 0 && secondsPerDay <= 600)) {
            return Outcome.refused("Y-003", secondsPerDay);
        }
        return wish(actor, null, () -> store.secondsPerDay(secondsPerDay));
    }
}
