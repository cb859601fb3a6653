package org.tongxin.app.simulation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.app.simulation.NumberField;

/** Numbers of a scenario by their names in the form and in the messages, in the order in which they are shown. */
final class FormFields {

    private FormFields() {}

    /** The numbers of a mode by their names. */
    static Map<String, Integer> of(ModeNumbers mode) {
        return of(mode.fields());
    }

    /** The capacities by their names. */
    static Map<String, Integer> of(Capacities there) {
        return of(there.fields());
    }

    /** The costs by their names. */
    static Map<String, Integer> of(Costs costs) {
        return of(costs.fields());
    }

    private static Map<String, Integer> of(List<NumberField> fields) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        fields.forEach(each -> byName.put(each.name(), each.value()));
        return byName;
    }
}
