package org.tongxin.core.population;

import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Where collective quarters stand: each in one community drawn by its size, where it takes up at most half of what is still
 * free; where no such community is found, it is spread over those that have room.
 */
final class Dormitories {

    private static final int ATTEMPTS = 30;

    private final Settlement settlement;
    private final SequentialRandom random;
    /** People by community and kind of quarters. */
    private final int[][] people;

    private final int[] free;

    private Dormitories(Settlement settlement, long seed) {
        this.settlement = settlement;
        this.random = SequentialRandom.of(seed, KeyedRandom.key("population.dormitories"));
        this.people = new int[settlement.communities()][HomeKind.values().length - HomeKind.FAMILIES];
        this.free = new int[settlement.communities()];
        for (int community = 0; community < free.length; community++) {
            free[community] = settlement.size(community);
        }
    }

    static Dormitories of(Settlement settlement, SynthesisSettings settings, int[] peopleByKind, long seed) {
        Dormitories dormitories = new Dormitories(settlement, seed);
        int most = settings.whole(Parameter.DORMITORY_SIZE);
        for (int kind = 0; kind < peopleByKind.length; kind++) {
            int number = Math.ceilDiv(peopleByKind[kind], most);
            for (int each = 0; each < number; each++) {
                int size =
                        (int) ((each + 1L) * peopleByKind[kind] / number - (long) each * peopleByKind[kind] / number);
                dormitories.place(kind, size);
            }
        }
        return dormitories;
    }

    private void place(int kind, int size) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int community = settlement.communityOf(random.below(settlement.people()));
            if (size <= free[community] / 2) {
                settle(community, kind, size);
                return;
            }
        }
        spread(kind, size);
    }

    /** Half of what is free at a time, so that families stay everywhere as long as that is possible. */
    private void spread(int kind, int size) {
        int left = size;
        for (int community = settlement.communityOf(random.below(settlement.people())); left > 0; community++) {
            int next = community % free.length;
            int part = Math.min(left, Math.ceilDiv(free[next], 2));
            settle(next, kind, part);
            left -= part;
        }
    }

    private void settle(int community, int kind, int size) {
        people[community][kind] += size;
        free[community] -= size;
    }

    /** People of a community in this kind of quarters, counted from the first kind of room. */
    int people(int community, int kind) {
        return people[community][kind];
    }
}
