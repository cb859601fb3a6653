package org.tongxin.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings as the R package surveillance names them, in one text: {@code key=value} joined with semicolons. {@code a:b} is
 * a range, {@code TRUE} and {@code FALSE} are flags, {@code NULL} stands for absent, {@code 2/3} is a number,
 * {@code x|y} a list. A key nobody asks for is refused, but for {@code glmWarnings}, which has no meaning here.
 */
final class ControlText {

    private static final Set<String> WITHOUT_MEANING = Set.of("glmWarnings");

    private final Map<String, String> valueByKey;
    private final Set<String> known = new HashSet<>();

    private ControlText(Map<String, String> valueByKey) {
        this.valueByKey = valueByKey;
    }

    static ControlText of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split(";", -1)) {
            if (!pair.isBlank()) {
                enter(values, pair.strip());
            }
        }
        return new ControlText(values);
    }

    private static void enter(Map<String, String> values, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1 || equals == pair.length() - 1) {
            throw new BadInput("--control: \"" + pair + "\" is not a key with a value. Write key=value; key=value.");
        }
        String key = pair.substring(0, equals).strip();
        if (values.put(key, pair.substring(equals + 1).strip()) != null) {
            throw new BadInput("--control: the key " + key + " stands twice. Keep one.");
        }
    }

    /** The value as it stands; empty when absent or {@code NULL}. */
    Optional<String> text(String key) {
        known.add(key);
        return Optional.ofNullable(valueByKey.get(key)).filter(value -> !value.equals("NULL"));
    }

    int whole(String key, int otherwise) {
        return text(key).map(value -> whole(key, value)).orElse(otherwise);
    }

    double number(String key, double otherwise) {
        return text(key).map(value -> number(key, value)).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return text(key).map(value -> flag(key, value)).orElse(otherwise);
    }

    /** A list of exactly this many values. */
    Optional<List<String>> list(String key, int length) {
        Optional<List<String>> values = text(key).map(value -> Arrays.asList(value.split("\\|", -1)));
        values.filter(list -> list.size() != length).ifPresent(list -> {
            throw refused(key, "must be " + length + " values with | between");
        });
        return values;
    }

    /** Accepts a key whose only value is what the method does anyway. */
    void only(String key, String value) {
        text(key).filter(given -> !given.equals(value)).ifPresent(given -> {
            throw refused(key, "can only be " + value + " here");
        });
    }

    /** First and last index, inclusive. */
    Optional<IndexRange> range(String key) {
        return text(key).map(value -> {
            String[] ends = value.split(":", -1);
            if (ends.length != 2) {
                throw refused(key, "must be first:last, such as 8:312");
            }
            return new IndexRange(whole(key, ends[0]), whole(key, ends[1]));
        });
    }

    int whole(String key, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException notWhole) {
            throw refused(key, "must be a whole number");
        }
    }

    private double number(String key, String value) {
        try {
            String[] parts = value.split("/", -1);
            double top = Double.parseDouble(parts[0]);
            return parts.length == 1 ? top : top / Double.parseDouble(parts[1]);
        } catch (NumberFormatException notANumber) {
            throw refused(key, "must be a number, such as 0.05 or 2/3");
        }
    }

    boolean flag(String key, String value) {
        return switch (value) {
            case "TRUE", "T" -> true;
            case "FALSE", "F" -> false;
            default -> throw refused(key, "must be TRUE or FALSE");
        };
    }

    BadInput refused(String key, String what) {
        return new BadInput("--control: " + key + " (" + valueByKey.get(key) + ") " + what + ".");
    }

    /** To be called when everything that has a meaning was asked for. */
    void refuseOthers(String method) {
        for (String key : valueByKey.keySet()) {
            if (!known.contains(key) && !WITHOUT_MEANING.contains(key)) {
                throw new BadInput("--control: the key " + key + " is unknown to --method " + method + ". It knows "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
    }
}
