package org.tongxin.core.rating;

/**
 * A single grave fact that no average may hide: from a value of an indicator on, at least a level.
 *
 * @param indicator its name; it need not be part of the index
 * @param from value from which the rule holds
 * @param level the least level then: blue or graver
 * @param source who says so, or that it is a suggested value
 */
public record FloorRule(String indicator, double from, Level level, String source) {

    /** @throws IllegalArgumentException when the level is none of the four colours or the value is no number */
    public FloorRule {
        if (!level.above(Level.NONE)) {
            throw new IllegalArgumentException("The level (" + level + ") of the floor rule on " + indicator
                    + " must be blue, yellow, orange or red.");
        }
        if (Double.isNaN(from)) {
            throw new IllegalArgumentException(
                    "The floor rule on " + indicator + " needs a value from which it holds.");
        }
    }
}
