package org.tongxin.app.tasks.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongxin.core.roll.RollRow;

/** The lines of a pasted roll beside the rows that were read from them, to be mended where a row is asked about. */
final class RollLines {

    /** Of a field that holds a line; its number follows, from 1. */
    static final String FIELD = "line-";

    /** Most lines that are put into fields; a server takes a thousand fields. What is asked beyond them is quoted. */
    private static final int MOST_FIELDS = 200;

    /** Most lines of one row that are shown; an entry that goes on for longer is cut. */
    private static final int MOST_OF_A_ROW = 6;

    private RollLines() {}

    /** A line as it was pasted. @param number from 1 @param field whether it can be mended here; else it is quoted */
    record Line(int number, String text, boolean field) {}

    /** A row with the lines it was read from. @param index of the row, from 0 */
    record Shown(int index, RollRow row, List<Line> lines) {}

    /** Every line has one field: several rows of one line show it again as text. */
    static List<Shown> of(String text, List<RollRow> rows) {
        String[] lines = lines(text);
        Set<Integer> given = new HashSet<>();
        List<Shown> shown = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            RollRow row = rows.get(index);
            List<Line> written = new ArrayList<>();
            int last = Math.min(Math.min(row.lastLine(), lines.length), row.line() + MOST_OF_A_ROW - 1);
            for (int number = row.line(); number <= last; number++) {
                boolean field = row.unsure() && given.size() < MOST_FIELDS && given.add(number);
                if (!lines[number - 1].isBlank()) {
                    written.add(new Line(number, lines[number - 1], field));
                }
            }
            shown.add(new Shown(index, row, List.copyOf(written)));
        }
        return shown;
    }

    /** The text with the lines that came in fields; the number of lines stays the same. */
    static String mended(String text, Map<String, String> form) {
        String[] lines = lines(text);
        for (int number = 1; number <= lines.length; number++) {
            String mended = form.get(FIELD + number);
            if (mended != null) {
                lines[number - 1] = mended.replaceAll("\\R", " ");
            }
        }
        return String.join("\n", lines);
    }

    /** Cut as {@link org.tongxin.core.roll.GroupRoll} counts them. */
    private static String[] lines(String text) {
        return text.split("\\R", -1);
    }
}
