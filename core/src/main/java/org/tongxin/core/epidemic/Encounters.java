package org.tongxin.core.epidemic;

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

    private static final long NEIGHBOURS = 0x6c62272e07bb0142L;
    private static final long STRANGERS = 0x27d4eb2f165667c5L;

    private final Population population;
    private final Places places;
    private final Groups groups;
    private final Contacts contacts;
    private final Matching[] communities;
    private final int[] streetOfCommunity;
    private final long network;
    private long strangers;

    /** @param network seed of the fixed contacts, which are the same in every run */
    Encounters(
            Population population, Contacts contacts, Matching[] communities, int[] streetOfCommunity, long network) {
        this.population = population;
        this.places = population.places();
        this.groups = population.groups();
        this.contacts = contacts;
        this.communities = communities;
        this.streetOfCommunity = streetOfCommunity;
        this.network = KeyedRandom.mix(network ^ NEIGHBOURS);
    }

    /** Begins a run. */
    void start(long seed) {
        strangers = KeyedRandom.mix(KeyedRandom.mix(seed) ^ STRANGERS);
    }

    static Matching[] matchings(Places places) {
        Matching[] communities = new Matching[places.communities()];
        for (int community = 0; community < communities.length; community++) {
            communities[community] = new Matching(places.communitySize(community));
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
        return group < groups.classes() ? Layer.SCHOOL.ordinal() : Layer.WORK.ordinal();
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
        return contacts.neighbours();
    }

    /** The person itself when it stays alone in this matching. */
    int keyedNeighbour(int person, int community, int i) {
        int start = places.communityStart(community);
        long key = KeyedRandom.mix(network + ((long) community << 8 | i));
        return start + communities[community].partner(person - start, key);
    }

    int strangers() {
        return contacts.strangers();
    }

    /** May be the person itself, which then meets nobody. */
    int stranger(int person, int i, int day) {
        return stranger(person, population.community(person), i, day);
    }

    /** The same for a person whose community is known. */
    int stranger(int person, int community, int i, int day) {
        long bits = KeyedRandom.mix(KeyedRandom.mix(strangers + ((long) person << 28 | (long) day << 8 | i)));
        double where = (bits & 0xffffff) * 0x1p-24;
        if (where < contacts.withinCommunity()) {
            return within(places.communityStart(community), places.communityStart(community + 1), bits);
        }
        if (where < contacts.withinStreet()) {
            int street = streetOfCommunity[community];
            return within(places.streetStart(street), places.streetStart(street + 1), bits);
        }
        return within(0, population.size(), bits);
    }

    private static int within(int from, int to, long bits) {
        return from + Chance.below(bits, to - from);
    }
}
