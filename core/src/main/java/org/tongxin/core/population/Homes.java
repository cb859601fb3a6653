package org.tongxin.core.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * The order of all homes, community by community: first the rooms of collective quarters, then family households, drawn by
 * what is left of each kind. The last home of a community must fit exactly, so small communities choose first; where nothing
 * fits any more, which happens only when communities hold a few people each, one household is divided.
 */
final class Homes {

    /** What a household becomes when it is divided; the number of children stays. */
    private static final HomeKind[][] DIVISIONS = {
        {HomeKind.COUPLE, HomeKind.SINGLE, HomeKind.SINGLE},
        {HomeKind.PAIR, HomeKind.SINGLE, HomeKind.SINGLE},
        {HomeKind.COUPLE_PARENT, HomeKind.COUPLE, HomeKind.SINGLE},
        {HomeKind.COUPLE_CHILD, HomeKind.LONE_PARENT, HomeKind.SINGLE},
        {HomeKind.THREE_GENERATIONS, HomeKind.COUPLE_CHILD, HomeKind.SINGLE},
        {HomeKind.COUPLE_TWO_CHILDREN, HomeKind.LONE_PARENT, HomeKind.LONE_PARENT},
        {HomeKind.COUPLE_CHILD_TWO_PARENTS, HomeKind.THREE_GENERATIONS, HomeKind.SINGLE},
        {HomeKind.COUPLE_TWO_CHILDREN_TWO_PARENTS, HomeKind.COUPLE_TWO_CHILDREN, HomeKind.COUPLE},
    };

    private final SequentialRandom random;
    private final int[] left;
    private final int roomSize;
    private final ByteList kinds;
    private final ByteList sizes;
    private final int[] communityFirstHome;
    private int familiesLeft;

    private Homes(SequentialRandom random, int[] left, int roomSize, int homes, int[] communityFirstHome) {
        this.random = random;
        this.left = left;
        this.roomSize = roomSize;
        this.familiesLeft = Arrays.stream(left).sum();
        this.kinds = new ByteList(homes);
        this.sizes = new ByteList(homes);
        this.communityFirstHome = communityFirstHome;
    }

    static Homes of(int[] families, Dormitories dormitories, Settlement settlement, int roomSize, long seed) {
        SequentialRandom random = SequentialRandom.of(seed, KeyedRandom.key("population.homes"));
        int expected = Arrays.stream(families).sum() / 8 * 9;
        Homes drawn = new Homes(random, families.clone(), roomSize, expected, new int[settlement.communities() + 1]);
        int[] firstDrawn = new int[settlement.communities()];
        int[] endDrawn = new int[settlement.communities()];
        for (int community : smallestFirst(settlement)) {
            firstDrawn[community] = drawn.count();
            drawn.fill(community, settlement.size(community), dormitories);
            endDrawn[community] = drawn.count();
        }
        return drawn.inOrder(firstDrawn, endDrawn);
    }

    private static int[] smallestFirst(Settlement settlement) {
        return IntStream.range(0, settlement.communities())
                .boxed()
                .sorted(Comparator.comparingInt(settlement::size))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Homes inOrder(int[] firstDrawn, int[] endDrawn) {
        Homes ordered = new Homes(random, left, roomSize, count(), new int[firstDrawn.length + 1]);
        for (int community = 0; community < firstDrawn.length; community++) {
            for (int home = firstDrawn[community]; home < endDrawn[community]; home++) {
                ordered.add(kinds.get(home), sizes.get(home));
            }
            ordered.communityFirstHome[community + 1] = ordered.count();
        }
        return ordered;
    }

    private void fill(int community, int people, Dormitories dormitories) {
        int free = people;
        for (int kind = HomeKind.FAMILIES; kind < HomeKind.values().length; kind++) {
            int inside = dormitories.people(community, kind - HomeKind.FAMILIES);
            addRooms(kind, inside);
            free -= inside;
        }
        while (free > 0) {
            free -= addFamily(free);
        }
    }

    private void addRooms(int kind, int people) {
        int rooms = Math.ceilDiv(people, roomSize);
        for (int room = 0; room < rooms; room++) {
            add(kind, (int) ((room + 1L) * people / rooms - (long) room * people / rooms));
        }
    }

    private int addFamily(int free) {
        int kind = drawn(random.below(familiesLeft));
        int size = HomeKind.of(kind).size();
        if (size > free) {
            kind = fitting(free);
            size = HomeKind.of(kind).size();
        }
        left[kind]--;
        familiesLeft--;
        add(kind, size);
        return size;
    }

    private int drawn(int rank) {
        int kind = 0;
        int below = left[0];
        while (rank >= below) {
            below += left[++kind];
        }
        return kind;
    }

    /** The largest that fits; among equals, by what is left. */
    private int fitting(int free) {
        for (int size = free; size > 0; size--) {
            int homes = 0;
            for (int kind = 0; kind < HomeKind.FAMILIES; kind++) {
                homes += HomeKind.of(kind).size() == size ? left[kind] : 0;
            }
            if (homes > 0) {
                return drawnOfSize(size, random.below(homes));
            }
        }
        divideOne();
        return fitting(free);
    }

    private int drawnOfSize(int size, int rank) {
        int kind = -1;
        int below = 0;
        while (rank >= below) {
            kind++;
            below += HomeKind.of(kind).size() == size ? left[kind] : 0;
        }
        return kind;
    }

    private void divideOne() {
        for (HomeKind[] division : DIVISIONS) {
            if (left[division[0].ordinal()] > 0) {
                left[division[0].ordinal()]--;
                left[division[1].ordinal()]++;
                left[division[2].ordinal()]++;
                familiesLeft++;
                return;
            }
        }
        throw new IllegalArgumentException(
                "The households do not fit into the communities, which hold too few people each."
                        + " Choose a larger scale, that is more synthetic people for each resident.");
    }

    private void add(int kind, int size) {
        kinds.add(kind);
        sizes.add(size);
    }

    int count() {
        return kinds.size();
    }

    HomeKind kind(int home) {
        return HomeKind.of(kinds.get(home));
    }

    int size(int home) {
        return sizes.get(home);
    }

    /** First person of each home. */
    int[] starts() {
        int[] starts = new int[count()];
        for (int home = 1; home < starts.length; home++) {
            starts[home] = starts[home - 1] + size(home - 1);
        }
        return starts;
    }

    int[] sizes() {
        int[] all = new int[sizes.size()];
        for (int home = 0; home < all.length; home++) {
            all[home] = sizes.get(home);
        }
        return all;
    }

    /** Compounds of about the same number of homes in each community. */
    Places places(Settlement settlement, int homesPerCompound) {
        IntList compoundStart = new IntList(count() / homesPerCompound + settlement.communities() + 1);
        int[] firstCompound = new int[settlement.communities() + 1];
        int person = 0;
        for (int community = 0; community < settlement.communities(); community++) {
            int first = communityFirstHome[community];
            int homes = communityFirstHome[community + 1] - first;
            int compounds = Math.max(1, Math.round((float) homes / homesPerCompound));
            for (int compound = 0; compound < compounds; compound++) {
                compoundStart.add(person);
                int from = first + (int) ((long) compound * homes / compounds);
                int to = first + (int) ((compound + 1L) * homes / compounds);
                for (int home = from; home < to; home++) {
                    person += size(home);
                }
            }
            firstCompound[community + 1] = compoundStart.size();
        }
        compoundStart.add(person);
        return Places.of(compoundStart.toArray(), firstCompound, settlement.streetFirstCommunity());
    }
}
