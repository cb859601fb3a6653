package org.tongxin.app.surveillance.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.surveillance.DayCount;

/**
 * The drawing of a series: a bar a day, the day in question in ink, hatch where nothing was reported. Everything is in
 * the units of the drawing, one to a pixel.
 *
 * @param expected height of the line of the expectation; {@code null} where the method has none
 * @param bound height of the line of the bound
 * @param linesFrom where both lines begin: the first day that the method looked at
 */
record DayChart(
        int width,
        int height,
        List<Bar> bars,
        List<Tick> ticks,
        @Nullable String expected,
        @Nullable String bound,
        String linesFrom,
        String linesTo,
        String base) {

    private static final int TOP = 26;
    private static final int FOOT = 26;
    private static final int LEFT = 4;
    private static final int LOOK_BACK = 14;

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

    static DayChart of(
            List<DayCount> days,
            LocalDate marked,
            @Nullable Double expected,
            @Nullable Double bound,
            int width,
            int height) {
        double most = Math.max(1, bound == null ? 0 : bound);
        for (DayCount day : days) {
            Integer value = day.value();
            most = Math.max(most, value == null ? 0 : value);
        }
        double room = height - TOP - FOOT;
        double step = (width - 2.0 * LEFT) / days.size();
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            DayCount day = days.get(i);
            double x = LEFT + i * step;
            bars.add(bar(day, day.day().equals(marked), x, step, room, most));
            if ((days.size() - 1 - i) % 7 == 0) {
                ticks.add(new Tick(number(x + step / 2), day.day()));
            }
        }
        double from = LEFT + Math.max(0, days.size() - 1 - LOOK_BACK) * step;
        return new DayChart(
                width,
                height,
                bars,
                ticks,
                expected == null ? null : number(TOP + room * (1 - expected / most)),
                bound == null ? null : number(TOP + room * (1 - bound / most)),
                number(from),
                number(width - LEFT),
                number(TOP + room));
    }

    private static Bar bar(DayCount day, boolean marked, double x, double step, double room, double most) {
        Integer value = day.value();
        double tall = value == null ? room : value == 0 ? 1.5 : Math.max(3, room * value / most);
        String kind = value == null ? "tx-chart-none" : marked ? "tx-chart-over" : "tx-chart-bar";
        return new Bar(
                kind,
                number(x + step * .12),
                number(TOP + room - tall),
                number(step * .76),
                number(tall),
                number(x + step / 2),
                marked ? value : null);
    }

    /** Where the days stand. */
    public int dayLine() {
        return height - 7;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
