package org.tongxin.app.warning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of the figure that an area is rated on, day by day, with the thresholds of the levels. Everything is in the
 * units of the drawing, one to a pixel; a day without figure breaks the line and is hatched.
 */
record LevelChart(
        int width,
        int height,
        List<String> lines,
        List<Dot> dots,
        List<Gap> gaps,
        List<Threshold> thresholds,
        List<Tick> ticks) {

    private static final int TOP = 28;
    private static final int FOOT = 28;
    private static final int LEFT = 22;
    private static final int RIGHT = 66;

    record Dot(String x, String y, boolean last, int value) {

        public String labelY() {
            return number(Double.parseDouble(y) - 12);
        }
    }

    record Gap(String x, String width, String height) {}

    record Threshold(String level, int value, String y, String markY, String textY) {}

    record Tick(String x, LocalDate day) {}

    /** One day of the figure. */
    record Point(LocalDate day, @Nullable Integer value) {}

    /** @param thresholds entry values by level name, highest first; only those that the figure comes near are drawn */
    static LevelChart of(List<Point> points, Map<String, Integer> thresholds, int width, int height) {
        int most = 1;
        for (Point point : points) {
            Integer value = point.value();
            most = Math.max(most, value == null ? 0 : value);
        }
        int reached = most;
        int next = thresholds.values().stream()
                .filter(value -> value > reached)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(reached);
        double top = Math.max(reached, next);
        double room = height - TOP - FOOT;
        double step = (width - LEFT - RIGHT) / (double) Math.max(1, points.size() - 1);
        List<Dot> dots = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            Integer value = points.get(i).value();
            double x = LEFT + i * step;
            if (value == null) {
                boolean goesOn = i > 0 && points.get(i - 1).value() == null;
                double from = goesOn ? Double.parseDouble(gaps.removeLast().x()) : x - step / 2;
                gaps.add(new Gap(number(from), number(x + step / 2 - from), number(room)));
                add(lines, line);
            } else {
                double y = TOP + room * (1 - value / top);
                line.append(number(x)).append(',').append(number(y)).append(' ');
                dots.add(new Dot(number(x), number(y), i == points.size() - 1, value));
            }
            int every = points.size() > 10 ? 7 : 4;
            if ((points.size() - 1 - i) % every == 0) {
                ticks.add(new Tick(number(x), points.get(i).day()));
            }
        }
        add(lines, line);
        List<Threshold> drawn = new ArrayList<>();
        thresholds.forEach((level, value) -> {
            if (value <= top) {
                double y = TOP + room * (1 - value / top);
                drawn.add(new Threshold(level, value, number(y), number(y - 8), number(y + 5)));
            }
        });
        return new LevelChart(width, height, lines, dots, gaps, apart(drawn), ticks);
    }

    /** Thresholds too close to a higher one to be read keep their line's place but are left out of the drawing. */
    private static List<Threshold> apart(List<Threshold> highestFirst) {
        List<Threshold> kept = new ArrayList<>();
        double before = Double.NEGATIVE_INFINITY;
        for (Threshold threshold : highestFirst) {
            double y = Double.parseDouble(threshold.y());
            if (y - before >= 17) {
                kept.add(threshold);
                before = y;
            }
        }
        return kept;
    }

    private static void add(List<String> lines, StringBuilder line) {
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
            line.setLength(0);
        }
    }

    public int top() {
        return TOP;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return width - RIGHT;
    }

    public int dayLine() {
        return height - 7;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
