package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value in a JSON file that knows where it stands, so that whatever is wrong with it can be said with its place. */
record JsonValue(Path file, String where, JsonNode node) {

    /** A field named twice is refused: one of the two values would be lost without a word. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static JsonValue read(Path file) {
        try {
            return new JsonValue(file, "", JSON.readTree(InputText.read(file)));
        } catch (JacksonException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw BadInput.at(file, line, "this is not JSON (" + broken.getOriginalMessage() + "). Mend it there.");
        }
    }

    /** Refuses fields of other names, which are most often slips that would be overlooked. */
    JsonValue only(String... fields) {
        if (!node.isObject()) {
            throw wrong("must be an object with the fields " + String.join(", ", fields));
        }
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(Set.of(fields));
        if (!unknown.isEmpty()) {
            throw refused("there is no field " + unknown.iterator().next() + "; there are " + String.join(", ", fields)
                    + ".");
        }
        return this;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    JsonValue get(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw refused("the field " + field + " is missing. Add it.");
        }
        return new JsonValue(file, where.isEmpty() ? field : where + "." + field, value);
    }

    List<JsonValue> items() {
        if (!node.isArray()) {
            throw wrong("must be a list in [ ]");
        }
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonValue(file, where + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    Set<String> fields() {
        return new TreeSet<>(node.propertyNames());
    }

    String text() {
        if (!node.isString()) {
            throw wrong("must be a text in quotes");
        }
        return node.asString();
    }

    double number() {
        if (!node.isNumber()) {
            throw wrong("must be a number");
        }
        return node.asDouble();
    }

    int whole() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("must be a whole number");
        }
        return node.asInt();
    }

    long large() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("must be a whole number of at most 64 bits");
        }
        return node.asLong();
    }

    long[] larges() {
        return items().stream().mapToLong(JsonValue::large).toArray();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("must be true or false");
        }
        return node.asBoolean();
    }

    double number(String field, double otherwise) {
        return has(field) ? get(field).number() : otherwise;
    }

    int whole(String field, int otherwise) {
        return has(field) ? get(field).whole() : otherwise;
    }

    double[] numbers() {
        return items().stream().mapToDouble(JsonValue::number).toArray();
    }

    /** Makes something of the value; what the core refuses is said with the place. */
    <T> T make(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            throw refused(String.valueOf(refused.getMessage()));
        }
    }

    BadInput wrong(String demand) {
        return refused("this (" + shortened() + ") " + demand + ".");
    }

    BadInput refused(String message) {
        return BadInput.in(file, (where.isEmpty() ? "" : where + ": ") + message);
    }

    private String shortened() {
        String text = node.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
