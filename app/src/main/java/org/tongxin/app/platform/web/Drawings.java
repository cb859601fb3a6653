package org.tongxin.app.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The arithmetic of the small figures that pages draw. */
@Component("drawings")
class Drawings {

    /** One bar of a spark line, in pixels; {@code kind} is its class in the style sheet. */
    record Bar(String kind, String x, String y, String width, String height) {}

    /** {@code part} of {@code total} as the width of a bar, {@code 0%} of nothing and never above {@code 100%}. */
    public String percent(double part, double total) {
        double share = total <= 0 ? 0 : Math.clamp(part / total, 0, 1);
        return number(100 * share) + "%";
    }

    /** The values side by side, the newest last; {@code null} is a day without report and fills the height as hatch. */
    public List<Bar> sparks(List<? extends @Nullable Number> values, int width, int height) {
        double most = 1;
        for (Number value : values) {
            most = Math.max(most, value == null ? 0 : value.doubleValue());
        }
        double step = (double) width / Math.max(1, values.size());
        List<Bar> bars = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            Number value = values.get(index);
            double tall = value == null
                    ? height
                    : value.doubleValue() <= 0 ? 1 : Math.max(2, height * value.doubleValue() / most);
            String kind =
                    value == null ? "tx-bar-missing" : index == values.size() - 1 ? "tx-sparks-last" : "tx-sparks-past";
            bars.add(new Bar(kind, number(index * step), number(height - tall), number(step - 1.5), number(tall)));
        }
        return bars;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
