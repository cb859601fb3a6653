package org.tongxin.core.rating;

/**
 * How grave, least first. The four colours are those of the Emergency Response Law; an index proposes them and never
 * issues one.
 */
public enum Level {
    /** Too little data to say; shown apart, never as calm. */
    INSUFFICIENT,
    /** Below blue, on data. */
    NONE,
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    public boolean above(Level other) {
        return ordinal() > other.ordinal();
    }

    /** The next lower level on data; {@link #NONE} is the lowest. */
    public Level below() {
        return this == INSUFFICIENT || this == NONE ? this : values()[ordinal() - 1];
    }

    public static Level graver(Level one, Level other) {
        return one.above(other) ? one : other;
    }
}
