package org.tongxin.app.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes where in a form.
 *
 * @param sheet number of the sheet, from 0; 0 for CSV
 * @param date where the day is written; {@code null} for nowhere
 */
public record FormMapping(
        int sheet, List<Block> blocks, @Nullable Address date) {

    public FormMapping {
        blocks = List.copyOf(blocks);
    }

    /**
     * A table on the sheet. Its lines are rows where places stand below each other, and columns where they stand side by side.
     *
     * @param across whether places stand side by side
     * @param placeLine which column names the places, or which row where they stand side by side; -1 where the only line is the
     *     whole of the reader's territory
     * @param first first line that is filled, from 0
     * @param last last line that is filled; not before the first
     * @param totals lines that add the others up; they need not lie between first and last
     * @param figures key of the figure by column, or by row where places stand side by side
     */
    public record Block(
            boolean across, int placeLine, int first, int last, List<Integer> totals, Map<Integer, String> figures) {

        public Block {
            totals = totals.stream().sorted().toList();
            figures = Map.copyOf(figures);
        }

        public boolean whole() {
            return placeLine < 0;
        }

        /** The cell of a line and a figure. */
        public Address address(int line, int of) {
            return across ? new Address(of, line) : new Address(line, of);
        }
    }
}
