package org.tongxin.core.epidemic;

/** Where people meet. */
public enum Layer {
    /** Members of one home. */
    HOUSEHOLD,
    /** Pupils of one school class. */
    SCHOOL,
    /** Members of one team of work. */
    WORK,
    /** The same neighbours every day: stored links, or keyed matchings inside a community. */
    COMMUNITY,
    /** Other people every day: shops, ways, visits. */
    RANDOM;

    /** Number of layers. */
    static final int COUNT = values().length;

    private static final Layer[] ALL = values();

    static Layer of(int ordinal) {
        return ALL[ordinal];
    }
}
