package org.tongxin.app.simulation.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongxin.app.simulation.Scenario;

/**
 * One thread takes scenario after scenario; each uses all processors at the lowest priority. What ran when the program ended
 * is marked as interrupted at the next start and can be started again.
 */
@Component
class ScenarioRuns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioRuns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Before a scenario that could not be begun is tried again: time for the database to come back. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final RunRecord record;
    private final ScenarioEngine engine;
    private @Nullable Thread thread;

    ScenarioRuns(Jobs jobs, RunRecord record, ScenarioEngine engine) {
        this.jobs = jobs;
        this.record = record;
        this.engine = engine;
    }

    @Override
    public void start() {
        record.interruptAll();
        Thread started = new Thread(this::work, "simulation");
        started.setPriority(Thread.MIN_PRIORITY);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        Thread running = thread;
        jobs.stopAll();
        if (running != null) {
            running.interrupt();
            try {
                running.join(PATIENCE);
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

    /** Before the replay, which may ask for a scenario; so it also stops after it. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work(jobs.take());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Job job) throws InterruptedException {
        Optional<Scenario> begun;
        try {
            begun = record.begin(job.scenario());
        } catch (RuntimeException | Error away) {
            LOG.error("The scenario {} could not be begun and is tried again.", job.scenario(), away);
            putBackAfterPause(job);
            return;
        }
        try {
            begun.ifPresent(scenario -> run(scenario, job));
        } finally {
            jobs.end(job);
        }
    }

    private void putBackAfterPause(Job job) throws InterruptedException {
        try {
            Thread.sleep(PAUSE);
        } finally {
            jobs.putBack(job);
        }
    }

    /** Whatever a run throws ends that run alone: there is no other thread to take the next. */
    private void run(Scenario scenario, Job job) {
        try {
            compute(scenario, job);
        } catch (CancellationException stopped) {
            LOG.info("{}", stopped.getMessage());
        } catch (Throwable failed) {
            LOG.error("The scenario {} failed.", job.scenario(), failed);
            fail(job, failed);
        }
    }

    private void compute(Scenario scenario, Job job) {
        ScenarioEngine.Outcome outcome = engine.run(scenario, job);
        List<PlaceRow> places = new ArrayList<>();
        for (CourseRuns runs : outcome.runs()) {
            if (!runs.later()) {
                places.addAll(PlaceRow.of(runs, outcome.town()));
            }
        }
        record.finish(scenario.id(), outcome.result(), places, outcome.riskPoints());
    }

    private void fail(Job job, Throwable failed) {
        try {
            record.fail(job.scenario(), String.valueOf(failed.getMessage()));
        } catch (RuntimeException | Error away) {
            LOG.error("The scenario {} could not be marked as failed.", job.scenario(), away);
        }
    }
}
