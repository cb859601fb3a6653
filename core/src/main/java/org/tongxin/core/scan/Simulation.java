package org.tongxin.core.scan;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Draws worlds without a cluster and keeps the largest statistic of each. A world's random numbers belong to its number and
 * the seed, so neither the number of threads nor their order changes anything. With an early stop, worlds are drawn in
 * small batches, and what was drawn beyond the stop is thrown away.
 */
final class Simulation {

    private static final int BATCH_WITH_STOP = 32;

    private final ScanSettings settings;
    private final Supplier<IntToDoubleFunction> newWorker;

    /** @param newWorker makes, for one thread, the function from a world's number to its largest statistic */
    Simulation(ScanSettings settings, Supplier<IntToDoubleFunction> newWorker) {
        this.settings = settings;
        this.newWorker = newWorker;
    }

    SimulatedMaxima run(double observed) {
        double[] maxima = new double[settings.replications()];
        if (maxima.length == 0) {
            return SimulatedMaxima.of(maxima, false);
        }
        List<IntToDoubleFunction> workers =
                Stream.generate(newWorker).limit(settings.threads()).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads())) {
            return draw(maxima, observed, workers, threads);
        }
    }

    private SimulatedMaxima draw(
            double[] maxima, double observed, List<IntToDoubleFunction> workers, ExecutorService threads) {
        int batch = settings.stopAfter() == 0 ? maxima.length : BATCH_WITH_STOP * settings.threads();
        int atLeast = 0;
        for (int start = 0; start < maxima.length; start += batch) {
            int end = Math.min(maxima.length, start + batch);
            drawBatch(maxima, start, end, workers, threads);
            for (int world = start; world < end && settings.stopAfter() > 0; world++) {
                atLeast += SimulatedMaxima.isAtLeast(maxima[world], observed) ? 1 : 0;
                if (atLeast == settings.stopAfter() && world + 1 < maxima.length) {
                    return SimulatedMaxima.of(Arrays.copyOf(maxima, world + 1), true);
                }
            }
        }
        return SimulatedMaxima.of(maxima, false);
    }

    private static void drawBatch(
            double[] maxima, int start, int end, List<IntToDoubleFunction> workers, ExecutorService threads) {
        AtomicInteger next = new AtomicInteger(start);
        List<Callable<Boolean>> shares = workers.stream()
                .map(worker -> (Callable<Boolean>) () -> {
                    for (int world = next.getAndIncrement(); world < end; world = next.getAndIncrement()) {
                        maxima[world] = worker.applyAsDouble(world);
                    }
                    return true;
                })
                .toList();
        try {
            for (Future<Boolean> share : threads.invokeAll(shares)) {
                share.get();
            }
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scan was interrupted.", cause);
        } catch (ExecutionException cause) {
            throw new IllegalStateException("A simulated world could not be scanned.", cause.getCause());
        }
    }
}
