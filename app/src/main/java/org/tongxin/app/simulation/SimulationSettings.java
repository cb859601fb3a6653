package org.tongxin.app.simulation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of a scenario. Capacities have no source: assumptions of a planner, to be replaced by the district's own.
 *
 * @param scale synthetic people for each resident, above 0 to 1
 * @param members runs of each course, {@value NewScenario#LEAST_MEMBERS} to {@value NewScenario#MOST_MEMBERS}
 * @param days length of a run, 14 to {@value NewScenario#MOST_DAYS}
 * @param beds beds for severe cases
 * @param intensiveBeds for critical cases
 * @param isolationPlaces for confirmed cases
 * @param quarantinePlaces for contacts
 * @param testsPerDay tests a day
 * @param casesTracedPerDay cases whose contacts can be asked after on a day
 * @param staff people of streets and communities who can be on duty on a day
 * @param volunteers who can be on duty on a day
 */
@ConfigurationProperties("tongxin.simulation")
public record SimulationSettings(
        @DefaultValue("0.10") double scale,
        @DefaultValue("40") int members,
        @DefaultValue("30") int days,
        @DefaultValue("3000") int beds,
        @DefaultValue("200") int intensiveBeds,
        @DefaultValue("20000") int isolationPlaces,
        @DefaultValue("30000") int quarantinePlaces,
        @DefaultValue("1500000") int testsPerDay,
        @DefaultValue("2000") int casesTracedPerDay,
        @DefaultValue("15000") int staff,
        @DefaultValue("9000") int volunteers) {

    public SimulationSettings {
        require("scale", scale, scale > 0 && scale <= 1, "above 0 to 1");
        require(
                "members",
                members,
                members >= NewScenario.LEAST_MEMBERS && members <= NewScenario.MOST_MEMBERS,
                "4 to " + NewScenario.MOST_MEMBERS);
        require("days", days, days >= NewScenario.LEAST_DAYS && days <= NewScenario.MOST_DAYS, "14 to 60");
    }

    private static void require(String name, double value, boolean fits, String range) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "tongxin.simulation." + name + " (" + value + ") must lie from " + range + ".");
        }
    }

    /** What the district has each day, unless a scenario says otherwise. */
    public Capacities capacities() {
        return new Capacities(
                beds,
                intensiveBeds,
                isolationPlaces,
                quarantinePlaces,
                testsPerDay,
                casesTracedPerDay,
                staff,
                volunteers);
    }
}
