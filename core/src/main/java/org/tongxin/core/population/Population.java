package org.tongxin.core.population;

/**
 * The people of a district, numbered 0 .. size - 1, by age, sex, home, school class or team of work, and community.
 *
 * <p>A home is a range of at most {@value #MAX_HOME} numbers inside one compound. A person is in at most one group.
 *
 * <p>Immutable; safe for use by several threads. Costs about 13 bytes a person without stored links.
 */
public final class Population {

    /** Most people that can be numbered: an attempt of infection packs two of them into one number. */
    public static final int MAX_PEOPLE = 1 << 28;

    /** Most communities. */
    public static final int MAX_COMMUNITIES = 65_535;

    /** Most classes and teams together. */
    public static final int MAX_GROUPS = (1 << 25) - 1;

    /** Most people in one home; larger quarters are cut into rooms. */
    public static final int MAX_HOME = 255;

    /** Oldest age in years; whoever is older counts as this old. */
    public static final int MAX_AGE = 120;

    private static final int FEMALE_BIT = 0x80;
    private static final int AGE_BITS = 0x7f;
    private static final int NO_GROUP = -1;
    private static final int POSITION_SHIFT = 8;
    private static final int COMMUNITY_SHIFT = 16;
    private static final int AGE_SHIFT = 32;
    private static final int GROUP_SHIFT = 39;

    private final Places places;
    private final Groups groups;
    private final Links links;
    private final byte[] ageAndSex;
    /** By person, in one word, so that one read of memory gives all: group + 1, age, community, position in the home, its size. */
    private final long[] whereabouts;

    private Population(Places places, Groups groups, Links links, byte[] ageAndSex, int[] homeSizes) {
        this.places = places;
        this.groups = groups;
        this.links = links;
        this.ageAndSex = ageAndSex;
        this.whereabouts = new long[places.people()];
        settle(homeSizes);
        nameCommunities();
        joinGroups();
    }

    /**
     * Puts a population together. The array of ages is kept, not copied; the caller must not change it afterwards.
     *
     * @param places compounds, communities and streets of all people
     * @param ageAndSex of each person, as {@link #ageAndSex(int, Sex)} packs it
     * @param homeSizes size of each home, 1 .. {@value #MAX_HOME}, in the order of the people; their sum is the number of people
     * @param groups classes and teams
     * @param links stored contacts, or none
     * @throws IllegalArgumentException when something does not fit: a home across two compounds, a person in two groups, …
     */
    public static Population of(Places places, byte[] ageAndSex, int[] homeSizes, Groups groups, Links links) {
        if (places.people() > MAX_PEOPLE) {
            throw new IllegalArgumentException(
                    "There are " + places.people() + " people; at most " + MAX_PEOPLE + " can be numbered.");
        }
        if (groups.count() > MAX_GROUPS) {
            throw new IllegalArgumentException(
                    "There are " + groups.count() + " classes and teams; at most " + MAX_GROUPS + " can be numbered.");
        }
        if (ageAndSex.length != places.people() || !links.fits(places.people())) {
            throw new IllegalArgumentException("The places hold " + places.people() + " people, but " + ageAndSex.length
                    + " have an age, or the links are those of another number of people.");
        }
        return new Population(places, groups, links, ageAndSex, homeSizes);
    }

    /** Age and sex in one byte. */
    public static byte ageAndSex(int years, Sex sex) {
        if (years < 0) {
            throw new IllegalArgumentException("The age (" + years + ") must be 0 or more.");
        }
        return (byte) (Math.min(years, MAX_AGE) | (sex == Sex.FEMALE ? FEMALE_BIT : 0));
    }

    private void settle(int[] homeSizes) {
        int person = 0;
        int compound = 0;
        for (int size : homeSizes) {
            while (compound < places.compounds() && places.compoundStart(compound + 1) <= person) {
                compound++;
            }
            requireHome(person, size, compound);
            for (int position = 0; position < size; position++) {
                whereabouts[person] = (long) age(person) << AGE_SHIFT | position << POSITION_SHIFT | size;
                person++;
            }
        }
        if (person != size()) {
            throw new IllegalArgumentException("The homes hold " + person + " people, but there are " + size() + ".");
        }
    }

