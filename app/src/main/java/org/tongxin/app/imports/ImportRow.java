package org.tongxin.app.imports;

import java.util.Map;

/**
 * A row of a list.
 *
 * @param line in the file, the head being line 1
 * @param cells column to text, without blanks around it; a column that the file does not have is absent
 */
public record ImportRow(long line, Map<String, String> cells) {

    public ImportRow {
        cells = Map.copyOf(cells);
    }

    /** The text in a column, empty for none. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
