package org.tongxin.core.search;

import org.tongxin.core.epidemic.Measure;

/**
 * Kinds of measures, from the least restrictive to the most. The order is an assumption of ours: first what asks nothing of
 * anybody, then what touches cases and contacts, then what touches everybody. It decides only between policies that restrict
 * equally many person-days.
 */
public enum MeasureKind {
    VACCINATION,
    SYMPTOM_TESTING,
    SELF_ISOLATION,
    SCREENING,
    MASKS,
    CASE_ISOLATION,
    CONTACT_TRACING,
    CONTACT_LIMIT,
    MOVEMENT_LIMIT,
    COMPOUND_LOCKDOWN;

    /** The kind of a measure. */
    public static MeasureKind of(Measure measure) {
        return switch (measure) {
            case Measure.Vaccination ignored -> VACCINATION;
            case Measure.SymptomTesting ignored -> SYMPTOM_TESTING;
            case Measure.SelfIsolation ignored -> SELF_ISOLATION;
            case Measure.Screening ignored -> SCREENING;
            case Measure.Masks ignored -> MASKS;
            case Measure.CaseIsolation ignored -> CASE_ISOLATION;
            case Measure.ContactTracing ignored -> CONTACT_TRACING;
            case Measure.ContactLimit ignored -> CONTACT_LIMIT;
            case Measure.MovementLimit ignored -> MOVEMENT_LIMIT;
            case Measure.CompoundLockdown ignored -> COMPOUND_LOCKDOWN;
        };
    }
}
