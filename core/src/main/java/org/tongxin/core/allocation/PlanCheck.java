package org.tongxin.core.allocation;

import java.util.List;

/**
 * What a checker found in a plan of goods or of shifts. Immutable and safe for use by several threads.
 *
 * @param total the total recomputed from the problem, which may differ from the one the plan claims
 * @param violations every rule broken, as sentences with the numbers; empty when the plan is allowed and its total right
 */
public record PlanCheck(long total, List<String> violations) {

    /** Copies the list. */
    public PlanCheck {
        violations = List.copyOf(violations);
    }

    /** Whether nothing is wrong. It says nothing about whether a better plan exists. */
    public boolean isAllowed() {
        return violations.isEmpty();
    }
}
