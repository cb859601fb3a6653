package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.NumberField;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioWords;
import org.tongxin.app.simulation.Situation;

/** What may be foreseen: sizes, lawful measures in places that exist, and room in memory. Thread-safe. */
@Component
public class ScenarioLimits {

    private static final long MEGABYTE = 1 << 20;

    private final DistrictPeople people;
    private final Organisation organisation;

    ScenarioLimits(DistrictPeople people, Organisation organisation) {
        this.people = people;
        this.organisation = organisation;
    }

    /** Why it is refused; empty when it can be run. */
    public Optional<Outcome<Scenario>> refusal(NewScenario wanted, Situation from, Area district) {
        if (wanted.name().isBlank()) {
            return Optional.of(Outcome.refused("M-003"));
        }
        if (wanted.name().length() > NewScenario.LONGEST_NAME) {
            return Optional.of(Outcome.refused("M-023", wanted.name().length(), NewScenario.LONGEST_NAME));
        }
        return numberRefusal("M-004", wanted.fields())
                .or(() -> numberRefusal("M-017", wanted.capacities().fields()))
                .or(() -> numberRefusal("M-016", wanted.costs().fields()))
                .or(() -> courseRefusal(wanted, from))
                .or(() -> roomRefusal(wanted, district));
    }

    /** Why numbers are refused, with what stands before them in the sentence. */
    private static Optional<Outcome<Scenario>> numberRefusal(String code, List<NumberField> fields, Object... before) {
        return fields.stream().filter(field -> !field.fits()).findFirst().map(field -> {
            List<Object> arguments = new ArrayList<>(List.of(before));
            arguments.addAll(List.of(ScenarioWords.of(code, field), field.value(), field.least(), field.most()));
            return Outcome.refused(code, arguments.toArray());
        });
    }

    private Optional<Outcome<Scenario>> courseRefusal(NewScenario wanted, Situation from) {
        if (wanted.courses().stream().allMatch(each -> each.rules().isEmpty())
                || withNothing(wanted.courses()).size() > NewScenario.MOST_COURSES) {
            return Optional.of(Outcome.refused("M-005", NewScenario.MOST_COURSES));
        }
        return wanted.courses().stream()
                .map(course -> courseRefusal(course, from, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Outcome<Scenario>> courseRefusal(Course course, Situation from, NewScenario wanted) {
        if (course.rules().isEmpty() && !course.code().equals(Course.NOTHING.code())) {
            return Optional.of(Outcome.refused("M-018", "COURSE_" + course.code()));
        }
        ModeNumbers mode = course.mode();
        Optional<Outcome<Scenario>> unfit =
                mode == null ? Optional.empty() : numberRefusal("M-015", mode.fields(), "COURSE_" + course.code());
        if (unfit.isPresent()) {
            return unfit;
        }
        return course.rules().stream()
                .map(rule -> ruleRefusal(rule, from, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Outcome<Scenario>> ruleRefusal(CourseRule rule, Situation from, NewScenario wanted) {
        String measure = "MEASURE_" + rule.kind();
        if (!rule.kind().lawful()) {
            return Optional.of(Outcome.refused("M-006", measure));
        }
        Optional<Outcome<Scenario>> unfit = numberRefusal("M-007", rule.fields(), measure);
        if (unfit.isPresent()) {
            return unfit;
        }
        if (!rule.dosesFit()) {
            return Optional.of(Outcome.refused("M-014"));
        }
        if (!rule.actsWithin(wanted.days())) {
            return Optional.of(Outcome.refused("M-019", measure, rule.actsFrom(), wanted.days()));
        }
        Optional<Outcome<Scenario>> byCases = CaseLimits.refusal(rule, wanted.scale());
        if (byCases.isPresent()) {
            return byCases;
        }
        return isKnown(rule.place(), from) ? Optional.empty() : Optional.of(Outcome.refused("M-008", measure));
    }

    private boolean isKnown(String place, Situation from) {
        return switch (place) {
            case CourseRule.DISTRICT -> true;
            case CourseRule.WARNED -> !from.warned().isEmpty();
            default ->
                organisation.taskedStreets(organisation.district().path()).stream()
                        .anyMatch(street -> street.path().equals(place));
        };
    }

    private Optional<Outcome<Scenario>> roomRefusal(NewScenario wanted, Area district) {
        long needed = ScenarioEngine.bytes(
                people.totals(district.path()).orElseThrow(),
                wanted,
                withNothing(wanted.courses()).size());
        return needed <= ScenarioEngine.room()
                ? Optional.empty()
                : Optional.of(Outcome.refused("M-009", needed / MEGABYTE, ScenarioEngine.room() / MEGABYTE));
    }

    /** The same courses, with doing nothing new first where it was missing. */
    public static List<Course> withNothing(List<Course> courses) {
        boolean there = courses.stream().anyMatch(each -> each.code().equals(Course.NOTHING.code()));
        List<Course> all = new ArrayList<>(courses);
        if (!there) {
            all.addFirst(Course.NOTHING);
        }
        return all;
    }
}
