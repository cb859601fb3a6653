package org.tongxin.app.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a course.
 *
 * @param strength per cent, 1 to {@link MeasureKind#mostStrength()}; see {@link MeasureKind}
 * @param place {@link #DISTRICT}, {@link #WARNED}, or the path of a street
 * @param startDay days from the start of the scenario, 0 to 60; counts for nothing where cases start it
 * @param days it lasts, at most where cases stop it, 1 to 60
 * @param doses of a vaccination; {@code null} for any other kind
 * @param startAt cases at which it starts; {@code null} where it starts on its day; never of a vaccination
 * @param stopAt cases to which they must fall for it to stop before its days are over; {@code null} likewise
 */
public record CourseRule(
        MeasureKind kind,
        int strength,
        String place,
        int startDay,
        int days,
        @Nullable Doses doses,
        @Nullable CaseCount startAt,
        @Nullable CaseCount stopAt) {

    private static final int LONGEST = 60;

    /** The whole district. */
    public static final String DISTRICT = "DISTRICT";

    /** The streets under an orange or red warning when the scenario was made. */
    public static final String WARNED = "WARNED";

    /** Any kind but a vaccination. */
    public CourseRule(MeasureKind kind, int strength, String place, int startDay, int days) {
        this(kind, strength, place, startDay, days, null);
    }

    /** By days alone. */
    public CourseRule(MeasureKind kind, int strength, String place, int startDay, int days, @Nullable Doses doses) {
        this(kind, strength, place, startDay, days, doses, null, null);
    }

    /** The same, some days later. */
    public CourseRule later(int by) {
        return new CourseRule(
                kind, strength, place, startDay + by, days, doses, startAt == null ? null : startAt.putOff(by), stopAt);
    }

    /** The same, in the whole district where warned streets are meant. */
    public CourseRule everywhere() {
        return place.equals(WARNED)
                ? new CourseRule(kind, strength, DISTRICT, startDay, days, doses, startAt, stopAt)
                : this;
    }

    /** Strength, start and length. */
    public List<NumberField> fields() {
        return List.of(
                new NumberField("strength", strength, 1, kind.mostStrength()),
                new NumberField("start", startDay, 0, LONGEST),
                new NumberField("days", days, 1, LONGEST));
    }

    /** The first day on which it acts; may lie after the run. */
    public int actsFrom() {
        return kind == MeasureKind.VACCINATION ? startDay + Doses.PROTECT_AFTER_DAYS : startDay;
    }

    /** Whether anything is seen of it in a run: a vaccination must protect before the last day. @param runs days of the run */
    public boolean actsWithin(int runs) {
        if (startAt != null) {
            return true;
        }
        return kind == MeasureKind.VACCINATION ? actsFrom() < runs : startDay <= runs;
    }

    /** Whether a vaccination, and nothing else, says whom it is offered to, within its ranges; it starts on a day. */
    public boolean dosesFit() {
        return kind == MeasureKind.VACCINATION
                ? doses != null && doses.fit() && startAt == null && stopAt == null
                : doses == null;
    }
}
