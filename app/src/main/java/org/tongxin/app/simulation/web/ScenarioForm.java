package org.tongxin.app.simulation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.MeasureKind;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.SimulationSettings;

/**
 * The form of a new scenario as it was typed: names are flat, such as {@code TRACE.0.strength}. What is no number becomes one
 * that is refused with its reason.
 */
final class ScenarioForm {

    /** A course that somebody puts together. */
    static final String CUSTOM = "CUSTOM";

    private static final int CUSTOM_ROWS = 3;
    private static final int NO_NUMBER = -1;
    private static final double PER_CENT = 100;

    private final Map<String, String> typed;

    ScenarioForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** One line of a course in the form. */
    record Row(String name, String kind, String strength, String place, String start, String days) {}

    /** A course in the form. */
    record Choice(String code, boolean chosen, List<Row> rows) {}

    /** The courses on offer, as they were typed or as they stand. @param warned whether any street is under a warning */
    static List<Choice> choices(@Nullable Map<String, String> typed, boolean warned) {
        List<Choice> choices = new ArrayList<>();
        for (Course course : Course.READY) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < course.rules().size(); i++) {
                rows.add(row(course.code() + '.' + i, course.rules().get(i), typed, warned));
            }
            boolean chosen = typed == null || typed.containsKey("use." + course.code());
            choices.add(new Choice(course.code(), chosen, rows));
        }
        List<Row> own = new ArrayList<>();
        for (int i = 0; i < CUSTOM_ROWS; i++) {
            String name = CUSTOM + '.' + i;
            Map<String, String> from = typed == null ? Map.of() : typed;
            own.add(new Row(
                    name,
                    from.getOrDefault(name + ".kind", ""),
                    from.getOrDefault(name + ".strength", "50"),
                    from.getOrDefault(name + ".place", CourseRule.DISTRICT),
                    from.getOrDefault(name + ".start", "1"),
                    from.getOrDefault(name + ".days", "14")));
        }
        choices.add(new Choice(CUSTOM, typed != null && typed.containsKey("use." + CUSTOM), own));
        return choices;
    }

    private static Row row(String name, CourseRule rule, @Nullable Map<String, String> typed, boolean warned) {
        String place = warned ? rule.place() : rule.everywhere().place();
        Map<String, String> from = typed == null ? Map.of() : typed;
        return new Row(
                name,
                rule.kind().name(),
                from.getOrDefault(name + ".strength", "" + rule.strength()),
                from.getOrDefault(name + ".place", place),
                from.getOrDefault(name + ".start", "" + rule.startDay()),
                from.getOrDefault(name + ".days", "" + rule.days()));
    }

    NewScenario scenario(SimulationSettings settings) {
        return new NewScenario(
                text("name"),
                warning(),
                courses(),
                number("members", settings.members()),
                number("days", settings.days()),
                number("scale", (int) Math.round(settings.scale() * PER_CENT)) / PER_CENT,
                typed.containsKey("later"),
                capacities(settings.capacities()));
    }

    private @Nullable UUID warning() {
        try {
            return text("warning").isEmpty() ? null : UUID.fromString(text("warning"));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private List<Course> courses() {
        List<Course> courses = new ArrayList<>();
        for (Course ready : Course.READY) {
            if (typed.containsKey("use." + ready.code())) {
                courses.add(new Course(ready.code(), rules(ready)));
            }
        }
        if (typed.containsKey("use." + CUSTOM)) {
            courses.add(new Course(CUSTOM, own()));
        }
        return courses;
    }

    private List<CourseRule> rules(Course ready) {
        List<CourseRule> rules = new ArrayList<>();
        for (int i = 0; i < ready.rules().size(); i++) {
            CourseRule rule = ready.rules().get(i);
            String name = ready.code() + '.' + i;
            rules.add(rule(name, rule.kind(), rule));
        }
        return rules;
    }

    private List<CourseRule> own() {
        CourseRule unsaid =
                new CourseRule(MeasureKind.VENUE_LIMIT, NO_NUMBER, CourseRule.DISTRICT, NO_NUMBER, NO_NUMBER);
        List<CourseRule> rules = new ArrayList<>();
        for (int i = 0; i < CUSTOM_ROWS; i++) {
            String name = CUSTOM + '.' + i;
            for (MeasureKind kind : MeasureKind.values()) {
                if (kind.name().equals(text(name + ".kind"))) {
                    rules.add(rule(name, kind, unsaid));
                }
            }
        }
        return rules;
    }

    private CourseRule rule(String name, MeasureKind kind, CourseRule otherwise) {
        return new CourseRule(
                kind,
                number(name + ".strength", otherwise.strength()),
                typed.getOrDefault(name + ".place", otherwise.place()),
                number(name + ".start", otherwise.startDay()),
                number(name + ".days", otherwise.days()));
    }

    private Capacities capacities(Capacities otherwise) {
        return new Capacities(
                amount("beds", otherwise.beds()),
                amount("intensiveBeds", otherwise.intensiveBeds()),
                amount("isolationPlaces", otherwise.isolationPlaces()),
                amount("quarantinePlaces", otherwise.quarantinePlaces()),
                amount("testsPerDay", otherwise.testsPerDay()),
                amount("casesTracedPerDay", otherwise.casesTracedPerDay()),
                amount("staff", otherwise.staff()),
                amount("volunteers", otherwise.volunteers()));
    }

    private int amount(String name, int otherwise) {
        return Math.max(0, number(name, otherwise));
    }

    private int number(String name, int otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return NO_NUMBER;
        }
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
