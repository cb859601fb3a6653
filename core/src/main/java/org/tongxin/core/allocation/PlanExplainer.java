package org.tongxin.core.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Answers about a proved plan: why this person here, why is this place empty, who else could come and at what price.
 *
 * <p><b>Idea.</b> The first two are read off the plan. The third is exact without solving again: forcing one pair into an
 * optimal flow changes it along one cheapest cycle through that pair [1, section 9.11]. One search from the post through
 * the residual network, with the plan's prices as potentials, gives the way back to every person at once; the effect of
 * person p is the reduced cost of the pair plus the distance to where p is now.
 *
 * <p><b>Cost.</b> O(arcs) to prepare, and once more when candidates are first asked for; for each list of candidates one Dijkstra over posts, ended when no better candidate can come;
 * O(people eligible for the post) for the other answers. <b>Where it fails.</b> The effect is that of one forced pair; two forced together may cost more
 * or less than their sum.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
public final class PlanExplainer {

    private static final Comparator<Candidate> LEAST_EFFECT_FIRST = Comparator.comparingLong(Candidate::effect)
            .thenComparingLong(Candidate::cost)
            .thenComparingInt(Candidate::person);

    private static final Comparator<PlacementReason.Cheaper> CHEAPEST_FIRST =
            Comparator.comparingLong(PlacementReason.Cheaper::cost).thenComparingInt(PlacementReason.Cheaper::person);

    private final PeopleProblem problem;
    private final PeoplePlan plan;
    private final EligiblePairs pairs;
    private final CheapestFree free;

    /**
     * Prepares answers over the pairs that the problem lists.
     *
     * @throws IllegalArgumentException when the plan is not proved for the problem, as its prices would mislead
     */
    public PlanExplainer(PeopleProblem problem, PeoplePlan plan) {
        this(problem, plan, EligiblePairs.listed(problem));
    }

    /**
     * Prepares answers over all eligible pairs.
     *
     * @param pairs over which the prices of the plan prove it, see {@link PairPricing}; not checked here
     * @throws IllegalArgumentException when the plan is not proved for the problem
     */
    public PlanExplainer(PeopleProblem problem, PeoplePlan plan, EligiblePairs pairs) {
        PlanProof proof = PlanChecker.check(problem, plan);
        if (!proof.isProved()) {
            throw new IllegalArgumentException("Only a proved plan can be explained; this one breaks "
                    + proof.violations().size() + " conditions, the first: "
                    + proof.violations().getFirst().what());
        }
        this.problem = problem;
        this.plan = plan;
        this.pairs = pairs;
        this.free = new CheapestFree(problem, plan, pairs);
    }

    /**
     * Why the plan puts this person where they are.
     *
     * @return empty when the person is free
     */
    public Optional<PlacementReason> findReason(int person) {
        int post = plan.postOf(person);
        if (post == PeopleProblem.NO_POST) {
            return Optional.empty();
        }
        long cost = problem.findCost(person, post).orElseThrow();
        int[] eligible = {0};
        int[] rank = {1};
        List<PlacementReason.Cheaper> cheaper = new ArrayList<>();
        pairs.ofPost(post, Long.MAX_VALUE, (other, othersCost) -> {
            eligible[0]++;
            if (othersCost < cost) {
                rank[0]++;
                if (plan.postOf(other) != post) {
                    cheaper.add(new PlacementReason.Cheaper(other, othersCost, plan.postOf(other)));
                }
            }
        });
        cheaper.sort(CHEAPEST_FIRST);
        return Optional.of(new PlacementReason(person, post, cost, rank[0], eligible[0], cheaper));
    }

