package org.tongxin.app.plans.complaints;

/** What became of a complaint. The first two uphold it. */
public enum ComplaintOutcome {
    ENDED,
    CHANGED,
    NOT_UPHELD,
    OUTSIDE_COMPETENCE;

    public boolean upheld() {
        return this == ENDED || this == CHANGED;
    }
}
