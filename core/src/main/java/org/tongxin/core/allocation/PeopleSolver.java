package org.tongxin.core.allocation;

/**
 * The plan with the least total, exactly.
 *
 * <p><b>Idea.</b> The plan is a minimum-cost flow: each person sends one unit to a post or straight to the sink (stays
 * free), each post sends its units to the sink over places that save {@link PostNeed#savingOfNext} each. The savings fall
 * with the number of places filled, so the problem is convex and a sequence of cheapest single steps ends at the optimum
 * [1, chapter 9]. Places are filled one after another, those whose emptiness costs most first. For each, the cheapest chain is
 * looked up: somebody free comes, or somebody from another post, whose place is filled likewise, and so on, until a free
 * person is found or a place that may rather stay empty. The search is Dijkstra's, over posts only; the lengths are made
 * non-negative by a price for each post [2, 3], and after each search the prices of the posts it settled are raised so that
 * every chain used costs nothing more. These prices are the duals of the final plan. A post's people stand in the order of
 * their cost, so that most of them are never looked at. With fewer people than places chains would be long; there an
 * auction finds the plan, see {@link PeopleAuction}.
 *
 * <p>A present plan needs no search of its own: staying makes the pair cheaper by the move cost, and all move costs
 * together are a constant. {@link LivePlan} does the work, and goes on from there when something changes.
 *
 * <p><b>Cost.</b> With P places and a search that settles K posts: O(P) searches of O(K log K + the people looked at). With
 * people enough K is 1 or 2. An auction takes some bids for each person and each of its step sizes, whose number grows with the
 * logarithm of people times largest penalty. Memory: about 40 bytes an arc.
 *
 * <p><b>Where it fails.</b> Only sums over one shift: rest, weekly hours, pairs and teams are no flow. The proof covers
 * the arcs given, not pairs left out beforehand. Of several plans with the same total one comes out that depends on the
 * numbering of people and posts; who wants a fair lottery numbers them by one.
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
        return LivePlan.of(problem).plan();
    }
}
