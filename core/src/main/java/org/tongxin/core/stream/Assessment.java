package org.tongxin.core.stream;

/**
 * What the default detector says of one step, with all that led to it. Numbers that do not exist are NaN.
 *
 * @param index the step in its series, from 0
 * @param observed the count; NaN when nothing was reported
 * @param expected the expected count; NaN with a fixed threshold
 * @param lower lower end of the band in which 95 of 100 single counts lie
 * @param upper upper end of that band
 * @param threshold the largest count that would not have raised an alarm after what was seen in the steps before
 * @param window steps looked at together, the tested one included
 * @param windowObserved sum of the counts of these steps
 * @param windowExpected sum of their expectations
 * @param modelP how probable so large an excess is by the model
 * @param p the same, ranked among the stream's quiet steps where there are enough
 * @param quietSteps quiet steps that {@code p} rests on
 * @param calibrated whether these are enough
 * @param smallestOutbreak additional cases a step, over the window, from which on an outbreak is seen
 * @param history reported steps that taught the expectation
 * @param method how the expectation was made
 * @param alarm whether the step raises an alarm
 * @param reason why it does, or why it does not
 */
public record Assessment(
        int index,
        double observed,
        double expected,
        double lower,
        double upper,
        double threshold,
        int window,
        double windowObserved,
        double windowExpected,
        double modelP,
        double p,
        int quietSteps,
        boolean calibrated,
        double smallestOutbreak,
        int history,
        StreamMethod method,
        boolean alarm,
        AssessmentReason reason) {

    static Assessment missing(int index, int history, StreamMethod method) {
        double none = Double.NaN;
        return new Assessment(
                index,
                none,
                none,
                none,
                none,
                none,
                0,
                none,
                none,
                none,
                none,
                0,
                false,
                none,
                history,
                method,
                false,
                AssessmentReason.MISSING);
    }
}
