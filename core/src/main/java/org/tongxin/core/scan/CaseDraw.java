package org.tongxin.core.scan;

import org.tongxin.core.random.SequentialRandom;

/** Draws a world without a cluster: enters the cases of the windows into a tally. Holds state: one for each thread. */
@FunctionalInterface
interface CaseDraw {

    /** Fills an empty tally; depends on the random numbers alone, not on earlier draws. */
    void into(Tally tally, SequentialRandom random);
}
