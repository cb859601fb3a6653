package org.tongxin.app.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.forms.FormMapping.Block;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.organisation.Area;

/**
 * Reads a form and proposes what goes where. Places are looked for down the columns and across the rows, whichever gives more
 * cells to fill; a place that comes again, or a head between the lines, begins another table. Where no place is named, the line
 * below the heads is the whole territory. It proposes and is corrected: it never guesses a figure that two names fit.
 */
final class Proposal {

    static final Pattern DAY = Pattern.compile("[\\d_\\s]{0,8}年[\\d_\\s]{0,6}月[\\d_\\s]{0,6}日");
    private static final Pattern DAY_HEAD = Pattern.compile("(填报|填表|统计|上报|报告|截至|数据)?(日期|时间)|(reporting)?date");
    private static final Pattern NUMBER = Pattern.compile("[-—–/]*|-?[\\d,.]+");
    /** No form begins lower. Suggested value. */
    private static final int LAST_HEAD = 60;

    private static final int LONGEST_NAME = 24;

    private final PlaceIndex places;
    private final FigureMatcher figures;

    Proposal(PlaceIndex places, FigureMatcher figures) {
        this.places = places;
        this.figures = figures;
    }

    /** What to put where in the sheet on which most can be filled. @param sheets at least one */
    FormMapping of(List<Grid> sheets) {
        FormMapping best = null;
        int most = -1;
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            Grid grid = sheets.get(sheet);
            List<Block> blocks = blocks(grid);
            int cells = cells(blocks);
            if (cells > most) {
                most = cells;
                best = new FormMapping(sheet, blocks, date(grid));
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("A form must have a sheet.");
        }
        return best;
    }

    private List<Block> blocks(Grid grid) {
        List<Block> down = named(grid, false);
        List<Block> across = named(grid.turned(), true);
        if (down.isEmpty() && across.isEmpty()) {
            Optional<Block> row = whole(grid, false);
            Optional<Block> column = whole(grid.turned(), true);
            boolean rowIsBetter = row.map(Block::figures).map(Map::size).orElse(0)
                    >= column.map(Block::figures).map(Map::size).orElse(0);
            return (rowIsBetter ? row : column).map(List::of).orElse(List.of());
        }
        return cells(across) > cells(down) ? across : down;
    }

