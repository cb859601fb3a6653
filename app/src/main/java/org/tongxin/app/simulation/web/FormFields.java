package org.tongxin.app.simulation.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.ModeNumbers;

/** Numbers of a scenario by their names in the form and in the messages, in the order in which they are shown. */
final class FormFields {

    private FormFields() {}

    /** The numbers of a mode by their names. */
    static Map<String, Integer> of(ModeNumbers mode) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put("postsCovered", mode.postsCovered());
        fields.put("tracingDelayDays", mode.tracingDelayDays());
        fields.put("resultDelayDays", mode.resultDelayDays());
        fields.put("staff", mode.staff());
        fields.put("volunteers", mode.volunteers());
        fields.put("tests", mode.tests());
        fields.put("places", mode.places());
        fields.put("complianceAdded", mode.complianceAdded());
        return fields;
    }

    /** The capacities by their names. */
    static Map<String, Integer> of(Capacities there) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put("beds", there.beds());
        fields.put("intensiveBeds", there.intensiveBeds());
        fields.put("isolationPlaces", there.isolationPlaces());
        fields.put("quarantinePlaces", there.quarantinePlaces());
        fields.put("testsPerDay", there.testsPerDay());
        fields.put("casesTracedPerDay", there.casesTracedPerDay());
        fields.put("staff", there.staff());
        fields.put("volunteers", there.volunteers());
        return fields;
    }

    /** The costs by their names. */
    static Map<String, Integer> of(Costs costs) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put("perHeldDay", costs.perHeldDay());
        fields.put("perTest", costs.perTest());
        fields.put("perStaffDay", costs.perStaffDay());
        fields.put("perBedDay", costs.perBedDay());
        return fields;
    }
}
