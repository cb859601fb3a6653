package org.tongxin.core.epidemic;

import java.util.List;

/**
 * What the district does and what it has to do it with.
 *
 * @param rules the policy; none is doing nothing
 * @param capacity limits
 * @param workload what the rules ask of staff and stores
 * @param remaining contacts of restricted people
 * @param deathsWithoutBed share of severe cases without a bed who die in addition, 0 .. 1
 */
public record Response(
        List<Rule> rules, Capacity capacity, Workload workload, RemainingContacts remaining, double deathsWithoutBed) {

    /** No measures, and enough of everything. */
    public static final Response NOTHING =
            new Response(List.of(), Capacity.UNLIMITED, Workload.ASSUMED, RemainingContacts.ASSUMED, 0);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the share is outside its range
     */
    public Response {
        rules = List.copyOf(rules);
        if (!(deathsWithoutBed >= 0 && deathsWithoutBed <= 1)) {
            throw new IllegalArgumentException(
                    "The share of deaths without a bed (" + deathsWithoutBed + ") must lie in 0..1.");
        }
    }

    /** The same means under other rules. */
    public Response withRules(List<Rule> others) {
        return new Response(others, capacity, workload, remaining, deathsWithoutBed);
    }
}
