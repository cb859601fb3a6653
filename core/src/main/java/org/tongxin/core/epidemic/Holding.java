package org.tongxin.core.epidemic;

/** Holds people under restrictions, in the register and in the stocks that belong to them. One instance belongs to one thread. */
final class Holding {

    private final Register register;
    private final Tally tally;

    Holding(Register register, Tally tally) {
        this.register = register;
        this.tally = tally;
    }

    /** A weaker restriction never takes the place of a stronger one, and none gets shorter. */
    void restrict(int person, int community, Restriction how, int day, int until) {
        int before = register.restriction(person, day);
        if (before < how.ordinal() || before == how.ordinal() && register.restrictedUntil(person) < until) {
            replace(person, community, how, day, until);
        }
    }

    /** Whatever the restriction before. */
    void replace(int person, int community, Restriction how, int day, int until) {
        Restriction before = Restriction.of(register.restriction(person, day));
        change(community, before, -1, day, register.restrictedUntil(person));
        change(community, how, 1, day, until);
        register.restrict(person, how.ordinal(), until);
    }

    /** Enters people into the stocks of a restriction, or, with a negative number, takes the entry back. */
    private void change(int community, Restriction restriction, int people, int day, int until) {
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
