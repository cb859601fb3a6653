package org.tongxin.core.population;

import java.util.Arrays;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * How many people live in each community: a street's share by weight times a log-normal factor, a community's likewise within
 * its street, rounded so that all totals are exact. Everybody has somebody: a community has at least one person.
 *
 * @param communityStart first person of each community, then the number of people
 * @param streetFirstCommunity first community of each street, then the number of communities
 */
record Settlement(int[] communityStart, int[] streetFirstCommunity) {

    static Settlement of(DistrictTotals totals, SynthesisSettings settings, int people, long seed) {
        if (people < totals.communities()) {
            throw new IllegalArgumentException(
                    "At this scale " + totals.name() + " has " + people + " people, fewer than its "
                            + totals.communities() + " communities. The scale must be at least "
                            + smallestScale(totals) + ".");
        }
        SequentialRandom random = SequentialRandom.of(seed, KeyedRandom.key("population.settlement"));
        int[] streetPeople = streetPeople(totals, settings, people, random);
        int[] communityStart = new int[totals.communities() + 1];
        int[] firstCommunity = new int[totals.streets().size() + 1];
        int community = 0;
        for (int street = 0; street < streetPeople.length; street++) {
            StreetWeights weights = totals.streets().get(street);
            for (int size : communityPeople(weights, settings, streetPeople[street], random)) {
                communityStart[community + 1] = communityStart[community] + size;
                community++;
            }
            firstCommunity[street + 1] = community;
        }
        return new Settlement(communityStart, firstCommunity);
    }

    private static double smallestScale(DistrictTotals totals) {
        return Math.ceil(1e5 * totals.communities() / totals.residents()) / 1e5;
    }

    /** Each community's one person first, so that no street has fewer people than communities. */
    private static int[] streetPeople(
            DistrictTotals totals, SynthesisSettings settings, int people, SequentialRandom random) {
        double[] weights = new double[totals.streets().size()];
        for (int street = 0; street < weights.length; street++) {
            double factor = NormalDraws.factor(random, settings.value(Parameter.STREET_SPREAD));
            weights[street] = totals.streets().get(street).weight() * factor;
        }
        int[] sizes = Apportionment.split(weights, people - totals.communities(), 0);
        for (int street = 0; street < sizes.length; street++) {
            sizes[street] += totals.streets().get(street).communities().size();
        }
        return sizes;
    }

    private static int[] communityPeople(
            StreetWeights street, SynthesisSettings settings, int people, SequentialRandom random) {
        double[] weights = new double[street.communities().size()];
        for (int i = 0; i < weights.length; i++) {
            double factor = NormalDraws.factor(random, settings.value(Parameter.COMMUNITY_SPREAD));
            weights[i] = street.communities().get(i).weight() * factor;
        }
        return Apportionment.split(weights, people, 1);
    }

    int communities() {
        return communityStart.length - 1;
    }

    int people() {
        return communityStart[communityStart.length - 1];
    }

    int size(int community) {
        return communityStart[community + 1] - communityStart[community];
    }

    int streets() {
        return streetFirstCommunity.length - 1;
    }

    int streetStart(int street) {
        return communityStart[streetFirstCommunity[street]];
    }

    /** The community where a person lives. */
    int communityOf(int person) {
        int found = Arrays.binarySearch(communityStart, person);
        return found >= 0 ? found : -found - 2;
    }
}
