package org.tongxin.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.tongxin.core.search.SearchWatch;

/** Says how far a search is: each stage once, and what goes on in it every two seconds at most. */
final class StageWatch implements SearchWatch {

    private static final long SAY_AFTER_NANOS = 2_000_000_000L;

    private final PrintWriter err;
    private Stage said = Stage.PILOT;
    private long lastSaid = System.nanoTime();

    StageWatch(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void at(Stage stage, int candidates, long runs) {
        long now = System.nanoTime();
        if (stage != said || now - lastSaid > SAY_AFTER_NANOS) {
            said = stage;
            lastSaid = now;
            err.println(
                    stage.name().toLowerCase(Locale.ROOT) + ": " + candidates + " policies, after " + runs + " runs");
        }
    }

    @Override
    public boolean isStopped() {
        return false;
    }
}
