package org.tongxin.app.resources.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Coverages as sorted bars, the worst left, in the units of the drawing. @param bars as given */
record CoverageChart(List<Bar> bars) {

    static final int WIDTH = 720;
    static final int HEIGHT = 190;
    private static final int LEFT = 48;
    private static final int TOP = 10;
    private static final int FOOT = 10;
    private static final double GAP = 0.2;
    private static final double WIDEST = 40;
    private static final double LOW = 0.5;

    /** One bar: its class in the style sheet and its box. */
    record Bar(String kind, String x, String y, String width, String height) {}

    /** @param coverage 0 .. 1 of each thing */
    static <T> CoverageChart of(List<T> things, ToDoubleFunction<T> coverage) {
        double step = Math.min(WIDEST, (double) (WIDTH - LEFT) / Math.max(1, things.size()));
        List<Bar> bars = new ArrayList<>();
        for (int index = 0; index < things.size(); index++) {
            bars.add(bar(LEFT + index * step, step * (1 - GAP), coverage.applyAsDouble(things.get(index))));
        }
        return new CoverageChart(bars);
    }

    /** Nothing is a line and hatched, since a bar without height is not seen; less than half is ink. */
    private static Bar bar(double x, double width, double coverage) {
        double tall = coverage <= 0 ? HEIGHT - TOP - FOOT : (HEIGHT - TOP - FOOT) * Math.min(1, coverage);
        String kind = coverage <= 0 ? "tx-chart-none" : coverage < LOW ? "tx-chart-over" : "tx-chart-bar";
        return new Bar(kind, number(x), number(HEIGHT - FOOT - tall), number(width), number(tall));
    }

    /** Where a coverage lies. */
    public String y(double coverage) {
        return number(HEIGHT - FOOT - (HEIGHT - TOP - FOOT) * coverage);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
