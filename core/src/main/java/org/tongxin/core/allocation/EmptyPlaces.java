package org.tongxin.core.allocation;

/**
 * Why places of a post stay empty. Immutable and safe for use by several threads.
 *
 * @param post the post
 * @param empty its empty places, 1 or more
 * @param emptyMinimum how many of them are among those that must not be missing
 * @param eligible people listed for the post
 * @param placedHere eligible people who are at this post
 * @param placedElsewhere eligible people who are at other posts
 * @param free eligible people without a post
 * @param resting people who are not eligible for their rest or their weekly limit alone
 * @param reason in one word
 */
public record EmptyPlaces(
        int post,
        int empty,
        int emptyMinimum,
        int eligible,
        int placedHere,
        int placedElsewhere,
        int free,
        int resting,
        Reason reason) {

    /** Why no further person comes. */
    public enum Reason {
        /** Everyone listed for the post is already there, or no one is listed. */
        NO_ELIGIBLE_PERSON,
        /** Everyone listed is already there, or no one is; others could come but for their rest or their weekly limit. */
        RESTING,
        /** Everyone else listed is at a post where leaving would cost more than it brings here. */
        ALL_NEEDED_ELSEWHERE,
        /** Someone listed is free, but their cost, with any move, is at least the price of the empty place. */
        DEARER_THAN_EMPTY
    }
}