    private void requireHome(int person, int size, int compound) {
        if (size < 1 || size > MAX_HOME) {
            throw new IllegalArgumentException("The size (" + size + ") of a home must lie in 1.." + MAX_HOME + ".");
        }
        if (compound >= places.compounds() || person + size > places.compoundStart(compound + 1)) {
            throw new IllegalArgumentException(
                    "The home of " + size + " people from person " + person + " on must lie inside one compound.");
        }
    }

    private void nameCommunities() {
        for (int each = 0; each < places.communities(); each++) {
            long community = (long) each << COMMUNITY_SHIFT;
            for (int person = places.communityStart(each); person < places.communityStart(each + 1); person++) {
                whereabouts[person] |= community;
            }
        }
    }

    private void joinGroups() {
        for (int each = 0; each < groups.count(); each++) {
            for (int place = groups.start(each); place < groups.start(each + 1); place++) {
                join(groups.member(place), each);
            }
        }
    }

    private void join(int person, int joined) {
        if (person < 0 || person >= size() || group(person) != NO_GROUP) {
            throw new IllegalArgumentException(
                    "Person " + person + " of group " + joined + " must exist and be in no other group.");
        }
        whereabouts[person] |= joined + 1L << GROUP_SHIFT;
    }

    /** Number of people, 1 or more. */
    public int size() {
        return ageAndSex.length;
    }

    /** Compounds, communities and streets. */
    public Places places() {
        return places;
    }

    /** Classes and teams. */
    public Groups groups() {
        return groups;
    }

    /** Stored contacts. */
    public Links links() {
        return links;
    }

    /** Years, 0 .. {@value #MAX_AGE}. */
    public int age(int person) {
        return ageAndSex[person] & AGE_BITS;
    }

    /**
     * Age, home, community and group of a person in one word, which the methods that take a word tell apart: for who works on
     * many people, one read of memory each, all at once.
     */
    public long word(int person) {
        return whereabouts[person];
    }

    /** Years, 0 .. {@value #MAX_AGE}, from a person's {@link #word}. */
    public static int ageIn(long word) {
        return (int) (word >>> AGE_SHIFT) & AGE_BITS;
    }

    /** How many people of the home come before the person, from its {@link #word}. */
    public static int positionIn(long word) {
        return (int) word >>> POSITION_SHIFT & 0xff;
    }

    /** Size of the home, 1 .. {@value #MAX_HOME}, from a person's {@link #word}. */
    public static int homeSizeIn(long word) {
        return (int) word & 0xff;
    }

    /** The community, 0 .. communities - 1, from a person's {@link #word}. */
    public static int communityIn(long word) {
        return (int) (word >>> COMMUNITY_SHIFT) & 0xffff;
    }

    /** The class or team, -1 for none, from a person's {@link #word}. */
    public static int groupIn(long word) {
        return (int) (word >>> GROUP_SHIFT) - 1;
    }

    /** Sex of a person. */
    public Sex sex(int person) {
        return (ageAndSex[person] & FEMALE_BIT) == 0 ? Sex.MALE : Sex.FEMALE;
    }

    /** First person of the home of a person. */
    public int homeStart(int person) {
        return person - positionIn(whereabouts[person]);
    }

    /** Size of the home of a person, 1 .. {@value #MAX_HOME}. */
    public int homeSize(int person) {
        return homeSizeIn(whereabouts[person]);
    }

    /** The community of a person, 0 .. communities - 1. */
    public int community(int person) {
        return communityIn(whereabouts[person]);
    }

    /** The class or team of a person; -1 for none. */
    public int group(int person) {
        return groupIn(whereabouts[person]);
    }

    /** Bytes that the arrays take up. */
    public long bytes() {
        return 9L * size() + groups.bytes() + links.bytes();
    }
}
