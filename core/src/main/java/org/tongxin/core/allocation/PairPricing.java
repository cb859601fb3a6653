package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes a plan over a few pairs one over all eligible pairs. A proof over the nearest pairs alone is no proof: in thin areas posts
 * stay empty that somebody farther away could take.
 *
 * <p><b>Idea.</b> The prices of a plan say of any pair whether it would help: if the post's price less the cost is above the person's
 * price. Such pairs are added, the plan is repaired, and again, until there is none [1, chapter 17 on column generation]. Then
 * the prices prove the plan over all eligible pairs. <b>Cost.</b> A few rounds; in each, the pairs below the price of each post
 * are looked at. Where places stay empty their price is high, and everybody eligible is looked at.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
public final class PairPricing {

    private final LivePlan plan;
    private final EligiblePairs all;

    private PairPricing(LivePlan plan, EligiblePairs all) {
        this.plan = plan;
        this.all = all;
    }

    /**
     * Adds pairs to a plan until no eligible pair is left that would lower the total.
     *
     * @return how many were added
     * @throws IllegalArgumentException when a pair names nobody, or its cost is outside its range
     */
    public static int complete(LivePlan plan, EligiblePairs all) {
        PairPricing pricing = new PairPricing(plan, all);
        int added = 0;
        for (List<Pair> helpful = pricing.helpful(); !helpful.isEmpty(); helpful = pricing.helpful()) {
            pricing.add(helpful);
            added += helpful.size();
        }
        return added;
    }

    /** Whether the plan's prices prove it over all eligible pairs. */
    public static boolean isComplete(LivePlan plan, EligiblePairs all) {
        return new PairPricing(plan, all).helpful().isEmpty();
    }

    private List<Pair> helpful() {
        List<Pair> helpful = new ArrayList<>();
        for (int post = 0; post < plan.posts(); post++) {
            int here = post;
            // Who was told this post comes at less than the pair's cost.
            long bound = plan.postPrice(post) + plan.moveCost();
            all.ofPost(post, bound, (person, cost) -> {
                if (plan.wouldHelp(person, here, cost)) {
                    helpful.add(new Pair(person, here, cost));
                }
            });
        }
        return helpful;
    }

    private void add(List<Pair> helpful) {
        TreeMap<Integer, List<Pair>> byPerson = new TreeMap<>();
        helpful.forEach(pair -> byPerson.computeIfAbsent(pair.person, person -> new ArrayList<>())
                .add(pair));
        byPerson.forEach((person, pairs) -> plan.allow(
                person,
                pairs.stream().mapToInt(Pair::post).toArray(),
                pairs.stream().mapToLong(Pair::cost).toArray()));
    }

    private record Pair(int person, int post, long cost) {}
}
