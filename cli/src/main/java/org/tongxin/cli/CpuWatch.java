package org.tongxin.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.RunWatch;

/** Notes the processor time of each run on its own thread, and says how far the work is. */
final class CpuWatch implements RunWatch {

    private static final long SAY_AFTER_NANOS = 2_000_000_000L;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ThreadLocal<Long> before = ThreadLocal.withInitial(() -> 0L);
    private final long[] nanos;
    private final PrintWriter err;
    private long lastSaid = System.nanoTime();
    private int done;

    CpuWatch(int runs, PrintWriter err) {
        nanos = new long[runs];
        this.err = err;
    }

    @Override
    public void ended(int number, Run run) {
        long now = threads.getCurrentThreadCpuTime();
        nanos[number] = now - before.get();
        before.set(now);
        done++;
        if (System.nanoTime() - lastSaid > SAY_AFTER_NANOS) {
            lastSaid = System.nanoTime();
            err.println(done + " of " + nanos.length + " runs");
        }
    }

    @Override
    public boolean isStopped() {
        return false;
    }

    /** Median over the runs, in seconds. */
    double medianSeconds() {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2e9;
    }
}
