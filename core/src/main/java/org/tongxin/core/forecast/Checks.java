package org.tongxin.core.forecast;

/** Ranges of settings, refused with the name and the value. */
final class Checks {

    private Checks() {}

    static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + plain(value) + ") must lie in " + plain(least) + ".." + plain(most) + ".");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
