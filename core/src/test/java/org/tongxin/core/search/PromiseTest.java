package org.tongxin.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whether the promise holds on outbreaks, whose numbers are far from normal: searches with many seeds, against means of very many
 * other runs.
 */
class PromiseTest {

    private static final int SEARCHES = 40;
    private static final int TRUE_RUNS = 1500;
    private static final double INDIFFERENCE = 2;

    @Test
    void theChoiceIsAsGoodAsPromisedInNineteenSearchesOfTwenty() {
        Situations now = Situations.of(SearchModels.outbreak(1));
        List<Policy> policies = alike();
        Criterion criterion = Criterion.of(Aim.SEVERE_AND_DEATHS);
        double[] truth = truth(now, policies, criterion);
        SearchSettings settings =
                new SearchSettings(0.95, Indifference.of(INDIFFERENCE), List.of(8, 16), 4, 10, 100_000, 4, 2);
        Search search = new Search(now, Candidates.admit(policies), criterion, CostRates.ASSUMED, settings);
        int kept = 0;
        for (int seed = 0; seed < SEARCHES; seed++) {
            kept += isKept(search.run(seed, SearchWatch.NONE), policies, truth) ? 1 : 0;
        }
        // Three standard errors below 0.95.
        assertThat(kept).isGreaterThan((int) (SEARCHES * (0.95 - 3 * Math.sqrt(0.95 * 0.05 / SEARCHES))));
    }

    /** Doing nothing, and closures of several strengths and lengths beside isolation: small outbreaks, some much larger. */
    private static List<Policy> alike() {
        List<Policy> policies = new ArrayList<>(List.of(Policy.nothing()));
        for (double remaining : new double[] {0.15, 0.2, 0.25}) {
            for (int lastDay : new int[] {46, 56}) {
                PlannedRule closure = SearchModels.closure(remaining, 3, lastDay);
                policies.add(Policy.of(
                        "close to " + remaining + " until day " + lastDay,
                        List.of(SearchModels.tests(), SearchModels.isolation(), closure)));
            }
        }
        return policies;
    }

    private static double[] truth(Situations now, List<Policy> policies, Criterion criterion) {
        int[] all = IntStream.range(0, policies.size()).toArray();
        Outcome[][] outcomes = new Evaluator(now, policies, CostRates.ASSUMED, 2, SearchWatch.NONE)
                .evaluate(SearchWatch.Stage.RACE, -1, all, 0, TRUE_RUNS);
        return Arrays.stream(outcomes)
                .mapToDouble(each ->
                        Arrays.stream(each).mapToDouble(criterion::of).average().orElseThrow())
                .toArray();
    }

    /** The selected one is near the best, and the chosen one, if it is another, not worse than it by the indifference. */
    private static boolean isKept(Ranking ranking, List<Policy> policies, double[] truth) {
        assertThat(ranking.promise().decided()).isTrue();
        double best = Arrays.stream(truth).min().orElseThrow();
        double selected = of(ranking.promise().selected(), policies, truth);
        double chosen = of(ranking.chosen().policy().name(), policies, truth);
        return selected <= best + INDIFFERENCE && chosen <= selected + INDIFFERENCE;
    }

    private static double of(String name, List<Policy> policies, double[] truth) {
        return IntStream.range(0, truth.length)
                .filter(each -> policies.get(each).name().equals(name))
                .mapToDouble(each -> truth[each])
                .findFirst()
                .orElseThrow();
    }
}
