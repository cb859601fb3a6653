package org.tongxin.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PostNeed;
import org.tongxin.core.random.KeyedRandom;

/** One shift of a district: 6,000 people, 2,500 posts, 20 pairs a person; plenty and shortage. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PeopleSolverBenchmark {

    private static final int PEOPLE = 6_000;
    private static final int POSTS = 2_500;
    private static final int PAIRS = 20;

    @Param({"1", "2", "4"})
    int placesAPost;

    private PeopleProblem problem;

    @Setup
    public void build() {
        KeyedRandom chance = new KeyedRandom(7);
        PeopleProblem.Builder builder = PeopleProblem.builder(PEOPLE);
        for (int post = 0; post < POSTS; post++) {
            builder.post(new PostNeed(placesAPost, 1, 1_000_000, 100_000));
        }
        for (int person = 0; person < PEOPLE; person++) {
            for (int pair = 0; pair < PAIRS; pair++) {
                int post = (chance.below(POSTS, person, 0) + pair * 7) % POSTS;
                builder.arc(person, post, 100 + chance.below(5_000, person, pair + 1));
            }
        }
        problem = builder.build();
    }

    @Benchmark
    public PeoplePlan solve() {
        return PeopleSolver.solve(problem);
    }
}
