package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DayDistributionTest {

    @Property(tries = 200, seed = "7001")
    void weightsSumToOneAndKeepTheMean(
            @ForAll @DoubleRange(min = 2, max = 12) double mean,
            @ForAll @DoubleRange(min = 0.6, max = 5) double deviation) {
        DayDistribution days = DayDistribution.gamma(mean, deviation, 0, 119);
        assertThat(IntStream.range(0, 120).mapToDouble(days::weight).sum()).isCloseTo(1, within(1e-9));
        assertThat(days.mean()).isCloseTo(mean, within(0.12));
    }

    @Test
    void aTableOfCasesIsADistribution() {
        DayDistribution delay = DayDistribution.of(2, 6, 2);
        assertThat(delay.weight(1)).isEqualTo(0.6);
        assertThat(delay.weight(3)).isZero();
        assertThat(delay.mean()).isEqualTo(1, within(1e-12));
    }

    @Test
    void delaysAdd() {
        DayDistribution sum = DayDistribution.of(0, 1, 1).plus(DayDistribution.of(1, 0, 3));
        assertThat(sum.days()).isEqualTo(5);
        assertThat(sum.weight(1)).isEqualTo(0.125, within(1e-12));
        assertThat(sum.weight(4)).isEqualTo(0.375, within(1e-12));
        assertThat(sum.mean()).isEqualTo(3, within(1e-12));
    }

    @Test
    void othersAreInfectedFromTheEndOfTheLatentPeriodToTheEndOfTheInfectiousOne() {
        DayDistribution interval =
                DayDistribution.generationInterval(DayDistribution.of(0, 0, 1), DayDistribution.of(0, 0, 0, 1));
        assertThat(interval.days()).isEqualTo(5);
        assertThat(interval.weight(1)).isZero();
        assertThat(interval.weight(2)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(interval.weight(4)).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void theMeanOfTheGenerationIntervalFollowsItsFormula() {
        DayDistribution latent = DayDistribution.gamma(3, 1.5, 1, 20);
        DayDistribution infectious = DayDistribution.gamma(5, 3, 1, 40);
        double days = 0;
        double pairs = 0;
        for (int day = 1; day < infectious.days(); day++) {
            days += day * infectious.weight(day);
            pairs += day * (day - 1) * infectious.weight(day);
        }
        assertThat(DayDistribution.generationInterval(latent, infectious).mean())
                .isCloseTo(latent.mean() + pairs / (2 * days), within(1e-9));
    }

    @Test
    void presetsHaveTheMeansOfTheirSources() {
        assertThat(TransmissionSettings.omicron2022().generationInterval().mean())
                .isCloseTo(3.9, within(0.1));
        assertThat(TransmissionSettings.first2020().generationInterval().mean()).isCloseTo(6.3, within(0.2));
        assertThat(ReportingSettings.omicron2022().delay().mean()).isCloseTo(4.7, within(0.1));
        assertThat(ReportingSettings.first2020().delay().mean()).isCloseTo(10.4, within(0.2));
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayDistribution.of(0.5, -0.1))
                .withMessageContaining("(-0.1) of day 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayDistribution.of(0, 0))
                .withMessageContaining("all 0");
        assertThatIllegalArgumentException().isThrownBy(DayDistribution::of).withMessageContaining("(0 given)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayDistribution.gamma(3, 0, 0, 10))
                .withMessageContaining("deviation (0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayDistribution.gamma(3, 1, 5, 4))
                .withMessageContaining("5 to 4");
    }
}
