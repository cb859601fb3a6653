package org.tongxin.app.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A street on the desk: its place among the tiles, its level and its last days.
 *
 * @param shade class of the risk ramp, 0 to 4; -1 where there are no data
 * @param week places named in seven days
 * @param days the last eight days, {@code null} where nothing was published
 */
record StreetLine(
        String path,
        String name,
        String shortName,
        int row,
        int column,
        String outline,
        String level,
        int shade,
        int week,
        @Nullable Integer yesterday,
        List<@Nullable Integer> days) {

    public int x() {
        return column * 69 + 2;
    }

    public int y() {
        return row * 52 + 2;
    }
}
