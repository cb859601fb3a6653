package org.tongxin.core.stream;

/** Why a step raises an alarm or not. */
public enum AssessmentReason {
    /** So large an excess is rarer than the detector's alarm level. */
    RARE_EXCESS,
    /** Above the fixed threshold of a stream without enough history. */
    ABOVE_FIXED_THRESHOLD,
    /** Nothing unusual. */
    WITHIN_EXPECTATION,
    /** Rare, but fewer cases than any alarm needs. */
    TOO_FEW_CASES,
    /** Nothing was reported; that is not zero. */
    MISSING
}
