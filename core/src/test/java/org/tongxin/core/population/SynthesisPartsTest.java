package org.tongxin.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.SequentialRandom;

class SynthesisPartsTest {

    @Test
    void partsAddUpAndTheLargestRemainderComesFirst() {
        assertThat(Apportionment.split(new double[] {1, 1, 1}, 10, 0)).containsExactly(4, 3, 3);
        assertThat(Apportionment.split(new double[] {0.5, 0.3, 0.2}, 7, 0)).containsExactly(4, 2, 1);
        assertThat(Apportionment.split(new double[] {1, 0}, 5, 1)).containsExactly(4, 1);
        assertThat(Apportionment.split(new double[] {0, 0}, 2, 1)).containsExactly(1, 1);
    }

    @Test
    void aTotalBelowTheLeastIsRefused() {
        assertThatThrownBy(() -> Apportionment.split(new double[] {1, 1}, 1, 1))
                .hasMessageContainingAll("total of 1", "2 parts");
        assertThatThrownBy(() -> Apportionment.split(new double[] {0, 0}, 3, 1)).hasMessageContaining("add up to 0.0");
    }

    @Test
    void aPoolIsEmptiedToTheLastPersonWithoutInventingAny() {
        int[][] people = new int[2][100];
        for (int age = 0; age < 100; age++) {
            people[0][age] = age % 3;
            people[1][age] = age % 5;
        }
        AgePool pool = new AgePool(people);
        SequentialRandom random = SequentialRandom.of(5);
        int[][] taken = new int[2][100];
        for (int packed = pool.takeAny(0, 120, random); packed != AgePool.NONE; packed = pool.takeAny(0, 120, random)) {
            taken[packed >> 7][packed & 0x7f]++;
        }
        assertThat(taken).isDeepEqualTo(people);
        assertThat(pool.left(0, 120)).isZero();
    }

    @Test
    void aPoolGivesEveryAgeOfARangeByItsNumber() {
        int[][] people = new int[2][60];
        Arrays.fill(people[1], 100_000);
        people[1][30] = 300_000;
        AgePool pool = new AgePool(people);
        SequentialRandom random = SequentialRandom.of(6);
        int ofThirty = 0;
        for (int draw = 0; draw < 10_000; draw++) {
            int packed = pool.take(1, 29, 31, random);
            assertThat(packed & 0x7f).isBetween(29, 31);
            ofThirty += (packed & 0x7f) == 30 ? 1 : 0;
        }
        assertThat(ofThirty / 10_000.0).as("seed 6").isCloseTo(0.6, within(0.02));
        assertThat(pool.take(0, 0, 59, random)).as("no men").isEqualTo(AgePool.NONE);
    }

    @Test
    void theNearestAgeWithinTheRangeIsTaken() {
        int[][] people = new int[2][60];
        people[0][20] = 1;
        people[0][40] = 1;
        AgePool pool = new AgePool(people);
        assertThat(pool.takeNearest(0, 29, 0, 59)).isEqualTo(20);
        assertThat(pool.takeNearest(0, 29, 0, 39)).as("40 lies outside").isEqualTo(AgePool.NONE);
        assertThat(pool.takeNearest(0, 40, 41, 39)).as("an empty range").isEqualTo(AgePool.NONE);
        assertThat(pool.left(0, 41, 39)).as("an empty range").isZero();
        assertThat(pool.takeNearest(0, 99, 30, 59)).isEqualTo(40);
        assertThat(pool.takeNearest(0, 30, 0, 59)).isEqualTo(AgePool.NONE);
    }

    @Test
    void householdSizesHoldEverybodyAndHaveTheirMean() {
        DistrictTotals totals = ShippedDistricts.TABLES.district("420111");
        for (int people : new int[] {0, 1, 7, 1_000, 123_457}) {
            int[] bySize = FamilyPlan.sizes(totals, people);
            int housed = 0;
            int homes = 0;
            for (int size = 1; size < bySize.length; size++) {
                assertThat(bySize[size]).isNotNegative();
                housed += size * bySize[size];
                homes += bySize[size];
            }
            assertThat(housed).isEqualTo(people);
            assertThat((double) homes).isCloseTo(people / 2.47, within(1.0));
        }
    }

    @Test
    void correlationIsPearsonsAndFlatListsAgree() {
        assertThat(Correlation.weighted(new double[] {1, 2, 3}, new double[] {2, 4, 6}, i -> 1))
                .isCloseTo(1, within(1e-12));
        assertThat(Correlation.weighted(new double[] {1, 2, 3, 9}, new double[] {3, 2, 1, 9}, i -> i == 3 ? 0 : 1))
                .isCloseTo(-1, within(1e-12));
        assertThat(Correlation.weighted(new double[] {2.79, 2.79}, new double[] {2.79, 2.79}, i -> 1))
                .isEqualTo(1);
        assertThat(Correlation.weighted(new double[] {2.79, 2.79}, new double[] {2.79, 2.79000001}, i -> 5_000_000))
                .as("rounding of a table")
                .isEqualTo(1);
        assertThat(Correlation.weighted(new double[] {1, 2}, new double[] {3, 3}, i -> 1))
                .isZero();
    }

    @Test
    void contactsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new ContactRates(-1, 0, 0, 0)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new ContactRates(1, 0, Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> ContactMatrices.of(Map.of())).hasMessageContaining("HOUSEHOLD");
    }
}
