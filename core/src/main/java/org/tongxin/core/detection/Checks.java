package org.tongxin.core.detection;

/** Refusals of settings outside their range. */
final class Checks {

    private Checks() {}

    static void probability(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must lie above 0 and below 1.");
        }
    }

    static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be " + least + " or more.");
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be a finite number above 0.");
        }
    }
}
