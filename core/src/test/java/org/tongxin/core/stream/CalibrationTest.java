package org.tongxin.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class CalibrationTest {

    private static final KeyedRandom CHANCE = new KeyedRandom(11);

    private static double[] uniform(int steps, double power) {
        double[] p = new double[steps];
        for (int step = 0; step < steps; step++) {
            p[step] = Math.pow(CHANCE.uniform(step), power);
        }
        return p;
    }

    private static Calibration of(double[] modelP) {
        return Calibration.of(modelP, new boolean[modelP.length]);
    }

    @Test
    void tooFewQuietStepsLeaveTheProbabilityAsItIs() {
        assertThat(of(uniform(100, 1)).of(0.01)).isEqualTo(0.01);
        assertThat(of(uniform(100, 1)).calibrated()).isFalse();
    }

    @Test
    void aModelThatIsRightIsLeftAlone() {
        assertThat(of(uniform(500, 1)).of(0.05)).isCloseTo(0.05, within(0.015));
    }

    @Test
    void aModelThatAlarmsTooOftenIsHeldBack() {
        Calibration wild = of(uniform(500, 3));
        assertThat(wild.of(0.01)).isGreaterThan(0.08);
        assertThat(wild.modelValueOf(0.01)).isLessThan(0.001);
    }

    @Test
    void anOutbreakInThePastDoesNotHideTheNextOne() {
        double[] clean = uniform(300, 1);
        double[] withOutbreak = clean.clone();
        for (int day = 200; day < 210; day++) {
            withOutbreak[day] = 1e-6;
        }
        assertThat(of(withOutbreak).of(0.005)).isCloseTo(of(clean).of(0.005), within(0.002));
    }

    @Test
    void aDeclaredOutbreakIsNotQuiet() {
        double[] p = uniform(300, 1);
        boolean[] outbreak = new boolean[300];
        outbreak[10] = true;
        assertThat(Calibration.of(p, outbreak).quietSteps()).isEqualTo(of(p).quietSteps() - (p[10] < 0.003 ? 0 : 1));
    }

    @Test
    void theModelValueIsTheInverse() {
        Calibration calibration = of(uniform(400, 1.2));
        double limit = calibration.modelValueOf(0.02);
        assertThat(calibration.of(limit)).isLessThanOrEqualTo(0.02);
        assertThat(calibration.of(limit * 1.001 + 1e-9)).isGreaterThanOrEqualTo(0.02 - 1e-3);
    }
}
