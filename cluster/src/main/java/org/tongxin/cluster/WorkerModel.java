package org.tongxin.cluster;

import org.jspecify.annotations.Nullable;
import org.tongxin.core.epidemic.Simulator;

/** The model that a worker's process has at hand: the last one asked for, shared by its tasks. Safe for use by several threads. */
final class WorkerModel {

    private static @Nullable ModelAt last;
    private static @Nullable Simulator prototype;

    private WorkerModel() {}

    /** A simulator of one's own. The first call makes the population, and the others wait for it. */
    static synchronized Simulator simulator(ModelAt asked) {
        Simulator ready = prototype;
        if (ready == null || !asked.equals(last)) {
            prototype = null;
            ready = Simulator.of(asked.read());
            prototype = ready;
            last = asked;
        }
        return ready.another();
    }
}
