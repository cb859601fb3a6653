package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goods over days: what leaves when, worked out by hand, by trying every plan, and by the model without time. */
class TimedSupplySolverTest {

    private static final int CASES = 300;

    private static TimedSupplyAnswer solve(TimedSupplyProblem problem) {
        TimedSupplyAnswer answer = TimedSupplySolver.findBest(problem).orElseThrow();
        assertThat(answer.isProved()).isTrue();
        assertThat(TimedSupplyChecker.check(problem, answer.plan()).violations())
                .isEmpty();
        return answer;
    }

    private static TimedShipment sent(int depot, int need, int departure, long quantity) {
        return new TimedShipment(depot, need, departure, quantity);
    }

    /** Who cannot wait gets what is there now; who can wait gets what comes on day 2. */
    @Test
    void whoCannotWaitGetsTheStockAndTheOtherWhatIsMadeLater() {
        TimedSupplyProblem problem = TimedSupplyProblem.builder(2, 2, 3)
                .penalties(1_000, 500, 200)
                .release(0, 0, 10)
                .release(1, 2, 10)
                .need(0, 10, 0, 0)
                .deadline(0, 0)
                .need(1, 10, 0, 0)
                .deadline(1, 2)
                .lane(0, 0, 0, 5)
                .lane(0, 1, 0, 1)
                .lane(1, 0, 0, 1)
                .lane(1, 1, 0, 7)
                .build();
        TimedSupplyAnswer answer = solve(problem);
        assertThat(answer.plan().shipments()).containsExactly(sent(0, 0, 0, 10), sent(1, 1, 2, 10));
        assertThat(answer.plan().total()).isEqualTo(10 * 5 + 10 * 7);
    }

    @Test
    void whatWouldArriveTooLateIsNotSent() {
        TimedSupplyProblemBuilder parts = TimedSupplyProblem.builder(1, 1, 4)
                .penalties(100, 100, 100)
                .release(0, 1, 5)
                .need(0, 5, 0, 0)
                .lane(0, 0, 2, 1);
        assertThat(solve(parts.deadline(0, 3).build()).plan().shipments()).containsExactly(sent(0, 0, 1, 5));
        TimedSupplyAnswer late = solve(parts.deadline(0, 2).build());
        assertThat(late.plan()).isEqualTo(new TimedSupplyPlan(List.of(), 500));
    }

    /** Four a day, a need of ten by day 2 that is better served early: 4 on day 0, 4 on day 1, 2 on day 2. */
    @Test
    void aProducerSendsEachDayNoMoreThanItMakes() {
        TimedSupplyProblemBuilder parts = TimedSupplyProblem.builder(1, 1, 3)
                .penalties(1_000, 1_000, 1_000)
                .need(0, 10, 0, 0)
                .delay(0, 3)
                .lane(0, 0, 0, 1);
        for (int day = 0; day < 3; day++) {
            parts.release(0, day, 4);
        }
        TimedSupplyAnswer answer = solve(parts.build());
        assertThat(answer.plan().shipments()).containsExactly(sent(0, 0, 0, 4), sent(0, 0, 1, 4), sent(0, 0, 2, 2));
        assertThat(answer.plan().total()).isEqualTo(10 + 4 * 3 + 2 * 6);
    }

    /** Six are there, the door lets two out a day, one may be kept for 5: 2 now, 1 tomorrow, and 3 are lost. */
    @Test
    void whatCanNeitherLeaveNorBeKeptIsLost() {
        TimedSupplyProblem problem = TimedSupplyProblem.builder(1, 1, 3)
                .penalties(100, 100, 100)
                .release(0, 0, 6)
                .outbound(0, 0, 2)
                .outbound(0, 1, 2)
                .outbound(0, 2, 2)
                .holding(0, 1, 5)
                .need(0, 6, 0, 0)
                .lane(0, 0, 0, 1)
                .build();
        TimedSupplyAnswer answer = solve(problem);
        assertThat(answer.plan().shipments()).containsExactly(sent(0, 0, 0, 2), sent(0, 0, 1, 1));
        assertThat(answer.plan().total()).isEqualTo(3 + 5 + 3 * 100);
    }

    @Test
    void aFloorIsKeptAgainstEveryPriceAndAFloorOutOfReachIsRefused() {
        TimedSupplyProblemBuilder parts = TimedSupplyProblem.builder(1, 2, 1)
                .penalties(100, 10, 1)
                .release(0, 0, 4)
                .priority(0, 50)
                .need(0, 4, 0, 0)
                .need(1, 0, 0, 4)
                .lane(0, 0, 0, 0)
                .lane(0, 1, 0, 90);
        assertThat(solve(parts.build()).plan().shipments()).containsExactly(sent(0, 0, 0, 4));
        assertThat(solve(parts.floor(1, 3).build()).plan().shipments())
                .containsExactly(sent(0, 0, 0, 1), sent(0, 1, 0, 3));
        assertThat(TimedSupplySolver.findBest(parts.floor(0, 2).build())).isEmpty();
    }

