package org.tongxin.app.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongxin.app.forms.FormMapping.Block;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.organisation.Area;

/**
 * A form as its keeper looks at it.
 *
 * @param name of the sheet; empty for CSV
 * @param rows its first rows, as a reader sees them
 * @param height how many rows it has
 * @param catalogue every figure that may be chosen
 * @param tables what goes where, in words
 * @param strangers lines whose place the district does not know, or knows twice
 */
public record FormSheet(
        String name,
        List<List<SheetCell>> rows,
        int height,
        FormMapping mapping,
        List<Figure> catalogue,
        List<Table> tables,
        List<Filled.Stranger> strangers) {

    private static final int SHOWN_ROWS = 60;
    private static final int SHOWN_COLUMNS = 30;

    /** How many columns its first rows show. */
    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** A cell. @param filled whether a figure, a sum or the day goes there */
    public record SheetCell(String text, boolean filled, boolean formula) {}

    /** A table. @param lines what its columns, or its rows where places stand side by side, may hold */
    public record Table(Block block, List<Head> heads) {}

    /** A head. @param name letters of the column or number of the row @param figure its key; empty for left as it is */
    public record Head(int of, String name, String text, String figure) {}

    static FormSheet of(Grid grid, FormMapping mapping, Map<String, Figure> catalogue, PlaceIndex places) {
        List<Table> tables = new ArrayList<>();
        List<Filled.Stranger> strangers = new ArrayList<>();
        for (Block block : mapping.blocks()) {
            tables.add(new Table(block, heads(grid, block)));
            strangers.addAll(strangers(grid, block, places));
        }
        return new FormSheet(
                grid.name(),
                rows(grid, mapping),
                grid.height(),
                mapping,
                List.copyOf(catalogue.values()),
                tables,
                strangers);
    }

    private static List<List<SheetCell>> rows(Grid grid, FormMapping mapping) {
        Set<Address> filled = new HashSet<>();
        mapping.blocks().forEach(block -> {
            for (int line = block.first(); line <= block.last(); line++) {
                mark(filled, block, line);
            }
            block.totals().forEach(line -> mark(filled, block, line));
        });
        if (mapping.date() instanceof Address date) {
            filled.add(date);
        }
        List<List<SheetCell>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(grid.height(), SHOWN_ROWS); row++) {
            List<SheetCell> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(grid.width(), SHOWN_COLUMNS); column++) {
                boolean formula = grid.isFormula(row, column);
                cells.add(new SheetCell(
                        grid.text(row, column), filled.contains(new Address(row, column)) && !formula, formula));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static void mark(Set<Address> filled, Block block, int line) {
        block.figures().keySet().forEach(of -> filled.add(block.address(line, of)));
    }

    private static List<Head> heads(Grid sheet, Block block) {
        Grid grid = block.across() ? sheet.turned() : sheet;
        Heads heads = new Heads(grid);
        int top = block.totals().isEmpty()
                ? block.first()
                : Math.min(block.first(), block.totals().getFirst());
        List<Head> found = new ArrayList<>();
        for (int of = 0; of < grid.width(); of++) {
            String figure = block.figures().getOrDefault(of, "");
            String text = String.join(" / ", heads.of(of, top, 0));
            if (of != block.placeLine() && !(text.isEmpty() && figure.isEmpty())) {
                String name = block.across() ? Integer.toString(of + 1) : Address.letters(of);
                found.add(new Head(of, name, text, figure));
            }
        }
        return found;
    }

    private static List<Filled.Stranger> strangers(Grid sheet, Block block, PlaceIndex places) {
        List<Filled.Stranger> found = new ArrayList<>();
        Grid grid = block.across() ? sheet.turned() : sheet;
        for (int line = block.first(); line <= block.last() && !block.whole(); line++) {
            String text = grid.shown(line, block.placeLine());
            List<Area> named = places.in(grid, line, block.placeLine());
            if (!text.isEmpty() && !block.totals().contains(line) && named.size() != 1) {
                Filled.Why why = named.isEmpty() ? Filled.Why.UNKNOWN : Filled.Why.AMBIGUOUS;
                found.add(new Filled.Stranger(block.address(line, block.placeLine()), text, why));
            }
        }
        return found;
    }
}
