package org.tongxin.app.simulation;

import java.util.List;

/**
 * Confirmed cases over some days, in the district's numbers, by which a measure starts or stops: those of the places the measure
 * is about, confirmed up to the evening before.
 *
 * @param cases 1 to {@value #MOST_CASES} for a start, 0 or more for a stop
 * @param within days over which they are summed up, 1 to {@value #MOST_DAYS}
 * @param later days by which what they say is put off, 0 or more
 */
public record CaseCount(int cases, int within, int later) {

    /** More is no trigger that a district waits for. */
    public static final int MOST_CASES = 1_000_000;

    /** Likewise. */
    public static final int MOST_DAYS = 14;

    /** At once. */
    public CaseCount(int cases, int within) {
        this(cases, within, 0);
    }

    /** Both numbers. @param least cases */
    public List<NumberField> fields(int least) {
        return List.of(
                new NumberField("cases", cases, least, MOST_CASES), new NumberField("within", within, 1, MOST_DAYS));
    }

    /** Whether both lie in their ranges. @param least cases */
    public boolean fits(int least) {
        return fields(least).stream().allMatch(NumberField::fits);
    }

    /** Whether so many are met as soon as the others are: no fewer a day than those. */
    public boolean reaches(CaseCount other) {
        return (long) cases * other.within >= (long) other.cases * within;
    }

    CaseCount putOff(int days) {
        return new CaseCount(cases, within, later + days);
    }
}
