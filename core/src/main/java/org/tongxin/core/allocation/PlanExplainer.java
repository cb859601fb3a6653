package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Answers about a proved plan: why this person here, why is this place empty, who else could come and at what price.
 *
 * <p><b>Idea.</b> The first two are read off the plan. The third is exact without solving again: forcing one pair into an
 * optimal flow changes it along one cheapest cycle through that pair [1, section 9.11]. One search from the post through
 * the residual network, with the plan's prices as potentials, gives the way back to every person at once; the effect of
 * person p is the reduced cost of the pair plus the distance to where p is now.
 *
 * <p><b>Cost.</b> O(arcs) to prepare; one Dijkstra over posts for each list of candidates; O(people listed for the post)
 * for the other answers. <b>Where it fails.</b> The effect is that of one forced pair; two forced together may cost more
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

    /** The people listed for post j stand in {@code listed} from {@code firstListed[j]} to {@code firstListed[j + 1]}. */
    private final int[] firstListed;

    private final int[] listed;

    /**
     * Prepares answers.
     *
     * @throws IllegalArgumentException when the plan is not proved for the problem, as its prices would mislead
     */
    public PlanExplainer(PeopleProblem problem, PeoplePlan plan) {
        PlanProof proof = PlanChecker.check(problem, plan);
        if (!proof.isProved()) {
            throw new IllegalArgumentException("Only a proved plan can be explained; this one breaks "
                    + proof.violations().size() + " conditions, the first: "
                    + proof.violations().getFirst().what());
        }
        this.problem = problem;
        this.plan = plan;
        this.firstListed = countListed(problem);
        this.listed = listPeople(problem, firstListed);
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
        long cost = cost(person, post);
        int rank = 1;
        List<PlacementReason.Cheaper> cheaper = new ArrayList<>();
        for (int index = firstListed[post]; index < firstListed[post + 1]; index++) {
            int other = listed[index];
            if (cost(other, post) < cost) {
                rank++;
                if (plan.postOf(other) != post) {
                    cheaper.add(new PlacementReason.Cheaper(other, cost(other, post), plan.postOf(other)));
                }
            }
        }
        cheaper.sort(CHEAPEST_FIRST);
        return Optional.of(new PlacementReason(person, post, cost, rank, eligible(post), cheaper));
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
        int free = 0;
        for (int index = firstListed[post]; index < firstListed[post + 1]; index++) {
            free += plan.postOf(listed[index]) == PeopleProblem.NO_POST ? 1 : 0;
        }
        int elsewhere = eligible(post) - filled - free;
        return Optional.of(new EmptyPlaces(
                post,
                need.places() - filled,
                Math.max(0, need.minimum() - filled),
                eligible(post),
                filled,
                elsewhere,
                free,
                reason(elsewhere, free)));
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
        if (problem.need(post).places() == 0) {
            return List.of();
        }
        ResidualDistances distances = new ResidualDistances(problem, plan, post);
        List<Candidate> candidates = new ArrayList<>();
        for (int index = firstListed[post]; index < firstListed[post + 1]; index++) {
            int person = listed[index];
            if (plan.postOf(person) != post) {
                candidates.add(candidate(person, post, distances));
            }
        }
        candidates.sort(LEAST_EFFECT_FIRST);
        return List.copyOf(candidates.subList(0, Math.min(limit, candidates.size())));
    }

    private Candidate candidate(int person, int post, ResidualDistances distances) {
        int placedAt = plan.postOf(person);
        long cost = cost(person, post);
        long keeps = problem.currentPost(person) == post ? problem.moveCost() : 0;
        long reducedCost = cost - keeps + plan.personPrice(person) - plan.postPrice(post);
        return new Candidate(person, cost, placedAt, reducedCost + distances.to(placedAt));
    }

    private long cost(int person, int post) {
        return problem.findCost(person, post).orElseThrow();
    }

    private int eligible(int post) {
        return firstListed[post + 1] - firstListed[post];
    }

    private static EmptyPlaces.Reason reason(int elsewhere, int free) {
        if (free > 0) {
            return EmptyPlaces.Reason.DEARER_THAN_EMPTY;
        }
        return elsewhere > 0 ? EmptyPlaces.Reason.ALL_NEEDED_ELSEWHERE : EmptyPlaces.Reason.NO_ELIGIBLE_PERSON;
    }

    private static int[] countListed(PeopleProblem problem) {
        int[] first = new int[problem.posts() + 1];
        for (int arc = 0; arc < problem.arcCount(); arc++) {
            first[problem.arcPost(arc) + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private static int[] listPeople(PeopleProblem problem, int[] first) {
        int[] next = first.clone();
        int[] people = new int[problem.arcCount()];
        for (int person = 0; person < problem.people(); person++) {
            for (int arc = problem.firstArc(person); arc < problem.firstArc(person + 1); arc++) {
                people[next[problem.arcPost(arc)]++] = person;
            }
        }
        return people;
    }
}
