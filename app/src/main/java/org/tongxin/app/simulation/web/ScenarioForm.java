package org.tongxin.app.simulation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.Doses;
import org.tongxin.app.simulation.MeasureKind;
import org.tongxin.app.simulation.ModeNumbers;
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

    /** Such as 3,000: accepted as a number. */
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([,，]\\d{3})+");

    private final Map<String, String> typed;

    ScenarioForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** One line of a course in the form. */
    record Row(
            String name,
            String kind,
            String strength,
            String place,
            String start,
            String days,
            String fromAge,
            String most) {}

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
            boolean chosen = typed == null ? warned || !isRepeated(course) : typed.containsKey("use." + course.code());
            choices.add(new Choice(course.code(), chosen, rows));
        }
        List<Row> own = new ArrayList<>();
        for (int i = 0; i < CUSTOM_ROWS; i++) {
            String name = CUSTOM + '.' + i;
            Map<String, String> from = typed == null ? Map.of() : typed;
            own.add(new Row(
                    name,
                    from.getOrDefault(name + ".kind", ""),
                    from.getOrDefault(name + ".strength", ""),
                    from.getOrDefault(name + ".place", CourseRule.DISTRICT),
                    from.getOrDefault(name + ".start", "1"),
                    from.getOrDefault(name + ".days", "14"),
                    from.getOrDefault(name + ".fromAge", "60"),
                    from.getOrDefault(name + ".most", "80")));
        }
        choices.add(new Choice(CUSTOM, typed != null && isOwn(typed), own));
        return choices;
    }

    /** Whether an own course is wanted: it is ticked, or has a measure. */
    private static boolean isOwn(Map<String, String> typed) {
        return typed.containsKey("use." + CUSTOM)
                || IntStream.range(0, CUSTOM_ROWS)
                        .anyMatch(row -> !typed.getOrDefault(CUSTOM + '.' + row + ".kind", "")
                                .isBlank());
    }

    /** Whether, with no warned street, a later course does the same. */
    private static boolean isRepeated(Course course) {
        return Course.READY.stream()
                .skip(Course.READY.indexOf(course) + 1L)
                .anyMatch(later -> later.everywhere().doesAs(course.everywhere()));
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
                from.getOrDefault(name + ".days", "" + rule.days()),
                "",
                "");
    }

    /** One assumption about all modes in the form: its name, and a cell for each course that has a mode. */
    record ModeLine(String field, List<Cell> cells) {}

    /** A number in the form. @param course code of the course it is for; empty for all */
    record Cell(String course, String name, String value) {}

    /** The assumptions about the modes, as they were typed or as they stand. */
    static List<ModeLine> modes(@Nullable Map<String, String> typed) {
        Map<String, String> from = typed == null ? Map.of() : typed;
        List<ModeLine> lines = new ArrayList<>();
        FormFields.of(ModeNumbers.NEUTRAL).forEach((field, value) -> {
            List<Cell> cells = new ArrayList<>();
            for (Course course : Course.READY) {
                if (course.mode() != null) {
                    String name = modeName(course, field);
                    cells.add(new Cell(course.code(), name, from.getOrDefault(name, "" + value)));
                }
            }
            lines.add(new ModeLine(field, cells));
        });
        return lines;
    }

    private static String modeName(Course course, String field) {
        return course.code() + ".mode." + field;
    }

    /** The capacities in the form, as they were typed or as they stand. */
    static List<Cell> capacities(@Nullable Map<String, String> typed, Capacities there) {
        return cells(typed, FormFields.of(there));
    }

    /** The costs in the form, likewise. */
    static List<Cell> costs(@Nullable Map<String, String> typed) {
        return cells(typed, FormFields.of(Costs.ASSUMED));
    }

    private static List<Cell> cells(@Nullable Map<String, String> typed, Map<String, Integer> fields) {
        Map<String, String> from = typed == null ? Map.of() : typed;
        return fields.entrySet().stream()
                .map(each -> new Cell("", each.getKey(), from.getOrDefault(each.getKey(), "" + each.getValue())))
                .toList();
    }

    /** What is to be foreseen; refused with the value where something that is to be an amount is none. */
    Outcome<NewScenario> scenario(SimulationSettings settings) {
        return FormFields.of(settings.capacities()).keySet().stream()
                .filter(name -> number(name, 0) < 0)
                .findFirst()
                .<Outcome<NewScenario>>map(name -> Outcome.refused("M-017", text(name)))
                .orElseGet(() -> Outcome.accepted(wanted(settings)));
    }

    private NewScenario wanted(SimulationSettings settings) {
        return new NewScenario(
                text("name"),
                warning(),
                courses(),
                number("members", settings.members()),
                number("days", settings.days()),
                number("scale", (int) Math.round(settings.scale() * PER_CENT)) / PER_CENT,
                typed.containsKey("later"),
                capacities(settings.capacities()),
                costs());
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
                courses.add(new Course(ready.code(), rules(ready), mode(ready)));
            }
        }
        if (isOwn(typed)) {
            courses.add(new Course(CUSTOM, own()));
        }
        return courses;
    }

    private @Nullable ModeNumbers mode(Course ready) {
        ModeNumbers otherwise = ready.mode();
        if (otherwise == null) {
            return null;
        }
        Map<String, Integer> numbers = new LinkedHashMap<>(FormFields.of(otherwise));
        numbers.replaceAll((field, value) -> number(modeName(ready, field), value, Integer.MIN_VALUE));
        return new ModeNumbers(
                numbers.getOrDefault("postsCovered", 0),
                numbers.getOrDefault("tracingDelayDays", 0),
                numbers.getOrDefault("resultDelayDays", 0),
                numbers.getOrDefault("staff", 0),
                numbers.getOrDefault("volunteers", 0),
                numbers.getOrDefault("tests", 0),
                numbers.getOrDefault("places", 0),
                numbers.getOrDefault("complianceAdded", 0));
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
        List<CourseRule> rules = new ArrayList<>();
        for (int i = 0; i < CUSTOM_ROWS; i++) {
            String name = CUSTOM + '.' + i;
            for (MeasureKind kind : MeasureKind.values()) {
                if (kind.name().equals(text(name + ".kind"))) {
                    rules.add(rule(name, kind, unsaid(kind)));
                }
            }
        }
        return rules;
    }

    private static CourseRule unsaid(MeasureKind kind) {
        return new CourseRule(kind, kind.usualStrength(), CourseRule.DISTRICT, NO_NUMBER, NO_NUMBER);
    }

    private CourseRule rule(String name, MeasureKind kind, CourseRule otherwise) {
        return new CourseRule(
                kind,
                number(name + ".strength", otherwise.strength()),
                typed.getOrDefault(name + ".place", otherwise.place()),
                number(name + ".start", otherwise.startDay()),
                number(name + ".days", otherwise.days()),
                kind == MeasureKind.VACCINATION ? doses(name) : null);
    }

    private Doses doses(String name) {
        return new Doses(number(name + ".fromAge", NO_NUMBER), number(name + ".most", NO_NUMBER));
    }

    private Costs costs() {
        Costs otherwise = Costs.ASSUMED;
        return new Costs(
                number("perHeldDay", otherwise.perHeldDay()),
                number("perTest", otherwise.perTest()),
                number("perStaffDay", otherwise.perStaffDay()),
                number("perBedDay", otherwise.perBedDay()));
    }

    private Capacities capacities(Capacities otherwise) {
        return new Capacities(
                number("beds", otherwise.beds()),
                number("intensiveBeds", otherwise.intensiveBeds()),
                number("isolationPlaces", otherwise.isolationPlaces()),
                number("quarantinePlaces", otherwise.quarantinePlaces()),
                number("testsPerDay", otherwise.testsPerDay()),
                number("casesTracedPerDay", otherwise.casesTracedPerDay()),
                number("staff", otherwise.staff()),
                number("volunteers", otherwise.volunteers()));
    }

    private int number(String name, int otherwise) {
        return number(name, otherwise, NO_NUMBER);
    }

    private int number(String name, int otherwise, int noNumber) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(THOUSANDS.matcher(text).matches() ? text.replaceAll("[,，]", "") : text);
        } catch (NumberFormatException typedOtherwise) {
            return noNumber;
        }
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
