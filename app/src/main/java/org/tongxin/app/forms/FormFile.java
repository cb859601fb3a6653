package org.tongxin.app.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;

/** A form as a file, opened. Not thread-safe. */
interface FormFile {

    /**
     * Suggested values, far above what a form has. With the 100,000 cells that {@code WorkbookGuard} allows, opening and filling
     * fit into 150 MB of memory, measured; it took 14 s on a busy machine of two processors.
     */
    SheetLimits LIMITS = new SheetLimits(5 * 1024 * 1024, 5_000, 100, 1_000, 24L * 1024 * 1024, 150, 400);

    /** Opens a file that somebody sent. Refused: B-001 to B-011, T-019, T-020. */
    static Outcome<FormFile> open(byte[] bytes) {
        if (SheetReader.isWorkbook(bytes)) {
            return WorkbookForm.open(bytes);
        }
        Outcome<Integer> read = SheetReader.read(bytes, LIMITS, row -> {});
        return read instanceof Outcome.Refused<Integer> refused
                ? new Outcome.Refused<>(refused.refusal())
                : CsvForm.open(bytes);
    }

    /** Its sheets, at least one. */
    List<Grid> sheets();

    /**
     * The same file filled.
     *
     * @param sources rows of a further sheet, the first being its head; CSV has no room for it
     */
    byte[] filled(FormMapping mapping, Filled filled, List<List<@Nullable Object>> sources);
}
