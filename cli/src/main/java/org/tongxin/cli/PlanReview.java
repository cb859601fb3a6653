package org.tongxin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.PlanChecker;
import org.tongxin.core.allocation.PlanProof;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftSolver;
import org.tongxin.core.allocation.Shipment;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplySolver;

/** What a stated plan is worth: every rule, the total counted anew, and what it claims beside them. */
final class PlanReview {

    /** The rules of a plan as such; the others are about prices, which a file has not. */
    private static final Set<PlanProof.Rule> RULES = EnumSet.of(
            PlanProof.Rule.SAME_SIZE,
            PlanProof.Rule.LISTED_PAIR,
            PlanProof.Rule.WITHIN_PLACES,
            PlanProof.Rule.STATED_TOTAL);

    private final StatedPlan stated;
    private final List<String> violations = new ArrayList<>();
    private long total;
    private Optional<Long> optimum = Optional.empty();

    private PlanReview(StatedPlan stated) {
        this.stated = stated;
    }

    static PlanReview of(DispatchInstance instance, StatedPlan stated) {
        PlanReview review = new PlanReview(stated);
        switch (instance) {
            case DispatchInstance.People people -> review.review(people.instance());
            case DispatchInstance.Supply supply -> review.review(supply.problem());
            case DispatchInstance.Shift shift -> review.review(shift.problem());
        }
        review.reviewClaims();
        return review;
    }

    /** The total counted anew. */
    long total() {
        return total;
    }

    /** The least total, where it can be computed without an engine from elsewhere. */
    Optional<Long> optimum() {
        return optimum;
    }

    List<String> violations() {
        return violations;
    }

    private void review(PeopleInstance instance) {
        PeopleProblem problem = instance.problem();
        int[] postOfPerson = new int[problem.people()];
        Arrays.fill(postOfPerson, PeopleProblem.NO_POST);
        for (JsonValue row : stated.rows()) {
            int[] pair = StatedPlan.numbers(row, 2, "a person and a post");
            if (pair[0] >= problem.people() || pair[1] >= problem.posts()) {
                violations.add(row.where() + " names a person or post that does not exist.");
            } else if (postOfPerson[pair[0]] != PeopleProblem.NO_POST) {
                violations.add("Person " + pair[0] + " has more than one place.");
            } else {
                postOfPerson[pair[0]] = pair[1];
            }
        }
        PlanProof proof = PlanChecker.check(
                problem,
                PeoplePlan.of(postOfPerson, stated.total(), new long[problem.people()], new long[problem.posts()]));
        proof.violations().stream()
                .filter(violation -> RULES.contains(violation.rule()))
                .forEach(violation -> violations.add(violation.what()));
        total = proof.total();
        optimum = Optional.of(PeopleAllocation.proved(problem).total());
        reviewChanges(instance);
    }

    private void reviewChanges(PeopleInstance instance) {
        List<Long> claimed = stated.afterEachChange();
        if (claimed != null && !claimed.equals(PeopleAllocation.anewAfterEachChange(instance))) {
            violations.add("afterEachChange states " + claimed + "; the least totals are "
                    + PeopleAllocation.anewAfterEachChange(instance) + ".");
        }
    }

    private void review(SupplyProblem problem) {
        List<Shipment> shipments = new ArrayList<>();
        for (JsonValue row : stated.rows()) {
            long[] numbers = row.larges();
            if (numbers.length != 4) {
                throw row.wrong("must be a depot, a community, an item and a quantity");
            }
            shipments.add(new Shipment(small(numbers[0]), small(numbers[1]), small(numbers[2]), numbers[3]));
        }
        SupplyPlan plan = new SupplyPlan(shipments, stated.total());
        enter(SupplyChecker.check(problem, plan));
        if (problem.aim() == SupplyProblem.Aim.FAIREST_THEN_CHEAPEST) {
            reviewCoverage(SupplyChecker.leastCoverage(problem, plan).toString());
        }
        Optional<SupplyAnswer> best = SupplySolver.findBest(problem);
        optimum = best.map(answer -> answer.plan().total());
        if (best.isEmpty() && stated.proved() && problem.aim() == SupplyProblem.Aim.CHEAPEST) {
            Engines.find()
                    .map(engine -> engine.solve(problem))
                    .ifPresent(answer -> reviewProof(answer.plan().total(), answer.isProved()));
        }
        if (best.isPresent() && stated.proved() && stated.minCoverage() != null) {
            String fairest =
                    SupplyChecker.leastCoverage(problem, best.get().plan()).toString();
            if (!fairest.equals(stated.minCoverage())) {
                violations.add("minCoverage states " + stated.minCoverage() + "; " + fairest + " can be reached.");
            }
        }
    }

    private void reviewCoverage(String counted) {
        if (!counted.equals(stated.minCoverage())) {
            violations.add("minCoverage states " + stated.minCoverage() + " and is " + counted + ".");
        }
    }

    private void review(ShiftProblem problem) {
        int[] personOfSlot = new int[problem.slots()];
        Arrays.fill(personOfSlot, ShiftProblem.NOBODY);
        for (JsonValue row : stated.rows()) {
            int[] pair = StatedPlan.numbers(row, 2, "a slot and a person");
            if (pair[0] >= problem.slots()) {
                violations.add(row.where() + " names a slot that does not exist.");
            } else if (personOfSlot[pair[0]] != ShiftProblem.NOBODY) {
                violations.add("Slot " + pair[0] + " is taken twice.");
            } else {
                personOfSlot[pair[0]] = pair[1];
            }
        }
        enter(ShiftChecker.check(problem, ShiftPlan.of(personOfSlot, stated.total())));
        if (stated.proved()) {
            ShiftAnswer answer =
                    Engines.find().map(engine -> engine.solve(problem)).orElseGet(() -> ShiftSolver.solve(problem));
            reviewProof(answer.plan().total(), answer.isProved());
        }
    }

    /** A claim of proof is tried by solving again: whatever is found must not be better. */
    private void reviewProof(long found, boolean least) {
        optimum = least ? Optional.of(found) : Optional.empty();
        if (!least && found < total) {
            violations.add("The plan claims to be proved; a plan with a total of " + found + " exists.");
        }
        Long bound = stated.bound();
        if (bound == null) {
            violations.add("The plan claims to be proved and states no bound.");
        } else if (bound > found) {
            violations.add("The plan states a bound of " + bound + "; a plan with a total of " + found + " exists.");
        }
    }

    private void enter(PlanCheck check) {
        total = check.total();
        violations.addAll(check.violations());
    }

    private void reviewClaims() {
        Long bound = stated.bound();
        if (stated.proved() && bound != null && bound != stated.total()) {
            violations.add("The plan claims to be proved, with a bound of " + bound + " below its total.");
        }
        if (optimum.isPresent() && stated.proved() && optimum.get() != total) {
            violations.add("The plan claims to be proved; the least total is " + optimum.get() + ".");
        }
    }

    private static int small(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }
}
