package org.tongxin.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.EnsembleExecutor;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.RunWatch;
import org.tongxin.core.epidemic.Simulator;

/**
 * Runs ensembles on a Spark cluster; the result equals that of {@link org.tongxin.core.epidemic.LocalExecutor} bit for bit. The
 * watch is told of the runs in their order when all have come back; whether it says to stop is asked five times a second.
 * Immutable; safe for use by several threads.
 *
 * @param spark the cluster, which the caller closes
 * @param model the file of the same model as the simulator's, which workers read
 * @param portion runs of one task, 1 or more: what is run again when a worker is lost
 */
public record SparkExecutor(JavaSparkContext spark, ModelAt model, int portion) implements EnsembleExecutor {

    private static final long ASK_EVERY_MILLIS = 200;

    /**
     * Checks the portion.
     *
     * @throws IllegalArgumentException when it is below 1
     */
    public SparkExecutor {
        if (portion < 1) {
            throw new IllegalArgumentException("The runs of a task (" + portion + ") must be 1 or more.");
        }
    }

    /** @throws IllegalStateException when a task failed again and again; the message holds the worker's */
    @Override
    public Ensemble run(Simulator simulator, long seed, int runs, RunWatch watch) {
        if (runs < 1) {
            throw new IllegalArgumentException("The number of runs (" + runs + ") must be 1 or more.");
        }
        List<Portion> portions = Portion.of(runs, portion);
        List<Part> parts = await(
                spark.parallelize(portions, portions.size())
                        .map(new Task(model, seed))
                        .collectAsync(),
                watch);
        return joined(parts, runs, Task.totals(simulator.model()), watch);
    }

    private static List<Part> await(JavaFutureAction<List<Part>> job, RunWatch watch) {
        while (true) {
            try {
                return job.get(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (watch.isStopped()) {
                    job.cancel(true);
                    throw new CancellationException("The runs on the cluster were stopped.");
                }
            } catch (InterruptedException interrupted) {
                job.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException("The thread that waited for the cluster was interrupted.");
            } catch (ExecutionException failed) {
                throw failure(failed);
            }
        }
    }

    private static IllegalStateException failure(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return new IllegalStateException("The runs failed on the cluster: " + cause.getMessage(), cause);
    }

    private static Ensemble joined(List<Part> parts, int count, PlaceTotals places, RunWatch watch) {
        Run[] runs = new Run[count];
        for (Part part : parts) {
            places.join(part.places());
            part.putInto(runs);
        }
        for (int number = 0; number < count; number++) {
            watch.ended(number, runs[number]);
        }
        return new Ensemble(Arrays.asList(runs), places);
    }
}
