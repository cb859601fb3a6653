package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Simulator;

/**
 * Runs policies. Run number i has the same seed and the same situation under every policy, and depends on nothing else: neither
 * on the threads nor on what else is run. To be used by one thread at a time.
 */
final class Evaluator {

    /** Runs that one thread takes at a time: enough that making a simulator does not count. */
    private static final int PORTION = 8;

    private final Situations situations;
    private final List<Policy> policies;
    private final CostRates rates;
    private final int threads;
    private final SearchWatch watch;
    private final List<Simulator> prepared;
    private long runs;

    Evaluator(Situations situations, List<Policy> policies, CostRates rates, int threads, SearchWatch watch) {
        this.situations = situations;
        this.policies = policies;
        this.rates = rates;
        this.threads = threads;
        this.watch = watch;
        prepared = situations.models().stream().map(Simulator::of).toList();
    }

    /** Runs from .. from + count - 1 of candidates: at [i][j] run from + j of candidates[i]. */
    Outcome[][] evaluate(SearchWatch.Stage stage, long seed, int[] candidates, int from, int count) {
        watch.at(stage, candidates.length, runs);
        Outcome[][] outcomes = new Outcome[candidates.length][count];
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            for (int begin = 0; begin < count; begin += PORTION) {
                Policy policy = policies.get(candidates[i]);
                int end = Math.min(count, begin + PORTION);
                portions.add(new Portion(policy, outcomes[i], seed, from, begin, end));
            }
        }
        work(portions);
        runs += (long) candidates.length * count;
        return outcomes;
    }

    /** Runs so far. */
    long runs() {
        return runs;
    }

    /** Some runs of a policy, to be put in their places. */
    private record Portion(Policy policy, Outcome[] outcomes, long seed, int from, int begin, int end) {}

    private void work(List<Portion> portions) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        int workers = Math.min(threads, portions.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                parts.add(pool.submit(() -> work(portions, next, failures)));
            }
            parts.forEach(part -> await(part, failures));
        }
    }

    private void work(List<Portion> portions, AtomicInteger next, AtomicInteger failures) {
        int number = next.getAndIncrement();
        while (number < portions.size()) {
            run(portions.get(number), failures);
            number = next.getAndIncrement();
        }
    }

    private static void await(Future<?> part, AtomicInteger failures) {
        try {
            part.get();
        } catch (InterruptedException interrupted) {
            failures.incrementAndGet();
            Thread.currentThread().interrupt();
            throw new CancellationException("The thread that waited for the search was interrupted.");
        } catch (ExecutionException failed) {
            failures.incrementAndGet();
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A run of the search failed.", failed.getCause());
        }
    }

    private void run(Portion portion, AtomicInteger failures) {
        int size = prepared.size();
        for (int situation = 0; situation < size; situation++) {
            int first = Math.floorMod(situation - portion.from() - portion.begin(), size) + portion.begin();
            if (first < portion.end()) {
                runIn(situation, portion, first, failures);
            }
        }
    }

    private void runIn(int situation, Portion portion, int first, AtomicInteger failures) {
        Model model = situations.models().get(situation);
        Simulator simulator = prepared.get(situation).under(portion.policy().response(model.response()));
        for (int i = first; i < portion.end(); i += prepared.size()) {
            long seed = Ensemble.seed(portion.seed(), portion.from() + i);
            Run run = simulator.run(seed, () -> failures.get() > 0 || watch.isStopped());
            PlaceTotals alone = new PlaceTotals(model.population().places().communities(), model.days());
            simulator.addTo(alone);
            portion.outcomes()[i] = Outcome.of(run, alone, model.population().places(), rates);
        }
    }
}
