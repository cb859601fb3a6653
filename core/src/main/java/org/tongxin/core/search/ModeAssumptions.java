package org.tongxin.core.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.epidemic.Capacity;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.Rule;

/**
 * What is assumed about a way to organise the response. The study from which the three ways come measured none of this: there
 * is no effect of a mode here, only what somebody chooses to assume about posts, delays, supplies and services, to see what
 * would follow. Every field is an assumption and is shown as one. Immutable.
 *
 * @param mode name of the mode
 * @param postsCovered share of checkpoints that are covered, 0 .. 1; what they prevent shrinks with it
 * @param tracingDelayDays added to the days until contacts are told, may be negative
 * @param resultDelayDays added to the days until results of tests, may be negative
 * @param staffFactor on the staff there are, 0 or more
 * @param volunteersFactor on the volunteers there are, 0 or more
 * @param testsFactor on the tests there are a day, 0 or more
 * @param placesFactor on the places of isolation and quarantine, 0 or more
 * @param complianceAdded to the compliance with isolation and quarantine, by services for those held, -1 .. 1
 */
public record ModeAssumptions(
        String mode,
        double postsCovered,
        int tracingDelayDays,
        int resultDelayDays,
        double staffFactor,
        double volunteersFactor,
        double testsFactor,
        double placesFactor,
        double complianceAdded) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is left
     */
    public ModeAssumptions {
        require("share of posts covered", postsCovered, 0, 1);
        require("factor on staff", staffFactor, 0, Double.MAX_VALUE);
        require("factor on volunteers", volunteersFactor, 0, Double.MAX_VALUE);
        require("factor on tests", testsFactor, 0, Double.MAX_VALUE);
        require("factor on places", placesFactor, 0, Double.MAX_VALUE);
        require("compliance added", complianceAdded, -1, 1);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") of a mode must lie in " + least + ".."
                    + (most == Double.MAX_VALUE ? "" : most) + ".");
        }
    }

    /** Nothing is assumed: the same means and delays whatever the mode. */
    public static ModeAssumptions none(String mode) {
        return new ModeAssumptions(mode, 1, 0, 0, 1, 1, 1, 1, 0);
    }

    /** All fields with their values, each marked as an assumption. */
    public List<Assumption> fields() {
        return List.of(
                new Assumption("share of posts covered", postsCovered, "share"),
                new Assumption("delay of tracing", tracingDelayDays, "days more"),
                new Assumption("delay of results", resultDelayDays, "days more"),
                new Assumption("staff", staffFactor, "times"),
                new Assumption("volunteers", volunteersFactor, "times"),
                new Assumption("tests a day", testsFactor, "times"),
                new Assumption("places of isolation and quarantine", placesFactor, "times"),
                new Assumption("compliance", complianceAdded, "share more"));
    }

    /** A field as it is shown; may be negative. */
    public record Assumption(String name, double value, String unit) {
        /** Always the word assumption. */
        public String source() {
            return Rate.ASSUMPTION;
        }
    }

    /** The same response, carried out as this mode is assumed to carry it out. */
    public Response apply(Response district) {
        return new Response(
                district.rules().stream().map(this::changed).toList(),
                changed(district.capacity()),
                district.workload(),
                district.remaining(),
                district.deathsWithoutBed());
    }

    private Capacity changed(Capacity there) {
        return new Capacity(
                times(there.testsPerDay(), testsFactor),
                there.casesTracedPerDay(),
                there.beds(),
                there.intensiveBeds(),
                times(there.isolationPlaces(), placesFactor),
                times(there.quarantinePlaces(), placesFactor),
                times(there.staff(), staffFactor),
                times(there.volunteers(), volunteersFactor));
    }

    private static int times(int there, double factor) {
        return there == Capacity.ENOUGH ? there : (int) Math.min(Capacity.ENOUGH, Math.round(there * factor));
    }

    private Rule changed(Rule rule) {
        return new Rule(
                rule.name(), changed(rule.measure()), rule.scope(), rule.start(), rule.stop(), rule.longestDays());
    }

    private Measure changed(Measure measure) {
        return switch (measure) {
            case Measure.MovementLimit limit -> new Measure.MovementLimit(1 - postsCovered * (1 - limit.remaining()));
            case Measure.SymptomTesting testing ->
                new Measure.SymptomTesting(testing.dailyProbability(), changed(testing.test()));
            case Measure.Screening screening ->
                new Measure.Screening(screening.coverage(), screening.everyDays(), changed(screening.test()));
            case Measure.CaseIsolation isolation ->
                new Measure.CaseIsolation(changed(isolation.compliance()), isolation.days(), isolation.inPlaces());
            case Measure.ContactTracing tracing -> changed(tracing);
            default -> measure;
        };
    }

    private Measure changed(Measure.ContactTracing tracing) {
        return new Measure.ContactTracing(
                tracing.probability(),
                delays(tracing),
                tracing.lookBackDays(),
                changed(tracing.compliance()),
                tracing.quarantineDays(),
                tracing.inPlaces(),
                tracing.testOnDays(),
                changed(tracing.test()),
                tracing.releaseFromDay());
    }

    /** The delay is 1 where the rule names none. */
    private Map<Layer, Integer> delays(Measure.ContactTracing tracing) {
        Map<Layer, Integer> delays = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            int days = tracing.delayDays().getOrDefault(layer, 1);
            delays.put(layer, Math.max(0, days + tracingDelayDays));
        }
        return delays;
    }

    private Measure.Test changed(Measure.Test test) {
        return new Measure.Test(
                test.sensitivity(), test.specificity(), Math.max(0, test.delayDays() + resultDelayDays));
    }

    private double changed(double compliance) {
        return Math.min(1, Math.max(0, compliance + complianceAdded));
    }
}
