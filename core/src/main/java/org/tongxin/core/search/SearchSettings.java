package org.tongxin.core.search;

import java.util.List;

/**
 * How a search is done. Numbers of runs are rounded up to whole rounds of the situations. Immutable.
 *
 * @param confidence least probability of the promise, 0.5 .. 0.999
 * @param indifference smallest difference that matters
 * @param race runs of all candidates after each round, rising
 * @param batch runs whose mean is one observation of the selection, 1 or more; the more, the nearer to normal
 * @param firstStage observations before the first look of the selection, 3 or more
 * @param mostRuns of each candidate in the selection, after which it stops undecided
 * @param frontRuns of each candidate on the front, 2 or more
 * @param threads 1 or more; changes nothing but the time
 */
public record SearchSettings(
        double confidence,
        Indifference indifference,
        List<Integer> race,
        int batch,
        int firstStage,
        int mostRuns,
        int frontRuns,
        int threads) {

    /** Part of the error for the race. */
    private static final double RACE = 0.25;

    /** Part of the error for the question whether a less restrictive policy does as well. */
    private static final double EQUIVALENCE = 0.15;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is left
     */
    public SearchSettings {
        race = List.copyOf(race);
        if (!(confidence >= 0.5 && confidence <= 0.999)) {
            throw new IllegalArgumentException("The confidence (" + confidence + ") must lie in 0.5..0.999.");
        }
        if (race.isEmpty() || race.getFirst() < 4) {
            throw new IllegalArgumentException("A race (" + race + ") needs four runs of everybody at least.");
        }
        if (batch < 1 || firstStage < 3 || mostRuns < batch * firstStage || frontRuns < 2 || threads < 1) {
            throw new IllegalArgumentException("A search needs a batch (" + batch + ") of 1 or more, a first stage ("
                    + firstStage + ") of 3 or more, runs (" + mostRuns + ") for both, two runs on the front ("
                    + frontRuns + ") and a thread (" + threads + ").");
        }
    }

    /** With a stated probability of 0.95; suggested values. */
    public static SearchSettings suggested(int threads) {
        return new SearchSettings(0.95, Indifference.SUGGESTED, List.of(8, 16, 32), 4, 10, 2000, 16, threads);
    }

    /** The same with another indifference. */
    public SearchSettings with(Indifference other) {
        return new SearchSettings(confidence, other, race, batch, firstStage, mostRuns, frontRuns, threads);
    }

    /** The same on other threads. */
    public SearchSettings on(int otherThreads) {
        return new SearchSettings(confidence, indifference, race, batch, firstStage, mostRuns, frontRuns, otherThreads);
    }

    double raceError() {
        return RACE * (1 - confidence);
    }

    double equivalenceError() {
        return EQUIVALENCE * (1 - confidence);
    }

    double selectionError() {
        return (1 - RACE - EQUIVALENCE) * (1 - confidence);
    }
}
