package org.tongxin.cli;

/** Numbers as results show them: all their digits, and nothing where there is none. */
final class Numbers {

    private Numbers() {}

    static String text(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    /** A whole number without a point where it is one, such as a count. */
    static String count(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : text(number);
    }
}
