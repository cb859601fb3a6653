package org.tongxin.app.simulation;

/** What the district has each day, in the district's own numbers, 0 or more each. An assumption of the scenario. */
public record Capacities(
        int beds,
        int intensiveBeds,
        int isolationPlaces,
        int quarantinePlaces,
        int testsPerDay,
        int casesTracedPerDay,
        int staff,
        int volunteers) {}
