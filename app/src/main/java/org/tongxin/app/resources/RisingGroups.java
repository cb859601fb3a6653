package org.tongxin.app.resources;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tongxin.app.resources.FairShares.Claim;
import org.tongxin.app.resources.FairShares.Part;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplyProblemBuilder;
import org.tongxin.core.allocation.SupplySolver;

/**
 * Raises the groups of {@link FairShares} until none can rise any more. With many groups, as where every place is too far from
 * another source, that takes too long: after {@value #MOST_FLOWS} flows they stay where they are, which all can be served with, and the
 * rest goes by price and way. For one thread and one use.
 */
final class RisingGroups {

    private static final int MOST_FLOWS = 1_000;

    private final List<Claim> claims;
    private final List<List<Integer>> groups;
    private final Map<BitSet, Long> unitsByGroups = new LinkedHashMap<>();
    private final long[] height;
    private int flows;

    RisingGroups(List<Claim> claims, List<Part> parts) {
        this.claims = claims;
        Map<BitSet, List<Integer>> byParts = new LinkedHashMap<>();
        for (int claim = 0; claim < claims.size(); claim++) {
            byParts.computeIfAbsent(reaching(claim, parts), any -> new ArrayList<>())
                    .add(claim);
        }
        groups = List.copyOf(byParts.values());
        for (Part part : parts) {
            BitSet served = new BitSet();
            IntStream.range(0, groups.size())
                    .filter(group -> part.reaches().get(groups.get(group).getFirst()))
                    .forEach(served::set);
            unitsByGroups.merge(served, part.units(), Long::sum);
        }
        height = new long[groups.size()];
    }

    private static BitSet reaching(int claim, List<Part> parts) {
        BitSet reaching = new BitSet();
        IntStream.range(0, parts.size())
                .filter(part ->
                        parts.get(part).units() > 0 && parts.get(part).reaches().get(claim))
                .forEach(reaching::set);
        return reaching;
    }

    /** The height that each claim is raised to. */
    long[] heights() {
        BitSet rising = new BitSet();
        rising.set(0, groups.size());
        while (!rising.isEmpty() && flows < MOST_FLOWS) {
            raise(rising);
            stop(rising);
        }
        long[] each = new long[claims.size()];
        for (int group = 0; group < groups.size(); group++) {
            for (int claim : groups.get(group)) {
                each[claim] = height[group];
            }
        }
        return each;
    }

    /** All that rise are at one height; they go to the greatest that can be served. */
    private void raise(BitSet rising) {
        long enough = height[rising.nextSetBit(0)];
        long tooMuch = FairShares.top() + 1;
        while (tooMuch - enough > 1) {
            long middle = (enough + tooMuch) / 2;
            set(rising, middle);
            if (isServed()) {
                enough = middle;
            } else {
                tooMuch = middle;
            }
        }
        set(rising, enough);
    }

    /** One after the other is raised by a step, and stays where it is if that cannot be served: at least one does. */
    private void stop(BitSet rising) {
        for (int group = rising.nextSetBit(0); group >= 0; group = rising.nextSetBit(group + 1)) {
            height[group]++;
            if (height[group] > FairShares.top() || !isServed()) {
                height[group]--;
                rising.clear(group);
            }
        }
    }

    private void set(BitSet rising, long to) {
        rising.stream().forEach(group -> height[group] = to);
    }

    /** Whether a flow brings every group what it misses at its height. */
    private boolean isServed() {
        long[] missing =
                IntStream.range(0, groups.size()).mapToLong(this::missing).toArray();
        if (groups.size() == 1) {
            return missing[0] <= reachingTheOnlyGroup();
        }
        flows++;
        SupplyProblemBuilder flow =
                SupplyProblem.builder(unitsByGroups.size(), groups.size(), 1).penalties(1, 1, 1);
        int part = 0;
        for (Map.Entry<BitSet, Long> units : unitsByGroups.entrySet()) {
            flow.stock(part, 0, units.getValue(), 0);
            for (int group = 0; group < groups.size(); group++) {
                if (units.getKey().get(group)) {
                    flow.lane(part, group, 0);
                }
            }
            part++;
        }
        IntStream.range(0, missing.length).forEach(group -> flow.need(group, 0, missing[group], 0, 0));
        return SupplySolver.findBest(flow.build()).orElseThrow().plan().total() == 0;
    }

    private long reachingTheOnlyGroup() {
        return unitsByGroups.entrySet().stream()
                .filter(units -> units.getKey().get(0))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long missing(int group) {
        return groups.get(group).stream()
                .mapToLong(claim -> FairShares.missingAt(claims.get(claim), height[group]))
                .sum();
    }
}
