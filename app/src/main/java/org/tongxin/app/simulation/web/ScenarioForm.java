package org.tongxin.app.simulation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.CaseCount;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.Doses;
import org.tongxin.app.simulation.MeasureKind;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.NumberField;
import org.tongxin.app.simulation.ScenarioWords;
import org.tongxin.app.simulation.SimulationSettings;

/**
 * The form of a new scenario as it was typed: names are flat, such as {@code TRACE.0.strength}. What is no number becomes one
 * that is refused with the name of its field and what was typed.
 */
final class ScenarioForm {

    /** A course that somebody puts together. */
    static final String CUSTOM = "CUSTOM";

    private static final int CUSTOM_ROWS = 3;
    private static final int NO_NUMBER = Integer.MIN_VALUE;
    private static final double PER_CENT = 100;
    private static final int MOST_SHOWN = 40;
    private static final int USUAL_START = 1;
    private static final int USUAL_DAYS = 14;

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
            String most,
            String startCases,
            String startWithin,
            String stopCases,
            String stopWithin) {}

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
                    from.getOrDefault(name + ".start", "" + USUAL_START),
                    from.getOrDefault(name + ".days", "" + USUAL_DAYS),
                    from.getOrDefault(name + ".fromAge", "60"),
                    from.getOrDefault(name + ".most", "80"),
                    from.getOrDefault(name + ".startCases", ""),
                    from.getOrDefault(name + ".startWithin", ""),
                    from.getOrDefault(name + ".stopCases", ""),
                    from.getOrDefault(name + ".stopWithin", "")));
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
                "",
                from.getOrDefault(name + ".startCases", ""),
                from.getOrDefault(name + ".startWithin", ""),
                from.getOrDefault(name + ".stopCases", ""),
                from.getOrDefault(name + ".stopWithin", ""));
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

    /** What is to be foreseen; refused with the field and the value where something typed cannot be. */
    Outcome<NewScenario> scenario(SimulationSettings settings) {
        if (!text("warning").isEmpty() && warning() == null) {
            return Outcome.refused("M-024", text("warning"));
        }
        NewScenario wanted = wanted(settings);
        return refused("M-004", wanted.fields(), "")
                .or(() -> refused("M-017", wanted.capacities().fields(), ""))
                .or(() -> refused("M-016", wanted.costs().fields(), ""))
                .or(() -> wanted.courses().stream()
                        .map(this::refused)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> Outcome.accepted(wanted));
    }

    private Optional<Outcome<NewScenario>> refused(Course course) {
        ModeNumbers mode = course.mode();
        if (mode != null) {
            Optional<Outcome<NewScenario>> unfit =
                    refused("M-015", mode.fields(), course.code() + ".mode.", "COURSE_" + course.code());
            if (unfit.isPresent()) {
                return unfit;
            }
        }
        List<String> names = names(course);
        return IntStream.range(0, names.size())
                .mapToObj(i -> refused(names.get(i), course.rules().get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Names of the lines of a course, in the order of its rules. */
    private List<String> names(Course course) {
        return course.code().equals(CUSTOM)
                ? IntStream.range(0, CUSTOM_ROWS)
                        .mapToObj(row -> CUSTOM + '.' + row)
                        .filter(name -> kind(name).isPresent())
                        .toList()
                : IntStream.range(0, course.rules().size())
                        .mapToObj(rule -> course.code() + '.' + rule)
                        .toList();
    }

    private Optional<Outcome<NewScenario>> refused(String name, CourseRule rule) {
        String measure = "MEASURE_" + rule.kind();
        return refused("M-007", rule.fields(), name + '.', measure)
                .or(() -> refused(name + ".start", measure, true, rule.startAt()))
                .or(() -> refused(name + ".stop", measure, false, rule.stopAt()));
    }

    private Optional<Outcome<NewScenario>> refused(
            String name, String measure, boolean start, @Nullable CaseCount cases) {
        int least = start ? 1 : 0;
        return cases == null || cases.fits(least)
                ? Optional.empty()
                : Optional.of(Outcome.refused(
                        "M-020",
                        measure,
                        ScenarioWords.byCases(start),
                        shown(name + "Cases"),
                        shown(name + "Within"),
                        least,
                        CaseCount.MOST_CASES,
                        CaseCount.MOST_DAYS));
    }

    /** @param prefix of the names in the form @param before what stands before the field in the sentence */
    private Optional<Outcome<NewScenario>> refused(
            String code, List<NumberField> fields, String prefix, Object... before) {
        return fields.stream().filter(field -> !field.fits()).findFirst().map(field -> {
            List<Object> arguments = new ArrayList<>(List.of(before));
            arguments.addAll(
                    List.of(ScenarioWords.of(code, field), shown(prefix + field.name()), field.least(), field.most()));
            return Outcome.refused(code, arguments.toArray());
        });
    }

    /** What was typed, as a sentence shows it. */
    private String shown(String name) {
        String text = text(name);
        return text.isEmpty() ? "FORM_EMPTY" : text.substring(0, Math.min(MOST_SHOWN, text.length()));
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
        numbers.replaceAll((field, value) -> number(modeName(ready, field), value));
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
            kind(name).ifPresent(kind -> rules.add(rule(name, kind, unsaid(kind))));
        }
        return rules;
    }

    private Optional<MeasureKind> kind(String name) {
        return Arrays.stream(MeasureKind.values())
                .filter(kind -> kind.name().equals(text(name + ".kind")))
                .findFirst();
    }

    private static CourseRule unsaid(MeasureKind kind) {
        return new CourseRule(kind, kind.usualStrength(), CourseRule.DISTRICT, USUAL_START, USUAL_DAYS);
    }

    private CourseRule rule(String name, MeasureKind kind, CourseRule otherwise) {
        return new CourseRule(
                kind,
                usual(name + ".strength", otherwise.strength()),
                typed.getOrDefault(name + ".place", otherwise.place()),
                number(name + ".start", otherwise.startDay()),
                number(name + ".days", otherwise.days()),
                kind == MeasureKind.VACCINATION ? doses(name) : null,
                cases(name + ".start"),
                cases(name + ".stop"));
    }

    /** Both left empty is by days alone; one of them is refused. */
    private @Nullable CaseCount cases(String name) {
        return text(name + "Cases").isEmpty() && text(name + "Within").isEmpty()
                ? null
                : new CaseCount(number(name + "Cases", NO_NUMBER), number(name + "Within", NO_NUMBER));
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

    /** What is left empty is what it usually is. */
    private int usual(String name, int otherwise) {
        return text(name).isEmpty() ? otherwise : number(name, otherwise);
    }

    /** @param otherwise where the form has no such field; one that is left empty holds no number */
    private int number(String name, int otherwise) {
        if (!typed.containsKey(name)) {
            return otherwise;
        }
        String text = text(name);
        try {
            return Integer.parseInt(THOUSANDS.matcher(text).matches() ? text.replaceAll("[,，]", "") : text);
        } catch (NumberFormatException typedOtherwise) {
            return NO_NUMBER;
        }
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
