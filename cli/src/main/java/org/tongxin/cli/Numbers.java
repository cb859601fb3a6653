package org.tongxin.cli;

/** Numbers as results show them: all their digits, and nothing where there is none. */
final class Numbers {

    private Numbers() {}

    static String text(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "Inf" : "-Inf";
        }
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    static String flag(boolean yes) {
        return yes ? "1" : "0";
    }

    /** A whole number without a point where it is one, such as a count. */
    static String count(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : text(number);
    }
}
