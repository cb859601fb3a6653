package org.tongxin.core.epidemic;

import java.util.List;

/**
 * A place through which infections pass.
 *
 * @param kind what kind of place
 * @param number of the school or workplace, of the compound, or of the community behind the checkpoint
 * @param community where it stands; -1 outside the district
 * @param direct mean number of infections there in a run
 * @param through mean number of infections that have passed there, or come from one that has: at most so many would be averted
 *     if it were covered entirely, since some of these people would have been infected in another way
 * @param share of the runs in which anybody was infected there, 0 .. 1
 * @param throughInRun what {@code through} is the mean of, one number for each run in their order
 */
public record RiskPoint(
        Kind kind, int number, int community, double direct, double through, double share, List<Integer> throughInRun) {

    public RiskPoint {
        throughInRun = List.copyOf(throughInRun);
    }

    /** Kinds of places. */
    public enum Kind {
        /** A school: infections in its classes. */
        SCHOOL,
        /** A workplace: infections in its teams. */
        WORKPLACE,
        /** A compound: infections between neighbours by somebody who lives there. */
        COMPOUND,
        /** A checkpoint: infections of people of a community by strangers from others. */
        CHECKPOINT
    }
}
