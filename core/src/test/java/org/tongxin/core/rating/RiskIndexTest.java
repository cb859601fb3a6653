package org.tongxin.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class RiskIndexTest {

    private static final Curve UP = new Curve(new double[] {0, 10}, new double[] {0, 1});

    private static Indicator indicator(String name, String part, double weight, boolean changeable) {
        return new Indicator(name, part, weight, UP, changeable);
    }

    private static final IndexConfig CONFIG = new IndexConfig(
            "test/1",
            List.of(
                    indicator("signal", "signal", 35, false),
                    indicator("growth", "growth", 20, false),
                    indicator("inflow", "exposure", 15, true),
                    indicator("elderly", "vulnerability", 15, false),
                    indicator("overdue", "coping", 15, true)),
            List.of(new FloorRule("unexplainedLocalCase", 1, Level.ORANGE, "suggested value")),
            0.5);

    private static final RiskIndex INDEX = new RiskIndex(CONFIG, Thresholds.DEFAULT);

    private static Map<String, Double> values(double each) {
        Map<String, Double> values = new HashMap<>();
        CONFIG.indicators().forEach(indicator -> values.put(indicator.name(), each));
        return values;
    }

    @Test
    void theContributionsAddUpToTheIndexExactly() {
        KeyedRandom chance = new KeyedRandom(1);
        for (int run = 0; run < 1000; run++) {
            Map<String, Double> values = new HashMap<>();
            for (int i = 0; i < CONFIG.indicators().size(); i++) {
                values.put(CONFIG.indicators().get(i).name(), 12 * chance.uniform(run, i));
            }
            IndexResult result = INDEX.of(values);
            assertThat(result.contributions().stream()
                            .mapToInt(Contribution::tenths)
                            .sum())
                    .isEqualTo(result.tenths());
            assertThat(result.tenthsByPart().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(result.tenths());
            assertThat(result.tenths()).isBetween(0, 1000);
        }
    }

    @Test
    void takingTheFirstReasonAwayLowersTheIndexMost() {
        Map<String, Double> values = values(5);
        values.put("overdue", 10.0);
        IndexResult result = INDEX.of(values);
        int most = 0;
        String which = "";
        for (Indicator indicator : CONFIG.indicators()) {
            Map<String, Double> without = new HashMap<>(values);
            without.put(indicator.name(), 0.0);
            int drop = result.tenths() - INDEX.of(without).tenths();
            if (drop > most) {
                most = drop;
                which = indicator.name();
            }
        }
        assertThat(result.reasons().getFirst().indicator()).isEqualTo(which);
    }

    @Test
    void aGraveFactIsNotAveragedAway() {
        Map<String, Double> values = values(0);
        values.put("unexplainedLocalCase", 1.0);
        IndexResult result = INDEX.of(values);
        assertThat(result.index()).isZero();
        assertThat(result.level()).isEqualTo(Level.ORANGE);
        assertThat(result.floor()).isPresent();
    }

    @Test
    void tooLittleKnownIsInsufficientAndNotCalm() {
        assertThat(INDEX.of(Map.of("growth", 9.0)).level()).isEqualTo(Level.INSUFFICIENT);
        assertThat(INDEX.of(Map.of()).level()).isEqualTo(Level.INSUFFICIENT);
        assertThat(INDEX.of(values(0)).level()).isEqualTo(Level.NONE);
    }

    @Test
    void whatWouldLowerItReallyLowersIt() {
        Map<String, Double> values = values(7);
        IndexResult result = INDEX.of(values);
        assertThat(result.level()).isEqualTo(Level.ORANGE);
        List<RiskIndex.Relief> reliefs = INDEX.reliefs(result, 65);
        assertThat(reliefs).extracting(RiskIndex.Relief::indicator).containsExactlyInAnyOrder("inflow", "overdue");
        for (RiskIndex.Relief relief : reliefs) {
            Map<String, Double> eased = new HashMap<>(values);
            eased.put(relief.indicator(), relief.to());
            assertThat(INDEX.of(eased).index()).as(relief.indicator()).isLessThan(65);
        }
    }

    @Test
    void weightsThatDoNotSumToAHundredAreRefused() {
        assertThatThrownBy(() -> new IndexConfig("bad", List.of(indicator("a", "signal", 90, true)), List.of(), 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("90");
    }

    @Test
    void aChangeOfWeightsIsJudgedByTheLevelsItWouldHaveGiven() {
        IndexConfig other = new IndexConfig(
                "test/2",
                List.of(indicator("signal", "signal", 60, false), indicator("growth", "growth", 40, false)),
                List.of(),
                0.5);
        Map<String, Double> loud = new HashMap<>(values(0));
        loud.put("signal", 10.0);
        LevelReplay.Day day = new LevelReplay.Day(loud, Double.NaN, 1);
        List<LevelReplay.Day> days = List.of(day, day, day);
        assertThat(new LevelReplay(CONFIG, Thresholds.DEFAULT)
                        .of(days)
                        .getLast()
                        .state()
                        .level())
                .isEqualTo(Level.BLUE);
        assertThat(new LevelReplay(other, Thresholds.DEFAULT)
                        .of(days)
                        .getLast()
                        .state()
                        .level())
                .isEqualTo(Level.YELLOW);
    }

    @Test
    void whatWouldLowerItDoesSoForTargetsThatNoDoubleHoldsExactly() {
        for (int tenths = 1; tenths < 1000; tenths++) {
            IndexResult at = new IndexResult(tenths, Level.NONE, Optional.empty(), List.of(), 1);
            int needed = RiskIndex.tenthsAbove(at, tenths / 10.0);
            assertThat(needed).as("index %s", at.index()).isEqualTo(1);
        }
    }

    @Test
    void aReliefThatEndsAtTheLeastShareOfACurveIsNotLostByRounding() {
        Curve partly = new Curve(new double[] {0, 10}, new double[] {0.1, 1});
        RiskIndex index = new RiskIndex(
                new IndexConfig(
                        "test/3",
                        List.of(
                                new Indicator("inflow", "exposure", 33.33, partly, true),
                                indicator("signal", "signal", 66.67, false)),
                        List.of(),
                        0),
                Thresholds.DEFAULT);
        IndexResult result = index.of(Map.of("inflow", 10.0, "signal", 10.0));
        assertThat(index.reliefs(result, 25))
                .extracting(RiskIndex.Relief::indicator, RiskIndex.Relief::to)
                .containsExactly(tuple("inflow", 0.0));
    }

    @Test
    void aFloorRuleThatHoldsIsKeptThoughTheIndexDecides() {
        Map<String, Double> values = values(10);
        values.put("unexplainedLocalCase", 1.0);
        IndexResult result = INDEX.of(values);
        assertThat(result.level()).isEqualTo(Level.RED);
        assertThat(result.floor()).isPresent();
        assertThat(result.decidingFloor()).isEmpty();
    }

    @Test
    void aFloorRuleWithoutAColourIsRefused() {
        assertThatThrownBy(() -> new FloorRule("a", 1, Level.NONE, "")).hasMessageContaining("NONE");
        assertThatThrownBy(() -> new FloorRule("a", Double.NaN, Level.RED, "")).hasMessageContaining("value");
    }
}
