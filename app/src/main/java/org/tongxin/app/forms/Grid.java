package org.tongxin.app.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sheet as texts. Rows and columns count from 0; what is outside is empty. Immutable.
 *
 * @param name of the sheet; empty for CSV
 * @param rows the text of each cell without blanks around it
 * @param formulas addresses of cells that work themselves out
 * @param merged groups of cells that are drawn as one; its text stands in the first
 */
record Grid(String name, List<List<String>> rows, Set<Address> formulas, List<Merged> merged) {

    /** Cells drawn as one; both ends are inside. */
    record Merged(int top, int left, int bottom, int right) {

        boolean holds(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    Grid {
        rows = rows.stream().map(List::copyOf).toList();
        formulas = Set.copyOf(formulas);
        merged = List.copyOf(merged);
    }

    int height() {
        return rows.size();
    }

    int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The text in the cell itself. */
    String text(int row, int column) {
        if (row < 0
                || column < 0
                || row >= rows.size()
                || column >= rows.get(row).size()) {
            return "";
        }
        return rows.get(row).get(column);
    }

    /** The text that a reader sees there: that of the cells drawn as one. */
    String shown(int row, int column) {
        return merged.stream()
                .filter(group -> group.holds(row, column))
                .findFirst()
                .map(group -> text(group.top(), group.left()))
                .orElseGet(() -> text(row, column));
    }

    boolean isFormula(int row, int column) {
        return formulas.contains(new Address(row, column));
    }

    /** Rows for columns and columns for rows. */
    Grid turned() {
        List<List<String>> turned = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            List<String> line = new ArrayList<>();
            for (int row = 0; row < height(); row++) {
                line.add(text(row, column));
            }
            turned.add(line);
        }
        return new Grid(
                name,
                turned,
                formulas.stream()
                        .map(place -> new Address(place.column(), place.row()))
                        .collect(Collectors.toSet()),
                merged.stream()
                        .map(group -> new Merged(group.left(), group.top(), group.right(), group.bottom()))
                        .toList());
    }
}
