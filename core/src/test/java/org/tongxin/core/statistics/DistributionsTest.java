package org.tongxin.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values computed with mpmath 1.3.0 at 50 digits or more, then rounded to double. */
class DistributionsTest {

    private static final double RELATIVE = 2e-14;

    @Test
    void logarithmOfTheGammaFunction() {
        near(GammaFunction.log(1e-10), 23.025850929882736);
        near(GammaFunction.log(0.1), 2.252712651734206);
        near(GammaFunction.log(0.5), 0.5723649429247001);
        near(GammaFunction.log(0.999), 0.0005780385328913802);
        near(GammaFunction.log(1.0000001), -5.772155829918507e-08);
        near(GammaFunction.log(1.5), -0.12078223763524522);
        near(GammaFunction.log(1.999999), -4.227840125965854e-07);
        near(GammaFunction.log(2.3), 0.15418945495963046);
        near(GammaFunction.log(2.7), 0.4348205536551047);
        near(GammaFunction.log(5.5), 3.9578139676187165);
        near(GammaFunction.log(9.9), 12.57717990421988);
        near(GammaFunction.log(10.5), 13.940625219403763);
        near(GammaFunction.log(171.3), 708.1149470389969);
        near(GammaFunction.log(1000000.0), 12815504.569147611);
    }

    @Test
    void bothPartsOfTheIncompleteGamma() {
        near(IncompleteGamma.lower(0.001, 0.1), 0.9981780097379502);
        near(IncompleteGamma.upper(0.001, 0.1), 0.0018219902620497243);
        near(IncompleteGamma.lower(0.001, 5.0), 0.9999988490186603);
        near(IncompleteGamma.upper(0.001, 5.0), 1.150981339730861e-06);
        near(IncompleteGamma.lower(0.3, 0.01), 0.27924099635901484);
        near(IncompleteGamma.upper(0.3, 0.01), 0.7207590036409851);
        near(IncompleteGamma.lower(0.5, 2.0), 0.9544997361036416);
        near(IncompleteGamma.upper(0.5, 2.0), 0.04550026389635842);
        near(IncompleteGamma.lower(1.0, 30.0), 0.9999999999999064);
        near(IncompleteGamma.upper(1.0, 30.0), 9.357622968840175e-14);
        near(IncompleteGamma.lower(2.5, 1.0), 0.15085496391539036);
        near(IncompleteGamma.upper(2.5, 1.0), 0.8491450360846097);
        near(IncompleteGamma.lower(10.0, 3.0), 0.0011024881301154798);
        near(IncompleteGamma.upper(10.0, 3.0), 0.9988975118698845);
        near(IncompleteGamma.lower(10.0, 30.0), 0.9999928782491372);
        near(IncompleteGamma.upper(10.0, 30.0), 7.121750862815577e-06);
        near(IncompleteGamma.lower(100.0, 70.0), 0.00043037259497989087);
        near(IncompleteGamma.upper(100.0, 70.0), 0.9995696274050201);
        near(IncompleteGamma.lower(100.0, 101.0), 0.5528962934345113);
        near(IncompleteGamma.upper(100.0, 101.0), 0.44710370656548876);
        near(IncompleteGamma.lower(100.0, 160.0), 0.999999855797755);
        near(IncompleteGamma.upper(100.0, 160.0), 1.4420224505352737e-07);
        near(IncompleteGamma.lower(5000.0, 4700.0), 7.5970648619412704e-06);
        near(IncompleteGamma.upper(5000.0, 4700.0), 0.999992402935138);
        near(IncompleteGamma.lower(5000.0, 5400.0), 0.999999982793368);
        near(IncompleteGamma.upper(5000.0, 5400.0), 1.7206631963239867e-08);
        near(IncompleteGamma.lower(1000000.0, 1001000.0), 0.8413447863683403);
        near(IncompleteGamma.upper(1000000.0, 1001000.0), 0.15865521363165971);
    }

    @Test
    void incompleteBeta() {
        near(IncompleteBeta.of(0.5, 0.5, 0.25, 0.75), 0.3333333333333333);
        near(IncompleteBeta.of(2, 3, 0.0625, 0.9375), 0.0215301513671875);
        near(IncompleteBeta.of(117, 0.5, 0.96875, 0.03125), 0.006474057961522462);
        near(IncompleteBeta.of(117, 0.5, 0.5, 0.5), 4.416236586291464e-37);
        near(IncompleteBeta.of(30, 400, 0.125, 0.875), 0.9999241662434543);
        near(IncompleteBeta.of(1000, 2000, 0.3125, 0.6875), 0.0072826149255094935);
    }

    @Test
    void twoSidedTailOfStudentsT() {
        near(StudentDistribution.twoSided(0.1, 5.0), 0.9242301411546604);
        near(StudentDistribution.twoSided(2.0, 224.0), 0.04670793394395495);
        near(StudentDistribution.twoSided(5.5, 224.0), 1.0325778082710766e-07);
        near(StudentDistribution.twoSided(12.0, 30.0), 5.580185415199256e-13);
        near(StudentDistribution.twoSided(-1.96, 1000000.0), 0.04999606758526979);
        near(StudentDistribution.twoSided(30.0, 224.0), 2.0704629502488984e-80);
        near(StudentDistribution.twoSided(1.5, 2.5), 0.24783645308629626);
    }

