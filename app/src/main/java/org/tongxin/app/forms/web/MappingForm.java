package org.tongxin.app.forms.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.forms.Address;
import org.tongxin.app.forms.FormMapping;
import org.tongxin.app.forms.FormMapping.Block;
import org.tongxin.app.platform.Outcome;

/** Reads what goes where from the fields of the page: {@code b0.first}, {@code b0.figure.3}. Lines are numbers or letters. */
final class MappingForm {

    private static final int MOST_TABLES = 50;

    private final Map<String, String> form;

    MappingForm(Map<String, String> form) {
        this.form = form;
    }

    /** A line that cannot be read. */
    private static final class Unreadable extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient String field;
        private final transient String value;

        Unreadable(String field, String value) {
            super(field, null, false, false);
            this.field = field;
            this.value = value;
        }
    }

    /** Refused: T-028. */
    Outcome<FormMapping> read() {
        try {
            List<Block> blocks = new ArrayList<>();
            for (int table = 0; table < MOST_TABLES && form.containsKey("b" + table + ".first"); table++) {
                Block block = block("b" + table + ".");
                if (!block.figures().isEmpty()) {
                    blocks.add(block);
                }
            }
            return Outcome.accepted(new FormMapping(line("sheet", value("sheet")) + 1, blocks, date()));
        } catch (Unreadable wrong) {
            return Outcome.refused("T-028", wrong.value, wrong.field);
        }
    }

    private Block block(String prefix) {
        Map<Integer, String> figures = new HashMap<>();
        String start = prefix + "figure.";
        form.forEach((name, value) -> {
            if (name.startsWith(start) && !value.isBlank()) {
                figures.put(line(name, String.valueOf(Integer.parseInt(name.substring(start.length())) + 1)), value);
            }
        });
        List<Integer> totals = new ArrayList<>();
        for (String total : value(prefix + "totals").split("[,，、\\s]+")) {
            if (!total.isBlank()) {
                totals.add(line(prefix + "totals", total));
            }
        }
        String place = value(prefix + "place");
        return new Block(
                Boolean.parseBoolean(value(prefix + "across")),
                place.isBlank() ? -1 : line(prefix + "place", place),
                line(prefix + "first", value(prefix + "first")),
                line(prefix + "last", value(prefix + "last")),
                totals,
                figures);
    }

    private String value(String name) {
        return form.getOrDefault(name, "").strip();
    }

    /** From 0. */
    private static int line(String field, String text) {
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text) - 1;
        }
        return Address.column(text).orElseThrow(() -> new Unreadable(field, text));
    }

    private @Nullable Address date() {
        String text = value("date");
        Optional<Address> found = Address.of(text);
        if (!text.isEmpty() && found.isEmpty()) {
            throw new Unreadable("date", text);
        }
        return found.orElse(null);
    }
}
