package org.tongxin.core.search;

import java.util.List;

/**
 * The result of a search: the choice with its promise, and all candidates with all aims. Immutable.
 *
 * @param assessments all candidates by rank, the chosen one first
 * @param promise what holds for the choice
 * @param refusals policies that were no candidates
 * @param runs of the simulation, in all
 * @param seed of the search
 */
public record Ranking(
        List<Assessment> assessments, Promise promise, List<Candidates.Refusal> refusals, long runs, long seed) {

    /** Copies the lists. */
    public Ranking {
        assessments = List.copyOf(assessments);
        refusals = List.copyOf(refusals);
    }

    /** The best course of action by the criterion. */
    public Assessment chosen() {
        return assessments.getFirst();
    }

    /** Those that none beats in all aims, by rank. */
    public List<Assessment> front() {
        return assessments.stream().filter(Assessment::onFront).toList();
    }

    /** Where the front bends most sharply, the sharpest first. */
    public List<Assessment> knees() {
        return assessments.stream()
                .filter(Assessment::knee)
                .sorted((one, other) -> Double.compare(other.bend(), one.bend()))
                .toList();
    }
}
