package org.tongxin.core.allocation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Of each post, at which cost the cheapest of the free would come. All pairs of the posts are looked at once, when it is first asked
 * for. Safe for use by several threads: they may look at the same time, and find the same.
 */
final class CheapestFree {

    /** Nobody free may come. */
    static final long NOBODY = Long.MAX_VALUE;

    private final PeopleProblem problem;
    private final PeoplePlan plan;
    private final EligiblePairs pairs;
    private volatile long @Nullable [] costOfPost;

    CheapestFree(PeopleProblem problem, PeoplePlan plan, EligiblePairs pairs) {
        this.problem = problem;
        this.plan = plan;
        this.pairs = pairs;
    }

    /** The cost for each post, less the move that somebody's staying avoids, or {@link #NOBODY}; not to be changed. */
    long[] costOfPost() {
        long[] known = costOfPost;
        if (known == null) {
            known = look();
            costOfPost = known;
        }
        return known;
    }

    private long[] look() {
        long[] least = new long[problem.posts()];
        Arrays.fill(least, NOBODY);
        if (isAnyoneFree()) {
            for (int post = 0; post < least.length; post++) {
                if (problem.need(post).places() > 0) {
                    look(post, least);
                }
            }
        }
        return least;
    }

    private boolean isAnyoneFree() {
        for (int person = 0; person < plan.people(); person++) {
            if (plan.postOf(person) == PeopleProblem.NO_POST) {
                return true;
            }
        }
        return false;
    }

    private void look(int post, long[] least) {
        pairs.ofPost(post, Long.MAX_VALUE, (person, cost) -> {
            if (plan.postOf(person) == PeopleProblem.NO_POST) {
                long keeps = problem.currentPost(person) == post ? problem.moveCost() : 0;
                least[post] = Math.min(least[post], cost - keeps);
            }
        });
    }
}
