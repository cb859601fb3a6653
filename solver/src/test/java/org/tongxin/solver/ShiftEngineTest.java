package org.tongxin.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftRules;
import org.tongxin.core.allocation.ShiftSlot;

class ShiftEngineTest {

    private final OrToolsEngine engine = new OrToolsEngine();

    @Test
    void itFindsAndProvesWhatTryingEveryPlanFinds() {
        for (long seed = 1; seed <= 120; seed++) {
            ShiftProblem problem = random(seed, 3, 7, 4);
            ShiftAnswer answer = engine.solve(problem);
            assertThat(answer.plan().total()).as("seed " + seed).isEqualTo(least(problem, new int[7], 0));
            assertThat(answer.isProved()).as("seed " + seed).isTrue();
            assertThat(ShiftChecker.check(problem, answer.plan()).violations())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void bothSolversAgreeOnLargerOnes() {
        for (long seed = 1; seed <= 8; seed++) {
            ShiftProblem problem = random(seed, 12, 60, 9);
            ShiftAnswer answer = engine.solve(problem);
            ShiftConstraints other =
                    new ShiftConstraints(problem, new ShiftRows(problem), ShiftPlan.empty(problem.slots(), 0));
            assertThat(other.solve()).isTrue();
            assertThat(answer.isProved()).as("seed " + seed).isTrue();
            assertThat(other.bound()).as("seed " + seed).isEqualTo(answer.plan().total());
            assertThat(ShiftChecker.check(problem, other.plan()).total())
                    .as("seed " + seed)
                    .isEqualTo(answer.plan().total());
        }
    }

    @Test
    void leavingDearPairsOutAtFirstChangesNothing() {
        for (long seed = 1; seed <= 40; seed++) {
            ShiftProblem problem = random(seed, 12, 60, 9);
            ShiftAnswer ofAll = ShiftSearch.cheapest(problem, problem.pairs());
            for (int pairs : new int[] {0, 60, 150}) {
                ShiftAnswer answer = ShiftSearch.cheapest(problem, pairs);
                assertThat(answer.plan().total())
                        .as("seed " + seed + " with " + pairs + " pairs")
                        .isEqualTo(ofAll.plan().total());
                assertThat(answer.isProved())
                        .as("seed " + seed + " with " + pairs + " pairs")
                        .isTrue();
            }
        }
    }

    @Test
    void theSameProblemGivesTheSamePlan() {
        ShiftProblem problem = random(5, 15, 80, 14);
        ShiftAnswer once = engine.solve(problem);
        ShiftAnswer again = engine.solve(problem);
        for (int slot = 0; slot < problem.slots(); slot++) {
            assertThat(again.plan().personOf(slot)).isEqualTo(once.plan().personOf(slot));
        }
    }

    private static ShiftProblem random(long seed, int people, int slots, int days) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ShiftRules rules = new ShiftRules(days, 1 + random.nextInt(4), 1 + random.nextInt(2), 1 + random.nextInt(30));
        ShiftProblem.Builder builder = ShiftProblem.builder(people, rules);
        for (int slot = 0; slot < slots; slot++) {
            ShiftSlot.Part part = ShiftSlot.Part.values()[random.nextInt(3)];
            builder.slot(new ShiftSlot(random.nextInt(days), part, random.nextInt(100)));
            for (int person = 0; person < people; person++) {
                if (random.nextInt(3) > 0) {
                    builder.pair(slot, person, random.nextInt(40));
                }
            }
        }
        return builder.build();
    }

    private static long least(ShiftProblem problem, int[] persons, int slot) {
        if (slot == persons.length) {
            PlanCheck check = ShiftChecker.check(problem, ShiftPlan.of(persons, -1));
            return check.violations().size() == 1 ? check.total() : Long.MAX_VALUE;
        }
        long least = Long.MAX_VALUE;
        for (int person = ShiftProblem.NOBODY; person < problem.people(); person++) {
            if (person == ShiftProblem.NOBODY || problem.findCost(slot, person).isPresent()) {
                persons[slot] = person;
                least = Math.min(least, least(problem, persons, slot + 1));
            }
        }
        return least;
    }
}
