package org.tongxin.core.rating;

/**
 * Where levels begin, in points of the index, and how far below that they end.
 *
 * @param blue index from which blue begins
 * @param exitMargin points below its beginning at which a level may be left, 0 or more and below {@code blue}
 */
public record Thresholds(double blue, double yellow, double orange, double red, double exitMargin) {

    /** 25, 45, 65 and 80, left ten points lower. Suggested values. */
    public static final Thresholds DEFAULT = new Thresholds(25, 45, 65, 80, 10);

    /** @throws IllegalArgumentException when they do not rise within 0..100 or the margin is outside its range */
    public Thresholds {
        if (!(blue > 0 && blue < yellow && yellow < orange && orange < red && red <= 100)) {
            throw new IllegalArgumentException("The thresholds (" + blue + ", " + yellow + ", " + orange + ", " + red
                    + ") must rise within 0..100.");
        }
        if (!(exitMargin >= 0 && exitMargin < blue)) {
            throw new IllegalArgumentException("The exit margin (" + exitMargin + ") must be 0 or more and below "
                    + blue + ", where blue begins; else blue could never be left.");
        }
    }

    public Level levelOf(double index) {
        if (index >= red) {
            return Level.RED;
        }
        if (index >= orange) {
            return Level.ORANGE;
        }
        if (index >= yellow) {
            return Level.YELLOW;
        }
        return index >= blue ? Level.BLUE : Level.NONE;
    }

    /** Index from which a level begins; 0 for {@link Level#NONE}. */
    public double entry(Level level) {
        return switch (level) {
            case RED -> red;
            case ORANGE -> orange;
            case YELLOW -> yellow;
            case BLUE -> blue;
            case NONE, INSUFFICIENT -> 0;
        };
    }

    /** Index below which a level may be left. */
    public double exit(Level level) {
        return entry(level) - exitMargin;
    }
}
