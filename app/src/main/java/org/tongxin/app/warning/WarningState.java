package org.tongxin.app.warning;

/** Where a warning stands. */
public enum WarningState {
    /** Drafted from a rating; the analyst has not yet proposed it. */
    DRAFT,
    /** Proposed by the analyst; the duty officer checks it. */
    PROPOSED,
    /** Checked and handed up; the signatory decides. */
    SUBMITTED,
    ISSUED,
    DECLINED,
    LIFTED,
    SUPERSEDED,
    LAPSED
}