    @Test
    void normalTailsDownToThreeHundredZeros() {
        near(NormalDistribution.upperTail(-8.0), 0.9999999999999993);
        near(NormalDistribution.upperTail(-3.0), 0.9986501019683699);
        near(NormalDistribution.upperTail(-0.1), 0.539827837277029);
        near(NormalDistribution.upperTail(0.0), 0.5);
        near(NormalDistribution.upperTail(0.5), 0.3085375387259869);
        near(NormalDistribution.upperTail(1.0), 0.15865525393145705);
        near(NormalDistribution.upperTail(2.0), 0.02275013194817921);
        near(NormalDistribution.upperTail(3.0), 0.0013498980316300946);
        near(NormalDistribution.upperTail(5.5), 1.8989562465887718e-08);
        near(NormalDistribution.upperTail(9.0), 1.1285884059538405e-19);
        near(NormalDistribution.upperTail(20.0), 2.7536241186062337e-89);
        near(NormalDistribution.upperTail(30.3), 5.731723503315496e-202);
        near(NormalDistribution.upperTail(37.0), 5.725571222524577e-300);
    }

    @Test
    void normalQuantilesDownToThreeHundredZeros() {
        near(NormalDistribution.upperQuantile(0.3), 0.5244005127080408);
        near(NormalDistribution.upperQuantile(1e-05), 4.264890793922825);
        near(NormalDistribution.upperQuantile(1e-20), 9.262340089798407);
        near(NormalDistribution.upperQuantile(1e-100), 21.273453560965326);
        near(NormalDistribution.upperQuantile(1e-300), 37.0470962993612);
    }

    @Test
    void poissonProbabilityAndBothTails() {
        check(new PoissonDistribution(0.5), 3, 0.012636055410679864, 0.9982483774437092, 0.014387677966970687);
        check(new PoissonDistribution(3.2), 0, 0.04076220397836621, 0.04076220397836621, 1.0);
        check(new PoissonDistribution(3.2), 9, 0.00395225019823552, 0.9982381121318153, 0.005714138066420146);
        check(new PoissonDistribution(40.0), 30, 0.018465470960734073, 0.06169415311246964, 0.9567713178482644);
        check(new PoissonDistribution(40.0), 75, 2.4440402248341406e-07, 0.9999997359699229, 5.084340996560126e-07);
        check(new PoissonDistribution(1234.5), 1100, 5.967920468221136e-06, 5.19508348133658e-05, 0.9999540170856549);
        check(new PoissonDistribution(1234.5), 1400, 2.581302949864106e-07, 0.9999981615646106, 2.0965656843854063e-06);
        check(
                new PoissonDistribution(100000.0),
                101000,
                8.59961239408931e-06,
                0.9992087985708396,
                0.000799801041554541);
    }

    @Test
    void negativeBinomialProbabilityAndBothTailsAlsoForHugeSizes() {
        check(new NegativeBinomial(2.5, 4.0), 0, 0.09174166759556839, 0.09174166759556839, 1.0);
        check(new NegativeBinomial(2.5, 4.0), 3, 0.14030587306377323, 0.5251865968818679, 0.6151192761819054);
        check(new NegativeBinomial(2.5, 4.0), 60, 7.385477969101143e-12, 0.9999999999874181, 1.9967369745738422e-11);
        check(new NegativeBinomial(0.05, 2.0), 30, 0.0008029088902082526, 0.9824308458429322, 0.018372063047276083);
        check(new NegativeBinomial(35.3, 290.0), 200, 0.0016338753171444072, 0.03017443266111213, 0.9714594426560322);
        check(new NegativeBinomial(35.3, 290.0), 408, 0.0006913561378297311, 0.9823252294452071, 0.01836612669262269);
        check(
                new NegativeBinomial(500000000.0, 6.0),
                15,
                0.0008912556209672184,
                0.9994909016806547,
                0.0014003539403125646);
        check(
                new NegativeBinomial(1000000000000000.0, 50.0),
                90,
                1.0486740108352929e-07,
                0.9999998755491051,
                2.2931829605565793e-07);
        check(
                new NegativeBinomial(1000000000000000.0, 50.0),
                30,
                0.0006771984571503358,
                0.001594027318606629,
                0.9990831711385437);
        check(new NegativeBinomial(1e+40, 50.0), 90, 1.048674010834501e-07, 0.9999998755491051, 2.2931829605547389e-07);
        check(
                new NegativeBinomial(130.5, 0.5019230769230774),
                4,
                0.001651565643568768,
                0.999813875406606,
                0.0018376902369627627);
    }

