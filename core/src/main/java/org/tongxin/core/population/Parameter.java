package org.tongxin.core.population;

/**
 * The numbers that the published totals do not tell. Every one is a parameter with a range and a source; most sources are the
 * word <em>assumption</em>, because that is what they are.
 */
public enum Parameter {
    /** Standard deviation of the logarithm of the factor, mean 1, that a street's weight is multiplied by. */
    STREET_SPREAD("spread of street sizes", 0.2, 0, 2, "log", Parameter.ASSUMPTION),
    /** The same for a community within its street. */
    COMMUNITY_SPREAD("spread of community sizes", 0.5, 0, 2, "log", Parameter.ASSUMPTION),
    /** People of one age as a share of those a year younger, beyond the last single year of the pyramid. */
    OLDEST_RATIO("decrease by year among the oldest", 0.83, 0, 0.99, "share", Parameter.ASSUMPTION),
    ROOM_SIZE("people in a room of collective quarters", 4, 1, 50, "people", Parameter.ASSUMPTION),
    DORMITORY_SIZE("people in one collective quarter", 500, 1, 100_000, "people", Parameter.ASSUMPTION),
    ROOM_WORKER_AGE("oldest age in a dormitory of workers", 50, 18, 120, "years", Parameter.ASSUMPTION),
    CARE_AGE("youngest age in a home for the old", 75, 18, 120, "years", Parameter.ASSUMPTION),
    COUPLE_SHARE("couples among homes of two", 0.72, 0, 1, "share", Parameter.ASSUMPTION),
    LONE_PARENT_SHARE("lone parents with a child among homes of two", 0.18, 0, 1, "share", Parameter.ASSUMPTION),
    COUPLE_WITH_CHILD_SHARE("couples with a child among homes of three", 0.85, 0, 1, "share", Parameter.ASSUMPTION),
    TWO_CHILDREN_SHARE("couples with two children among homes of four", 0.5, 0, 1, "share", Parameter.ASSUMPTION),
    SETTLED_AGE(
            "age below which women seldom live as couples without children",
            27,
            20,
            120,
            "years",
            Parameter.ASSUMPTION),
    YOUNG_COUPLES(
            "women below that age in couples, as a share of older women", 0.3, 0, 1, "share", Parameter.ASSUMPTION),
    WIDOWED_AGE("age from which women less often live as couples", 75, 21, 120, "years", Parameter.ASSUMPTION),
    OLD_COUPLES(
            "women from that age on in couples, as a share of younger women", 0.4, 0, 1, "share", Parameter.ASSUMPTION),
    WITH_PARENT_AGE("oldest age of a couple that lives with a parent", 62, 20, 80, "years", Parameter.ASSUMPTION),
    MOTHER_SHARE("mothers among lone parents", 0.75, 0, 1, "share", Parameter.ASSUMPTION),
    PARENT_GAP_MEAN("years between parent and child, mean", 28, 20, 40, "years", Parameter.ASSUMPTION),
    PARENT_GAP_SD("years between parent and child, deviation", 4.5, 0, 20, "years", Parameter.ASSUMPTION),
    PARTNER_GAP_MEAN("years that he is older than she, mean", 2, -20, 20, "years", Parameter.ASSUMPTION),
    PARTNER_GAP_SD("years that he is older than she, deviation", 3, 0, 20, "years", Parameter.ASSUMPTION),
    SIBLING_GAP("most years between siblings", 6, 1, 10, "years", Parameter.ASSUMPTION),
    ADULT_CHILD_AGE("oldest age of a grown child at home", 39, 18, 60, "years", Parameter.ASSUMPTION),
    HOMES_PER_COMPOUND("homes in a compound", 500, 1, 100_000, "homes", Parameter.ASSUMPTION),
    KINDERGARTEN_SHARE("children of 3-5 in kindergarten", 0.75, 0, 1, "share", Parameter.ASSUMPTION),
    COMPULSORY_SHARE("children of 6-14 at school", 0.97, 0, 1, "share", Parameter.ASSUMPTION),
    HIGH_SCHOOL_SHARE("people of 15-17 at school", 0.9, 0, 1, "share", Parameter.ASSUMPTION),
    UNIVERSITY_SHARE(
            "people of 18-22 in lectures", 0.3, 0, 1, "share", "school matrices of Mistry et al. 2021, ages 15-24"),
    KINDERGARTEN_CLASS("class size, kindergarten", 30, 2, 500, "people", Parameter.ASSUMPTION),
    PRIMARY_CLASS("class size, primary school", 38, 2, 500, "people", Parameter.ASSUMPTION),
    MIDDLE_CLASS("class size, middle school", 38, 2, 500, "people", Parameter.ASSUMPTION),
    HIGH_CLASS("class size, high school", 40, 2, 500, "people", Parameter.ASSUMPTION),
    UNIVERSITY_CLASS("class size, university", 38, 2, 500, "people", Parameter.ASSUMPTION),
    KINDERGARTEN_SIZE("children of a kindergarten", 270, 2, 100_000, "people", Parameter.ASSUMPTION),
    PRIMARY_SIZE("pupils of a primary school", 900, 2, 100_000, "people", Parameter.ASSUMPTION),
    MIDDLE_SIZE("pupils of a middle school", 800, 2, 100_000, "people", Parameter.ASSUMPTION),
    HIGH_SIZE("pupils of a high school", 1_200, 2, 100_000, "people", Parameter.ASSUMPTION),
    UNIVERSITY_SIZE("students of a university", 12_000, 2, 100_000, "people", Parameter.ASSUMPTION),
    TEACHERS_PER_CLASS("teachers who meet a class", 2, 0, 20, "people", Parameter.ASSUMPTION),
    TEACHER_FROM("youngest age of a teacher", 22, 18, 120, "years", Parameter.ASSUMPTION),
    TEACHER_TO("oldest age of a teacher", 59, 18, 120, "years", Parameter.ASSUMPTION),
    WORKPLACE_EXPONENT(
            "workplaces of s people or more fall as s to the power of minus",
            1.06,
            0.5,
            5,
            "exponent",
            "Axtell: Zipf distribution of U.S. firm sizes, Science 293 (2001)"),
    LARGEST_WORKPLACE("people of the largest workplace", 3_000, 1, 1_000_000, "people", Parameter.ASSUMPTION),
    TEAM_SIZE("people of a team", 10, 2, 500, "people", Parameter.ASSUMPTION),
    WORK_IN_COMMUNITY("work in the own community", 0.1, 0, 1, "share", Parameter.ASSUMPTION),
    WORK_IN_STREET("work elsewhere in the own street", 0.2, 0, 1, "share", Parameter.ASSUMPTION),
    WORK_OUTSIDE("work outside the district", 0.15, 0, 1, "share", Parameter.ASSUMPTION),
    WORK_CENTRES("spread of how much communities draw workers", 1, 0, 3, "log", Parameter.ASSUMPTION);

    static final String ASSUMPTION = "assumption";

    private final String title;
    private final double standard;
    private final double least;
    private final double most;
    private final String unit;
    private final String source;

    Parameter(String title, double standard, double least, double most, String unit, String source) {
        this.title = title;
        this.standard = standard;
        this.least = least;
        this.most = most;
        this.unit = unit;
        this.source = source;
    }

    /** What it is, in words. */
    public String title() {
        return title;
    }

    /** The value unless another is set. */
    public double standard() {
        return standard;
    }

    /** Unit of the value, such as {@code people} or {@code share}. */
    public String unit() {
        return unit;
    }

    /** Where the standard value is from. */
    public String source() {
        return source;
    }

    double require(double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The parameter " + name() + " (" + title + ") must lie in " + least
                    + ".." + most + ", but is " + value + ".");
        }
        return value;
    }
}
