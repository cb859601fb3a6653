package org.tongxin.app.simulation;

/**
 * A place of the synthetic district through which infections pass when nothing new is done.
 *
 * @param rank 1 for the most, in the whole district
 * @param kind SCHOOL, WORKPLACE, COMPOUND or CHECKPOINT
 * @param number within its kind, or of the community; no place of the real district has it
 * @param direct mean number of infections there, scaled back
 * @param through mean number of infections that passed there or come from one that did, scaled back: at most so many would be
 *     averted if it were covered
 * @param low90 nine in ten runs lie from here
 * @param high90 to here
 * @param share of runs with an infection there, 0 .. 1
 */
public record RiskPlace(
        int rank,
        String kind,
        int number,
        String path,
        String name,
        String nameEn,
        String streetPath,
        double direct,
        double through,
        double low90,
        double high90,
        double share) {}
