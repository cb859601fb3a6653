package org.tongxin.core.epidemic;

/** Sees the runs of an ensemble as they end. Called by several threads, one at a time. */
public interface RunWatch {

    /** Sees nothing and never stops. */
    RunWatch NONE = new RunWatch() {
        @Override
        public void ended(int number, Run run) {}

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    /** A run has ended. @param number in the ensemble, in any order */
    void ended(int number, Run run);

    /** Asked often, on every day of every run; true ends the ensemble without a result. */
    boolean isStopped();
}
