package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.KeyedRandom;

/** A walk hits each contact with the probability that its hazard stands for, and where the point lies tells nothing more. */
class WalkTest {

    private static final int BATCHES = 50;
    private static final int CONTACTS = 7;
    private static final double LOW = 0.05;
    private static final double HIGH = 1.2;

    private final Population population = TestModels.homes(100, 3, 5, 4);
    private final Model model = TestModels.of(population, TestModels.grave(), TestModels.everywhere(), 1, 10);
    private final Prepared prepared = Prepared.of(model);
    private final Batch batch = new Batch(
            population,
            new Encounters(population, model.contacts(), prepared.matchings(), prepared.streetOfCommunity(), 0));
    private final Hits first = new Hits();
    private final Hits second = new Hits();
    private final Walk low = new Walk(batch, first, 1);
    private final Walk high = new Walk(batch, second, 2);
    /** Hits of each walk, by number of the contact. */
    private final int[][] hits = new int[2][CONTACTS];

    /** By person: whether its first contact was hit on the first walk. */
    private final boolean[] wasHit = new boolean[Batch.SIZE];

    private int hitByBoth;
    private double nearHalf;

    @Test
    void everyContactIsHitAsOftenAsItsHazardSays() {
        for (int repeat = 0; repeat < BATCHES; repeat++) {
            walk(repeat);
            count(first, 0, LOW);
            count(second, 1, HIGH);
        }

        double people = (double) BATCHES * Batch.SIZE;
        for (int i = 0; i < CONTACTS; i++) {
            assertThat(hits[0][i] / people).isCloseTo(probability(LOW), within(5 * error(LOW, people)));
            assertThat(hits[1][i] / people).isCloseTo(probability(HIGH), within(5 * error(HIGH, people)));
        }
        assertThat(hitByBoth / people)
                .as("the walks hit independently of each other")
                .isCloseTo(probability(LOW) * probability(HIGH), within(5 * error(LOW, people)));
        assertThat(nearHalf / people)
                .as("a hit within half of the hazard is what half of the hazard would have hit")
                .isCloseTo(probability(HIGH / 2), within(5 * error(HIGH / 2, people)));
    }

    @Test
    void whoHasNoContactsOrNoHazardHitsNobody() {
        prepare(1);
        for (int j = 0; j < batch.count; j++) {
            low.hazard[j] = j % 2 == 0 ? 0 : HIGH;
            low.contacts[j] = j % 2 == 0 ? CONTACTS : 0;
        }
        low.lay();
        batch.findHitting();
        low.walk();

        assertThat(batch.hitting).isZero();
        assertThat(first.count).isZero();
    }

    private void walk(int repeat) {
        prepare(repeat);
        for (int j = 0; j < batch.count; j++) {
            low.hazard[j] = LOW;
            high.hazard[j] = HIGH;
            low.contacts[j] = CONTACTS;
            high.contacts[j] = CONTACTS;
        }
        low.lay();
        high.lay();
        batch.findHitting();
        low.walk();
        high.walk();
    }

    private void prepare(int repeat) {
        batch.read(new int[Batch.SIZE], 0, Batch.SIZE);
        for (int j = 0; j < Batch.SIZE; j++) {
            batch.sequence[j] = KeyedRandom.mix((long) repeat * Batch.SIZE + j);
        }
        batch.beginLine();
        first.count = 0;
        second.count = 0;
    }

    private void count(Hits found, int walk, double hazard) {
        boolean[][] seen = new boolean[Batch.SIZE][CONTACTS];
        for (int h = 0; h < found.count; h++) {
            int j = found.person[h];
            int i = found.number[h];
            assertThat(seen[j][i]).as("hit once at most").isFalse();
            assertThat(found.point[h]).isBetween(-1e-12, hazard + 1e-12);
            seen[j][i] = true;
            hits[walk][i]++;
            nearHalf += walk == 1 && i == CONTACTS - 1 && found.point[h] < hazard / 2 ? 1 : 0;
        }
        for (int j = 0; j < Batch.SIZE; j++) {
            hitByBoth += walk == 1 && wasHit[j] && seen[j][0] ? 1 : 0;
            wasHit[j] = seen[j][0];
        }
    }

    private static double probability(double hazard) {
        return -Math.expm1(-hazard);
    }

    private static double error(double hazard, double people) {
        return Math.sqrt(probability(hazard) * (1 - probability(hazard)) / people);
    }
}
