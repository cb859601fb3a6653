package org.tongxin.core.epidemic;

import java.util.HashMap;
import java.util.Map;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Places;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.KeyedRandom;

/**
 * Who meets whom: the i-th contact of a person in a layer, found without searching and, but for stored links, without storing.
 * Asked again, it is the same person; in the four layers of fixed contacts the other end finds this one too. Immutable but
 * for the run's seed.
 */
final class Encounters {

    /** Ranges among which a stranger is found: the community, the street, the district. */
    static final int RANGES = 3;

    private static final long NEIGHBOURS = 0x6c62272e07bb0142L;
    private static final long STRANGERS = 0x27d4eb2f165667c5L;

    private final Population population;
    private final Places places;
    private final Groups groups;
    private final Contacts contacts;
    private final Matching[] communities;
    private final int neighbours;
    /** At community * neighbours + i: the i-th pairing of a community. */
    private final long[] pairings;
    /** At community * {@link #RANGES}: first person of each range, and how many there are. */
    private final int[] rangeStart;

    private final int[] rangeSize;
    private long strangers;

    /** @param network seed of the fixed contacts, which are the same in every run */
    Encounters(
            Population population, Contacts contacts, Matching[] communities, int[] streetOfCommunity, long network) {
        this.population = population;
        this.places = population.places();
        this.groups = population.groups();
        this.contacts = contacts;
        this.communities = communities;
        neighbours = contacts.neighbours();
        pairings = pairings(KeyedRandom.mix(network ^ NEIGHBOURS));
        rangeStart = new int[RANGES * communities.length];
        rangeSize = new int[RANGES * communities.length];
        for (int community = 0; community < communities.length; community++) {
            int street = streetOfCommunity[community];
            int at = RANGES * community;
            range(at, places.communityStart(community), places.communityStart(community + 1));
            range(at + 1, places.streetStart(street), places.streetStart(street + 1));
            range(at + 2, 0, population.size());
        }
    }

    private long[] pairings(long network) {
        long[] pairings = new long[communities.length * neighbours];
        for (int at = 0; at < pairings.length; at++) {
            int community = at / neighbours;
            long key = (long) community << 8 | at % neighbours;
            pairings[at] = communities[community].pairing(KeyedRandom.mix(network + key));
        }
        return pairings;
    }

    private void range(int at, int from, int to) {
        rangeStart[at] = from;
        rangeSize[at] = to - from;
    }

    /** Begins a run. */
    void start(long seed) {
        strangers = KeyedRandom.mix(KeyedRandom.mix(seed) ^ STRANGERS);
    }

    static Matching[] matchings(Places places) {
        Map<Integer, Matching> bySize = new HashMap<>();
        Matching[] communities = new Matching[places.communities()];
        for (int community = 0; community < communities.length; community++) {
            communities[community] = bySize.computeIfAbsent(places.communitySize(community), Matching::new);
        }
        return communities;
    }

    static int[] streets(Places places) {
        int[] streetOfCommunity = new int[places.communities()];
        for (int community = 0; community < streetOfCommunity.length; community++) {
            streetOfCommunity[community] = places.streetOf(community);
        }
        return streetOfCommunity;
    }

    /** Others in the home. */
    int inHome(int person) {
        return population.homeSize(person) - 1;
    }

    int atHome(int person, int i) {
        int other = population.homeStart(person) + i;
        return other < person ? other : other + 1;
    }

    /** Class or team of a person; -1 for none. */
    int groupOf(int person) {
        return population.group(person);
    }

    /** Layer of a group. */
    int layerOfGroup(int group) {
        // Teams follow classes, and their layer the classes'; without a branch, as it could not be guessed.
        return Layer.WORK.ordinal() - (group - groups.classes() >>> 31);
    }

    /** Members of a group, the person itself included. */
    int inGroup(int group) {
        return groups.size(group);
    }

    int ofGroup(int group, int i) {
        return groups.member(groups.start(group) + i);
    }

    /** Fixed contacts in the community, stored or keyed. */
    int neighbours(int person) {
        return population.links().isEmpty()
                ? contacts.neighbours()
                : population.links().degree(person);
    }

    int neighbour(int person, int i) {
        return population.links().isEmpty()
                ? keyedNeighbour(person, population.community(person), i)
                : population.links().other(person, i);
    }

    int keyedNeighbours() {
        return neighbours;
    }

    /** The person itself when it stays alone in this matching. */
    private int keyedNeighbour(int person, int community, int i) {
        int start = startOf(community);
        return start + communities[community].partner(person - start, pairing(community, i));
    }

    /** How the numbers of a community's people are paired. */
    Matching matchingOf(int community) {
        return communities[community];
    }

    /** A community's i-th pairing. */
    long pairing(int community, int i) {
        return pairings[community * neighbours + i];
    }

    /** First person of a community. */
    int startOf(int community) {
        return rangeStart[RANGES * community];
    }

    int strangers() {
        return contacts.strangers();
    }

    /** May be the person itself, which then meets nobody. */
    int stranger(int person, int i, int day) {
        long bits = KeyedRandom.mix(KeyedRandom.mix(strangerKey(person, i, day)));
        return within(RANGES * population.community(person) + range(bits), bits);
    }

    /** What is stirred twice for the bits of a stranger. */
    long strangerKey(int person, int i, int day) {
        return strangers + ((long) person << 28 | (long) day << 8 | i);
    }

    /** Which of the ranges a stranger's bits choose. */
    int range(long bits) {
        double where = (bits & 0xffffff) * 0x1p-24;
        return RANGES
                - 1
                - Walk.isBelow(where, contacts.withinCommunity())
                - Walk.isBelow(where, contacts.withinStreet());
    }

    /** @param range community * {@link #RANGES} + range */
    int within(int range, long bits) {
        return rangeStart[range] + Chance.below(bits, rangeSize[range]);
    }
}
