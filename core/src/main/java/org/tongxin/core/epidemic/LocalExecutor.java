package org.tongxin.core.epidemic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs ensembles on the processors of this machine: each thread takes the next number that nobody has taken. The threads end
 * with the ensemble. Immutable; safe for use by several threads.
 *
 * @param threads 1 or more
 */
public record LocalExecutor(int threads) implements EnsembleExecutor {

    /**
     * Checks the number of threads.
     *
     * @throws IllegalArgumentException when it is below 1
     */
    public LocalExecutor {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (" + threads + ") must be 1 or more.");
        }
    }

    @Override
    public Ensemble run(Simulator simulator, long seed, int runs, RunWatch watch) {
        if (runs < 1) {
            throw new IllegalArgumentException("The number of runs (" + runs + ") must be 1 or more.");
        }
        Work work = new Work(seed, new Run[runs], watch);
        int workers = Math.min(threads, runs);
        PlaceTotals places = totals(simulator);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<PlaceTotals>> parts = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                Simulator own = worker == 0 ? simulator : simulator.another();
                parts.add(pool.submit(() -> work.on(own)));
            }
            parts.forEach(part -> places.join(result(part, work)));
        }
        return new Ensemble(Arrays.asList(work.runs), places);
    }

    private static PlaceTotals totals(Simulator simulator) {
        Model model = simulator.model();
        return new PlaceTotals(model.population().places().communities(), model.days());
    }

    private static PlaceTotals result(Future<PlaceTotals> part, Work work) {
        try {
            return part.get();
        } catch (InterruptedException interrupted) {
            work.interrupted = true;
            Thread.currentThread().interrupt();
            throw new CancellationException("The thread that waited for the runs was interrupted.");
        } catch (ExecutionException failed) {
            work.interrupted = true;
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A run failed.", failed.getCause());
        }
    }

    /** What the threads share. */
    private static final class Work {

        private final long seed;
        private final Run[] runs;
        private final RunWatch watch;
        private final AtomicInteger next = new AtomicInteger();
        private volatile boolean interrupted;

        Work(long seed, Run[] runs, RunWatch watch) {
            this.seed = seed;
            this.runs = runs;
            this.watch = watch;
        }

        PlaceTotals on(Simulator simulator) {
            PlaceTotals places = totals(simulator);
            int number = next.getAndIncrement();
            while (number < runs.length) {
                Run run = simulator.run(Ensemble.seed(seed, number), () -> interrupted || watch.isStopped());
                simulator.addTo(places);
                runs[number] = run;
                synchronized (this) {
                    watch.ended(number, run);
                }
                number = next.getAndIncrement();
            }
            return places;
        }
    }
}
