package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.CaseCount;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.Doses;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.core.epidemic.Capacity;
import org.tongxin.core.epidemic.FittedArrivals;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.RemainingContacts;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Rule;
import org.tongxin.core.epidemic.Scope;
import org.tongxin.core.epidemic.Trigger;
import org.tongxin.core.epidemic.Workload;

/**
 * Says a course in the words of the engine. Numbers that are not strengths are assumptions: a test finds nine of ten infectious
 * people and nobody else, its result comes the next day; isolation lasts ten days, quarantine seven with tests on the second,
 * fifth and seventh, nine of ten follow it; contacts of four days are asked after; everybody is tested every three days; a
 * closed compound opens after seven days without a case. Without a bed a tenth of severe cases die in addition.
 * A mask prevents three tenths of transmission at a contact. A dose prevents a fifth of infections on contact and three fifths of severe courses, from two weeks later on.
 */
final class CourseRules {

    private static final Measure.Test TEST = new Measure.Test(0.9, 1, 1);
    private static final int ISOLATION_DAYS = 10;
    private static final int QUARANTINE_DAYS = 7;
    private static final int LOOK_BACK_DAYS = 4;
    private static final double FOLLOW_QUARANTINE = 0.9;
    private static final List<Integer> QUARANTINE_TESTS = List.of(1, 4, 6);
    private static final int SCREENING_EVERY = 3;
    private static final int CLOSED_DAYS = 7;
    private static final double MASK_PREVENTS = 0.3;
    private static final double DEATHS_WITHOUT_BED = 0.1;

    private static final double PER_CENT = 100;
    private static final int DECADE = 10;
    private static final Measure.Protection DOSE = new Measure.Protection(0.2, 0.6);

    /** Of people with symptoms who come to a fever clinic by themselves on a day: the daily work that no course stops. */
    private static final double CLINIC = 0.15;

    private final Town town;
    private final List<String> warned;

    CourseRules(Town town, List<String> warned) {
        this.town = town;
        this.warned = warned;
    }

    /** What is done and with what; capacities are scaled to the town. Days later a rule may lie after the run and is left out. */
    Response response(Course course, Capacities there, int days) {
        List<Rule> rules = new ArrayList<>();
        course.rules().stream()
                .filter(rule -> rule.startAt() != null || rule.startDay() <= days)
                .forEach(rule -> rules.add(rule(rule, days)));
        rules.add(new Rule(
                "fever clinics",
                new Measure.SymptomTesting(CLINIC, TEST),
                new Scope.District(),
                new Trigger.OnDay(-FittedArrivals.HISTORY),
                new Trigger.OnDay(days + 1),
                days + FittedArrivals.HISTORY + 1));
        Response response =
                new Response(rules, capacity(there), workload(), RemainingContacts.ASSUMED, DEATHS_WITHOUT_BED);
        ModeNumbers mode = course.mode();
        return mode == null ? response : mode.assumptions(course.code()).apply(response);
    }

    private Rule rule(CourseRule rule, int days) {
        Doses doses = rule.doses();
        if (doses != null) {
            return vaccination(rule, doses, days);
        }
        return new Rule(rule.kind().name(), measure(rule), scope(rule.place()), start(rule), stop(rule), rule.days());
    }

    /** By cases it may start again after its end, when they are reached once more. */
    private Trigger start(CourseRule rule) {
        CaseCount cases = rule.startAt();
        if (cases == null) {
            return new Trigger.OnDay(rule.startDay());
        }
        Trigger reach = new Trigger.CasesReach(Math.max(1, scaled(cases.cases())), cases.within());
        return cases.later() == 0 ? reach : new Trigger.Later(reach, cases.later());
    }

    /** After its days in any case. */
    private Trigger stop(CourseRule rule) {
        CaseCount cases = rule.stopAt();
        if (cases != null) {
            return new Trigger.CasesFallTo(scaled(cases.cases()), cases.within());
        }
        return rule.startAt() == null
                ? new Trigger.OnDay(rule.startDay() + rule.days())
                : new Trigger.AfterDays(rule.days());
    }

