package org.tongxin.core.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The default detector: what was to be expected of a stream, how rare is what was seen, and whether that is an alarm.
 *
 * <p>By length of history: a fixed threshold below nine counts in two weeks; {@link ShortHistory EARS C2 with a floor} below 28; from
 * 28 a quasi-Poisson regression on weekday and holiday; from 56 with a trend; and with the season of the year once 350
 * days, or 150 weeks, are known. The newest counts are looked at together, see {@link Evidence}; what
 * the model says is ranked among the stream's own quiet steps, see {@link Calibration}.
 *
 * <p>A missing count is left out wherever it would stand: in the history, in the window, and as the tested step, of which
 * then nothing is said. Immutable and safe for use by several threads. Same input, same result.
 */
public final class StreamDetector {

    /** Name and version of the rules, kept with every result. */
    public static final String VERSION = "auto/1";

    private static final double BAND = 0.025;

    /** Counts that teach a regression without season: twelve weeks of days. Assumption. */
    private static final int SHORT_HISTORY = 84;

    private final WorkCalendar calendar;
    private final DetectorSettings settings;

    public StreamDetector(WorkCalendar calendar, DetectorSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    /** Every step in turn, each judged with no more than what stood before it. */
    public List<Assessment> assessAll(StreamSeries series) {
        double[] modelP = new double[series.length()];
        boolean[] none = new boolean[series.length()];
        List<Assessment> assessments = new ArrayList<>(series.length());
        for (int index = 0; index < series.length(); index++) {
            int from = Math.max(0, index - Calibration.LONGEST);
            Assessment found = assess(
                    series, index, Arrays.copyOfRange(modelP, from, index), Arrays.copyOfRange(none, from, index));
            modelP[index] = found.modelP();
            assessments.add(found);
        }
        return assessments;
    }

    /**
     * One step.
     *
     * @param index the step, from 0; counts after it are not looked at
     * @param earlierModelP {@code [step]}: what the model said of the steps before, oldest first, NaN where nothing; any
     *     number of them, the last one belonging to {@code index - 1}
     * @param outbreak {@code [step]}: which of these steps an analyst declared part of an outbreak
     * @throws IndexOutOfBoundsException when the index lies outside the series
     */
    public Assessment assess(StreamSeries series, int index, double[] earlierModelP, boolean[] outbreak) {
        int history = series.reported(Math.max(0, index - series.rhythm().longestHistory()), index);
        StreamMethod method = method(series, index, history);
        if (series.missing(index)) {
            return Assessment.missing(index, history, method);
        }
        if (method == StreamMethod.FIXED_THRESHOLD) {
            return fixed(series.count(index), index, history);
        }
        Calibration calibration = Calibration.of(earlierModelP, outbreak);
        return method.regression()
                ? regression(series, index, method, calibration)
                : shortHistory(series, index, history, calibration);
    }

    private static StreamMethod method(StreamSeries series, int index, int history) {
        boolean daily = series.rhythm() == Rhythm.DAILY;
        int span = index - series.rhythm().guard() - series.firstReported();
        int season = daily ? 350 : 150;
        if (span >= season && history >= season * 2 / 3) {
            return StreamMethod.REGRESSION_SEASON;
        }
        int to = Math.max(0, index - series.rhythm().guard());
        int taught = series.reported(Math.max(0, to - SHORT_HISTORY), to);
        if (taught >= 56) {
            return StreamMethod.REGRESSION_TREND;
        }
        if (taught >= 28) {
            return StreamMethod.REGRESSION;
        }
        int recent = series.reported(Math.max(0, index - ShortHistory.LOOK_BACK), index);
        return recent >= ShortHistory.BASE + ShortHistory.GUARD
                ? StreamMethod.EARS_C2_FLOORED
                : StreamMethod.FIXED_THRESHOLD;
    }

    private static Shape shape(Rhythm rhythm, StreamMethod method) {
        boolean trend = method != StreamMethod.REGRESSION;
        return method == StreamMethod.REGRESSION_SEASON
                ? new Shape(rhythm.longestHistory(), true, true, rhythm.harmonics())
                : new Shape(SHORT_HISTORY, rhythm == Rhythm.DAILY, trend, 0);
    }

    private Assessment regression(StreamSeries series, int index, StreamMethod method, Calibration calibration) {
        Shape shape = shape(series.rhythm(), method);
        Expectation expectation = StreamRegression.at(series, index, shape, calendar);
        Evidence evidence = Evidence.of(expectation, series, index);
        double count = series.count(index);
        double windowCount = windowCount(series, index, expectation.means().length);
        double modelP = evidence.modelP(count, windowCount);
        double limit = calibration.modelValueOf(settings.alpha());
        Evidence.Limits limits = evidence.limits(limit);
        double threshold = limits.largestQuiet(windowCount - count);
        int to = index - series.rhythm().guard();
        return judged(
                index,
                count,
                evidence.mean(),
                CountScore.lowerQuantile(BAND, evidence.mean(), evidence.variance()),
                CountScore.upperQuantile(BAND, evidence.mean(), evidence.variance()),
                Math.max(threshold, settings.leastCases() - 1 - (windowCount - count)),
                evidence.steps(),
                windowCount,
                evidence.windowMean(),
                modelP,
                calibration,
                Math.max(
                        evidence.smallestOutbreak(limits),
                        (settings.leastCases() - evidence.windowMean()) / evidence.steps()),
                series.reported(Math.max(0, to - shape.history()), to),
                method);
    }

    private static double windowCount(StreamSeries series, int index, int steps) {
        double sum = 0;
        for (int back = 0; back < steps && back <= index; back++) {
            sum += series.missing(index - back) ? 0 : series.count(index - back);
        }
        return sum;
    }

    private Assessment shortHistory(StreamSeries series, int index, int history, Calibration calibration) {
        ShortHistory base = ShortHistory.of(newestFirst(series, index));
        double count = series.count(index);
        double modelP = base.modelP(count);
        double limit = calibration.modelValueOf(settings.alpha());
        int threshold = Math.max(base.largestQuiet(limit), settings.leastCases() - 1);
        return judged(
                index,
                count,
                base.mean(),
                base.smallestQuiet(BAND),
                base.largestQuiet(BAND),
                threshold,
                1,
                count,
                base.mean(),
                modelP,
                calibration,
                threshold + 1.0 - base.mean(),
                history,
                StreamMethod.EARS_C2_FLOORED);
    }

    private static double[] newestFirst(StreamSeries series, int index) {
        double[] counts = new double[ShortHistory.BASE + ShortHistory.GUARD];
        int found = 0;
        for (int step = index - 1; found < counts.length; step--) {
            if (!series.missing(step)) {
                counts[found++] = series.count(step);
            }
        }
        return counts;
    }

    private Assessment judged(
            int index,
            double count,
            double expected,
            double lower,
            double upper,
            double threshold,
            int window,
            double windowCount,
            double windowExpected,
            double modelP,
            Calibration calibration,
            double smallestOutbreak,
            int history,
            StreamMethod method) {
        double p = calibration.of(modelP);
        boolean rare = p < settings.alpha();
        boolean enough = windowCount >= settings.leastCases();
        AssessmentReason reason = !rare
                ? AssessmentReason.WITHIN_EXPECTATION
                : enough ? AssessmentReason.RARE_EXCESS : AssessmentReason.TOO_FEW_CASES;
        return new Assessment(
                index,
                count,
                expected,
                lower,
                upper,
                threshold,
                window,
                windowCount,
                windowExpected,
                modelP,
                p,
                calibration.quietSteps(),
                calibration.calibrated(),
                smallestOutbreak,
                history,
                method,
                rare && enough,
                reason);
    }

    private Assessment fixed(double count, int index, int history) {
        double none = Double.NaN;
        double threshold = settings.fixedThreshold();
        boolean above = count > threshold;
        return new Assessment(
                index,
                count,
                none,
                none,
                none,
                threshold,
                1,
                count,
                none,
                none,
                none,
                0,
                false,
                none,
                history,
                StreamMethod.FIXED_THRESHOLD,
                above,
                above ? AssessmentReason.ABOVE_FIXED_THRESHOLD : AssessmentReason.WITHIN_EXPECTATION);
    }
}
