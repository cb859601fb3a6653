package org.tongxin.app.dispatch;

/**
 * Three ways to fill the same posts with the same people.
 *
 * @param present the plan in force
 * @param afresh the best plan if nobody had been told anything yet: what keeping to what was told costs
 * @param nearestFirst each post in order of weight takes the nearest free person, as simple systems do
 */
public record PlanComparison(PlanMeasures present, PlanMeasures afresh, PlanMeasures nearestFirst) {}
