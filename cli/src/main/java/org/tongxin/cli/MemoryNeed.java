package org.tongxin.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.Simulator;

/** Whether the runs fit in memory, asked before they start. */
final class MemoryNeed {

    private static final double MIB = 1024 * 1024;

    private MemoryNeed() {}

    /**
     * Refuses what would not fit.
     *
     * @param file of the model, for the message
     * @param simulators that are there at the same time
     */
    static void require(Path file, Model asked, int simulators, int threads) {
        long needed = simulators * Simulator.bytes(asked);
        long free = Runtime.getRuntime().maxMemory() - asked.population().bytes();
        if (needed > free) {
            throw BadInput.in(
                    file,
                    String.format(
                            Locale.ROOT,
                            "the runs would need %.0f MiB with %d threads, but %.0f MiB are left beside the people."
                                    + " Use fewer threads, a smaller scale, or fewer days.",
                            needed / MIB,
                            threads,
                            free / MIB));
        }
    }
}
