package org.tongxin.core.population;

import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Workplaces and their teams. Each worker works in the own community, elsewhere in the own street, outside the district, or
 * anywhere in it, where some communities draw more workers than others. The workers of a community, in random order, are cut
 * into workplaces of heavy-tailed size, those into teams of about the set size. Who works outside meets others who do.
 */
final class Workplaces {

    private final Settlement settlement;
    private final byte[] activity;
    private final GroupList groups;
    private final SynthesisSettings settings;
    private final SequentialRandom random;
    private final double upToCommunity;
    private final double upToStreet;
    private final double upToOutside;
    /** Sum of how much the communities before each one draw workers. */
    private final double[] drawBefore;

    private Workplaces(
            Settlement settlement, byte[] activity, GroupList groups, SynthesisSettings settings, long seed) {
        this.settlement = settlement;
        this.activity = activity;
        this.groups = groups;
        this.settings = settings;
        this.upToCommunity = settings.value(Parameter.WORK_IN_COMMUNITY);
        this.upToStreet = upToCommunity + settings.value(Parameter.WORK_IN_STREET);
        this.upToOutside = upToStreet + settings.value(Parameter.WORK_OUTSIDE);
        this.random = SequentialRandom.of(seed, KeyedRandom.key("population.workplaces"));
        this.drawBefore = new double[settlement.communities() + 1];
        for (int community = 0; community < settlement.communities(); community++) {
            double factor = NormalDraws.factor(random, settings.value(Parameter.WORK_CENTRES));
            drawBefore[community + 1] = drawBefore[community] + settlement.size(community) * factor;
        }
    }

    /** Adds all teams. */
    static void add(Settlement settlement, byte[] activity, GroupList groups, SynthesisSettings settings, long seed) {
        new Workplaces(settlement, activity, groups, settings, seed).add();
    }

    private void add() {
        char[] place = places();
        int[] start = starts(place);
        int[] workers = sorted(place, start.clone());
        for (int community = 0; community <= settlement.communities(); community++) {
            shuffle(workers, start[community], start[community + 1]);
            cut(community, workers, start[community], start[community + 1]);
        }
    }

    /** Where each person works: a community, the number of communities for outside, one more for nowhere. */
    private char[] places() {
        char[] place = new char[settlement.people()];
        for (int street = 0; street < settlement.streets(); street++) {
            int first = settlement.streetFirstCommunity()[street];
            int end = settlement.streetFirstCommunity()[street + 1];
            for (int community = first; community < end; community++) {
                sendToWork(place, community, first, end);
            }
        }
        return place;
    }

    /** The people of a community, whose street has the communities first .. end - 1. */
    private void sendToWork(char[] place, int community, int first, int end) {
        int[] start = settlement.communityStart();
        for (int person = start[community]; person < start[community + 1]; person++) {
            boolean works = activity[person] == Activity.WORK;
            place[person] = (char) (works ? drawnPlace(community, first, end) : nowhere());
        }
    }

    private int drawnPlace(int community, int first, int end) {
        double uniform = random.uniform();
        if (uniform < upToCommunity) {
            return community;
        }
        if (uniform < upToStreet) {
            return drawn(first, end);
        }
        return uniform < upToOutside ? settlement.communities() : drawn(0, settlement.communities());
    }

    private int nowhere() {
        return settlement.communities() + 1;
    }

    /** A community of first .. end - 1 by how much it draws workers; by halving. */
    private int drawn(int first, int end) {
        double wanted = drawBefore[first] + random.uniform() * (drawBefore[end] - drawBefore[first]);
        int low = first;
        int high = end - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (drawBefore[middle] <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private int[] starts(char[] place) {
        int[] start = new int[settlement.communities() + 2];
        for (char each : place) {
            if (each != nowhere()) {
                start[each + 1]++;
            }
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        return start;
    }

    private int[] sorted(char[] place, int[] next) {
        int[] workers = new int[next[next.length - 1]];
        for (int person = 0; person < place.length; person++) {
            if (place[person] != nowhere()) {
                workers[next[place[person]]++] = person;
            }
        }
        return workers;
    }

    private void shuffle(int[] workers, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            int other = from + random.below(i - from + 1);
            int kept = workers[i];
            workers[i] = workers[other];
            workers[other] = kept;
        }
    }

    private void cut(int community, int[] workers, int from, int to) {
        int place = community == settlement.communities() ? -1 : community;
        int teamSize = settings.whole(Parameter.TEAM_SIZE);
        for (int at = from; at < to; ) {
            int size = Math.min(workplaceSize(), to - at);
            groups.openUnit(place);
            addTeams(workers, at, size, teamSize);
            at += size;
        }
    }

    /** By inversion of the share of workplaces of s people or more, which falls as a power of s. */
    private int workplaceSize() {
        double uniform = 1 - random.uniform();
        double size = Math.pow(uniform, -1 / settings.value(Parameter.WORKPLACE_EXPONENT));
        return (int) Math.min(size, settings.value(Parameter.LARGEST_WORKPLACE));
    }

    private void addTeams(int[] workers, int from, int size, int teamSize) {
        int teams = Math.max(1, Math.round((float) size / teamSize));
        for (int team = 0; team < teams; team++) {
            int end = from + (int) ((team + 1L) * size / teams);
            for (int i = from + (int) ((long) team * size / teams); i < end; i++) {
                groups.addMember(workers[i]);
            }
            groups.closeGroup();
        }
    }
}