    private static int cells(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> (block.last() - block.first() + 1)
                        * (1 + 2 * block.figures().size()))
                .sum();
    }

    /** Tables whose lines are named by places in a column. */
    private List<Block> named(Grid grid, boolean across) {
        List<Map<Integer, Area>> columns = new ArrayList<>();
        for (int column = 0; column < grid.width(); column++) {
            columns.add(placesIn(grid, column));
        }
        List<Integer> naming = naming(columns);
        Heads heads = new Heads(grid);
        List<Block> blocks = new ArrayList<>();
        for (int number = 0; number < naming.size(); number++) {
            int column = naming.get(number);
            int end = number + 1 < naming.size() ? naming.get(number + 1) : grid.width();
            int floor = 0;
            for (List<Integer> lines : parted(grid, column, columns.get(column), end)) {
                Block block = block(grid, heads, across, column, end, lines, floor);
                floor = Math.max(
                                block.last(),
                                block.totals().isEmpty() ? 0 : block.totals().getLast())
                        + 1;
                if (!block.figures().isEmpty()) {
                    blocks.add(block);
                }
            }
        }
        return blocks;
    }

    private Map<Integer, Area> placesIn(Grid grid, int column) {
        Map<Integer, Area> found = new TreeMap<>();
        for (int row = 0; row < grid.height(); row++) {
            List<Area> named = grid.text(row, column).isEmpty() ? List.of() : places.in(grid, row, column);
            if (named.size() == 1) {
                found.put(row, named.getFirst());
            }
        }
        return found;
    }

    /** Columns that name the places of lines: not the code before the name, nor the street before its community. */
    private static List<Integer> naming(List<Map<Integer, Area>> columns) {
        List<Integer> naming = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Map<Integer, Area> own = columns.get(column);
            boolean named = own.isEmpty();
            for (int left = 0; left < column && !named; left++) {
                named = naming.contains(left) && left != column - 1 && alike(own, columns.get(left), false);
            }
            for (int right = column + 1; right < columns.size() && !named; right++) {
                named = alike(own, columns.get(right), true)
                        || right == column + 1 && alike(own, columns.get(right), false);
            }
            if (!named) {
                naming.add(column);
            }
        }
        return naming;
    }

    /** Whether most lines of a column are named by another: by the same place, or by one inside it. */
    private static boolean alike(Map<Integer, Area> own, Map<Integer, Area> other, boolean inside) {
        long same = own.entrySet().stream()
                .filter(entry -> {
                    Area there = other.get(entry.getKey());
                    String path = entry.getValue().path();
                    return there != null
                            && there.path().startsWith(path)
                            && there.path().equals(path) != inside;
                })
                .count();
        return 2 * same > own.size();
    }

    /** The lines of each table in a column. */
    private List<List<Integer>> parted(Grid grid, int column, Map<Integer, Area> found, int end) {
        List<List<Integer>> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int before = -1;
        for (Map.Entry<Integer, Area> entry : found.entrySet()) {
            boolean again = !seen.add(entry.getValue().path());
            if (before < 0 || again || hasHead(grid, column, end, before + 1, entry.getKey())) {
                parts.add(new ArrayList<>());
                seen.clear();
                seen.add(entry.getValue().path());
            }
            parts.getLast().add(entry.getKey());
            before = entry.getKey();
        }
        return parts;
    }

    private boolean hasHead(Grid grid, int column, int end, int from, int to) {
        for (int row = from; row < to; row++) {
            for (int other = column + 1; other < end; other++) {
                String text = grid.text(row, other);
                if (!isNumber(text) && figures.find(List.of(text)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Block block(Grid grid, Heads heads, boolean across, int column, int end, List<Integer> lines, int floor) {
        int first = lines.getFirst();
        while (first > floor && isUnknownPlace(grid, column, end, first - 1)) {
            first--;
        }
        int last = lines.getLast();
        while (isUnknownPlace(grid, column, end, last + 1)) {
            last++;
        }
        List<Integer> totals = totals(grid, column, end, floor, first, last);
        int top = totals.isEmpty() ? first : Math.min(first, totals.getFirst());
        return new Block(across, column, first, last, totals, figures(heads, column + 1, end, top, floor));
    }

    /** A line that looks like one of a place which the district does not know. */
    private boolean isUnknownPlace(Grid grid, int column, int end, int row) {
        String text = grid.text(row, column);
        if (text.isEmpty()
                || text.length() > LONGEST_NAME
                || text.matches(".*[:：。].*|注.*|备注.*|说明.*")
                || isTotal(grid, column, row)
                || places.find(text).isPresent()) {
            return false;
        }
        boolean numbers = true;
        for (int other = column + 1; other < end; other++) {
            numbers &= grid.isFormula(row, other) || isNumber(grid.shown(row, other));
        }
        return numbers;
    }

    /** Lines that add up, among the others, right below and right above them. */
    private static List<Integer> totals(Grid grid, int column, int end, int floor, int first, int last) {
        List<Integer> totals = new ArrayList<>();
        for (int row = Math.max(floor, first - 2); row <= Math.min(last + 3, grid.height() - 1); row++) {
            boolean head = row < first && !isNumber(grid.shown(row, end - 1)) && !grid.isFormula(row, end - 1);
            if (isTotal(grid, column, row) && !head) {
                totals.add(row);
            }
        }
        return totals;
    }

    private static boolean isTotal(Grid grid, int column, int row) {
        for (int left = 0; left <= column; left++) {
            if (TextOfCells.isSum(grid.text(row, left))) {
                return true;
            }
        }
        return false;
    }

    /** What the heads above a line name, each figure once. */
    private Map<Integer, String> figures(Heads heads, int from, int end, int above, int floor) {
        Map<Integer, String> found = new HashMap<>();
        for (int column = from; column < end; column++) {
            List<String> head = heads.of(column, above, floor);
            Optional<Figure> figure = Heads.isOther(head) ? Optional.empty() : figures.find(head);
            if (figure.isPresent() && !found.containsValue(figure.get().key())) {
                found.put(column, figure.get().key());
            }
        }
        return found;
    }

    /** The first line below the most heads, all of whose cells are free. */
    private Optional<Block> whole(Grid grid, boolean across) {
        Block best = null;
        Heads heads = new Heads(grid);
        int width = grid.width();
        for (int row = 1; row <= Math.min(grid.height(), LAST_HEAD); row++) {
            int line = row;
            Map<Integer, String> found = figures(heads, 0, width, row, 0);
            boolean free = found.keySet().stream().allMatch(column -> isNumber(grid.shown(line, column)));
            if (free && found.size() > (best == null ? 0 : best.figures().size())) {
                best = new Block(across, -1, row, row, List.of(), found);
            }
        }
        return Optional.ofNullable(best);
    }

    /** A cell with a gap for year, month and day, else the free cell beside the word for a day. */
    private static @Nullable Address date(Grid grid) {
        Address beside = null;
        for (int row = 0; row < grid.height(); row++) {
            for (int column = 0; column < grid.width(); column++) {
                String text = grid.text(row, column);
                Matcher day = DAY.matcher(text);
                if (day.find()) {
                    return new Address(row, column);
                }
                boolean named = DAY_HEAD.matcher(TextOfCells.bare(text)).matches();
                boolean open = grid.shown(row, column + 1).isEmpty();
                if (beside == null && named && (open || text.matches(".*[:：]"))) {
                    beside = new Address(row, open ? column + 1 : column);
                }
            }
        }
        return beside;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }
}
