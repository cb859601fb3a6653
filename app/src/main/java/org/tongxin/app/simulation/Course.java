package org.tongxin.app.simulation;

import java.util.List;

/**
 * A course of action: a name and what is done.
 *
 * @param code name of one of the {@link #READY} courses; its words are in the message bundles
 * @param rules none is doing nothing new
 */
public record Course(String code, List<CourseRule> rules) {

    /** Doing nothing new. Always competes. */
    public static final Course NOTHING = new Course("NOTHING", List.of());

    /** The courses on offer, less restrictive first. Strengths are assumptions, to be edited. */
    public static final List<Course> READY = List.of(
            NOTHING,
            new Course(
                    "TRACE",
                    List.of(
                            everywhere(MeasureKind.SYMPTOM_TESTING, 40),
                            everywhere(MeasureKind.CASE_ISOLATION, 90),
                            everywhere(MeasureKind.CONTACT_TRACING, 70))),
            new Course(
                    "TARGETED",
                    List.of(
                            everywhere(MeasureKind.SYMPTOM_TESTING, 40),
                            everywhere(MeasureKind.CASE_ISOLATION, 90),
                            everywhere(MeasureKind.CONTACT_TRACING, 70),
                            new CourseRule(MeasureKind.VENUE_LIMIT, 50, CourseRule.WARNED, 1, 14),
                            new CourseRule(MeasureKind.COMPOUND_CLOSURE, 70, CourseRule.WARNED, 1, 14))),
            new Course(
                    "BROAD",
                    List.of(
                            everywhere(MeasureKind.SYMPTOM_TESTING, 40),
                            everywhere(MeasureKind.CASE_ISOLATION, 90),
                            everywhere(MeasureKind.CONTACT_TRACING, 70),
                            new CourseRule(MeasureKind.SCREENING, 70, CourseRule.WARNED, 1, 14),
                            new CourseRule(MeasureKind.VENUE_LIMIT, 60, CourseRule.DISTRICT, 1, 14),
                            new CourseRule(MeasureKind.SCHOOL_PAUSE, 100, CourseRule.DISTRICT, 1, 14),
                            new CourseRule(MeasureKind.WORK_REDUCTION, 50, CourseRule.DISTRICT, 1, 14))));

    public Course {
        rules = List.copyOf(rules);
    }

    private static CourseRule everywhere(MeasureKind kind, int strength) {
        return new CourseRule(kind, strength, CourseRule.DISTRICT, 1, 30);
    }

    /** The same, with the whole district where warned streets are meant: for when none is. */
    public Course everywhere() {
        return new Course(code, rules.stream().map(CourseRule::everywhere).toList());
    }

    /** The same, some days later. */
    public Course later(int by) {
        return new Course(code, rules.stream().map(rule -> rule.later(by)).toList());
    }
}