    /**
     * Why places of this post stay empty.
     *
     * @return empty when none does
     */
    public Optional<EmptyPlaces> findEmptyPlaces(int post) {
        PostNeed need = problem.need(post);
        int filled = plan.filled(post);
        if (filled == need.places()) {
            return Optional.empty();
        }
        int[] eligible = {0};
        int[] free = {0};
        pairs.ofPost(post, Long.MAX_VALUE, (person, cost) -> {
            eligible[0]++;
            free[0] += plan.postOf(person) == PeopleProblem.NO_POST ? 1 : 0;
        });
        int elsewhere = eligible[0] - filled - free[0];
        int resting = pairs.resting(post);
        return Optional.of(new EmptyPlaces(
                post,
                need.places() - filled,
                Math.max(0, need.minimum() - filled),
                eligible[0],
                filled,
                elsewhere,
                free[0],
                resting,
                reason(elsewhere, free[0], resting)));
    }

    private static EmptyPlaces.Reason reason(int elsewhere, int free, int resting) {
        if (free > 0) {
            return EmptyPlaces.Reason.DEARER_THAN_EMPTY;
        }
        if (elsewhere > 0) {
            return EmptyPlaces.Reason.ALL_NEEDED_ELSEWHERE;
        }
        return resting > 0 ? EmptyPlaces.Reason.RESTING : EmptyPlaces.Reason.NO_ELIGIBLE_PERSON;
    }

    /**
     * The people who are not at this post and could come, best first: least effect on the whole plan, then least cost,
     * then lowest number.
     *
     * @param limit how many to name at most, 0 or more
     * @return none when the post has no places at all
     * @throws IllegalArgumentException when the limit is negative
     */
    public List<Candidate> candidates(int post, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("The limit (" + limit + ") of candidates must not be negative.");
        }
        if (problem.need(post).places() == 0 || limit == 0) {
            return List.of();
        }
        Ranking ranking = new Ranking(candidatesByPlace(post), limit);
        new ResidualDistances(problem, plan, pairs, free).searchFrom(post, ranking::reach);
        return ranking.best.stream().sorted(LEAST_EFFECT_FIRST).toList();
    }

    /** Who could come, by where they are now, with the effect of the pair alone. */
    private Map<Integer, List<Candidate>> candidatesByPlace(int post) {
        Map<Integer, List<Candidate>> byPlace = new HashMap<>();
        pairs.ofPost(post, Long.MAX_VALUE, (person, cost) -> {
            int placedAt = plan.postOf(person);
            if (placedAt != post) {
                long keeps = problem.currentPost(person) == post ? problem.moveCost() : 0;
                long effect = cost - keeps + plan.personPrice(person) - plan.postPrice(post);
                byPlace.computeIfAbsent(placedAt, place -> new ArrayList<>())
                        .add(new Candidate(person, cost, placedAt, effect));
            }
        });
        return byPlace;
    }

    /** The best candidates so far, and those whose place the search has not reached. */
    private static final class Ranking {

        private final Map<Integer, List<Candidate>> waiting;
        private final int limit;
        private final PriorityQueue<Candidate> best = new PriorityQueue<>(LEAST_EFFECT_FIRST.reversed());
        /** One for each place, the least effect of a pair alone first. */
        private final Deque<Candidate> leastWaiting;

        Ranking(Map<Integer, List<Candidate>> byPlace, int limit) {
            this.waiting = byPlace;
            this.limit = limit;
            this.leastWaiting = byPlace.values().stream()
                    .map(atPlace -> Collections.min(atPlace, LEAST_EFFECT_FIRST))
                    .sorted(LEAST_EFFECT_FIRST)
                    .collect(Collectors.toCollection(ArrayDeque::new));
        }

        /** @return whether somebody still waiting may be better, at a place as near as can be from now on */
        boolean reach(int place, long length) {
            List<Candidate> here = waiting.remove(place);
            if (here != null) {
                here.forEach(candidate -> add(candidate.dearerBy(length)));
            }
            while (!leastWaiting.isEmpty()
                    && !waiting.containsKey(leastWaiting.element().placedAt())) {
                leastWaiting.remove();
            }
            return !leastWaiting.isEmpty()
                    && (best.size() < limit
                            || best.element().effect()
                                    >= length + leastWaiting.element().effect());
        }

        private void add(Candidate candidate) {
            best.add(candidate);
            if (best.size() > limit) {
                best.remove();
            }
        }
    }
}
