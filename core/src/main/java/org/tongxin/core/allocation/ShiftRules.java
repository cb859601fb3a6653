package org.tongxin.core.allocation;

/**
 * How much a person may work, and from when on more of it costs. Immutable and safe for use by several threads.
 *
 * @param days number of days, 0 .. {@link ShiftProblem#MAX_DAYS}; a week is the days 7w .. 7w + 6
 * @param maxPerWeek slots of one person in one week, at most
 * @param target slots of one person over all days that cost nothing extra
 * @param overTargetStep the first slot above the target costs this, the second twice this, and so on
 */
public record ShiftRules(int days, int maxPerWeek, int target, long overTargetStep) {

    /** Days in a week. */
    public static final int WEEK = 7;

    /** @throws IllegalArgumentException when a value is outside its range */
    public ShiftRules {
        Ranges.require(days, 0, ShiftProblem.MAX_DAYS, "number of days");
        Ranges.require(maxPerWeek, 0, Integer.MAX_VALUE, "maxPerWeek");
        Ranges.require(target, 0, Integer.MAX_VALUE, "target");
        Ranges.require(overTargetStep, 0, PeopleProblem.MAX_COST, "overTargetStep");
    }
}
