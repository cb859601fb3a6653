package org.tongxin.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.graph.MinCostFlow;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PostNeed;

/** The core's own engine for people against OR-Tools' flow, built from the definition of the total. */
class PeopleAgainstOrToolsTest {

    @Test
    void theTotalsAreTheSameWithManyPeopleAndWithFew() {
        OrToolsEngine.load();
        for (long seed = 1; seed <= 30; seed++) {
            PeopleProblem problem = random(seed, 10 + (int) (seed * 20), 30);
            assertThat(PeopleSolver.solve(problem).total()).as("seed " + seed).isEqualTo(total(problem));
        }
    }

    private static PeopleProblem random(long seed, int people, int posts) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        PeopleProblem.Builder builder = PeopleProblem.builder(people);
        for (int post = 0; post < posts; post++) {
            int places = 1 + random.nextInt(12);
            builder.post(new PostNeed(places, random.nextInt(places + 1), 100_000, 20_000));
        }
        for (int person = 0; person < people; person++) {
            for (int post = 0; post < posts; post++) {
                if (random.nextInt(5) == 0) {
                    builder.arc(person, post, random.nextInt(5_000));
                }
            }
        }
        return builder.build();
    }

    /** Everyone is a source of one; an own way to the sink leaves them free. */
    private static long total(PeopleProblem problem) {
        MinCostFlow flow = new MinCostFlow();
        int sink = problem.people() + problem.posts();
        long penalties = 0;
        for (int person = 0; person < problem.people(); person++) {
            flow.setNodeSupply(person, 1);
            flow.addArcWithCapacityAndUnitCost(person, sink, 1, 0);
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                int post = problem.people() + problem.arcPost(arc);
                flow.addArcWithCapacityAndUnitCost(person, post, 1, problem.arcCost(arc));
            }
        }
        for (int post = 0; post < problem.posts(); post++) {
            PostNeed need = problem.need(post);
            int node = problem.people() + post;
            int further = need.places() - need.minimum();
            flow.addArcWithCapacityAndUnitCost(node, sink, need.minimum(), -need.emptyMinimumPenalty());
            flow.addArcWithCapacityAndUnitCost(node, sink, further, -need.emptyPenalty());
            penalties += need.minimum() * need.emptyMinimumPenalty() + further * need.emptyPenalty();
        }
        flow.setNodeSupply(sink, -problem.people());
        assertThat(flow.solve()).isEqualTo(MinCostFlow.Status.OPTIMAL);
        return penalties + flow.getOptimalCost();
    }
}