    @Test
    void itFindsAndProvesWhatTryingEveryPlanFinds() {
        int withDoor = 0;
        for (long seed = 0; seed < CASES; seed++) {
            TimedSupplyProblem problem = TimedSupplyCases.small(seed);
            withDoor += problem.isLimited(0) ? 1 : 0;
            Optional<TimedSupplyAnswer> answer = TimedSupplySolver.findBest(problem);
            Optional<Long> best = TimedSupplyCases.leastByTrying(problem);
            assertThat(answer.map(found -> found.plan().total()))
                    .as("seed " + seed)
                    .isEqualTo(best);
            assertThat(answer.map(TimedSupplyAnswer::isProved).orElse(true))
                    .as("seed " + seed)
                    .isTrue();
        }
        assertThat(withDoor).isBetween(CASES / 4, CASES * 3 / 4);
    }

    /** Where nothing limits what is kept or leaves, each release is a depot of its own, and time is gone. */
    @Test
    void withoutLimitsItIsTheModelWithoutTimeWithADepotForEachRelease() {
        for (long seed = 0; seed < 30; seed++) {
            TimedSupplyProblem timed = TimedSupplyCases.district(seed, 12, 60, 7);
            SupplyProblem flat = TimedSupplyCases.withoutTime(timed);
            TimedSupplyAnswer answer = solve(timed);
            assertThat(answer.plan().total())
                    .as("seed " + seed)
                    .isEqualTo(SupplySolver.findBest(flat).orElseThrow().plan().total());
            assertThat(solve(timed)).as("seed " + seed).isEqualTo(answer);
        }
    }

    @Test
    void nothingAtAllIsAPlanToo() {
        assertThat(solve(TimedSupplyProblem.builder(0, 0, 1).build()).plan().shipments())
                .isEmpty();
        TimedSupplyProblem unserved = TimedSupplyProblem.builder(1, 2, 2)
                .penalties(3, 2, 1)
                .need(1, 4, 0, 1)
                .lane(0, 0, 0, 0)
                .lane(0, 1, 0, 0)
                .release(0, 0, 0)
                .build();
        assertThat(solve(unserved).plan().total()).isEqualTo(13);
    }

    @Test
    void nothingIsGivenToWhoAsksForNothing() {
        TimedSupplyProblem problem = TimedSupplyProblem.builder(1, 1, 1)
                .release(0, 0, 9)
                .lane(0, 0, 0, 0)
                .build();
        assertThat(solve(problem).plan().shipments()).isEmpty();
    }

    @Test
    void theCheckerNamesEveryRuleThatIsBroken() {
        TimedSupplyProblem problem = TimedSupplyProblem.builder(2, 2, 3)
                .penalties(9, 8, 7)
                .release(0, 1, 5)
                .outbound(0, 1, 3)
                .holding(0, 1, 0)
                .need(0, 4, 0, 0)
                .deadline(0, 1)
                .floor(1, 1)
                .need(1, 1, 0, 0)
                .lane(0, 0, 1, 2)
                .build();
        assertThat(said(problem, sent(0, 0, 1, 4))).contains("arrives in period 2", "and may send 3", "states 0");
        assertThat(said(problem, sent(0, 0, 0, 2))).contains("sends 2 units before they are there");
        assertThat(said(problem, sent(0, 0, 2, 4))).contains("would have to keep 4 units after period 1");
        assertThat(said(problem, sent(0, 0, 1, 6))).contains("gets 2 units more", "sends 1 units before");
        assertThat(said(problem, sent(1, 1, 0, 1))).contains("has no lane");
        assertThat(said(problem, sent(0, 2, 0, 1))).contains("does not exist");
        assertThat(said(problem, sent(0, 0, 1, 0))).contains("quantity of 1 or more");
        assertThat(said(problem, sent(0, 0, 1, 1), sent(0, 0, 1, 1))).contains("is there twice");
        assertThat(said(problem)).contains("Need 1 gets 0 units and is to get 1");
    }

    private static String said(TimedSupplyProblem problem, TimedShipment... shipments) {
        return String.join(
                "\n",
                TimedSupplyChecker.check(problem, new TimedSupplyPlan(List.of(shipments), 0))
                        .violations());
    }

    @Test
    void whatContradictsItselfIsRefusedWithItsValue() {
        assertThatThrownBy(() -> TimedSupplyProblem.builder(1, 1, 0)).hasMessageContaining("number of periods (0)");
        TimedSupplyProblemBuilder parts = TimedSupplyProblem.builder(1, 1, 2);
        assertThatThrownBy(() -> parts.deadline(0, 2)).hasMessageContaining("period (2)");
        assertThatThrownBy(() -> parts.release(0, 0, -1)).hasMessageContaining("release of depot 0 in period 0 (-1)");
        assertThatThrownBy(() -> parts.lane(0, 0, -1, 0)).hasMessageContaining("transit");
        assertThatThrownBy(() -> parts.floor(0, 2).build()).hasMessageContaining("floor (2) of need 0");
        assertThatThrownBy(() -> parts.floor(0, 0).penalties(1, 2, 0).build()).hasMessageContaining("penalty (2)");
        assertThatThrownBy(() -> TimedSupplyProblem.builder(1, 1, 1)
                        .lane(0, 0, 0, 1)
                        .lane(0, 0, 1, 2)
                        .build())
                .hasMessageContaining("listed twice");
        assertThatThrownBy(() -> TimedSupplyProblem.builder(0, 1, 1)
                        .penalties(SupplyProblem.MAX_PRICE, 0, 0)
                        .need(0, SupplyProblem.MAX_QUANTITY, 0, 0)
                        .build())
                .hasMessageContaining("overflow");
    }
}
