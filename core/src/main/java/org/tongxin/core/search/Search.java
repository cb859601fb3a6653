package org.tongxin.core.search;

/**
 * The question for the best course of action. Immutable; safe for use by several threads.
 *
 * @param situations what may be the case now
 * @param candidates what may be done
 * @param criterion the number that decides
 * @param rates of cost
 * @param settings how it is searched
 */
public record Search(
        Situations situations, Candidates candidates, Criterion criterion, CostRates rates, SearchSettings settings) {

    /**
     * Searches. Equal seeds give equal results on any number of threads.
     *
     * @throws java.util.concurrent.CancellationException when the watch said to stop
     */
    public Ranking run(long seed, SearchWatch watch) {
        return new SearchRun(this, seed, watch).run();
    }
}
