package org.tongxin.core.allocation;

/**
 * The plan with the least total, exactly.
 *
 * <p><b>Idea.</b> The plan is a minimum-cost flow: each person sends one unit to a post or straight to the sink (stays
 * free), each post sends its units to the sink over places that save {@link PostNeed#savingOfNext} each. The savings fall
 * with the number of places filled, so the problem is convex and a sequence of cheapest single steps ends at the optimum
 * [1, chapter 9]. People are taken in one after another. For each, the cheapest chain is looked up: to a post, there over
 * someone who makes room to that person's next post, and so on, until a place is free or someone is left free. The
 * search is Dijkstra's, over posts only; the lengths are made non-negative by a price for each post [2, 3], and after
 * each search the prices of the posts it settled are lowered so that every chain used costs nothing more. These prices
 * are the duals of the final plan.
 *
 * <p>A present plan needs no search of its own: staying makes the pair cheaper by the move cost, and all move costs
 * together are a constant.
 *
 * <p><b>Cost.</b> With P people, A arcs and a search that settles K posts: O(P) searches of O(K log K + arcs of those
 * posts' people). At worst K is every post; in practice a search ends as soon as no open chain can be cheaper, and each
 * long search raises what it met to the level at which the next one ends early. Memory: O(A + P + posts).
 *
 * <p><b>Where it fails.</b> Only sums over one shift: rest, weekly hours, pairs and teams are no flow. The proof covers
 * the arcs given, not pairs left out beforehand. Where many places are equally cheap the chains grow long and the time
 * tends to the worst case. Of several plans with the same total one comes out that depends on the numbering of people
 * and posts; who wants a fair lottery numbers them by one.
 *
 * <p>Stateless; safe for use by several threads.
 *
 * <p>Sources: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993, sections 9.7 and 14. [2] Tomizawa: On some techniques
 * useful for solution of transportation network problems, Networks 1 (1971) 173-194. [3] Edmonds, Karp: Theoretical
 * improvements in algorithmic efficiency for network flow problems, Journal of the ACM 19 (1972) 248-264.
 */
public final class PeopleSolver {

    private PeopleSolver() {}

    /**
     * Solves a problem to the optimum.
     *
     * @return a plan that {@link PlanChecker} proves
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static PeoplePlan solve(PeopleProblem problem) {
        return new PeopleSearch(problem).run();
    }
}
