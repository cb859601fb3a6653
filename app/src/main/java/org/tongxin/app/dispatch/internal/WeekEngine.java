package org.tongxin.app.dispatch.internal;

import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongxin.core.allocation.PlanEngine;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftSolver;

/**
 * Solves a week: with an engine where one stands on the class path and works, and always by the core's own means too. The better plan
 * and the better bound count. Thread-safe.
 */
@Component
class WeekEngine {

    private static final Logger log = LoggerFactory.getLogger(WeekEngine.class);

    ShiftAnswer solve(ShiftProblem problem) {
        ShiftAnswer own = ShiftSolver.solve(problem);
        if (own.isProved()) {
            return own;
        }
        try {
            return ServiceLoader.load(PlanEngine.class)
                    .findFirst()
                    .map(engine -> better(problem, own, engine.solve(problem)))
                    .orElse(own);
        } catch (LinkageError notOfThisMachine) {
            log.warn(
                    "The engine for shifts cannot be loaded on this machine; weeks are planned day by day.",
                    notOfThisMachine);
            return own;
        }
    }

    /** What an engine claims counts only as far as it is checked. */
    private static ShiftAnswer better(ShiftProblem problem, ShiftAnswer own, ShiftAnswer other) {
        boolean allowed = ShiftChecker.check(problem, other.plan()).isAllowed();
        if (!allowed
                || other.bound() > Math.min(own.plan().total(), other.plan().total())) {
            log.warn(
                    "An answer of {} for shifts was not used: allowed {}, bound {}.",
                    other.engine(),
                    allowed,
                    other.bound());
            return own;
        }
        ShiftAnswer best = other.plan().total() <= own.plan().total() ? other : own;
        return new ShiftAnswer(best.plan(), Math.max(own.bound(), other.bound()), best.engine());
    }
}
