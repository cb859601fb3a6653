package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleSolverTest {

    @Property(tries = 3000, seed = "20031")
    void theTotalIsTheLeastOfAllPlansAndIsProved(@ForAll long seed) {
        PeopleProblem problem = RandomProblems.small(seed).problem();
        PeoplePlan plan = PeopleSolver.solve(problem);
        assertThat(plan.total()).isEqualTo(BruteForce.leastTotal(problem));
        assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
    }

    @Property(tries = 500, seed = "20032")
    void mediumPlansAreProved(@ForAll long seed) {
        PeopleProblem problem = RandomProblems.medium(seed).problem();
        assertThat(PlanChecker.check(problem, PeopleSolver.solve(problem)).violations())
                .isEmpty();
    }

    @Property(tries = 300, seed = "20033")
    void theOrderOfRowsDoesNotChangeThePlan(@ForAll long seed, @ForAll long shuffle) {
        RandomProblems.Parts parts = RandomProblems.medium(seed);
        PeoplePlan plan = PeopleSolver.solve(parts.problem());
        PeoplePlan again = PeopleSolver.solve(parts.shuffled(shuffle).problem());
        assertThat(again.postOfPerson()).isEqualTo(plan.postOfPerson());
        for (int post = 0; post < plan.posts(); post++) {
            assertThat(again.postPrice(post)).isEqualTo(plan.postPrice(post));
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 64"})
    void withoutPeopleEveryPlaceStaysEmptyAtItsPrice(boolean withPost, long total) {
        PeopleProblem.Builder builder = PeopleProblem.builder(0);
        if (withPost) {
            builder.post(new PostNeed(3, 1, 50, 7));
        }
        PeoplePlan plan = PeopleSolver.solve(builder.build());
        assertThat(plan.total()).isEqualTo(total);
        assertThat(PlanChecker.check(builder.build(), plan).isProved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, 482882", "6, 271401021"})
    void aWholeDistrictIsProvedWithPlentyOfPeopleAndInShortage(int largestNeed, long total) {
        PeopleProblem problem = RandomProblems.district(7, 6_000, 2_500, 20, largestNeed);
        PeoplePlan plan = PeopleSolver.solve(problem);
        assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
        assertThat(plan.total()).isEqualTo(total);
    }
}
