package org.tongxin.app.warning;

import java.util.Optional;

/** The level of an area, gravest first; the last two are not statutory levels. */
public enum RatingLevel {
    RED,
    ORANGE,
    YELLOW,
    BLUE,
    /** Below blue, on data. */
    NONE,
    /** No data to rate on; never shown as calm. */
    INSUFFICIENT;

    public boolean graverThan(RatingLevel other) {
        return severity() > other.severity();
    }

    /** 4 for red down to 0 for none and for insufficient data. */
    public int severity() {
        return this == INSUFFICIENT ? 0 : 4 - ordinal();
    }

    /** The next lower level, where there is one on data. */
    public Optional<RatingLevel> below() {
        return severity() == 0 ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
