package org.tongxin.core.scan;

/** Refuses inputs that do not belong together. */
final class Shapes {

    private Shapes() {}

    static void requirePlaces(String what, int length, CaseCounts cases) {
        if (length != cases.places().size()) {
            throw new IllegalArgumentException("The " + what + " are given for " + length + " places, but there are "
                    + cases.places().size() + ".");
        }
    }

    static void requireSame(CaseCounts cases, CaseCounts controls) {
        if (cases.places() != controls.places()) {
            throw new IllegalArgumentException("Cases and controls must be counted at the same places object.");
        }
        if (cases.days() != controls.days()) {
            throw new IllegalArgumentException("The cases cover " + cases.days() + " days, the controls "
                    + controls.days() + ". Give both for one period.");
        }
    }
}
