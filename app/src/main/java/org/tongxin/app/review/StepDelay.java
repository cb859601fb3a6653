package org.tongxin.app.review;

/**
 * How long one step of the walk took.
 *
 * @param step name of the step, such as {@code ratingToProposal}
 * @param cases how often it was taken
 * @param medianMinutes half of them took no longer
 * @param longestMinutes the slowest
 * @param slowestArea where the slowest was
 */
public record StepDelay(String step, int cases, int medianMinutes, int longestMinutes, String slowestArea) {}
