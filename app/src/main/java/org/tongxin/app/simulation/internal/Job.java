package org.tongxin.app.simulation.internal;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.simulation.ScenarioResult;

/** A scenario that waits or runs: how far it is, what it has so far, and whether to stop. Thread-safe. */
public final class Job {

    private final UUID scenario;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable ScenarioResult soFar;

    Job(UUID scenario, int total) {
        this.scenario = scenario;
        this.total = total;
    }

    UUID scenario() {
        return scenario;
    }

    /** Runs in all. */
    public int total() {
        return total;
    }

    /** Runs done. */
    public int done() {
        return done.get();
    }

    /** What the runs so far add up to; {@code null} before the first draw is through. */
    public @Nullable ScenarioResult soFar() {
        return soFar;
    }

    void oneDone() {
        done.incrementAndGet();
    }

    void publish(ScenarioResult result) {
        soFar = result;
    }

    boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    void end() {
        ended.countDown();
    }

    boolean await(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
