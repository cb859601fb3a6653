package org.tongxin.app.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A course of action: a name and what is done.
 *
 * @param code name of one of the {@link #READY} courses; its words are in the message bundles
 * @param rules none is doing nothing new
 * @param mode what is assumed about the way the response is organised; {@code null} for nothing
 */
public record Course(
        String code, List<CourseRule> rules, @Nullable ModeNumbers mode) {

    /** Doing nothing new. Always competes. */
    public static final Course NOTHING = new Course("NOTHING", List.of());

    private static final List<CourseRule> FOUND = List.of(
            everywhere(MeasureKind.SYMPTOM_TESTING, 40),
            everywhere(MeasureKind.CASE_ISOLATION, 90),
            everywhere(MeasureKind.CONTACT_TRACING, 70));

    /**
     * The courses on offer. Strengths are assumptions, to be edited. The last three say in measures what the playbooks of the
     * three response modes ask for: in the first, posts at the ways of the places that need them most (A5); in the second, at
     * all ways (B4); in the third, units that change their own work (C3). What all three share is equally strong in each,
     * and their {@link ModeNumbers} begin neutral, so that no effect is attributed to a mode.
     */
    public static final List<Course> READY = List.of(
            NOTHING,
            new Course("TRACE", FOUND),
            found(
                    "TARGETED",
                    null,
                    new CourseRule(MeasureKind.VENUE_LIMIT, 50, CourseRule.WARNED, 1, 14),
                    new CourseRule(MeasureKind.COMPOUND_CLOSURE, 70, CourseRule.WARNED, 1, 14)),
            found(
                    "BROAD",
                    null,
                    new CourseRule(MeasureKind.SCREENING, 70, CourseRule.WARNED, 1, 14),
                    new CourseRule(MeasureKind.VENUE_LIMIT, 60, CourseRule.DISTRICT, 1, 14),
                    new CourseRule(MeasureKind.SCHOOL_PAUSE, 100, CourseRule.DISTRICT, 1, 14),
                    new CourseRule(MeasureKind.WORK_REDUCTION, 50, CourseRule.DISTRICT, 1, 14)),
            found(
                    "LEAD_AND_COORDINATE",
                    ModeNumbers.NEUTRAL,
                    new CourseRule(MeasureKind.CHECKPOINTS, 50, CourseRule.WARNED, 1, 14)),
            found(
                    "CO_GOVERNANCE_PLUS",
                    ModeNumbers.NEUTRAL,
                    new CourseRule(MeasureKind.CHECKPOINTS, 50, CourseRule.DISTRICT, 1, 14)),
            found(
                    "THREE_NETWORKS",
                    ModeNumbers.NEUTRAL,
                    new CourseRule(MeasureKind.WORK_REDUCTION, 30, CourseRule.DISTRICT, 1, 14)));

    public Course {
        rules = List.copyOf(rules);
    }

    /** Without a mode. */
    public Course(String code, List<CourseRule> rules) {
        this(code, rules, null);
    }

    private static Course found(String code, @Nullable ModeNumbers mode, CourseRule... more) {
        return new Course(code, Stream.concat(FOUND.stream(), Stream.of(more)).toList(), mode);
    }

    private static CourseRule everywhere(MeasureKind kind, int strength) {
        return new CourseRule(kind, strength, CourseRule.DISTRICT, 1, 30);
    }

    /** The same, with the whole district where warned streets are meant: for when none is. */
    public Course everywhere() {
        return new Course(code, rules.stream().map(CourseRule::everywhere).toList(), mode);
    }

    /** Whether it does the same as another, whatever both are called. The order of different kinds does not matter. */
    public boolean doesAs(Course other) {
        return byKind().equals(other.byKind()) && numbers().equals(other.numbers());
    }

    private List<CourseRule> byKind() {
        return rules.stream().sorted(Comparator.comparing(CourseRule::kind)).toList();
    }

    private ModeNumbers numbers() {
        return mode == null ? ModeNumbers.NEUTRAL : mode;
    }

    /** The same, some days later. */
    public Course later(int by) {
        return new Course(code, rules.stream().map(rule -> rule.later(by)).toList(), mode);
    }
}
