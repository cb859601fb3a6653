package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongxin.core.allocation.ShiftSlot.Part;

/** The plan made day by day against every plan there is, and why slots stay empty. */
class ShiftSolverTest {

    @Test
    void thePlanIsAllowedAndTheLeastTotalLiesBetweenItsBoundAndIt() {
        int best = 0;
        for (long seed = 1; seed <= 120; seed++) {
            ShiftProblem problem = random(seed, 3, 7, 4);
            ShiftAnswer answer = ShiftSolver.solve(problem);
            long least = least(problem, new int[7], 0);
            assertThat(ShiftChecker.check(problem, answer.plan()).violations())
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(least)
                    .as("seed " + seed)
                    .isBetween(answer.bound(), answer.plan().total());
            best += least == answer.plan().total() ? 1 : 0;
        }
        assertThat(best).as("of 120 made-up problems, planned best").isGreaterThanOrEqualTo(90);
    }

    @Test
    void daysThatNoRuleJoinsArePlannedBestAndProved() {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            ShiftProblem.Builder builder = ShiftProblem.builder(9, new ShiftRules(7, 7, 7, 0));
            for (int slot = 0; slot < 40; slot++) {
                builder.slot(new ShiftSlot(random.nextInt(7), Part.LATE, random.nextInt(100)));
                for (int person = 0; person < 9; person++) {
                    builder.pair(slot, person, random.nextInt(60));
                }
            }
            assertThat(ShiftSolver.solve(builder.build()).isProved()).isTrue();
        }
    }

    @Test
    void whoeverHasTurnsAtBothEndsOfAWeekKeepsThemWhicheverDayIsPlannedFirst() {
        ShiftProblem.Builder builder = ShiftProblem.builder(1, new ShiftRules(7, 5, 7, 0));
        for (int day = 0; day < 7; day++) {
            boolean told = day == 0 || day == 5;
            builder.slot(new ShiftSlot(day, Part.LATE, told ? PeopleProblem.MAX_COST : 1_000));
            builder.pair(day, 0, 0);
        }
        ShiftAnswer answer = ShiftSolver.solve(builder.build());

        assertThat(List.of(answer.plan().personOf(0), answer.plan().personOf(5)))
                .containsOnly(0);
        assertThat(answer.plan().total()).as("two of seven days stay empty").isEqualTo(2_000);
    }

    @Test
    void whoeverHasTurnsAtBothEndsKeepsThemAmongOthersWhoCouldCome() {
        ShiftProblem.Builder builder = ShiftProblem.builder(2, new ShiftRules(7, 5, 7, 0));
        for (int day = 0; day < 7; day++) {
            boolean told = day == 0 || day == 5;
            builder.slot(new ShiftSlot(day, Part.LATE, told ? PeopleProblem.MAX_COST : 1_000));
            builder.pair(day, 0, 0);
            if (!told) {
                builder.pair(day, 1, 10);
            }
        }
        ShiftAnswer answer = ShiftSolver.solve(builder.build());

        assertThat(List.of(answer.plan().personOf(0), answer.plan().personOf(5)))
                .containsOnly(0);
        assertThat(answer.plan().total()).isEqualTo(20);
    }

    @Test
    void whoeverHasATurnAlreadyKeepsItAndRestsAfterIt() {
        ShiftProblem problem = ShiftProblem.builder(2, new ShiftRules(7, 5, 7, 0))
                .slot(new ShiftSlot(0, Part.NIGHT, PeopleProblem.MAX_COST))
                .slot(new ShiftSlot(1, Part.MORNING, 1_000))
                .pair(0, 0, 0)
                .pair(1, 0, 1)
                .pair(1, 1, 900)
                .build();
        ShiftAnswer answer = ShiftSolver.solve(problem);
        assertThat(answer.plan().personOf(0)).isZero();
        assertThat(answer.plan().personOf(1)).isEqualTo(1);
        assertThat(answer.plan().total()).isEqualTo(900);
        assertThat(answer.bound()).isEqualTo(1);
    }

    @Test
    void anEmptySlotSaysWhatKeepsEachWhoIsListed() {
        ShiftProblem problem = ShiftProblem.builder(5, new ShiftRules(7, 1, 7, 0))
                .slot(new ShiftSlot(1, Part.MORNING, 10))
                .slot(new ShiftSlot(1, Part.LATE, 10))
                .slot(new ShiftSlot(0, Part.NIGHT, 10))
                .slot(new ShiftSlot(5, Part.LATE, 10))
                .pair(0, 0, 1)
                .pair(0, 1, 1)
                .pair(0, 2, 1)
                .pair(0, 3, 10)
                .pair(1, 0, 1)
                .pair(2, 1, 1)
                .pair(3, 2, 1)
                .build();
        assertThat(EmptySlots.of(problem, ShiftPlan.of(new int[] {-1, 0, 1, 2}, 0)))
                .isEqualTo(List.of(new EmptySlot(0, 4, 1, 1, 1, 1)));
    }

    private static ShiftProblem random(long seed, int people, int slots, int days) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ShiftRules rules = new ShiftRules(days, 1 + random.nextInt(4), 1 + random.nextInt(2), 1 + random.nextInt(30));
        ShiftProblem.Builder builder = ShiftProblem.builder(people, rules);
        for (int slot = 0; slot < slots; slot++) {
            Part part = Part.values()[random.nextInt(3)];
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
