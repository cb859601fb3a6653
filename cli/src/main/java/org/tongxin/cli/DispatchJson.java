package org.tongxin.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object with long tables in it. The tables are read as numbers only, at a fraction of the memory; all else as
 * values that know their place.
 */
final class DispatchJson {

    private static final int WIDTH = 3;
    private static final Map<String, String> TABLES =
            Map.of("arcs", "three whole numbers", "lanes", "three whole numbers: depot, community, cost");

    private final Path file;
    private final JsonMapper mapper = new JsonMapper();
    private final ObjectNode rest = mapper.createObjectNode();
    private final Map<String, NumberTable> tables = new TreeMap<>();

    private DispatchJson(Path file) {
        this.file = file;
    }

    static DispatchJson read(Path file, InputStream bytes) {
        DispatchJson json = new DispatchJson(file);
        try (JsonParser parser = json.mapper.createParser(bytes)) {
            json.readObject(parser);
        } catch (JacksonException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw BadInput.at(file, line, "this is not JSON (" + broken.getOriginalMessage() + "). Mend it there.");
        }
        return json;
    }

    /** All fields that are not tables. */
    JsonValue root() {
        return new JsonValue(file, "", rest);
    }

    /** A table; each of its rows is to become something, and what the core refuses is said with the place. */
    void forEachRow(String name, RowReader reader) {
        NumberTable table = tables.get(name);
        if (table == null) {
            throw BadInput.in(file, "the field " + name + " is missing. Add it, as [] if there are none.");
        }
        for (int row = 0; row < table.rows(); row++) {
            try {
                reader.read(table.at(row, 0), table.at(row, 1), table.at(row, 2));
            } catch (IllegalArgumentException refused) {
                throw BadInput.in(file, name + "[" + row + "]: " + refused.getMessage());
            }
        }
    }

    private void readObject(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw BadInput.at(file, 1, "this must be an object { } with the field format.");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (rest.has(name) || tables.containsKey(name)) {
                throw refused(parser, "the field " + name + " is there twice. Keep one.");
            }
            if (TABLES.containsKey(name)) {
                tables.put(name, readTable(parser, name));
            } else {
                JsonNode value = parser.readValueAsTree();
                rest.set(name, value);
            }
        }
        if (parser.nextToken() != null) {
            throw refused(parser, "there is more after the end of the object. Keep one object in a file.");
        }
    }

    private NumberTable readTable(JsonParser parser, String name) {
        require(parser, parser.currentToken() == JsonToken.START_ARRAY, name);
        NumberTable table = new NumberTable(WIDTH);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser, parser.currentToken() == JsonToken.START_ARRAY, name);
            for (int column = 0; column < WIDTH; column++) {
                require(parser, parser.nextToken() == JsonToken.VALUE_NUMBER_INT, name);
                table.add(parser.getLongValue());
            }
            require(parser, parser.nextToken() == JsonToken.END_ARRAY, name);
        }
        return table;
    }

    private void require(JsonParser parser, boolean holds, String name) {
        if (!holds) {
            throw refused(parser, name + " must be a list of rows in [ ], each of " + TABLES.get(name) + ".");
        }
    }

    private BadInput refused(JsonParser parser, String what) {
        return BadInput.at(file, parser.currentTokenLocation().getLineNr(), what);
    }

    /** Takes one row of a table. */
    interface RowReader {
        void read(long first, long second, long third);
    }

    /** A whole number as an index; one that no list can hold is refused like one that this list does not. */
    static int index(long number) {
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The number (" + number + ") must lie in 0.." + Integer.MAX_VALUE + ".");
        }
        return (int) number;
    }
}
