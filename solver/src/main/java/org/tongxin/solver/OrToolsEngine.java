package org.tongxin.solver;

import com.google.ortools.Loader;
import org.tongxin.core.allocation.PlanEngine;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyProblem;

/** Solves with OR-Tools. Stateless; safe for use by several threads. */
public final class OrToolsEngine implements PlanEngine {

    /** For {@link java.util.ServiceLoader}. */
    public OrToolsEngine() {}

    @Override
    public SupplyAnswer solve(SupplyProblem problem) {
        return problem.aim() == SupplyProblem.Aim.CHEAPEST
                ? SupplySearch.cheapest(problem)
                : FairSearch.fairestThenCheapest(problem);
    }

    @Override
    public ShiftAnswer solve(ShiftProblem problem) {
        return ShiftSearch.cheapest(problem);
    }

    /** Loads the native part, once. */
    static void load() {
        Loader.loadNativeLibraries();
    }
}
