package org.tongxin.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** Expected values: scipy 1.17, binomtest(k, n).proportion_ci(0.95, method="wilson"). */
    @ParameterizedTest
    @CsvSource({
        "9, 12, 0.46769466506643426, 0.9110583316059453",
        "0, 10, 0.0, 0.27753279986288926",
        "10, 10, 0.7224672001371109, 1.0",
        "1, 3, 0.06149194472039626, 0.7923403991979523"
    })
    void endsAreThoseOfScipy(int successes, int trials, double low, double high) {
        WilsonInterval interval = WilsonInterval.of(successes, trials, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void refusesWhatIsNoProportion() {
        assertThatThrownBy(() -> WilsonInterval.of(0, 0, 0.95)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> WilsonInterval.of(4, 3, 0.95)).hasMessageContaining("(4)");
        assertThatThrownBy(() -> WilsonInterval.of(1, 3, 1)).hasMessageContaining("confidence (1.0)");
    }
}
