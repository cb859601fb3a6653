package org.tongxin.app.simulation.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The scenarios that wait or run, in their order. Kept in memory: after a crash the database says what was under way. */
@Component
public class Jobs {

    private final Map<UUID, Job> open = new ConcurrentHashMap<>();
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();

    /** Adds a scenario once the transaction that queues it is through. @param total runs in all */
    public void addAfterCommit(UUID scenario, int total) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(scenario, total);
            }
        });
    }

    void add(UUID scenario, int total) {
        Job job = new Job(scenario, total);
        open.put(scenario, job);
        waiting.add(job);
    }

    /** The job of a scenario that waits or runs. */
    public Optional<Job> find(UUID scenario) {
        return Optional.ofNullable(open.get(scenario));
    }

    /** How many are before a scenario that waits. */
    public int before(UUID scenario) {
        int before = 0;
        for (Job job : waiting) {
            if (job.scenario().equals(scenario)) {
                return before + (open.size() > waiting.size() ? 1 : 0);
            }
            before++;
        }
        return 0;
    }

    /** Asks a scenario to stop; it does within a fraction of a second. */
    public void stop(UUID scenario) {
        find(scenario).ifPresent(job -> {
            job.stop();
            if (waiting.remove(job)) {
                end(job);
            }
        });
    }

    /** Waits for a scenario to end. False when the patience was too short. */
    public boolean await(UUID scenario, Duration patience) {
        try {
            Job job = open.get(scenario);
            return job == null || job.await(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Job take() throws InterruptedException {
        return waiting.take();
    }

    /** Puts back one that was taken and could not be begun, behind the others; one that was stopped meanwhile ends. */
    void putBack(Job job) {
        if (job.stopped()) {
            end(job);
        } else {
            waiting.add(job);
        }
    }

    void end(Job job) {
        open.remove(job.scenario(), job);
        job.end();
    }

    void stopAll() {
        open.values().forEach(Job::stop);
    }
}
