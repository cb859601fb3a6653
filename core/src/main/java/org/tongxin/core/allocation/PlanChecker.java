package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Proves a plan, or says why not. Written apart from the solver and sharing none of its code, so that a plan is trusted
 * for what it is and not for where it came from.
 *
 * <p><b>Idea.</b> First the hard rules, then the total counted anew, then optimality by complementary slackness [1]: write
 * u for a person's price, v for a post's price, c for the cost of a pair (less the move cost where it keeps someone in
 * place). If u ≥ 0, v - c ≤ u for every pair, with equality where the pair is used, u = 0 for the free, and v lies between
 * the saving of the next empty place and that of the last filled one, then no plan has a lower total: any other plan can
 * be priced with the same u and v and loses nothing against them only if it is equally cheap.
 *
 * <p><b>Cost.</b> One look at each arc, person and post. <b>Where it fails.</b> The proof covers the pairs listed in the
 * problem; a pair left out beforehand is not considered.
 *
 * <p>Stateless; safe for use by several threads.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993, theorem 9.4 (complementary slackness of minimum-cost flows)
 * and section 14.3 (convex costs).
 */
public final class PlanChecker {

    private final PeopleProblem problem;
    private final PeoplePlan plan;
    private final List<PlanProof.Violation> violations = new ArrayList<>();

    private PlanChecker(PeopleProblem problem, PeoplePlan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /**
     * Checks a plan against its problem.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static PlanProof check(PeopleProblem problem, PeoplePlan plan) {
        return new PlanChecker(problem, plan).check();
    }

    private PlanProof check() {
        if (plan.people() != problem.people() || plan.posts() != problem.posts()) {
            report(
                    PlanProof.Rule.SAME_SIZE,
                    "The plan has " + plan.people() + " people and " + plan.posts() + " posts, the problem "
                            + problem.people() + " and " + problem.posts() + ".");
            return new PlanProof(plan.total(), violations);
        }
        long total = Math.addExact(checkPeople(), checkPosts());
        if (total != plan.total()) {
            report(PlanProof.Rule.STATED_TOTAL, "The plan states " + plan.total() + " and costs " + total + ".");
        }
        return new PlanProof(total, violations);
    }

    private long checkPeople() {
        long costs = 0;
        for (int person = 0; person < problem.people(); person++) {
            costs = Math.addExact(costs, checkPerson(person));
        }
        return costs;
    }

    private long checkPerson(int person) {
        int post = plan.postOf(person);
        long price = plan.personPrice(person);
        if (price < 0 || (post == PeopleProblem.NO_POST && price != 0)) {
            report(
                    PlanProof.Rule.PERSON_PRICE,
                    "The price of person " + person + " at post " + post + " is " + price + ".");
        }
        checkGains(person);
        long move = isMoved(person, post) ? problem.moveCost() : 0;
        if (post == PeopleProblem.NO_POST) {
            return move;
        }
        OptionalLong cost = problem.findCost(person, post);
        if (cost.isEmpty()) {
            report(PlanProof.Rule.LISTED_PAIR, "Person " + person + " is not listed for post " + post + ".");
        }
        return Math.addExact(move, cost.orElse(0));
    }

    /** A post of no places has no price from below, so that nobody gains there. */
    private void checkGains(int person) {
        long price = plan.personPrice(person);
        for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
            int post = problem.arcPost(arc);
            if (problem.need(post).places() == 0) {
                continue;
            }
            long keeps = problem.currentPost(person) == post ? problem.moveCost() : 0;
            long gain = plan.postPrice(post) - (problem.arcCost(arc) - keeps);
            boolean used = plan.postOf(person) == post;
            if (gain > price || (used && gain < price)) {
                report(
                        PlanProof.Rule.REDUCED_COST,
                        "Person " + person + " gains " + gain + " at post " + post + (used ? ", where they are," : "")
                                + " against a price of " + price + ".");
            }
        }
    }

    private boolean isMoved(int person, int post) {
        int current = problem.currentPost(person);
        return current != PeopleProblem.NO_POST && current != post;
    }

    private long checkPosts() {
        long penalties = 0;
        for (int post = 0; post < problem.posts(); post++) {
            penalties = Math.addExact(penalties, checkPost(post, problem.need(post), plan.filled(post)));
        }
        return penalties;
    }

    private long checkPost(int post, PostNeed need, int filled) {
        if (filled > need.places()) {
            report(
                    PlanProof.Rule.WITHIN_PLACES,
                    "Post " + post + " holds " + filled + " people and has " + need.places() + " places.");
            return 0;
        }
        long price = plan.postPrice(post);
        if (filled < need.places() && price < savingOfPlace(need, filled + 1)) {
            report(
                    PlanProof.Rule.POST_PRICE,
                    "The price " + price + " of post " + post + " is below " + savingOfPlace(need, filled + 1)
                            + ", which place " + (filled + 1) + " would save.");
        }
        if (filled > 0 && price > savingOfPlace(need, filled)) {
            report(
                    PlanProof.Rule.POST_PRICE,
                    "The price " + price + " of post " + post + " is above " + savingOfPlace(need, filled)
                            + ", which place " + filled + " saves.");
        }
        return emptyPenalty(need, filled);
    }

    /** Counted from 1, as the need counts its minimum. */
    private static long savingOfPlace(PostNeed need, int place) {
        return place <= need.minimum() ? need.emptyMinimumPenalty() : need.emptyPenalty();
    }

    private static long emptyPenalty(PostNeed need, int filled) {
        int emptyMinimum = filled < need.minimum() ? need.minimum() - filled : 0;
        int empty = need.places() - filled;
        return Math.addExact(
                Math.multiplyExact(emptyMinimum, need.emptyMinimumPenalty()),
                Math.multiplyExact(empty - emptyMinimum, need.emptyPenalty()));
    }

    private void report(PlanProof.Rule rule, String what) {
        violations.add(new PlanProof.Violation(rule, what));
    }
}
