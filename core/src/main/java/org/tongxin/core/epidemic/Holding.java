package org.tongxin.core.epidemic;

/** Enters people into the stocks that belong to a restriction, or, with a negative number, takes the entry back. */
final class Holding {

    private Holding() {}

    static void change(Tally tally, int community, Restriction restriction, int people, int day, int until) {
        if (restriction.isIsolation()) {
            tally.hold(Tally.Stock.ISOLATED, people, day, until);
        }
        if (restriction.isQuarantine()) {
            tally.hold(Tally.Stock.QUARANTINED, people, day, until);
        }
        if (restriction == Restriction.ISOLATION_PLACE) {
            tally.hold(Tally.Stock.IN_ISOLATION_PLACE, people, day, until);
        }
        if (restriction == Restriction.QUARANTINE_PLACE) {
            tally.hold(Tally.Stock.IN_QUARANTINE_PLACE, people, day, until);
        }
        if (restriction.isIsolation() || restriction.isQuarantine()) {
            tally.heldIn(community, people, day, until);
        }
    }
}
