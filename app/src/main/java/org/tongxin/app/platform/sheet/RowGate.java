package org.tongxin.app.platform.sheet;

import java.util.List;
import java.util.function.Consumer;

/** Hands on rows within the limits; blank ones are passed over. */
final class RowGate {

    private final SheetLimits limits;
    private final Consumer<SheetRow> next;
    private int rows;

    RowGate(SheetLimits limits, Consumer<SheetRow> next) {
        this.limits = limits;
        this.next = next;
    }

    void add(long line, List<String> raw) {
        requireColumns(line, raw.size());
        for (int column = 0; column < raw.size(); column++) {
            requireCharacters(line, column, raw.get(column).length());
        }
        SheetRow row = new SheetRow(line, raw.stream().map(RowGate::tidy).toList());
        if (row.blank()) {
            return;
        }
        rows++;
        if (rows > limits.rows()) {
            throw new BadSheet("B-003", limits.rows());
        }
        next.accept(row);
    }

    private static String tidy(String raw) {
        return Cells.plain(raw.strip());
    }

    void requireColumns(long line, int columns) {
        if (columns > limits.columns()) {
            throw new BadSheet("B-004", line, columns, limits.columns());
        }
    }

    void requireCharacters(long line, int column, int characters) {
        if (characters > limits.characters()) {
            throw new BadSheet("B-005", line, column + 1, characters, limits.characters());
        }
    }

    int rows() {
        return rows;
    }
}
