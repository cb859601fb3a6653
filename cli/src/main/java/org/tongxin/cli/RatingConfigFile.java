package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.rating.Curve;
import org.tongxin.core.rating.FloorRule;
import org.tongxin.core.rating.IndexConfig;
import org.tongxin.core.rating.Indicator;
import org.tongxin.core.rating.Level;
import org.tongxin.core.rating.Thresholds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of an index as JSON; see the guide of the command line for its form. */
record RatingConfigFile(IndexConfig config, Thresholds thresholds) {

    private static final double LEAST_KNOWN = 0.5;

    static RatingConfigFile read(Path file) {
        JsonNode root = parse(file);
        List<Indicator> indicators = new ArrayList<>();
        for (JsonNode node : needed(file, root, "indicators")) {
            indicators.add(indicator(file, node));
        }
        List<FloorRule> floors = new ArrayList<>();
        for (JsonNode node : root.path("floors")) {
            floors.add(new FloorRule(
                    text(file, node, "indicator"),
                    number(file, node, "from"),
                    level(file, text(file, node, "level")),
                    node.path("source").asString("")));
        }
        try {
            IndexConfig config = new IndexConfig(
                    text(file, root, "version"),
                    indicators,
                    floors,
                    root.has("leastKnown") ? number(file, root, "leastKnown") : LEAST_KNOWN);
            return new RatingConfigFile(config, thresholds(file, root.get("thresholds")));
        } catch (IllegalArgumentException refused) {
            throw BadInput.in(file, String.valueOf(refused.getMessage()));
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return new JsonMapper().readTree(InputText.read(file));
        } catch (JacksonException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw BadInput.at(file, line, "this is not JSON (" + broken.getOriginalMessage() + "). Mend it there.");
        }
    }

    private static Indicator indicator(Path file, JsonNode node) {
        String name = text(file, node, "name");
        JsonNode points = needed(file, node, "curve");
        double[] at = new double[points.size()];
        double[] share = new double[points.size()];
        for (int i = 0; i < points.size(); i++) {
            JsonNode point = points.get(i);
            if (point.size() != 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
                throw BadInput.in(
                        file,
                        "indicator " + name + ": a point of the curve (" + point
                                + ") must be a value and a share, such as [3, 0.5].");
            }
            at[i] = point.get(0).asDouble();
            share[i] = point.get(1).asDouble();
        }
        try {
            return new Indicator(
                    name,
                    text(file, node, "part"),
                    number(file, node, "weight"),
                    new Curve(at, share),
                    flag(file, node, "changeable", true));
        } catch (IllegalArgumentException refused) {
            throw BadInput.in(file, "indicator " + name + ": " + refused.getMessage());
        }
    }

    private static Thresholds thresholds(Path file, @Nullable JsonNode node) {
        if (node == null) {
            return Thresholds.DEFAULT;
        }
        return new Thresholds(
                number(file, node, "blue"),
                number(file, node, "yellow"),
                number(file, node, "orange"),
                number(file, node, "red"),
                number(file, node, "exitMargin"));
    }

    private static Level level(Path file, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "blue" -> Level.BLUE;
            case "yellow" -> Level.YELLOW;
            case "orange" -> Level.ORANGE;
            case "red" -> Level.RED;
            default -> throw BadInput.in(file, "the level (" + name + ") must be blue, yellow, orange or red.");
        };
    }

    private static JsonNode needed(Path file, JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw BadInput.in(file, "the field " + field + " is missing in " + shortened(node) + ". Add it.");
        }
        return value;
    }

    private static String text(Path file, JsonNode node, String field) {
        JsonNode value = needed(file, node, field);
        if (value.isContainer()) {
            throw BadInput.in(file, "the field " + field + " (" + shortened(value) + ") must be a text.");
        }
        return value.asString();
    }

    private static boolean flag(Path file, JsonNode node, String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw BadInput.in(file, "the field " + field + " (" + shortened(value) + ") must be true or false.");
        }
        return value.asBoolean(otherwise);
    }

    private static double number(Path file, JsonNode node, String field) {
        JsonNode value = needed(file, node, field);
        if (!value.isNumber()) {
            throw BadInput.in(file, "the field " + field + " (" + value + ") must be a number.");
        }
        return value.asDouble();
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
