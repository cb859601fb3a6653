package org.tongxin.core.stream;

/**
 * Cases by the day they happened and the days until they were reported. Immutable.
 *
 * @param cases {@code [day][delay]}: cases of the day reported so many days later, 0 or more; days oldest first, the last
 *     one being today; a cell is looked at only when day + delay is not after today
 */
public record ReportingTriangle(int[][] cases) {

    /** @throws IllegalArgumentException when rows differ in length or a known cell is negative; the message names it */
    public ReportingTriangle {
        int[][] copy = new int[cases.length][];
        for (int day = 0; day < cases.length; day++) {
            copy[day] = cases[day].clone();
            if (copy[day].length == 0 || copy[day].length != cases[0].length) {
                throw new IllegalArgumentException("Row " + day + " of the reporting triangle has " + copy[day].length
                        + " delays; every row must have the same number, at least 1.");
            }
            for (int delay = 0; delay < copy[day].length; delay++) {
                if (copy[day][delay] < 0 && day + delay < cases.length) {
                    throw new IllegalArgumentException("The cases (" + copy[day][delay] + ") of day " + day
                            + " reported after " + delay + " days must be 0 or more.");
                }
            }
        }
        cases = copy;
    }

    @Override
    public int[][] cases() {
        int[][] copy = new int[cases.length][];
        for (int day = 0; day < cases.length; day++) {
            copy[day] = cases[day].clone();
        }
        return copy;
    }

    public int days() {
        return cases.length;
    }

    /** Delays that are told apart: 0 to one less than this. */
    public int delays() {
        return cases.length == 0 ? 0 : cases[0].length;
    }

    /** The longest delay that can be known of a day today, at most the longest one told apart. */
    int knownDelay(int day) {
        return Math.min(delays() - 1, cases.length - 1 - day);
    }

    /** Cases of a day reported up to a delay. */
    int upTo(int day, int delay) {
        int sum = 0;
        for (int each = 0; each <= delay; each++) {
            sum += cases[day][each];
        }
        return sum;
    }
}
