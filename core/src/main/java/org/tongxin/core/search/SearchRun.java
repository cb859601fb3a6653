package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.search.SearchWatch.Stage;

/** One search under way, stage after stage. One instance belongs to one thread. */
final class SearchRun {

    /** Most policies that are asked whether they do as well; the least restrictive are. */
    private static final int MOST_CONTENDERS = 20;

    private final Search search;
    private final SearchSettings settings;
    private final long seed;
    private final Evaluator evaluator;
    private final Records records;
    private final double indifference;

    SearchRun(Search search, long seed, SearchWatch watch) {
        this.search = search;
        this.seed = seed;
        settings = search.settings();
        List<Policy> policies = search.candidates().policies();
        evaluator = new Evaluator(search.situations(), policies, search.rates(), settings.threads(), watch);
        records = new Records(policies.size(), search.criterion());
        indifference = settings.indifference().under(nothing());
    }

    Ranking run() {
        int[] left = race();
        Selection selection = select(left);
        int found = left[selection.best()];
        int chosen = lessRestrictive(found, left);
        lookAtFront();
        Promise promise = new Promise(
                settings.confidence(),
                indifference,
                selection.decided(),
                search.candidates().policies().get(found).name(),
                selection.remaining().size() - 1,
                selection.skewness());
        List<Assessment> ranked = new Ranks(search.candidates().policies(), records, indifference).from(chosen);
        return new Ranking(ranked, promise, search.candidates().refusals(), evaluator.runs(), seed);
    }

    /** Has runs of its own, so that the indifference does not depend on those that decide. */
    private double nothing() {
        int number = search.situations().wholeRounds(settings.race().getFirst());
        long own = new KeyedRandom(seed).bits(KeyedRandom.key("pilot"));
        Outcome[] outcomes = evaluator.evaluate(Stage.PILOT, own, new int[] {0}, 0, number)[0];
        return Arrays.stream(records.criterion(outcomes)).average().orElseThrow();
    }

    private int[] race() {
        List<Integer> rounds = settings.race().stream()
                .map(search.situations()::wholeRounds)
                .distinct()
                .toList();
        Race race = new Race(settings.raceError(), indifference, rounds);
        return race.remaining(
                search.candidates().policies().size(),
                (candidates, from, count) -> observe(Stage.RACE, candidates, from, count));
    }

    private double[][] observe(Stage stage, int[] candidates, int from, int count) {
        Outcome[][] outcomes = evaluator.evaluate(stage, seed, candidates, from, count);
        double[][] values = new double[candidates.length][];
        for (int i = 0; i < candidates.length; i++) {
            records.add(candidates[i], stage, outcomes[i]);
            values[i] = records.criterion(outcomes[i]);
        }
        return values;
    }

    /** Runs after those of the race, several to an observation. */
    private Selection select(int[] left) {
        int batch = search.situations().wholeRounds(settings.batch());
        int after = records.mostRuns();
        int first = settings.firstStage();
        KimNelson rules = new KimNelson(settings.selectionError(), indifference, first, Math.max(1, first / 3));
        Draws batches = (candidates, from, count) -> {
            int[] policies = Arrays.stream(candidates).map(each -> left[each]).toArray();
            double[][] runs = observe(Stage.SELECTION, policies, after + from * batch, count * batch);
            return Arrays.stream(runs).map(each -> means(each, batch)).toArray(double[][]::new);
        };
        return rules.select(left.length, batches, Math.max(first, settings.mostRuns() / batch));
    }

    private static double[] means(double[] values, int batch) {
        double[] means = new double[values.length / batch];
        for (int i = 0; i < values.length; i++) {
            means[i / batch] += values[i] / batch;
        }
        return means;
    }

    /** The least restrictive policy that new runs show to be worse by the indifference at most; else the one that was found. */
    private int lessRestrictive(int found, int[] left) {
        int[] asked = contenders(found, left);
        if (asked.length == 0) {
            return found;
        }
        int number = search.situations().wholeRounds(settings.batch() * settings.firstStage());
        int[] all = IntStream.concat(IntStream.of(found), Arrays.stream(asked)).toArray();
        double[][] values = observe(Stage.EQUIVALENCE, all, records.mostRuns(), number);
        double tail = settings.equivalenceError() / asked.length;
        return IntStream.range(0, asked.length)
                .filter(i -> doesAsWell(Paired.of(values[i + 1], values[0]), tail))
                .mapToObj(i -> asked[i])
                .min(byRestriction())
                .filter(each -> byRestriction().compare(each, found) < 0)
                .orElse(found);
    }

    private boolean doesAsWell(Paired difference, double tail) {
        return difference.mean() + difference.bound(tail) <= indifference;
    }

    /** Those worth asking: less restrictive by the runs so far, and worse by half of the indifference at most. */
    private int[] contenders(int found, int[] left) {
        return Arrays.stream(left)
                .filter(each -> each != found && byRestriction().compare(each, found) < 0)
                .filter(each -> records.difference(each, found) <= indifference / 2)
                .boxed()
                .sorted(byRestriction())
                .limit(MOST_CONTENDERS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Comparator<Integer> byRestriction() {
        return records.byRestriction(search.candidates().policies());
    }

    /**
     * Gives members of the front as many runs as they need to be shown, those with equally many before together. Whoever was
     * asked last has runs of two stages, which are enough.
     */
    private void lookAtFront() {
        int wanted = search.situations().wholeRounds(settings.frontRuns());
        List<Integer> members =
                new ArrayList<>(ParetoFront.of(records.meanAims()).members());
        members.removeIf(each -> records.last(each) == Stage.EQUIVALENCE);
        while (!members.isEmpty()) {
            int runs = records.runs(members.getFirst());
            int[] alike = members.stream()
                    .filter(each -> records.runs(each) == runs)
                    .mapToInt(Integer::intValue)
                    .toArray();
            members.removeIf(each -> records.runs(each) == runs);
            if (runs < wanted) {
                Outcome[][] more = evaluator.evaluate(Stage.FRONT, seed, alike, runs, wanted - runs);
                for (int i = 0; i < alike.length; i++) {
                    records.extend(alike[i], more[i]);
                }
            }
        }
    }
}
