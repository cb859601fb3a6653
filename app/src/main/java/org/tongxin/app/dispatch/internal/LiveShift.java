package org.tongxin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.LivePlan;
import org.tongxin.core.allocation.PairPricing;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PlanChecker;
import org.tongxin.core.allocation.PlanProof;

/**
 * A shift's plan as it lives: made best over all eligible pairs, and best again after each departure. One thread at a time.
 *
 * <p>It begins with each post's nearest people; the prices of that plan say which other pairs would help, until none does.
 */
final class LiveShift {

    private static final int NEAREST_PEOPLE = 12;

    private final List<Person> people;
    private ShiftInput input;
    private final ShiftCosts costs;
    private final ShiftPairs pairs;
    private final LivePlan plan;
    private final PairPricing pricing;
    private final Map<UUID, Integer> numberOfPerson = new HashMap<>();
    /** Whether everybody stands where they were told to. */
    private boolean announced;

    /**
     * What one departure led to.
     *
     * @param post that lost somebody
     * @param filled whether as many stand there as before
     * @param effect on the whole plan in metres and penalties
     */
    record Mended(DutyPost post, boolean filled, long effect, List<Step> steps) {}

    /** Somebody who goes elsewhere. @param from post before, or empty for somebody who was free @param to likewise */
    record Step(Person person, Optional<DutyPost> from, Optional<DutyPost> to) {}

    private LiveShift(ShiftInput input, boolean movesAreFree) {
        this.people = input.people();
        this.input = input;
        this.costs = new ShiftCosts(input.posts(), input.lastServed());
        this.pairs = new ShiftPairs(input, costs);
        for (int person = 0; person < input.people().size(); person++) {
            numberOfPerson.put(input.people().get(person).id(), person);
        }
        this.plan = LivePlan.of(problem(movesAreFree ? Map.of() : input.told()));
        this.pricing = new PairPricing(plan, pairs);
        pricing.complete();
    }

    /** Starts from what people were told; moving them costs. */
    static LiveShift of(ShiftInput input) {
        return new LiveShift(input, false);
    }

    /** As if nobody had been told anything yet. */
    static LiveShift afresh(ShiftInput input) {
        return new LiveShift(input, true);
    }

    private PeopleProblem problem(Map<UUID, UUID> told) {
        List<DutyPost> posts = input.posts();
        PeopleProblem.Builder builder = PeopleProblem.builder(input.people().size());
        posts.forEach(post -> builder.post(costs.need(post, input.fixedAt(post))));
        for (int post = 0; post < posts.size(); post++) {
            int here = post;
            pairs.nearest(post, NEAREST_PEOPLE, (person, cost) -> builder.arc(person, here, cost));
        }
        return builder.current(current(told), costs.move()).build();
    }

    private int[] current(Map<UUID, UUID> told) {
        Map<UUID, Integer> numberOfPost = new HashMap<>();
        for (int post = 0; post < input.posts().size(); post++) {
            numberOfPost.put(input.posts().get(post).id(), post);
        }
        int[] current = new int[input.people().size()];
        Arrays.setAll(current, person -> {
            UUID post = told.get(input.people().get(person).id());
            return post == null ? PeopleProblem.NO_POST : numberOfPost.getOrDefault(post, PeopleProblem.NO_POST);
        });
        return current;
    }

    /**
     * Takes somebody out and makes the plan best again.
     *
     * @return what followed; empty when the person stood at no post of the plan
     * @throws IllegalArgumentException when the person is fixed to a post
     */
    Optional<Mended> leave(UUID person) {
        if (input.isFixed(person)) {
            throw new IllegalArgumentException("The person (" + person + ") is fixed to a post on " + input.day()
                    + " and cannot leave the plan. Maybe the choice has to be taken back first, or they have come.");
        }
        Integer number = numberOfPerson.remove(person);
        if (number == null) {
            return Optional.empty();
        }
        int post = plan.postOf(number);
        long before = plan.total();
        int[] places = places();
        announced = false;
        pairs.leave(number);
        plan.leave(number);
        pricing.complete();
        if (post == PeopleProblem.NO_POST) {
            return Optional.empty();
        }
        places[number] = PeopleProblem.NO_POST;
        return Optional.of(mended(post, before, places));
    }

    /**
     * Whoever has come stays: they and their place are no longer planned, and nobody else moves.
     *
     * @return false, and nothing changed, when the plan has them elsewhere
     */
    boolean settle(UUID person, UUID post) {
        if (input.isFixed(person)) {
            return input.isFixed(person, post);
        }
        Integer number = numberOfPerson.get(person);
        Optional<DutyPost> here = number == null ? Optional.empty() : post(plan.postOf(number));
        if (number == null || here.isEmpty() || !here.get().id().equals(post)) {
            return false;
        }
        numberOfPerson.remove(person);
        input = input.settled(new ShiftInput.Fixed(people.get(number), here.get()));
        pairs.leave(number);
        plan.settle(number);
        return true;
    }

    private Mended mended(int post, long before, int[] places) {
        List<Step> steps = new ArrayList<>();
        int balance = -1;
        for (int person = 0; person < places.length; person++) {
            int now = plan.postOf(person);
            if (now != places[person]) {
                steps.add(new Step(people.get(person), post(places[person]), post(now)));
                balance += (now == post ? 1 : 0) - (places[person] == post ? 1 : 0);
            }
        }
        return new Mended(input.posts().get(post), balance == 0, costs.metres(plan.total() - before), steps);
    }

    private Map<UUID, UUID> postOfPerson() {
        Map<UUID, UUID> places = new HashMap<>();
        for (int person = 0; person < people.size(); person++) {
            int post = plan.postOf(person);
            if (post != PeopleProblem.NO_POST) {
                places.put(people.get(person).id(), input.posts().get(post).id());
            }
        }
        input.fixed()
                .forEach(fixed -> places.put(fixed.person().id(), fixed.post().id()));
        return places;
    }

    private int[] places() {
        int[] places = new int[people.size()];
        Arrays.setAll(places, plan::postOf);
        return places;
    }

    private Optional<DutyPost> post(int number) {
        return number == PeopleProblem.NO_POST
                ? Optional.empty()
                : Optional.of(input.posts().get(number));
    }

    /** Everybody is told: from now on taking somebody from their post costs. */
    void announce() {
        plan.announce();
        announced = true;
    }

    /**
     * The plan for readers, proved by separate code.
     *
     * @throws IllegalStateException when it cannot be proved, which would be an error of the solver
     */
    ShiftView view() {
        PeopleProblem problem = plan.problem();
        PeoplePlan snapshot = plan.plan();
        PlanProof proof = PlanChecker.check(problem, snapshot);
        if (!proof.isProved() || !PairPricing.isComplete(plan, pairs)) {
            throw new IllegalStateException(
                    "The plan for " + input.day() + " could not be proved: " + proof.violations());
        }
        return new ShiftView(announced ? input.told(postOfPerson()) : input, costs, pairs.copy(), problem, snapshot);
    }
}
