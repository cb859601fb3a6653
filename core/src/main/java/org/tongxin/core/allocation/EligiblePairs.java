package org.tongxin.core.allocation;

/**
 * All pairs that may be used, more than a problem lists: told post by post, so that a spatial index can answer without making all
 * of them. The answers must not change while a plan is made.
 */
public interface EligiblePairs {

    /**
     * Names the people who may come to a post at a cost below a bound; others may be named too.
     *
     * @param post number of the post
     * @param bound cost from which on nobody need be named; may be far above every cost
     */
    void below(int post, long bound, Taker taker);

    /** Takes the pairs of a post, each person once. */
    @FunctionalInterface
    interface Taker {

        /** @param cost of the pair, 0 .. {@link PeopleProblem#MAX_COST} */
        void pair(int person, long cost);
    }
}
