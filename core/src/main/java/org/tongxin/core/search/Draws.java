package org.tongxin.core.search;

/** Where a selection gets its observations from. Smaller is better. */
@FunctionalInterface
public interface Draws {

    /**
     * Observes candidates.
     *
     * @param candidates numbers of those to observe
     * @param from number of the first observation; observations of the same number may share their luck between candidates,
     *     those of different numbers must be independent and alike
     * @param count 1 or more
     * @return at [i][j] observation from + j of candidates[i]
     */
    double[][] observe(int[] candidates, int from, int count);
}
