package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxin.core.population.Population;

/** Results that can be computed with a pencil. */
class TheoryTest {

    private static final Period LATENT = Period.geometric(0.25);
    private static final Period INFECTIOUS = Period.geometric(1.0 / 6);

    /** Homogeneous mixing: z = 1 - exp(-R0 z). */
    @ParameterizedTest
    @CsvSource({"1.5, 0.5828", "2.0, 0.7968", "2.5, 0.8926", "3.0, 0.9405"})
    void finalSizeUnderHomogeneousMixing(double reproduction, double size) {
        Simulator simulator = Simulator.of(mixing(200_000, reproduction, 200, 500));
        double attackRate = IntStream.range(0, 16)
                .mapToDouble(seed -> simulator.run(seed).attackRate())
                .average()
                .orElseThrow();
        // The seeds infect without having been infected, and the contacts of a day are seldom the same person twice.
        // One run
        // alone may lie off by the bound itself: at 1.5 its standard deviation is 0.004.
        assertThat(attackRate).isCloseTo(size, within(0.006));
    }

    /** Euler-Lotka with daily steps. */
    @ParameterizedTest
    @CsvSource({"1.5, 0.0441", "2.0, 0.0800", "2.5, 0.1107", "3.0, 0.1377"})
    void earlyGrowthWithDailySteps(double reproduction, double rate) {
        Simulator simulator = Simulator.of(mixing(1_000_000, reproduction, 300, 45));
        double first = 0;
        double second = 0;
        for (int seed = 0; seed < 4; seed++) {
            Run run = simulator.run(seed);
            first += run.sum(Series.INFECTED, 15, 25);
            second += run.sum(Series.INFECTED, 25, 35);
        }
        assertThat(Math.log(second / first) / 10).isCloseTo(rate, within(0.006));
    }

    /** One case: the epidemic dies out with the probability that is its own generating function's. */
    @ParameterizedTest
    @CsvSource({"1.5", "2.5"})
    void extinctionOfASingleCase(double reproduction) {
        Simulator simulator = Simulator.of(mixing(20_000, reproduction, 1, 150));
        int runs = 1500;
        long died = IntStream.range(0, runs)
                .filter(seed -> simulator.run(seed).infections() < 150)
                .count();
        double expected = extinction(reproduction / 6);
        assertThat(died / (double) runs).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / runs)));
    }

    /** Poisson infections a day over a number of days that is geometric from 1 on, with mean 6. */
    private static double extinction(double infectionsADay) {
        double died = 0;
        for (int step = 0; step < 10_000; step++) {
            double day = Math.exp(-infectionsADay * (1 - died));
            died = day / 6 / (1 - day * 5 / 6);
        }
        return died;
    }

    private static Model mixing(int people, double reproduction, int seeds, int days) {
        int contacts = 20;
        double transmission = reproduction / INFECTIOUS.mean() / contacts;
        return TestModels.of(
                TestModels.loners(people),
                Disease.simple("mixing", LATENT, INFECTIOUS),
                TestModels.strangersOnly(transmission, contacts),
                seeds,
                days);
    }

    /** Two people at home, one infected: the share of the others infected over the whole infectious period. */
    @ParameterizedTest
    @CsvSource({"0.03, 0.15652", "0.02, 0.10909", "0.008, 0.04615"})
    void transmissionOverAWholeMarkovPeriod(double daily, double whole) {
        requireTransmission(Disease.simple("Markov", LATENT, INFECTIOUS), daily, whole, 400);
    }

    @ParameterizedTest
    @CsvSource({"0.06, 0.3859", "0.03, 0.2148", "0.02, 0.1486", "0.012, 0.0918"})
    void transmissionOverAWholeLogNormalPeriod(double daily, double whole) {
        Disease disease = Disease.simple("log-normal", Period.logNormal(4.5, 1.5, 1), Period.logNormal(8, 2, 1));
        requireTransmission(disease, daily, whole, 100);
    }

    private static void requireTransmission(Disease disease, double daily, double whole, int days) {
        int homes = 40_000;
        Population pairs = Population.of(
                org.tongxin.core.population.Places.single(2 * homes),
                new byte[2 * homes],
                TestModels.filled(homes, 2),
                org.tongxin.core.population.Groups.none(),
                org.tongxin.core.population.Links.none());
        int seeds = 1000;
        Simulator simulator =
                Simulator.of(TestModels.of(pairs, disease, Contacts.ofLinks(daily, 0, 0, 0), seeds, days));
        int runs = 100;
        double infected = IntStream.range(0, runs)
                .map(seed -> simulator.run(seed).infections() - seeds)
                .sum();
        // Of 1,000 seeds 12.5 meet another seed at home, and 12.5 have nobody to infect therefore; twice that many
        // people.
        double free = (double) seeds * runs * (1 - (seeds - 1) / (2.0 * homes - 1));
        assertThat(infected / free).isCloseTo(whole, within(4 * Math.sqrt(whole * (1 - whole) / free)));
    }
}
