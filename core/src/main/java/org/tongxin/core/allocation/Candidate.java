package org.tongxin.core.allocation;

/**
 * Someone who could take a place at a post, and what that does to the whole plan. Immutable and safe for use by several
 * threads.
 *
 * @param person the person
 * @param cost of the pair, without any move
 * @param placedAt where the plan has them, or {@link PeopleProblem#NO_POST}
 * @param effect by how much the least total rises when this person must be at this post and all others are placed anew;
 *     0 or more, and 0 where an equally good plan has them there
 */
public record Candidate(int person, long cost, int placedAt, long effect) {

    Candidate dearerBy(long length) {
        return new Candidate(person, cost, placedAt, effect + length);
    }
}
