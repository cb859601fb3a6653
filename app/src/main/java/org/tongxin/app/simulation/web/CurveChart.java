package org.tongxin.app.simulation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.simulation.ScenarioResult.Curve;

/**
 * The drawing of a curve by day: the bands that hold half and nine tenths of the runs, the median, the median of doing
 * nothing new beside it, and what there is of it. Everything is in the units of the drawing.
 *
 * @param band90 points of the polygon
 * @param band50 likewise
 * @param median points of the line
 * @param other points of the other course's line; empty for none
 * @param limitY where the limit lies; empty where it is none or out of sight
 */
record CurveChart(
        String band90,
        String band50,
        String median,
        String other,
        String limitY,
        String limitTextY,
        long limit,
        List<Mark> days,
        List<Mark> values) {

    static final int WIDTH = 480;
    static final int HEIGHT = 220;
    private static final int LEFT = 62;
    private static final int RIGHT = 26;
    private static final int TOP = 14;
    private static final int FOOT = 30;
    private static final int TEXT = 5;
    private static final int WEEK = 7;

    /** A mark at an axis: where, and what it says. */
    record Mark(String at, String text, LocalDate day) {}

    /** @param limit what there is; 0 for no limit */
    static CurveChart of(Curve curve, @Nullable Curve other, long limit, LocalDate first) {
        double most = Math.max(1, largest(curve.high90()));
        if (other != null) {
            most = Math.max(most, Math.min(largest(other.median()), 3 * most));
        }
        boolean near = limit > 0 && limit <= 1.5 * most;
        double top = nice(near ? Math.max(most, limit * 1.05) : most);
        Scale scale = new Scale(curve.median().size() - 1, top);
        return new CurveChart(
                scale.band(curve.low90(), curve.high90()),
                scale.band(curve.low50(), curve.high50()),
                scale.line(curve.median()),
                other == null ? "" : scale.line(other.median()),
                near ? number(scale.y(limit)) : "",
                near ? number(scale.y(limit) - TEXT) : "",
                limit,
                scale.days(first),
                scale.values());
    }

    private static double largest(List<Double> values) {
        return values.stream().mapToDouble(value -> value).max().orElse(0);
    }

    /** The next of 1, 2, 5, 10, 20 … */
    static double nice(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        for (double times : new double[] {1, 2, 5, 10}) {
            if (times * step >= most) {
                return times * step;
            }
        }
        return 10 * step;
    }

    /** Days and numbers as places in the drawing. */
    private record Scale(int last, double top) {

        double x(int day) {
            return LEFT + (double) day / last * (WIDTH - LEFT - RIGHT);
        }

        double y(double value) {
            return TOP + (1 - Math.clamp(value / top, 0, 1)) * (HEIGHT - TOP - FOOT);
        }

        String line(List<Double> values) {
            StringBuilder points = new StringBuilder();
            for (int day = 0; day <= last; day++) {
                add(points, day, values.get(day));
            }
            return points.toString().strip();
        }

        String band(List<Double> low, List<Double> high) {
            StringBuilder points = new StringBuilder();
            for (int day = 0; day <= last; day++) {
                add(points, day, high.get(day));
            }
            for (int day = last; day >= 0; day--) {
                add(points, day, low.get(day));
            }
            return points.toString().strip();
        }

        private void add(StringBuilder points, int day, double value) {
            points.append(number(x(day))).append(',').append(number(y(value))).append(' ');
        }

        List<Mark> days(LocalDate first) {
            List<Mark> marks = new ArrayList<>();
            for (int day = 0; day <= last; day += WEEK) {
                marks.add(new Mark(number(x(day)), "", first.plusDays(day)));
            }
            return marks;
        }

        List<Mark> values() {
            List<Mark> marks = new ArrayList<>();
            for (double share : new double[] {0, 0.5, 1}) {
                String text = String.format(Locale.ROOT, top < 4 ? "%.1f" : "%,.0f", share * top);
                marks.add(new Mark(number(y(share * top)), text, LocalDate.EPOCH));
            }
            return marks;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