    @Test
    void gammaQuantiles() {
        near(new GammaDistribution(0.05, 1).quantile(0.9), 0.07631711390918851);
        near(new GammaDistribution(0.3, 1).quantile(0.01), 1.5022226552360383e-07);
        near(new GammaDistribution(0.5, 1).quantile(0.975), 2.5119430936574436);
        near(new GammaDistribution(1.0, 1).quantile(0.5), 0.6931471805599453);
        near(new GammaDistribution(1.7, 1).quantile(0.025), 0.15617727286924965);
        near(new GammaDistribution(3.0, 1).quantile(1e-08), 0.0039187044465822975);
        near(new GammaDistribution(7.0, 1).quantile(0.975), 13.059474022518684);
        near(new GammaDistribution(26.0, 1).quantile(0.025), 16.98406321559634);
        near(new GammaDistribution(26.0, 1).quantile(0.999999), 57.76938207817404);
        near(new GammaDistribution(400.0, 1).quantile(0.05), 367.68117406174895);
        near(new GammaDistribution(400.0, 1).quantile(0.975), 440.13766844657533);
        near(new GammaDistribution(12345.6, 1).quantile(0.25), 12270.47635125424);
        near(new GammaDistribution(2.0, 1).quantile(0.9999999999), 26.33398151964854);
    }

    @Test
    void aQuantileIsTheSmallestCountExceededRarelyEnough() {
        for (double mean : new double[] {0.001, 0.7, 5, 80, 3000}) {
            for (double phi : new double[] {1, 1 + 1e-12, 1.01, 1.5, 8}) {
                for (double alpha : new double[] {0.9, 0.5, 0.05, 0.005, 1e-9}) {
                    assertIsQuantile(CountDistribution.of(mean, phi), alpha);
                }
            }
        }
    }

    private static void assertIsQuantile(CountDistribution distribution, double alpha) {
        int quantile = distribution.upperQuantile(alpha);
        String what = distribution + " alpha " + alpha;
        assertThat(distribution.upperTail(quantile + 1)).as(what).isLessThanOrEqualTo(alpha * (1 + 1e-12));
        if (quantile > 0) {
            assertThat(distribution.upperTail(quantile)).as(what).isGreaterThan(alpha * (1 - 1e-12));
        }
    }

    @Test
    void theGammaQuantileIsTheInverseOfTheTails() {
        for (double shape : new double[] {0.001, 0.02, 0.4, 1, 1.3, 4, 11, 60, 999.5, 1e6}) {
            for (double probability : new double[] {1e-12, 0.003, 0.3, 0.5, 0.9, 0.985, 0.9999, 1 - 1e-9}) {
                assertIsInverse(new GammaDistribution(shape, 2.5), probability);
            }
        }
    }

    private static void assertIsInverse(GammaDistribution gamma, double probability) {
        double quantile = gamma.quantile(probability);
        String what = gamma + " probability " + probability;
        assertThat(quantile).as(what).isNotNegative();
        if (quantile > 1e-300) {
            double target = Math.min(probability, 1 - probability);
            double tail = probability < 0.5 ? gamma.cdf(quantile) : gamma.upperTail(quantile);
            assertThat(tail).as(what).isCloseTo(target, within(1e-11 * target));
        } else {
            assertThat(gamma.cdf(1e-300)).as(what).isGreaterThanOrEqualTo(probability * (1 - 1e-11));
        }
    }

    @Test
    void nearlyPoissonIsNearlyPoisson() {
        CountDistribution poisson = CountDistribution.of(20, 1);
        CountDistribution nearly = CountDistribution.of(20, 1 + 0x1p-52);
        for (int count = 0; count < 60; count++) {
            double expected = poisson.upperTail(count);
            assertThat(nearly.upperTail(count)).isCloseTo(expected, within(1e-13 * expected));
        }
    }

    @Test
    void nothingHappensAtMeanZero() {
        CountDistribution nothing = CountDistribution.of(0, 3);
        assertThat(nothing.upperQuantile(0.01)).isZero();
        assertThat(nothing.cdf(0)).isEqualTo(1);
        assertThat(nothing.upperTail(1)).isZero();
    }

    @Test
    void argumentsOutsideTheirRangeAreNamed() {
        assertThatThrownBy(() -> CountDistribution.of(1, 0.5)).hasMessageContaining("(0.5)");
        assertThatThrownBy(() -> CountDistribution.of(-1, 1)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> new NegativeBinomial(0, 1)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> new GammaDistribution(1, Double.NaN)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> new GammaDistribution(1, 1).quantile(1)).hasMessageContaining("(1.0)");
        assertThatThrownBy(() -> IncompleteGamma.lower(-2, 1)).hasMessageContaining("(-2.0)");
        assertThatThrownBy(() -> IncompleteBeta.of(1, 1, 0.5, 0.6)).hasMessageContaining("(0.6)");
        assertThatThrownBy(() -> StudentDistribution.twoSided(1, 0)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> GammaFunction.log(0)).hasMessageContaining("(0.0)");
    }

    private static void check(CountDistribution distribution, int count, double probability, double cdf, double upper) {
        near(distribution.probability(count), probability);
        near(distribution.cdf(count), cdf);
        near(distribution.upperTail(count), upper);
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }
}
