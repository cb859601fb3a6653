package org.tongxin.core.population;

import org.tongxin.core.random.SequentialRandom;

/**
 * People not yet placed, by age and sex. They are taken without replacement until none is left, which is why a synthetic
 * population has exactly the ages that it was told to have.
 *
 * <p>Two Fenwick trees over ages: taking one person costs about seven steps. Not safe for use by several threads.
 */
final class AgePool {

    static final int NONE = -1;

    /** A power of two above the oldest age. */
    private static final int AGES = 128;

    private final int[][] count = new int[2][AGES];
    private final int[][] tree = new int[2][AGES + 1];

    /** @param people by sex (0 men, 1 women), then age */
    AgePool(int[][] people) {
        for (int sex = 0; sex < 2; sex++) {
            for (int age = 0; age < people[sex].length; age++) {
                add(sex, age, people[sex][age]);
            }
        }
    }

    private void add(int sex, int age, int people) {
        count[sex][age] += people;
        for (int i = age + 1; i <= AGES; i += i & -i) {
            tree[sex][i] += people;
        }
    }

    /** People of a sex below an age. */
    private int below(int sex, int age) {
        int sum = 0;
        for (int i = age; i > 0; i -= i & -i) {
            sum += tree[sex][i];
        }
        return sum;
    }

    /** People of a sex whose age lies in from .. to. */
    int left(int sex, int from, int to) {
        return from > to ? 0 : below(sex, to + 1) - below(sex, from);
    }

    /** People whose age lies in from .. to. */
    int left(int from, int to) {
        return left(0, from, to) + left(1, from, to);
    }

    /** Takes somebody of either sex, evenly among all in from .. to; packed as in a population, or {@link #NONE}. */
    int takeAny(int from, int to, SequentialRandom random) {
        int men = left(0, from, to);
        int all = men + left(1, from, to);
        if (all == 0) {
            return NONE;
        }
        int rank = random.below(all);
        return rank < men ? takeRank(0, below(0, from) + rank) : takeRank(1, below(1, from) + rank - men);
    }

    /** Takes somebody of this sex, evenly among all in from .. to, or {@link #NONE}. */
    int take(int sex, int from, int to, SequentialRandom random) {
        int all = left(sex, from, to);
        return all == 0 ? NONE : takeRank(sex, below(sex, from) + random.below(all));
    }

    /** Takes the person of this sex whose age is nearest to the wanted one within from .. to, or {@link #NONE}. */
    int takeNearest(int sex, int wanted, int from, int to) {
        if (from > to) {
            return NONE;
        }
        int middle = Math.clamp(wanted, from, to);
        int furthest = Math.max(middle - from, to - middle);
        for (int distance = 0; distance <= furthest; distance++) {
            if (middle + distance <= to && count[sex][middle + distance] > 0) {
                return taken(sex, middle + distance);
            }
            if (middle - distance >= from && count[sex][middle - distance] > 0) {
                return taken(sex, middle - distance);
            }
        }
        return NONE;
    }

    private int takeRank(int sex, int rank) {
        int age = 0;
        int left = rank;
        for (int step = AGES; step > 0; step >>= 1) {
            if (age + step <= AGES && tree[sex][age + step] <= left) {
                age += step;
                left -= tree[sex][age];
            }
        }
        return taken(sex, age);
    }

    private int taken(int sex, int age) {
        add(sex, age, -1);
        return age | sex << 7;
    }
}
