package org.tongxin.core.allocation;

/**
 * All pairs that may be used, more than a problem lists: told post by post or person by person, so that a spatial index can answer
 * without making all of them. Both ways name the same pairs at the same costs, and the answers must not change while a plan is made
 * or explained.
 */
public interface EligiblePairs {

    /**
     * Names the people who may come to a post at a cost below a bound; others may be named too.
     *
     * @param post number of the post
     * @param bound cost from which on nobody need be named; may be far above every cost
     * @param taker takes the person and the cost
     */
    void ofPost(int post, long bound, Taker taker);

    /**
     * Names all posts that a person may go to.
     *
     * @param person number of the person
     * @param taker takes the post and the cost
     */
    void ofPerson(int person, Taker taker);

    /**
     * How many people could come to a post but for their rest between days or their weekly limit; of a single shift, none.
     *
     * @param post number of the post
     */
    default int resting(int post) {
        return 0;
    }

    /** The pairs that a problem lists. */
    static EligiblePairs listed(PeopleProblem problem) {
        return new ListedPairs(problem);
    }

    /** Takes pairs, each once. */
    @FunctionalInterface
    interface Taker {

        /**
         * @param other the person of a post, or the post of a person
         * @param cost of the pair, 0 .. {@link PeopleProblem#MAX_COST}
         */
        void pair(int other, long cost);
    }
}
