package org.tongxin.core.allocation;

import java.util.List;

/**
 * Why a person stands at a post. Immutable and safe for use by several threads.
 *
 * @param person the person
 * @param post where the plan puts them
 * @param cost of the pair, without any move
 * @param rank 1 for the cheapest eligible person, 2 for the next; equally cheap people share a rank
 * @param eligible number of people listed for the post
 * @param cheaper the eligible people who would cost less here and are not here, cheapest first, with where they are
 *     instead; that is where the plan needs them more
 */
public record PlacementReason(int person, int post, long cost, int rank, int eligible, List<Cheaper> cheaper) {

    /** Copies the list. */
    public PlacementReason {
        cheaper = List.copyOf(cheaper);
    }

    /**
     * Someone who would cost less at the post.
     *
     * @param person the person
     * @param cost at the post asked about
     * @param placedAt their post in the plan, or {@link PeopleProblem#NO_POST}: free, which happens only where moving
     *     someone costs more than the difference
     */
    public record Cheaper(int person, long cost, int placedAt) {}
}
