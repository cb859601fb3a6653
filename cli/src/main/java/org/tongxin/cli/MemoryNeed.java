package org.tongxin.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.Simulator;

/** Whether the runs fit in memory, asked before they start. */
final class MemoryNeed {

    private static final double MIB = 1024 * 1024;

    /** To make the people of a district: measured, 30 bytes each and room to collect. */
    static final int BYTES_OF_A_RESIDENT = 45;

    /** To make the network LN-1: four links a person as pairs and by person, and the lists they are drawn from. */
    static final int BYTES_OF_A_PERSON_LINKED = 110;

    private MemoryNeed() {}

    /**
     * Refuses people that would not fit, before any of them is made.
     *
     * @param population in the model's file, for the message
     */
    static void requirePeople(JsonValue population, long people, int bytesEach) {
        long needed = people * bytesEach;
        long there = Runtime.getRuntime().maxMemory();
        if (needed > there) {
            throw population.refused(String.format(
                    Locale.ROOT,
                    "%d people would need %.0f MiB to be made, but the program may take %.0f MiB. Take fewer people, or run"
                            + " it on a machine with more memory.",
                    people,
                    needed / MIB,
                    there / MIB));
        }
    }

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
