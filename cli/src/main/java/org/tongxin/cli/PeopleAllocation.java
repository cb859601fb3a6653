package org.tongxin.cli;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.allocation.EmptyPlaces;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PlanChecker;
import org.tongxin.core.allocation.PlanExplainer;
import org.tongxin.core.allocation.PlanProof;

/** People to posts: solved, proved and explained. */
final class PeopleAllocation {

    private static final String ENGINE = "successive shortest paths";

    private PeopleAllocation() {}

    static Allocation of(PeopleInstance instance) {
        PeopleProblem problem = instance.problem();
        PeoplePlan plan = proved(problem);
        return new Allocation(
                instance.kind(),
                plan.total(),
                plan.total(),
                true,
                ENGINE,
                instance.changes() == 0 ? null : afterEachChange(instance),
                null,
                rows(plan),
                reasons(problem, plan));
    }

    /** The optimum after each change, by repairing the plan before it. */
    private static List<Long> afterEachChange(PeopleInstance instance) {
        List<Long> totals = new ArrayList<>();
        instance.follow(live -> {
            requireProved(live.problem(), live.plan());
            totals.add(live.total());
        });
        return totals;
    }

    /** The same, each made anew: what the repairs are checked against. */
    static List<Long> anewAfterEachChange(PeopleInstance instance) {
        List<Long> totals = new ArrayList<>();
        for (int count = 1; count <= instance.changes(); count++) {
            totals.add(proved(instance.problemAfter(count)).total());
        }
        return totals;
    }

    /** The best plan; its prices are the proof. */
    static PeoplePlan proved(PeopleProblem problem) {
        PeoplePlan plan = PeopleSolver.solve(problem);
        requireProved(problem, plan);
        return plan;
    }

    private static void requireProved(PeopleProblem problem, PeoplePlan plan) {
        PlanProof proof = PlanChecker.check(problem, plan);
        if (!proof.isProved()) {
            throw new IllegalStateException("A plan was found that its prices do not prove: "
                    + proof.violations().getFirst().what());
        }
    }

    private static List<List<Long>> rows(PeoplePlan plan) {
        List<List<Long>> rows = new ArrayList<>();
        for (int person = 0; person < plan.people(); person++) {
            if (plan.postOf(person) != PeopleProblem.NO_POST) {
                rows.add(List.of((long) person, (long) plan.postOf(person)));
            }
        }
        return rows;
    }

    private static List<String> reasons(PeopleProblem problem, PeoplePlan plan) {
        PlanExplainer explainer = new PlanExplainer(problem, plan);
        Reasons reasons = new Reasons("posts with empty places");
        for (int post = 0; post < problem.posts(); post++) {
            explainer.findEmptyPlaces(post).map(PeopleAllocation::sentence).ifPresent(reasons::add);
        }
        return reasons.list();
    }

    private static String sentence(EmptyPlaces empty) {
        String minimum = empty.emptyMinimum() == 0 ? "" : ", " + empty.emptyMinimum() + " of the minimum";
        return "post " + empty.post() + ": " + empty.empty() + " empty" + minimum + "; " + why(empty);
    }

    private static String why(EmptyPlaces empty) {
        return switch (empty.reason()) {
            case NO_ELIGIBLE_PERSON ->
                empty.eligible() == 0
                        ? "no eligible person is listed for it"
                        : "no eligible person is left: all " + empty.eligible() + " listed for it are there";
            case RESTING -> "the " + empty.resting() + " other people who could come must rest that day";
            case ALL_NEEDED_ELSEWHERE ->
                "the " + empty.placedElsewhere() + " other people listed for it are used where they count for more";
            case DEARER_THAN_EMPTY ->
                empty.free() + " people listed for it are free, but cost at least as much as the empty place";
        };
    }
}
