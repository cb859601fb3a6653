package org.tongxin.app.simulation;

import java.util.List;

/** What the district has each day, in the district's own numbers, 0 to 100,000,000 each. An assumption of the scenario. */
public record Capacities(
        int beds,
        int intensiveBeds,
        int isolationPlaces,
        int quarantinePlaces,
        int testsPerDay,
        int casesTracedPerDay,
        int staff,
        int volunteers) {

    /** More than any district has. */
    private static final int MOST = 100_000_000;

    /** The numbers in the order in which they are shown. */
    public List<NumberField> fields() {
        return List.of(
                field("beds", beds),
                field("intensiveBeds", intensiveBeds),
                field("isolationPlaces", isolationPlaces),
                field("quarantinePlaces", quarantinePlaces),
                field("testsPerDay", testsPerDay),
                field("casesTracedPerDay", casesTracedPerDay),
                field("staff", staff),
                field("volunteers", volunteers));
    }

    private static NumberField field(String name, int value) {
        return new NumberField(name, value, 0, MOST);
    }
}
