package org.tongxin.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingRulesTest {

    private static String rate(double total, double fresh, double clusters) {
        return RiskAreas2020.TABLE
                .decide(Map.of(RiskAreas2020.TOTAL, total, RiskAreas2020.NEW, fresh, RiskAreas2020.CLUSTERS, clusters))
                .orElseThrow()
                .outcome();
    }

    @Test
    void theRuleOf2020IsExactAtItsBounds() {
        assertThat(rate(0, 0, 0)).isEqualTo(RiskAreas2020.LOW);
        assertThat(rate(500, 0, 0)).isEqualTo(RiskAreas2020.LOW);
        assertThat(rate(50, 1, 1)).isEqualTo(RiskAreas2020.MEDIUM);
        assertThat(rate(51, 1, 0)).isEqualTo(RiskAreas2020.MEDIUM);
        assertThat(rate(51, 1, 1)).isEqualTo(RiskAreas2020.HIGH);
    }

    @Test
    void everyCombinationHasExactlyOneAnswer() {
        for (int total = 0; total <= 120; total++) {
            for (int fresh = 0; fresh <= total; fresh += 7) {
                for (int clusters = 0; clusters <= 2; clusters++) {
                    assertThat(rate(total, fresh, clusters)).isIn("LOW", "MEDIUM", "HIGH");
                }
            }
        }
    }

    @Test
    void whatIsUnknownDecidesNothing() {
        assertThat(RiskAreas2020.TABLE.decide(Map.of(RiskAreas2020.TOTAL, 60.0, RiskAreas2020.NEW, 3.0)))
                .isEmpty();
    }

    @Test
    void aClusterIsWhatItsDefinitionSays() {
        int[] two = new int[30];
        two[5] = 1;
        two[18] = 1;
        assertThat(new ClusterDefinition(2, 14).isIn(two, 14)).isTrue();
        assertThat(new ClusterDefinition(2, 13).isIn(two, 14)).isFalse();
        assertThat(new ClusterDefinition(2, 14).isIn(two, 11))
                .as("too long ago")
                .isFalse();
        assertThat(new ClusterDefinition(3, 14).isIn(two, 14)).isFalse();
    }

    @Test
    void weightsFromConsistentJudgementsAreTheirRatios() {
        PairwiseWeights weights = PairwiseWeights.of(new double[][] {{2, 4}, {2}});
        assertThat(weights.weights()[0]).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(weights.weights()[2]).isCloseTo(1 / 7.0, within(1e-12));
        assertThat(weights.consistencyRatio()).isCloseTo(0, within(1e-10));
        assertThat(weights.consistent()).isTrue();
    }

    @Test
    void judgementsThatContradictOneAnotherAreSaidToDoSo() {
        PairwiseWeights circle = PairwiseWeights.of(new double[][] {{5, 1.0 / 5}, {5}});
        assertThat(circle.consistencyRatio()).isGreaterThan(0.1);
        assertThat(circle.consistent()).isFalse();
        assertThatThrownBy(() -> PairwiseWeights.of(new double[][] {{12}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
    }

    @Test
    void oneCaseInASmallPlaceIsNotAWave() {
        SmallArea one = SmallArea.of(new SmallArea.Window[] {new SmallArea.Window(7, 1, 0.05)}, 1500);
        assertThat(one.state()).isEqualTo(SmallArea.State.INSUFFICIENT);
        assertThat(one.relativeRisk()).isLessThan(2);
        SmallArea many = SmallArea.of(new SmallArea.Window[] {new SmallArea.Window(7, 30, 10)}, 40_000);
        assertThat(many.state()).isEqualTo(SmallArea.State.OWN);
        assertThat(many.probabilityRaised()).isGreaterThan(0.99);
    }

    @Test
    void theWindowGrowsUntilACaseIsExpectedAndSmallPlacesArePooled() {
        SmallArea.Window[] windows = {
            new SmallArea.Window(7, 0, 0.5), new SmallArea.Window(14, 2, 1.1), new SmallArea.Window(28, 3, 2.2)
        };
        assertThat(SmallArea.of(windows, 5000).days()).isEqualTo(14);
        assertThat(SmallArea.of(windows, 999).state()).isEqualTo(SmallArea.State.POOLED);
    }

    @Test
    void anIncidentIsRatedByLikelihoodAndConsequence() {
        assertThat(new IncidentMatrix(5, 4, true, true).level()).isEqualTo(Level.RED);
        assertThat(new IncidentMatrix(1, 2, true, true).level()).isEqualTo(Level.NONE);
        assertThat(new IncidentMatrix(1, 5, true, true).level()).isEqualTo(Level.YELLOW);
        assertThat(new IncidentMatrix(3, 3, true, true).level()).isEqualTo(Level.YELLOW);
        assertThat(new IncidentMatrix(3, 3, false, true).level())
                .as("unknown counts a step higher")
                .isEqualTo(Level.ORANGE);
        assertThat(new IncidentMatrix(3, 3, false, false).confidence()).isEqualTo(IncidentMatrix.Confidence.LOW);
        assertThatThrownBy(() -> new IncidentMatrix(6, 1, true, true)).hasMessageContaining("6");
    }

    @Test
    void aCurveIsReadBothWays() {
        Curve curve = new Curve(new double[] {0, 2, 7}, new double[] {1, 0.5, 0});
        assertThat(curve.of(-3)).isEqualTo(1);
        assertThat(curve.of(1)).isEqualTo(0.75);
        assertThat(curve.of(9)).isZero();
        assertThat(curve.valueOf(0.25, 1)).isCloseTo(4.5, within(1e-12));
        assertThatThrownBy(() -> new Curve(new double[] {0, 0}, new double[] {0, 1}))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> new Curve(new double[] {0, 1, 2}, new double[] {0, 1, 0}))
                .hasMessageContaining("one way");
        assertThatThrownBy(() -> new Curve(new double[] {0, Double.POSITIVE_INFINITY}, new double[] {0, 1}))
                .hasMessageContaining("Infinity");
    }
}
