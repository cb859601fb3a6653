package org.tongxin.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Clinic No. 3 in Willow Court, counting fever patients a day. */
class EarsTest {

    private static final double[] QUIET_WEEK_THEN_25 = {8, 12, 9, 11, 10, 8, 12, 25};

    @Test
    void twentyFiveAfterAWeekOfAboutTenIsAnAlarm() {
        DetectionResult result = Ears.at(QUIET_WEEK_THEN_25, 7, EarsMethod.C1, defaults(EarsMethod.C1));
        assertThat(result.expected()).isEqualTo(10);
        assertThat(result.standardDeviation()).isCloseTo(Math.sqrt(3), within(1e-15));
        assertThat(result.upperBound()).isCloseTo(10 + 3.090232306167813 * Math.sqrt(3), within(1e-13));
        assertThat(result.alarm()).isTrue();
    }

    @Test
    void aCountEqualToTheBoundIsNoAlarm() {
        double[] always = {4, 4, 4, 4, 4, 4, 4, 4};
        DetectionResult result = Ears.at(always, 7, EarsMethod.C1, defaults(EarsMethod.C1));
        assertThat(result.upperBound()).isEqualTo(4);
        assertThat(result.alarm()).isFalse();
    }

    @Test
    void aConstantRateThatIsNoBinaryFractionIsNoAlarm() {
        double[] always = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(Ears.at(always, 7, EarsMethod.C1, defaults(EarsMethod.C1)).alarm())
                .isFalse();
    }

    @Test
    void aMissingCountInTheBaseWindowGivesNoBoundAndNoAlarm() {
        double[] counts = QUIET_WEEK_THEN_25.clone();
        counts[3] = Double.NaN;
        DetectionResult result = Ears.at(counts, 7, EarsMethod.C1, defaults(EarsMethod.C1));
        assertThat(result.upperBound()).isNaN();
        assertThat(result.expected()).isNaN();
        assertThat(result.alarm()).isFalse();
    }

    @Test
    void aMissingCountToBeTestedIsNoAlarmThoughItHasABound() {
        double[] counts = QUIET_WEEK_THEN_25.clone();
        counts[7] = Double.NaN;
        DetectionResult result = Ears.at(counts, 7, EarsMethod.C1, defaults(EarsMethod.C1));
        assertThat(result.upperBound()).isGreaterThan(10);
        assertThat(result.alarm()).isFalse();
    }

    @Test
    void beforeEnoughPointsThereIsNoBoundAndFromThenOnThereIs() {
        double[] counts = {8, 12, 9, 11, 10, 8, 12, 9, 11, 10, 9, 10, 8};
        for (EarsMethod method : EarsMethod.values()) {
            int needed = Ears.pointsNeeded(method, defaults(method));
            for (DetectionResult result : Ears.from(counts, 0, method, defaults(method))) {
                assertThat(Double.isNaN(result.upperBound()))
                        .as(method + " at " + result.index())
                        .isEqualTo(result.index() < needed);
            }
        }
    }

    @Test
    void theGuardBandKeepsTheStartOfAnOutbreakOutOfItsOwnBound() {
        double[] rising = {8, 12, 9, 11, 10, 8, 12, 20, 20, 20};
        assertThat(Ears.at(rising, 9, EarsMethod.C1, defaults(EarsMethod.C1)).alarm())
                .isFalse();
        assertThat(Ears.at(rising, 9, EarsMethod.C2, defaults(EarsMethod.C2)).alarm())
                .isTrue();
    }

    @Test
    void aSmallestDeviationKeepsOneCaseAfterZerosFromBeingAnAlarm() {
        double[] counts = {0, 0, 0, 0, 0, 0, 0, 1};
        EarsSettings settings = defaults(EarsMethod.C1);
        assertThat(Ears.at(counts, 7, EarsMethod.C1, settings).alarm()).isTrue();
        assertThat(Ears.at(counts, 7, EarsMethod.C1, settings.withMinSigma(1)).alarm())
                .isFalse();
    }

    @Test
    void aFixedThresholdAlarmsAboveItOnly() {
        FixedThreshold threshold = new FixedThreshold(3);
        double[] counts = {3, 4, Double.NaN};
        assertThat(threshold.at(counts, 0).alarm()).isFalse();
        assertThat(threshold.at(counts, 1)).isEqualTo(new DetectionResult(1, 4, Double.NaN, Double.NaN, 3, true));
        assertThat(threshold.at(counts, 2).alarm()).isFalse();
    }

    @Test
    void settingsOutsideTheirRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new EarsSettings(1, 0.001, 0)).hasMessageContaining("baseline (1)");
        assertThatThrownBy(() -> new EarsSettings(7, 0, 0)).hasMessageContaining("alpha (0.0)");
        assertThatThrownBy(() -> new EarsSettings(7, Double.NaN, 0)).hasMessageContaining("alpha (NaN)");
        assertThatThrownBy(() -> new EarsSettings(7, 0.001, -1)).hasMessageContaining("minSigma (-1.0)");
        assertThatThrownBy(() -> new FixedThreshold(-2)).hasMessageContaining("threshold (-2.0)");
        assertThatThrownBy(() -> Ears.at(new double[3], 3, EarsMethod.C1, defaults(EarsMethod.C1)))
                .hasMessageContaining("index (3)");
    }

    private static EarsSettings defaults(EarsMethod method) {
        return EarsSettings.defaultsFor(method);
    }
}
