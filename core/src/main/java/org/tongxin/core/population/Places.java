package org.tongxin.core.population;

import java.util.Arrays;

/**
 * How a district's people, numbered from 0, are cut into compounds, communities and streets: each is a range of numbers, and
 * the ranges nest.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Places {

    private final int[] compoundStart;
    private final int[] communityFirstCompound;
    private final int[] streetFirstCommunity;

    private Places(int[] compoundStart, int[] communityFirstCompound, int[] streetFirstCommunity) {
        this.compoundStart = compoundStart;
        this.communityFirstCompound = communityFirstCompound;
        this.streetFirstCommunity = streetFirstCommunity;
    }

    /**
     * Cuts people into compounds, compounds into communities, communities into streets. Every array begins with 0, rises
     * strictly, and ends with the number of things that it cuts.
     *
     * @param compoundStart first person of each compound, then the number of people
     * @param communityFirstCompound first compound of each community, then the number of compounds
     * @param streetFirstCommunity first community of each street, then the number of communities
     * @throws IllegalArgumentException when an array does not begin, rise or end as said, or when there are more communities
     *     than {@link Population#MAX_COMMUNITIES}
     */
    public static Places of(int[] compoundStart, int[] communityFirstCompound, int[] streetFirstCommunity) {
        requireCuts("compoundStart", compoundStart, compoundStart[compoundStart.length - 1]);
        requireCuts("communityFirstCompound", communityFirstCompound, compoundStart.length - 1);
        requireCuts("streetFirstCommunity", streetFirstCommunity, communityFirstCompound.length - 1);
        if (communityFirstCompound.length - 1 > Population.MAX_COMMUNITIES) {
            throw new IllegalArgumentException("There are " + (communityFirstCompound.length - 1)
                    + " communities; at most " + Population.MAX_COMMUNITIES + " are possible.");
        }
        return new Places(compoundStart.clone(), communityFirstCompound.clone(), streetFirstCommunity.clone());
    }

    /** One street with one community with one compound, where everybody lives. */
    public static Places single(int people) {
        return of(new int[] {0, people}, new int[] {0, 1}, new int[] {0, 1});
    }

    private static void requireCuts(String name, int[] cuts, int end) {
        if (cuts.length < 2 || cuts[0] != 0 || cuts[cuts.length - 1] != end) {
            throw new IllegalArgumentException(
                    "The array " + name + " must begin with 0 and end with " + end + ", but is " + shown(cuts) + ".");
        }
        for (int i = 1; i < cuts.length; i++) {
            if (cuts[i] <= cuts[i - 1]) {
                throw new IllegalArgumentException("The array " + name + " must rise strictly, but at " + i + " is "
                        + cuts[i] + " after " + cuts[i - 1] + ".");
            }
        }
    }

    private static String shown(int[] cuts) {
        return cuts.length <= 4 ? Arrays.toString(cuts) : "[" + cuts[0] + ", …, " + cuts[cuts.length - 1] + "]";
    }

    /** Number of people, 1 or more. */
    public int people() {
        return compoundStart[compoundStart.length - 1];
    }

    /** Number of compounds, 1 or more. */
    public int compounds() {
        return compoundStart.length - 1;
    }

    /** Number of communities, 1 or more. */
    public int communities() {
        return communityFirstCompound.length - 1;
    }

    /** Number of streets, 1 or more. */
    public int streets() {
        return streetFirstCommunity.length - 1;
    }

    /** First person of a compound; for {@link #compounds()} the number of people. */
    public int compoundStart(int compound) {
        return compoundStart[compound];
    }

    /** First compound of a community; for {@link #communities()} the number of compounds. */
    public int firstCompound(int community) {
        return communityFirstCompound[community];
    }

    /** First person of a community; for {@link #communities()} the number of people. */
    public int communityStart(int community) {
        return compoundStart[communityFirstCompound[community]];
    }

    /** People of a community. */
    public int communitySize(int community) {
        return communityStart(community + 1) - communityStart(community);
    }

    /** First community of a street; for {@link #streets()} the number of communities. */
    public int firstCommunity(int street) {
        return streetFirstCommunity[street];
    }

    /** First person of a street; for {@link #streets()} the number of people. */
    public int streetStart(int street) {
        return communityStart(streetFirstCommunity[street]);
    }

    /** The compound where a person lives, found in the logarithm of the number of compounds. */
    public int compoundOf(int person) {
        return rangeOf(compoundStart, person);
    }

    /** The community where a person lives, found by its compound; {@link Population#community} is quicker. */
    public int communityOf(int person) {
        return rangeOf(communityFirstCompound, compoundOf(person));
    }

    /** The street of a community. */
    public int streetOf(int community) {
        return rangeOf(streetFirstCommunity, community);
    }

    /** The community of a compound. */
    public int communityOfCompound(int compound) {
        return rangeOf(communityFirstCompound, compound);
    }

    private static int rangeOf(int[] cuts, int value) {
        int found = Arrays.binarySearch(cuts, value);
        return found >= 0 ? found : -found - 2;
    }
}
