package org.tongxin.core.stream;

import java.time.LocalDate;

/**
 * How often a stream is counted, with what follows from it. The lengths were set on sets of series with injected
 * outbreaks, 40 series of each rhythm; see the decision record on the default detector.
 */
public enum Rhythm {
    /** One count a day. */
    DAILY(1, 365.25, 3, 7, 365, 1),
    /** One count every seven days. */
    WEEKLY(7, 365.25 / 7, 2, 3, 260, 2);

    private final int days;
    private final double stepsPerYear;
    private final int window;
    private final int guard;
    private final int longestHistory;
    private final int harmonics;

    Rhythm(int days, double stepsPerYear, int window, int guard, int longestHistory, int harmonics) {
        this.days = days;
        this.stepsPerYear = stepsPerYear;
        this.window = window;
        this.guard = guard;
        this.longestHistory = longestHistory;
        this.harmonics = harmonics;
    }

    /** Days from one count to the next. */
    public int days() {
        return days;
    }

    /** The date of a count, {@code index} steps after the first one. */
    public LocalDate date(LocalDate first, int index) {
        return first.plusDays((long) days * index);
    }

    double stepsPerYear() {
        return stepsPerYear;
    }

    /** Newest counts that are looked at together, the tested one included. */
    int window() {
        return window;
    }

    /** Counts before the tested one that teach nothing, so that an outbreak's beginning does not raise its own expectation. */
    int guard() {
        return guard;
    }

    /** Counts that teach at most. */
    int longestHistory() {
        return longestHistory;
    }

    /** Waves of the yearly season: one is a year long, two add half a year. */
    int harmonics() {
        return harmonics;
    }
}
