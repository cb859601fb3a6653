package org.tongxin.cluster;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;

/** What comes back from a task, as bytes. Immutable; safe for use by several threads. */
final class Part implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final int from;
    private final List<byte[]> runs;
    private final byte[] places;

    /**
     * Writes down what was run.
     *
     * @param from number of the first run
     * @param runs in the order of their numbers
     * @param places sums of the same runs
     */
    Part(int from, List<Run> runs, PlaceTotals places) {
        this.from = from;
        this.runs = List.copyOf(runs.stream().map(Run::toBytes).toList());
        this.places = places.toBytes();
    }

    /** Puts the runs into the places of their numbers. */
    void putInto(Run[] all) {
        for (int i = 0; i < runs.size(); i++) {
            all[from + i] = Run.ofBytes(runs.get(i));
        }
    }

    PlaceTotals places() {
        return PlaceTotals.ofBytes(places);
    }
}
