package org.tongxin.core.allocation;

import java.util.List;

/**
 * What {@link PlanChecker} found. Immutable and safe for use by several threads.
 *
 * @param total the total recomputed from the problem, which may differ from the one the plan claims
 * @param violations everything that is wrong, in the order it was found; empty when the plan is proved to be allowed and
 *     its total to be the least possible
 */
public record PlanProof(long total, List<Violation> violations) {

    /** Copies the list. */
    public PlanProof {
        violations = List.copyOf(violations);
    }

    /** Whether nothing is wrong: the plan keeps every rule and no plan is cheaper. */
    public boolean isProved() {
        return violations.isEmpty();
    }

    /** The rules of a plan, and the conditions its prices must meet to prove it. */
    public enum Rule {
        /** The plan is about as many people and posts as the problem. */
        SAME_SIZE,
        /** Everyone stands at a post listed for them. */
        LISTED_PAIR,
        /** No post holds more people than it wants. */
        WITHIN_PLACES,
        /** The plan claims the total it has. */
        STATED_TOTAL,
        /** A free person's price is 0, and no one's is negative. */
        PERSON_PRICE,
        /** A post's price lies between what its next place would save and what its last filled place saves. */
        POST_PRICE,
        /** No pair would gain: the post's price less the cost is at most the person's price, and equal where used. */
        REDUCED_COST
    }

    /**
     * One thing that is wrong.
     *
     * @param rule the rule broken
     * @param what a sentence with the numbers, for programmers and logs
     */
    public record Violation(Rule rule, String what) {}
}
