package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewer people than places, where the plan comes from an auction; each is proved by its prices. */
class PeopleAuctionTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 1_000, PeopleProblem.MAX_COST})
    void aShortageIsProvedWhateverTheSizeOfItsNumbers(long largest) {
        for (long seed = 1; seed <= 60; seed++) {
            PeopleProblem problem = shortage(new Random(seed), largest);
            PlanProof proof = PlanChecker.check(problem, PeopleSolver.solve(problem));
            assertThat(proof.violations()).as("seed " + seed).isEmpty();
        }
    }

    private static PeopleProblem shortage(Random random, long largest) {
        PeopleProblem.Builder builder = PeopleProblem.builder(40);
        int[] current = new int[40];
        for (int post = 0; post < 20; post++) {
            int places = random.nextInt(9);
            long penalty = random.nextLong(largest + 1);
            builder.post(new PostNeed(
                    places, random.nextInt(places + 1), penalty + random.nextLong(largest - penalty + 1), penalty));
        }
        for (int person = 0; person < 40; person++) {
            current[person] = random.nextInt(21) - 1;
            for (int post = random.nextInt(3); post < 20; post += 1 + random.nextInt(5)) {
                builder.arc(person, post, random.nextLong(largest + 1));
            }
        }
        return builder.current(current, random.nextLong(largest + 1)).build();
    }

    @Test
    void aPostMayWantFarMoreThanThereArePeople() {
        PeopleProblem problem = PeopleProblem.builder(3)
                .post(new PostNeed(PostNeed.MAX_PLACES, 2, 500, 20))
                .post(PostNeed.of(0, 0))
                .post(PostNeed.of(4, 70))
                .post(PostNeed.of(1, 10))
                .arc(0, 0, 5)
                .arc(1, 0, 30)
                .arc(1, 1, 1)
                .arc(1, 3, 50)
                .arc(2, 0, 10)
                .build();
        PeoplePlan plan = PeopleSolver.solve(problem);
        assertThat(plan.postOfPerson()).containsExactly(0, PeopleProblem.NO_POST, 0);
        assertThat(PlanChecker.check(problem, plan).violations()).isEmpty();
        assertThat(plan.postPrice(2)).as("nobody may come, and would save this").isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatTheAuctionBeganIsRepairedAndStaysAsGoodAsAPlanMadeAnew(long seed) {
        LivePlan live = LivePlan.of(RandomProblems.district(seed, 300, 120, 15, 6));
        for (int person = 0; person < 300; person += 7) {
            live.leave(person);
        }
        assertThat(live.total()).isEqualTo(PeopleSolver.solve(live.problem()).total());
        assertThat(PlanChecker.check(live.problem(), live.plan()).violations()).isEmpty();
    }
}
