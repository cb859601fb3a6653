package org.tongxin.core.search;

/** Sees a search go on, and may stop it. Called by several threads, one at a time; {@code isStopped} by all at any time. */
public interface SearchWatch {

    /** Sees nothing and never stops. */
    SearchWatch NONE = new SearchWatch() {
        @Override
        public void at(Stage stage, int candidates, long runs) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    /** Stages of a search, in their order. */
    enum Stage {
        /** Doing nothing, to learn what is at stake. */
        PILOT,
        /** A few runs of all. */
        RACE,
        /** Deciding among those that remain. */
        SELECTION,
        /** Whether less restrictive ones do as well. */
        EQUIVALENCE,
        /** More runs for the front. */
        FRONT
    }

    /** Runs were asked for. @param candidates that are run now @param runs ended so far, in all stages */
    void at(Stage stage, int candidates, long runs);

    /** Asked on every day of every run; true ends the search without a result. */
    boolean isStopped();
}
