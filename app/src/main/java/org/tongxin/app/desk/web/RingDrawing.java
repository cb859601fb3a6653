package org.tongxin.app.desk.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The geometry of the concentric view, in units of its drawing: sectors in the order of the streets' codes, clockwise from twelve
 * o'clock, where a gap holds the names of the rings.
 */
final class RingDrawing {

    static final int WIDTH = 640;
    static final int HEIGHT = 520;

    private static final double GAP = 34;
    private static final double CORE = 46;
    private static final double STEP = 38;
    private static final double THICK = 35;
    private static final double LABEL = 16;
    private static final double LINE = 18;

    private final int sectors;
    private final int rings;

    RingDrawing(int sectors, int rings) {
        this.sectors = sectors;
        this.rings = rings;
    }

    /** Where the name of a ring stands. */
    double nameY(int ring) {
        return HEIGHT / 2.0 - CORE - ring * STEP - THICK / 2 + 5;
    }

    /** A cell as a path. @param ring from 0, innermost */
    String cell(int sector, int ring) {
        double from = angle(sector);
        double to = angle(sector + 1);
        double inner = CORE + ring * STEP;
        double outer = inner + THICK;
        return String.format(
                Locale.ROOT,
                "M%s A%.1f %.1f 0 0 1 %s L%s A%.1f %.1f 0 0 0 %s Z",
                point(outer, from),
                outer,
                outer,
                point(outer, to),
                point(inner, to),
                inner,
                inner,
                point(inner, from));
    }

    /** A name beside its sector, with the line that leads there. */
    record Label(String text, String x, String y, String anchor, String line) {}

    /** A sector that is named. */
    record Named(int sector, String text) {}

    /** Names outside the rings; on each side from top to bottom, never closer than a line. */
    List<Label> labels(List<Named> named) {
        List<Label> labels = new ArrayList<>();
        for (boolean right : new boolean[] {true, false}) {
            List<Named> side = named.stream()
                    .filter(each -> isRight(each.sector()) == right)
                    .sorted(Comparator.comparingDouble(each -> y(edge(), middle(each.sector()))))
                    .toList();
            double next = LINE;
            for (int index = 0; index < side.size(); index++) {
                double wished = y(edge() + LABEL, middle(side.get(index).sector()));
                double last = HEIGHT - 6 - LINE * (side.size() - 1 - index);
                double at = Math.min(Math.max(wished, next), last);
                labels.add(label(side.get(index), right, at));
                next = at + LINE;
            }
        }
        return labels;
    }

    private Label label(Named named, boolean right, double at) {
        double angle = middle(named.sector());
        double reach = x(edge() + LABEL, angle);
        double end = right ? Math.max(reach, WIDTH / 2.0 + edge() * 0.5) : Math.min(reach, WIDTH / 2.0 - edge() * 0.5);
        return new Label(
                named.text(),
                number(end + (right ? 4 : -4)),
                number(at + 5),
                right ? "start" : "end",
                "M" + point(edge() + 2, angle) + " L" + number(end) + " " + number(at));
    }

    private double edge() {
        return CORE + (rings - 1) * STEP + THICK;
    }

    private boolean isRight(int sector) {
        return Math.sin(middle(sector)) >= 0;
    }

    private double middle(int sector) {
        return (angle(sector) + angle(sector + 1)) / 2;
    }

    /** Clockwise from twelve o'clock, in radians. */
    private double angle(int sector) {
        return Math.toRadians(GAP / 2 + (360 - GAP) * sector / sectors);
    }

    private static double x(double radius, double angle) {
        return WIDTH / 2.0 + radius * Math.sin(angle);
    }

    private static double y(double radius, double angle) {
        return HEIGHT / 2.0 - radius * Math.cos(angle);
    }

    private static String point(double radius, double angle) {
        return number(x(radius, angle)) + " " + number(y(radius, angle));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
