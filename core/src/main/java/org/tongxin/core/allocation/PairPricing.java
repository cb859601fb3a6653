package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Makes a plan over a few pairs one over all eligible pairs, and keeps it so. A proof over the nearest pairs alone is no proof: in
 * thin areas posts stay empty that somebody farther away could take.
 *
 * <p><b>Idea.</b> The prices of a plan say of any pair whether it would help: if the post's price less the cost is above the person's
 * price. Such pairs are added, the plan is repaired, and again, until there is none [1, chapter 17 on column generation]. Then
 * the prices prove the plan over all eligible pairs. Later only those are asked about again whose price changed for the worse: posts
 * that became dearer, people who became cheaper. <b>Cost.</b> A few rounds; in each, the pairs below the price of each post
 * are looked at. Where places stay empty their price is high, and everybody eligible is looked at. After a repair: a look at all
 * prices, and the pairs of those changed.
 *
 * <p>Holds state: it belongs to the thread of its plan. Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
public final class PairPricing {

    /** Of the pairs of one post that would help, these few are added before the prices are asked again. */
    private static final int MOST_OF_POST = 8;

    private final LivePlan plan;
    private final EligiblePairs all;
    private long[] seenOfPost = new long[0];
    private long[] seenOfPerson = new long[0];

    /** Begins to watch a plan. @param all every pair that may be used; those that the plan lists among them */
    public PairPricing(LivePlan plan, EligiblePairs all) {
        this.plan = plan;
        this.all = all;
    }

    /**
     * Adds pairs to the plan until no eligible pair is left that would lower the total. To be called again after each change of the
     * plan.
     *
     * @return how many were added
     * @throws IllegalArgumentException when a pair names nobody, or its cost is outside its range
     */
    public int complete() {
        int added = 0;
        for (List<Pair> helpful = helpful(); !helpful.isEmpty(); helpful = helpful()) {
            added += add(helpful);
        }
        return added;
    }

    /** Whether a plan's prices prove it over all eligible pairs. */
    public static boolean isComplete(LivePlan plan, EligiblePairs all) {
        return new PairPricing(plan, all).helpful().isEmpty();
    }

    private List<Pair> helpful() {
        boolean first = seenOfPost.length == 0;
        List<Pair> helpful = new ArrayList<>();
        seenOfPost = enlarged(seenOfPost, plan.posts(), Long.MIN_VALUE);
        seenOfPerson = enlarged(seenOfPerson, plan.people(), Long.MAX_VALUE);
        for (int post = 0; post < plan.posts(); post++) {
            long price = plan.hasPlaces(post) ? plan.postPrice(post) : Long.MIN_VALUE;
            boolean seen = price <= seenOfPost[post] || lookAtPost(post, price, helpful);
            seenOfPost[post] = seen ? price : Long.MIN_VALUE;
        }
        for (int person = 0; person < plan.people(); person++) {
            long price = plan.personPrice(person);
            if (first ? plan.isToldUnlisted(person) : price < seenOfPerson[person]) {
                lookAtPerson(person, helpful);
            }
            seenOfPerson[person] = price;
        }
        return helpful;
    }

    private static long[] enlarged(long[] seen, int size, long unseen) {
        long[] larger = Arrays.copyOf(seen, size);
        Arrays.fill(larger, Math.min(seen.length, size), size, unseen);
        return larger;
    }

    /** @return whether these are all pairs of the post that would help, and not the best of many */
    private boolean lookAtPost(int post, long price, List<Pair> helpful) {
        PriorityQueue<Pair> best = new PriorityQueue<>(Comparator.comparingLong(Pair::gain));
        boolean[] all = {true};
        this.all.ofPost(post, price, (person, cost) -> {
            if (plan.wouldHelp(person, post, cost)) {
                best.add(new Pair(person, post, cost, plan.gain(person, post, cost)));
                if (best.size() > MOST_OF_POST) {
                    best.remove();
                    all[0] = false;
                }
            }
        });
        helpful.addAll(best);
        return all[0];
    }

    private void lookAtPerson(int person, List<Pair> helpful) {
        all.ofPerson(person, (post, cost) -> {
            if (plan.wouldHelp(person, post, cost)) {
                helpful.add(new Pair(person, post, cost, 0));
            }
        });
    }

    /** A pair may have been found from both sides. */
    private int add(List<Pair> helpful) {
        TreeMap<Integer, TreeMap<Integer, Long>> byPerson = new TreeMap<>();
        helpful.forEach(pair ->
                byPerson.computeIfAbsent(pair.person, person -> new TreeMap<>()).put(pair.post, pair.cost));
        byPerson.forEach((person, costOfPost) -> plan.allow(
                person,
                costOfPost.keySet().stream().mapToInt(Integer::intValue).toArray(),
                costOfPost.values().stream().mapToLong(Long::longValue).toArray()));
        return byPerson.values().stream().mapToInt(TreeMap::size).sum();
    }

    /** @param gain by how much the pair would help at present prices, to choose among many */
    private record Pair(int person, int post, long cost, long gain) {}
}
