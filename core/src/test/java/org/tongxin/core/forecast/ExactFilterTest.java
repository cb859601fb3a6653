package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxin.core.statistics.CountDistribution;
import org.tongxin.core.statistics.NegativeBinomial;
import org.tongxin.core.statistics.NormalDistribution;
import org.tongxin.core.statistics.PoissonDistribution;

/**
 * Where only the infections are unknown and each day depends on the day before alone, the filter can be computed by adding up
 * over all numbers of infections. The particle filter must agree.
 */
class ExactFilterTest {

    private static final int MOST = 250;
    private static final int[] COUNTS = {6, 9, 4, 14, 0, 11, 30, 18};
    private static final int MISSING = 4;
    private static final double REPRODUCTION = 1.2;
    private static final double ASCERTAINMENT = 0.8;
    private static final double NOISE_SIZE = 5;
    private static final double STRAYS = 0.02;

    @ParameterizedTest
    @CsvSource({"Infinity, 1.5", "0.7, 0.000001"})
    void evidenceAndInfectionsAreThoseOfTheExactFilter(double offspringSize, double imports) {
        DistrictFilter filter = DistrictFilter.of(
                Worlds.oneDayChain(REPRODUCTION, offspringSize, imports, 100_000),
                DistrictFilter.MAX_POPULATION,
                20220401);
        double[] state = firstState();
        double logEvidence = 0;
        for (int day = 0; day < COUNTS.length; day++) {
            state = next(state, offspringSize, imports);
            if (day == MISSING) {
                continue;
            }
            filter.assimilate(day, COUNTS[day]);
            if (day > 0) {
                logEvidence += Math.log(weigh(state, COUNTS[day]));
            }
        }
        Posterior posterior = filter.posterior();
        assertThat(posterior.logEvidence()).isCloseTo(logEvidence, within(0.05));
        Band infections = posterior.infections(COUNTS.length - 1);
        assertThat(cumulated(state, infections.median())).isCloseTo(0.5, within(0.04));
        assertThat(cumulated(state, infections.low50())).isCloseTo(0.25, within(0.04));
        assertThat(cumulated(state, infections.high90())).isCloseTo(0.95, within(0.02));
    }

    /** Poisson around a log-normal level, as the filter starts; the level is added up over its quantiles. */
    private static double[] firstState() {
        double cases = COUNTS[0] + 0.5;
        double noise = Math.sqrt(1 / NOISE_SIZE + 1 / cases);
        double[] state = new double[MOST + 1];
        int levels = 500;
        for (int level = 0; level < levels; level++) {
            double normal = NormalDistribution.quantile((level + 0.5) / levels);
            double mean = cases / ASCERTAINMENT * Math.exp(noise * normal) / REPRODUCTION;
            add(state, new PoissonDistribution(mean), 1.0 / levels);
        }
        return state;
    }

    private static double[] next(double[] state, double offspringSize, double imports) {
        double[] next = new double[MOST + 1];
        for (int infections = 0; infections <= MOST; infections++) {
            double mean = REPRODUCTION * infections + imports;
            CountDistribution offspring = offspringSize == Double.POSITIVE_INFINITY || infections == 0
                    ? new PoissonDistribution(mean)
                    : new NegativeBinomial(offspringSize * infections, mean);
            add(next, offspring, state[infections]);
        }
        return next;
    }

    private static void add(double[] state, CountDistribution distribution, double weight) {
        for (int infections = 0; infections <= MOST; infections++) {
            state[infections] += weight * distribution.probability(infections);
        }
    }

    /** Scales the state to its posterior; gives the probability of the count. */
    private static double weigh(double[] state, int count) {
        double probability = 0;
        for (int infections = 0; infections <= MOST; infections++) {
            state[infections] *=
                    new NegativeBinomial(NOISE_SIZE, ASCERTAINMENT * infections + STRAYS).probability(count);
            probability += state[infections];
        }
        for (int infections = 0; infections <= MOST; infections++) {
            state[infections] /= probability;
        }
        return probability;
    }

    /** Probability up to a number, of which half of its own: a quantile of whole numbers lies within its own step. */
    private static double cumulated(double[] state, double upTo) {
        double sum = 0;
        for (int infections = 0; infections < upTo; infections++) {
            sum += state[infections];
        }
        return sum + state[(int) upTo] / 2;
    }
}
