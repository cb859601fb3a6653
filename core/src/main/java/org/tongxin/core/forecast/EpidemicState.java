package org.tongxin.core.forecast;

/**
 * One possible present of a district, for a simulation to start from. Immutable and safe for use by several threads.
 *
 * @param day the last day whose infections it holds
 * @param infectionsByAge {@code infectionsByAge[days since infection]}, persons, from 0 for those of the day itself: all
 *     infections, never reported ones included
 * @param reproduction R on that day in a population all of whom are susceptible, interventions included
 * @param ascertainment share of infections that is ever reported, 0 to 1
 * @param susceptibleShare share of the population never infected, 0 to 1
 */
public record EpidemicState(
        int day, int[] infectionsByAge, double reproduction, double ascertainment, double susceptibleShare) {

    /** Copies the array. */
    public EpidemicState {
        infectionsByAge = infectionsByAge.clone();
    }

    @Override
    public int[] infectionsByAge() {
        return infectionsByAge.clone();
    }
}
