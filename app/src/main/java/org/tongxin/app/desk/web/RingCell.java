package org.tongxin.app.desk.web;

import java.util.Locale;
import org.tongxin.app.organisation.Area;

/**
 * One ring of one street.
 *
 * @param there of {@code all}; where {@code all} is 0 there is nothing to connect
 * @param outline of its cell in the drawing
 */
record RingCell(Area street, Rings.Ring ring, int there, int all, String outline) {

    /** From here on a cell counts as connected, in per cent. Suggested values, as is the next. */
    private static final int CONNECTED = 92;

    private static final int PARTLY = 80;

    /** How a cell is drawn. */
    enum State {
        CONNECTED,
        PARTLY,
        GAP,
        NOTHING
    }

    State state() {
        long percent = all == 0 ? 0 : 100L * there / all;
        return all == 0
                ? State.NOTHING
                : percent >= CONNECTED ? State.CONNECTED : percent >= PARTLY ? State.PARTLY : State.GAP;
    }

    public boolean isGap() {
        return state() == State.GAP;
    }

    public int missing() {
        return all - there;
    }

    public String style() {
        return "tx-ring-" + state().name().toLowerCase(Locale.ROOT);
    }
}
