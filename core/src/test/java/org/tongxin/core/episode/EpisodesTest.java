package org.tongxin.core.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Four streets in a row: Willow touches Bridge, Bridge touches Market, Harbour touches none. */
class EpisodesTest {

    private static final Set<Set<String>> TOUCHING = Set.of(Set.of("Willow", "Bridge"), Set.of("Bridge", "Market"));
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 18);
    private static final Episodes EPISODES =
            new Episodes((one, other) -> TOUCHING.contains(Set.of(one, other)), Episodes.GAP_DAYS);

    private static PlaceAlarm alarm(String place, int day, double p) {
        return new PlaceAlarm(place + day, place, FIRST.plusDays(day), p);
    }

    @Test
    void alarmsOfNeighbouringPlacesAndDaysAreOneMatter() {
        List<Episode> episodes =
                EPISODES.join(List.of(alarm("Willow", 0, 0.01), alarm("Bridge", 2, 0.005), alarm("Harbour", 1, 0.01)));
        assertThat(episodes).hasSize(2);
        assertThat(episodes.getFirst().places()).containsExactly("Bridge", "Willow");
        assertThat(episodes.getFirst().smallestP()).isEqualTo(0.005);
    }

    @Test
    void aLaterAlarmCanJoinTwoMattersIntoOne() {
        List<PlaceAlarm> apart = List.of(alarm("Willow", 0, 0.01), alarm("Market", 1, 0.01));
        assertThat(EPISODES.join(apart)).hasSize(2);
        List<Episode> joined = EPISODES.join(List.of(apart.get(0), apart.get(1), alarm("Bridge", 2, 0.01)));
        assertThat(joined).hasSize(1);
        assertThat(joined.getFirst().first()).isEqualTo(apart.getFirst());
    }

    @Test
    void afterTheGapItIsANewMatter() {
        assertThat(EPISODES.join(List.of(alarm("Willow", 0, 0.01), alarm("Willow", 3, 0.01))))
                .hasSize(1);
        assertThat(EPISODES.join(List.of(alarm("Willow", 0, 0.01), alarm("Willow", 4, 0.01))))
                .hasSize(2);
    }

    @Test
    void theBudgetIsNeverExceededAndTheRarestComeFirst() {
        List<Episode> waiting = EPISODES.join(List.of(
                alarm("Willow", 0, 0.012),
                alarm("Harbour", 0, 0.002),
                alarm("Market", 10, 0.0005),
                alarm("Willow", 20, 0.01)));
        AlarmBudget budget = new AlarmBudget(3, 0.001);
        assertThat(budget.choose(waiting, 0, false))
                .extracting(Episode::smallestP)
                .containsExactly(0.0005, 0.002);
        assertThat(budget.choose(waiting, 0, true))
                .extracting(Episode::smallestP)
                .containsExactly(0.0005, 0.002, 0.01);
        assertThat(budget.choose(waiting, 2, false))
                .as("the last place is kept for something grave")
                .extracting(Episode::smallestP)
                .containsExactly(0.0005);
        assertThat(budget.choose(waiting, 3, true)).isEmpty();
    }

    @Test
    void theShareOfFalseOnesIsThatOfBenjaminiAndHochberg() {
        double[] q = FalseDiscoveryRate.q(new double[] {0.01, 0.04, Double.NaN, 0.03, 0.005});
        assertThat(q[4]).isCloseTo(0.02, within(1e-12));
        assertThat(q[0]).isCloseTo(0.02, within(1e-12));
        assertThat(q[3]).isCloseTo(0.04, within(1e-12));
        assertThat(q[1]).isCloseTo(0.04, within(1e-12));
        assertThat(q[2]).isNaN();
    }

    @Test
    void anAlarmWithoutAProbabilityIsRefused() {
        assertThatThrownBy(() -> new PlaceAlarm("key", "place", FIRST, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
