package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Simulator;

/**
 * Runs the members of a course from one drawn present on all processors, at the lowest priority, so that pages stay quick. The
 * core's own executor keeps sums by community only; here each run is also looked at by community before it is added.
 */
final class Members {

    private final int draw;
    private final long seed;
    private final CourseRuns.Member[] members;
    private final CourseRuns runs;
    private final Job job;
    private final AtomicInteger next = new AtomicInteger();

    private Members(int draw, long seed, int count, CourseRuns runs, Job job) {
        this.draw = draw;
        this.seed = seed;
        this.members = new CourseRuns.Member[count];
        this.runs = runs;
        this.job = job;
    }

    /**
     * Runs members and adds them.
     *
     * @throws CancellationException when the job is asked to stop
     */
    static void run(Simulator simulator, CourseRuns runs, int draw, long seed, int count, Job job) {
        Members members = new Members(draw, seed, count, runs, job);
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        List<Future<CommunityTally>> parts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads, Members::thread)) {
            for (int i = 0; i < threads; i++) {
                Simulator own = i == 0 ? simulator : simulator.another();
                parts.add(pool.submit(() -> members.work(own)));
            }
        }
        parts.forEach(part -> runs.communities().join(result(part)));
        runs.members().addAll(Arrays.asList(members.members));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "simulation-run");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    }

    private CommunityTally work(Simulator simulator) {
        CommunityTally own = runs.communities().empty();
        for (int number = next.getAndIncrement(); number < members.length; number = next.getAndIncrement()) {
            Run run = simulator.run(Ensemble.seed(seed, number), job::stopped);
            PlaceTotals one = own.one();
            simulator.addTo(one);
            own.add(one);
            members[number] = runs.member(draw, run, one);
            job.oneDone();
        }
        return own;
    }

    private static CommunityTally result(Future<CommunityTally> part) {
        try {
            return part.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The thread that waited for the runs was interrupted.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A run failed.", failed.getCause());
        }
    }
}
