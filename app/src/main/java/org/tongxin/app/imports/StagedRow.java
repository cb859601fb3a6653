package org.tongxin.app.imports;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Refusal;

/**
 * A row as the preview shows it.
 *
 * @param field of a rejected row, the column to change; empty for none
 * @param refusal why it is rejected
 */
public record StagedRow(
        long line,
        Map<String, String> cells,
        Verdict.@Nullable Change change,
        String field,
        Optional<Refusal> refusal) {

    public StagedRow {
        cells = Map.copyOf(cells);
    }

    /** What stands where the row is rejected. */
    public String value() {
        return cells.getOrDefault(field, "");
    }
}
