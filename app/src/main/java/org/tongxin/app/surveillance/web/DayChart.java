package org.tongxin.app.surveillance.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.Signal;
import org.tongxin.app.surveillance.StreamAssessment;

/**
 * The drawing of a series: a bar a day, the day in question in ink, hatch where nothing was reported; behind it the band in
 * which 95 of 100 counts were expected, and the expectation, each with what was known on its day. Everything is in the
 * units of the drawing, one to a pixel.
 *
 * @param expected SVG path of the expectation; empty where there is none
 * @param band SVG path around the band; empty where there is none
 * @param bound height of the line of the bound of the day in question
 * @param linesFrom where that line begins
 */
record DayChart(
        int width,
        int height,
        List<Bar> bars,
        List<Tick> ticks,
        String expected,
        String band,
        String bound,
        String linesFrom,
        String linesTo,
        String base) {

    private static final int TOP = 26;
    private static final int FOOT = 26;
    private static final int LEFT = 4;
    private static final int BOUND_DAYS = 7;

    /** @param value what is written above it; {@code null} for none */
    record Bar(
            String kind,
            String x,
            String y,
            String width,
            String height,
            String middle,
            @Nullable Integer value) {

        /** Where the number above it stands. */
        public String above() {
            return number(Double.parseDouble(y) - 7);
        }
    }

    /** A day written below its bar. */
    record Tick(String x, LocalDate day) {}

    /** Where things stand: days from left to right, counts from below. */
    private record Scale(LocalDate first, double step, double room, double most) {

        double x(LocalDate day) {
            return LEFT + (day.toEpochDay() - first.toEpochDay()) * step;
        }

        double y(double count) {
            return TOP + room * (1 - Math.min(count, most) / most);
        }
    }

    static DayChart of(List<DayCount> days, List<StreamAssessment> assessed, Signal signal, int width, int height) {
        double most = Math.max(1, signal.upperBound());
        for (DayCount day : days) {
            Integer value = day.value();
            most = Math.max(most, value == null ? 0 : value);
        }
        Scale scale = new Scale(days.getFirst().day(), (width - 2.0 * LEFT) / days.size(), height - TOP - FOOT, most);
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            DayCount day = days.get(i);
            bars.add(bar(day, day.day().equals(signal.eventDay()), scale));
            if ((days.size() - 1 - i) % 7 == 0) {
                ticks.add(new Tick(number(scale.x(day.day()) + scale.step() / 2), day.day()));
            }
        }
        return new DayChart(
                width,
                height,
                bars,
                ticks,
                expected(assessed, scale),
                band(assessed, scale),
                number(scale.y(signal.upperBound())),
                number(scale.x(signal.eventDay().minusDays(BOUND_DAYS - 1L))),
                number(width - LEFT),
                number(scale.y(0)));
    }

    private static Bar bar(DayCount day, boolean marked, Scale scale) {
        Integer value = day.value();
        double room = scale.room();
        double tall = value == null ? room : value == 0 ? 1.5 : Math.max(3, room * value / scale.most());
        String kind = value == null ? "tx-chart-none" : marked ? "tx-chart-over" : "tx-chart-bar";
        double x = scale.x(day.day());
        return new Bar(
                kind,
                number(x + scale.step() * .12),
                number(TOP + room - tall),
                number(scale.step() * .76),
                number(tall),
                number(x + scale.step() / 2),
                marked ? value : null);
    }

    /** A short level line a day; days without expectation are left open. */
    private static String expected(List<StreamAssessment> assessed, Scale scale) {
        StringBuilder path = new StringBuilder();
        for (StreamAssessment day : assessed) {
            Double expected = day.expected();
            if (expected != null) {
                double x = scale.x(day.eventDay());
                path.append(String.format(Locale.ROOT, "M%.1f %.1fh%.1f", x, scale.y(expected), scale.step()));
            }
        }
        return path.toString();
    }

    /** A rectangle a day, side by side. */
    private static String band(List<StreamAssessment> assessed, Scale scale) {
        StringBuilder path = new StringBuilder();
        for (StreamAssessment day : assessed) {
            Double lower = day.lower();
            Double upper = day.upper();
            if (lower != null && upper != null) {
                double top = scale.y(upper);
                path.append(String.format(
                        Locale.ROOT,
                        "M%.1f %.1fh%.1fV%.1fh%.1fz",
                        scale.x(day.eventDay()),
                        top,
                        scale.step(),
                        scale.y(lower),
                        -scale.step()));
            }
        }
        return path.toString();
    }

    /** Where the days stand. */
    public int dayLine() {
        return height - 7;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
