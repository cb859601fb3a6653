package org.tongxin.cli;

import java.util.List;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplySolver;

/** Goods to communities: by the core where shared capacity does not bind, else by an engine; checked and explained. */
final class SupplyAllocation {

    private SupplyAllocation() {}

    static Allocation of(SupplyProblem problem) {
        SupplyAnswer answer = SupplySolver.findBest(problem)
                .orElseGet(() -> Engines.require("goods that share the capacity of a depot")
                        .solve(problem));
        PlanCheck check = SupplyChecker.check(problem, answer.plan());
        if (!check.isAllowed()) {
            throw new IllegalStateException(
                    "A plan was found that breaks rules: " + check.violations().getFirst());
        }
        boolean fair = problem.aim() == SupplyProblem.Aim.FAIREST_THEN_CHEAPEST;
        return new Allocation(
                "supply",
                answer.plan().total(),
                answer.bound(),
                answer.isProved(),
                answer.engine(),
                null,
                fair ? SupplyChecker.leastCoverage(problem, answer.plan()).toString() : null,
                answer.plan().shipments().stream()
                        .map(each -> List.of(
                                (long) each.depot(), (long) each.community(), (long) each.item(), each.quantity()))
                        .toList(),
                SupplyReasons.of(problem, answer.plan()));
    }
}
