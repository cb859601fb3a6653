package org.tongxin.bench;

import java.time.Duration;
import org.tongxin.core.search.Aim;
import org.tongxin.core.search.Assessment;
import org.tongxin.core.search.Candidates;
import org.tongxin.core.search.CostRates;
import org.tongxin.core.search.Criterion;
import org.tongxin.core.search.Promise;
import org.tongxin.core.search.Ranking;
import org.tongxin.core.search.Search;
import org.tongxin.core.search.SearchSettings;
import org.tongxin.core.search.SearchWatch;
import org.tongxin.core.search.Situations;

/**
 * The best of 1,000 policies for a district of 100,000 people over 90 days, with P(correct) of 0.95 at least, on two threads. Must:
 * 5 min. Goal: 1 min. Arguments, all optional: policies, threads, seed.
 */
public final class PolicySearch {

    private PolicySearch() {}

    public static void main(String[] arguments) {
        int policies = argument(arguments, 0, 1000);
        int threads = argument(arguments, 1, 2);
        int seed = argument(arguments, 2, 1);
        Search search = new Search(
                Situations.of(SearchDistrict.outbreak()),
                Candidates.admit(SearchDistrict.rules().draw(seed, policies)),
                Criterion.of(Aim.SEVERE_AND_DEATHS).below(Aim.RESTRICTED_DAYS, 5.0 * SearchDistrict.PEOPLE, 0.001),
                CostRates.ASSUMED,
                SearchSettings.suggested(threads));
        long begun = System.nanoTime();
        Ranking ranking = search.run(seed, progress(begun));
        System.out.printf(
                "%d policies, %d threads: %.1f s, %.1f s of processor time, %,d runs%n",
                ranking.assessments().size(), threads, seconds(begun), processorSeconds(), ranking.runs());
        print(ranking);
    }

    private static int argument(String[] arguments, int number, int otherwise) {
        return number < arguments.length ? Integer.parseInt(arguments[number]) : otherwise;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Of the whole process, compiling and collecting garbage included; what other programs do hardly changes it. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }

    private static SearchWatch progress(long begun) {
        return new SearchWatch() {
            @Override
            public void at(Stage stage, int candidates, long runs) {
                System.out.printf(
                        "%6.1f s  %-12s %5d candidates, %,d runs so far%n", seconds(begun), stage, candidates, runs);
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
    }

    private static void print(Ranking ranking) {
        Promise promise = ranking.promise();
        System.out.printf(
                "P >= %.2f, indifference %.1f, decided %s, not told apart %d, skewness %.1f, on the front %d%n",
                promise.confidence(),
                promise.indifference(),
                promise.decided(),
                promise.notToldApart(),
                promise.skewness(),
                ranking.front().size());
        ranking.assessments().stream().limit(5).forEach(PolicySearch::print);
        System.out.println("knees");
        ranking.knees().forEach(PolicySearch::print);
        ranking.assessments().stream().filter(each -> each.policy().isNothing()).forEach(PolicySearch::print);
    }

    private static void print(Assessment each) {
        System.out.printf(
                "%4d level %d %-14s severe and deaths %8.1f (%.1f..%.1f)  beyond beds %7.1f  restricted %,11.0f  duty %,9.0f  cost %,13.0f  unequal %5.2f  runs %d%n",
                each.rank(),
                each.level(),
                each.policy().name(),
                each.of(Aim.SEVERE_AND_DEATHS).mean(),
                each.of(Aim.SEVERE_AND_DEATHS).low(),
                each.of(Aim.SEVERE_AND_DEATHS).high(),
                each.of(Aim.BEYOND_BEDS).mean(),
                each.of(Aim.RESTRICTED_DAYS).mean(),
                each.of(Aim.DUTY_DAYS).mean(),
                each.of(Aim.COST).mean(),
                each.of(Aim.UNEQUAL_BURDEN).mean(),
                each.criterion().runs());
    }
}
