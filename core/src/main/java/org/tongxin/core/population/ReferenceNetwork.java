package org.tongxin.core.population;

import java.util.Arrays;

/**
 * The network "LN-1", on which simulators are compared: a recipe so fully written down that every program makes the same
 * network from it.
 *
 * <p><b>Recipe.</b> Numbers come from SplitMix64, whose state begins at 20,200,123 + people; {@code u} is the top 53 bits of a
 * draw divided by 2^53, {@code below(n)} the high 64 bits of a draw times n. In this order: (1) households of 1 .. 6 with
 * probabilities 0.20, 0.27, 0.24, 0.17, 0.08, 0.04, one {@code u} each, people numbered consecutively, the last one cut to fit;
 * (2) one {@code u} for each person: below 0.2 a pupil, below 0.7 a worker, else neither; (3) a Fisher-Yates shuffle of the
 * pupils, then of the workers, from the last to place 1, with {@code below(i + 1)}; (4) pupils cut into classes of 20, workers
 * into teams of 10, the last of each may be smaller; (5) four community links for each person, a = {@code below(n)}, b =
 * {@code below(n - 1)}, one more if b &ge; a; duplicates count.
 *
 * <p>Everybody is {@value #AGE} years old and a man, since the recipe knows neither age nor sex, and lives in one compound.
 * Households are homes, classes and teams groups in that order, community links stored {@link Links}. The order in which ends
 * are told, which a checksum may ask for: the smaller number first in a household, the earlier in the shuffled list first in a
 * group, a before b in the community.
 *
 * <p><b>Cost.</b> About 10 draws a person, one after another; about 48 bytes a person are kept, mostly for the links, and
 * half as many again while it is made.
 */
public final class ReferenceNetwork {

    /** Age of everybody, years. */
    public static final int AGE = 30;

    /** Most people: twice four links each must be countable. */
    static final int MAX_PEOPLE = 1 << 27;

    private static final long FIRST_STATE = 20_200_123;
    private static final double[] SHARE_UP_TO_SIZE = {0.20, 0.47, 0.71, 0.88, 0.96};
    private static final double PUPILS_BELOW = 0.2;
    private static final double WORKERS_BELOW = 0.7;
    private static final int CLASS_SIZE = 20;
    private static final int TEAM_SIZE = 10;
    private static final int LINKS_PER_PERSON = 4;

    private final int people;
    private final int[] homeSizes;
    private final int[] pupils;
    private final int[] workers;
    private final int[] first;
    private final int[] second;

    private ReferenceNetwork(int people) {
        RecipeRandom random = new RecipeRandom(FIRST_STATE + people);
        this.people = people;
        this.homeSizes = homeSizes(people, random);
        byte[] roles = roles(people, random);
        this.pupils = shuffled(withRole(roles, 0), random);
        this.workers = shuffled(withRole(roles, 1), random);
        this.first = new int[LINKS_PER_PERSON * people];
        this.second = new int[LINKS_PER_PERSON * people];
        drawLinks(random);
    }

    /**
     * The network of this many people; always the same one.
     *
     * @param people 2 .. 2^27
     * @throws IllegalArgumentException when there are fewer or more people
     */
    public static Population of(int people) {
        return drawn(people).population();
    }

    static ReferenceNetwork drawn(int people) {
        if (people < 2 || people > MAX_PEOPLE) {
            throw new IllegalArgumentException(
                    "The network LN-1 needs 2.." + MAX_PEOPLE + " people, not " + people + ".");
        }
        return new ReferenceNetwork(people);
    }

    Population population() {
        byte[] ageAndSex = new byte[people];
        Arrays.fill(ageAndSex, Population.ageAndSex(AGE, Sex.MALE));
        return Population.of(Places.single(people), ageAndSex, homeSizes, groups(), Links.of(people, first, second));
    }

    /** Pupils and workers in the order of the shuffle, as they fill the places of classes and teams one after another. */
    int inShuffledOrder(int place) {
        return place < pupils.length ? pupils[place] : workers[place - pupils.length];
    }

    /** Number of community links. */
    int links() {
        return first.length;
    }

    /** The end of a community link that was drawn first. */
    int first(int link) {
        return first[link];
    }

    /** The end of a community link that was drawn second. */
    int second(int link) {
        return second[link];
    }

    private static int[] homeSizes(int people, RecipeRandom random) {
        int[] sizes = new int[people];
        int homes = 0;
        int housed = 0;
        while (housed < people) {
            int size = Math.min(homeSize(random.uniform()), people - housed);
            sizes[homes++] = size;
            housed += size;
        }
        return Arrays.copyOf(sizes, homes);
    }

    private static int homeSize(double uniform) {
        int size = 1;
        while (size <= SHARE_UP_TO_SIZE.length && uniform >= SHARE_UP_TO_SIZE[size - 1]) {
            size++;
        }
        return size;
    }

    /** 0 pupil, 1 worker, 2 neither. */
    private static byte[] roles(int people, RecipeRandom random) {
        byte[] roles = new byte[people];
        for (int person = 0; person < people; person++) {
            double uniform = random.uniform();
            roles[person] = (byte) (uniform < PUPILS_BELOW ? 0 : uniform < WORKERS_BELOW ? 1 : 2);
        }
        return roles;
    }

    private static int[] withRole(byte[] roles, int role) {
        int[] list = new int[roles.length];
        int count = 0;
        for (int person = 0; person < roles.length; person++) {
            if (roles[person] == role) {
                list[count++] = person;
            }
        }
        return Arrays.copyOf(list, count);
    }

    private static int[] shuffled(int[] list, RecipeRandom random) {
        for (int i = list.length - 1; i > 0; i--) {
            int j = random.below(i + 1);
            int kept = list[i];
            list[i] = list[j];
            list[j] = kept;
        }
        return list;
    }

    private void drawLinks(RecipeRandom random) {
        for (int link = 0; link < first.length; link++) {
            first[link] = random.below(people);
            int other = random.below(people - 1);
            second[link] = other >= first[link] ? other + 1 : other;
        }
    }

    /** One school and one workplace stand for all of them: the recipe knows no more. */
    private Groups groups() {
        int classes = Math.ceilDiv(pupils.length, CLASS_SIZE);
        int teams = Math.ceilDiv(workers.length, TEAM_SIZE);
        int[] start = new int[classes + teams + 1];
        int[] unit = new int[classes + teams];
        for (int each = 1; each <= classes; each++) {
            start[each] = Math.min(each * CLASS_SIZE, pupils.length);
        }
        for (int each = 1; each <= teams; each++) {
            start[classes + each] = pupils.length + Math.min(each * TEAM_SIZE, workers.length);
        }
        Arrays.fill(unit, classes, classes + teams, 1);
        int[] members = Arrays.copyOf(pupils, pupils.length + workers.length);
        System.arraycopy(workers, 0, members, pupils.length, workers.length);
        return Groups.of(classes, start, members, unit, new int[] {0, 0});
    }
}
