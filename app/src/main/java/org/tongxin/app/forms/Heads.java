package org.tongxin.app.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the heads above the lines of a table: one or more rows, where a group's name stands above several columns. */
final class Heads {

    private static final int MOST_ROWS = 4;

    /** What is no count of a day, whatever else the head says; and what counts in ten thousands. */
    private static final Pattern OTHER =
            Pattern.compile(".*(累计|累積|较昨|较上|环比|同比|昨日|前日|上周|上月|本周|本月|比例|占比|率|百分|%|cumulative|percent|rate).*|.*[(（]万.*");

    private final Grid grid;
    private final int width;
    private final Map<Integer, Set<String>> shown = new HashMap<>();

    Heads(Grid grid) {
        this.grid = grid;
        this.width = grid.width();
    }

    /**
     * The head of a column above a row, the uppermost part first; without the title of the sheet.
     *
     * @param floor the uppermost row that can be part of it
     */
    List<String> of(int column, int above, int floor) {
        List<String> parts = new ArrayList<>();
        int rows = 0;
        for (int row = above - 1; row >= floor && rows < MOST_ROWS && !isTitle(row); row--) {
            if (isBlank(row)) {
                if (rows > 0) {
                    break;
                }
                continue;
            }
            String text = part(row, column, rows > 0);
            rows++;
            if (!text.isEmpty() && (parts.isEmpty() || !parts.getFirst().equals(text))) {
                parts.addFirst(text);
            }
        }
        return parts;
    }

    /** In a file without merged cells a group's name stands above its first column only. */
    private String part(int row, int column, boolean upper) {
        String text = grid.shown(row, column);
        if (text.isEmpty() && upper && grid.merged().isEmpty()) {
            for (int left = column - 1; left >= 0 && text.isEmpty(); left--) {
                text = grid.text(row, left);
            }
        }
        return text;
    }

    /** One text over all columns, or alone in its row. */
    boolean isTitle(int row) {
        return shown(row).size() == 1 && width > 1;
    }

    boolean isBlank(int row) {
        return shown(row).isEmpty();
    }

    /** The different texts of a row. */
    private Set<String> shown(int row) {
        return shown.computeIfAbsent(row, number -> {
            Set<String> texts = new HashSet<>();
            for (int column = 0; column < width; column++) {
                texts.add(grid.shown(number, column));
            }
            texts.remove("");
            return texts;
        });
    }

    /** Whether a head says that its column is something else than the count of the day. */
    static boolean isOther(List<String> head) {
        return OTHER.matcher(String.join("", head).toLowerCase(Locale.ROOT)).matches();
    }
}
