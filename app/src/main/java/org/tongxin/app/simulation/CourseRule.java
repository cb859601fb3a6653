package org.tongxin.app.simulation;

import org.jspecify.annotations.Nullable;

/**
 * One line of a course.
 *
 * @param strength per cent, 1 to {@link MeasureKind#mostStrength()}; see {@link MeasureKind}
 * @param place {@link #DISTRICT}, {@link #WARNED}, or the path of a street
 * @param startDay days from the start of the scenario, 0 to 60
 * @param days it lasts, 1 to 60
 * @param doses of a vaccination; {@code null} for any other kind
 */
public record CourseRule(
        MeasureKind kind,
        int strength,
        String place,
        int startDay,
        int days,
        @Nullable Doses doses) {

    /** The whole district. */
    public static final String DISTRICT = "DISTRICT";

    /** The streets under an orange or red warning when the scenario was made. */
    public static final String WARNED = "WARNED";

    /** Any kind but a vaccination. */
    public CourseRule(MeasureKind kind, int strength, String place, int startDay, int days) {
        this(kind, strength, place, startDay, days, null);
    }

    /** The same, some days later. */
    public CourseRule later(int by) {
        return new CourseRule(kind, strength, place, startDay + by, days, doses);
    }

    /** The same, in the whole district where warned streets are meant. */
    public CourseRule everywhere() {
        return place.equals(WARNED) ? new CourseRule(kind, strength, DISTRICT, startDay, days, doses) : this;
    }

    /** Whether strength, start and length lie in their ranges. */
    public boolean fits() {
        return strength >= 1
                && strength <= kind.mostStrength()
                && startDay >= 0
                && startDay <= 60
                && days >= 1
                && days <= 60;
    }

    /** The first day on which it acts; may lie after the run. */
    public int actsFrom() {
        return kind == MeasureKind.VACCINATION ? startDay + Doses.PROTECT_AFTER_DAYS : startDay;
    }

    /** Whether anything is seen of it in a run: a vaccination must protect before the last day. @param runs days of the run */
    public boolean actsWithin(int runs) {
        return kind == MeasureKind.VACCINATION ? actsFrom() < runs : startDay <= runs;
    }

    /** Whether a vaccination, and nothing else, says whom it is offered to, within its ranges. */
    public boolean dosesFit() {
        return kind == MeasureKind.VACCINATION ? doses != null && doses.fit() : doses == null;
    }
}