    /** Doses protect from some days later on, and go on protecting when no more are given. */
    private Rule vaccination(CourseRule rule, Doses doses, int days) {
        double daily = rule.strength() / PER_CENT;
        int protects = rule.actsFrom();
        int end = Math.max(days, protects) + 1;
        return new Rule(
                rule.kind().name(),
                new Measure.Vaccination(
                        daily, Math.min(doses.most() / PER_CENT, daily * rule.days()), doses.fromAge() / DECADE, DOSE),
                scope(rule.place()),
                new Trigger.OnDay(protects),
                new Trigger.OnDay(end),
                end - protects);
    }

    private Scope scope(String place) {
        return switch (place) {
            case CourseRule.DISTRICT -> new Scope.District();
            case CourseRule.WARNED -> new Scope.Communities(town.communitiesIn(warned));
            default -> new Scope.Communities(town.communitiesIn(List.of(place)));
        };
    }

    private static Measure measure(CourseRule rule) {
        double strength = rule.strength() / PER_CENT;
        double left = 1 - strength;
        return switch (rule.kind()) {
            case SYMPTOM_TESTING -> new Measure.SymptomTesting(strength, TEST);
            case CASE_ISOLATION -> new Measure.CaseIsolation(strength, ISOLATION_DAYS, true);
            case CONTACT_TRACING -> tracing(strength);
            case SCREENING -> new Measure.Screening(strength, SCREENING_EVERY, TEST);
            case MASKS -> new Measure.Masks(strength, MASK_PREVENTS);
            case VENUE_LIMIT -> new Measure.ContactLimit(Map.of(Layer.RANDOM, left));
            case SCHOOL_PAUSE -> new Measure.ContactLimit(Map.of(Layer.SCHOOL, left));
            case WORK_REDUCTION -> new Measure.ContactLimit(Map.of(Layer.WORK, left));
            case COMPOUND_CLOSURE ->
                new Measure.CompoundLockdown(
                        Map.of(Layer.SCHOOL, left, Layer.WORK, left, Layer.COMMUNITY, left, Layer.RANDOM, left),
                        CLOSED_DAYS);
            case CHECKPOINTS -> new Measure.MovementLimit(left);
            case VACCINATION ->
                throw new IllegalArgumentException("The measure " + rule.kind() + " does not say whom it is for.");
            case STAY_AT_HOME ->
                throw new IllegalArgumentException(
                        "The measure " + rule.kind() + " has no legal basis and is not run.");
        };
    }

    /** At home everybody is found, at work and in class as stated, of neighbours half as many, of strangers nobody. */
    private static Measure tracing(double strength) {
        return new Measure.ContactTracing(
                Map.of(
                        Layer.HOUSEHOLD,
                        1.0,
                        Layer.SCHOOL,
                        strength,
                        Layer.WORK,
                        strength,
                        Layer.COMMUNITY,
                        strength / 2),
                Map.of(),
                LOOK_BACK_DAYS,
                FOLLOW_QUARANTINE,
                QUARANTINE_DAYS,
                true,
                QUARANTINE_TESTS,
                TEST);
    }

    private Capacity capacity(Capacities there) {
        return new Capacity(
                scaled(there.testsPerDay()),
                scaled(there.casesTracedPerDay()),
                scaled(there.beds()),
                scaled(there.intensiveBeds()),
                scaled(there.isolationPlaces()),
                scaled(there.quarantinePlaces()),
                scaled(there.staff()),
                scaled(there.volunteers()));
    }

    /** There are as many communities at every scale, so a checkpoint weighs less. */
    private Workload workload() {
        Workload each = Workload.ASSUMED;
        return new Workload(
                each.staffPerCheckpoint() * town.scale(),
                each.staffPerThousandHeld(),
                each.volunteersPerThousandHeld(),
                each.testsPerStaffDay(),
                each.casesPerTracerDay(),
                each.parcelsPerHeldDay(),
                each.masksPerStaffDay());
    }

    private int scaled(int there) {
        return (int) Math.round(there * town.scale());
    }
}
