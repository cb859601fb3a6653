package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tongxin.core.search.SearchWatch.Stage;

/** What is known of each candidate so far. One instance belongs to one thread. */
final class Records {

    private final List<List<Outcome>> outcomes = new ArrayList<>();
    private final Stage[] last;
    private final Criterion criterion;

    Records(int candidates, Criterion criterion) {
        IntStream.range(0, candidates).forEach(each -> outcomes.add(new ArrayList<>()));
        last = new Stage[candidates];
        Arrays.fill(last, Stage.RACE);
        this.criterion = criterion;
    }

    /** Runs in which a candidate was compared with others. */
    void add(int candidate, Stage stage, Outcome[] more) {
        last[candidate] = stage;
        extend(candidate, more);
    }

    /** Runs that only make its numbers more exact. */
    void extend(int candidate, Outcome[] more) {
        outcomes.get(candidate).addAll(List.of(more));
    }

    int candidates() {
        return outcomes.size();
    }

    int runs(int candidate) {
        return outcomes.get(candidate).size();
    }

    /** Every run asked for so far has a number below. */
    int mostRuns() {
        return outcomes.stream().mapToInt(List::size).max().orElseThrow();
    }

    Stage last(int candidate) {
        return last[candidate];
    }

    double[] criterion(Outcome[] of) {
        return Arrays.stream(of).mapToDouble(criterion::of).toArray();
    }

    Summary criterion(int candidate) {
        return summary(candidate, criterion::of);
    }

    Summary aim(int candidate, Aim aim) {
        return summary(candidate, each -> each.of(aim));
    }

    private Summary summary(int candidate, ToDoubleFunction<Outcome> what) {
        return Summary.of(outcomes.get(candidate).stream().mapToDouble(what).toArray());
    }

    double mean(int candidate, ToDoubleFunction<Outcome> what) {
        return outcomes.get(candidate).stream().mapToDouble(what).average().orElseThrow();
    }

    /** At [candidate][aim]. */
    double[][] meanAims() {
        return IntStream.range(0, candidates())
                .mapToObj(candidate -> Arrays.stream(Aim.values())
                        .mapToDouble(aim -> mean(candidate, each -> each.of(aim)))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Mean difference of the criterion over the runs that both have. */
    double difference(int one, int other) {
        int both = Math.min(runs(one), runs(other));
        double sum = 0;
        for (int run = 0; run < both; run++) {
            sum += criterion.of(outcomes.get(one).get(run))
                    - criterion.of(outcomes.get(other).get(run));
        }
        return sum / both;
    }

    /** Fewer restricted person-days first, then milder kinds of measures, then the order of the candidates. */
    Comparator<Integer> byRestriction(List<Policy> policies) {
        return Comparator.<Integer>comparingDouble(each -> mean(each, outcome -> outcome.of(Aim.RESTRICTED_DAYS)))
                .thenComparingInt(each -> policies.get(each).restrictiveness())
                .thenComparingInt(each -> each);
    }
}
