package org.tongxin.app.platform.sheet;

import java.util.List;

/**
 * A row as it stands in a file, every cell as text without blanks around it.
 *
 * @param line in the file, the first being 1
 * @param cells up to the last that the file names; empty ones are empty texts
 */
public record SheetRow(long line, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The text in a column, from 0; empty where the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean blank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
