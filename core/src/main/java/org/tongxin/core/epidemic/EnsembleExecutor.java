package org.tongxin.core.epidemic;

/**
 * Where the runs of an ensemble are computed. All executors give the same ensemble for the same model, seed and number, since
 * a run depends on nothing but its model and its seed.
 */
public interface EnsembleExecutor {

    /**
     * Runs an ensemble.
     *
     * @param simulator of the model, which is not used any further by the caller meanwhile
     * @param seed of the ensemble
     * @param runs 1 or more
     * @param watch told of every run, and asked whether to go on
     * @return the runs 0 .. runs - 1 in this order
     * @throws java.util.concurrent.CancellationException when the watch said to stop
     */
    Ensemble run(Simulator simulator, long seed, int runs, RunWatch watch);
}
