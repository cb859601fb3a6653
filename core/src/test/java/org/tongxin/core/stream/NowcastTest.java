package org.tongxin.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class NowcastTest {

    private static final double[] SHARE = {0.5, 0.3, 0.2};

    /** Days of 40 cases, half of them reported at once, three tenths a day later, the rest two days later. */
    private static ReportingTriangle steady(int days) {
        int[][] cases = new int[days][3];
        for (int day = 0; day < days; day++) {
            for (int delay = 0; delay < 3; delay++) {
                cases[day][delay] = day + delay < days ? (int) Math.round(40 * SHARE[delay]) : 0;
            }
        }
        return new ReportingTriangle(cases);
    }

    @Test
    void theNewestDaysAreCompletedByWhatEarlierDaysShowed() {
        List<Nowcast.Day> days = Nowcast.of(steady(20));
        assertThat(days.get(17).state()).isEqualTo(Nowcast.State.COMPLETE);
        assertThat(days.get(18).estimate()).isCloseTo(40, within(1e-9));
        assertThat(days.get(19).estimate()).isCloseTo(40, within(1e-9));
        assertThat(days.get(19).completeness()).isCloseTo(0.5, within(1e-9));
        assertThat(days.get(19).lower()).isLessThan(40);
        assertThat(days.get(19).upper()).isGreaterThan(40);
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        KeyedRandom chance = new KeyedRandom(3);
        int inside = 0;
        for (int run = 0; run < 400; run++) {
            int[][] cases = new int[60][3];
            for (int day = 0; day < 60; day++) {
                for (int delay = 0; delay < 3; delay++) {
                    cases[day][delay] = chance.poisson(30 * SHARE[delay], run, day, delay);
                }
            }
            int truth = cases[59][0] + cases[59][1] + cases[59][2];
            Nowcast.Day last = Nowcast.of(new ReportingTriangle(cases)).getLast();
            inside += truth >= last.lower() && truth <= last.upper() ? 1 : 0;
        }
        assertThat(inside / 400.0).isBetween(0.92, 0.99);
    }

    @Test
    void belowTheFloorNothingIsEstimated() {
        int[][] cases = new int[20][3];
        for (int[] day : cases) {
            day[0] = 1;
        }
        Nowcast.Day last = Nowcast.of(new ReportingTriangle(cases)).getLast();
        assertThat(last.state()).isEqualTo(Nowcast.State.TOO_FEW);
        assertThat(last.estimate()).isEqualTo(1);
    }

    @Test
    void aNegativeCellIsRefused() {
        assertThatThrownBy(() -> new ReportingTriangle(new int[][] {{1, 2}, {-3, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-3");
    }

    @Test
    void withoutDaysThereIsNothingToSay() {
        assertThat(Nowcast.of(new ReportingTriangle(new int[0][]))).isEmpty();
    }
}
