package org.tongxin.app.resources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some movements of the ledger of a place, each with all its lines, newest first.
 *
 * @param older what to ask for as {@code before} to go on; {@code null} on the last page
 */
public record LedgerPage(List<LedgerEntry> lines, @Nullable Long older) {

    static final LedgerPage NONE = new LedgerPage(List.of(), null);

    public LedgerPage {
        lines = List.copyOf(lines);
    }

    /** @param found lines of up to one movement more than are shown */
    static LedgerPage of(List<LedgerEntry> found, int movements) {
        List<Long> serials = found.stream().map(LedgerEntry::serial).distinct().toList();
        if (serials.size() <= movements) {
            return new LedgerPage(found, null);
        }
        long last = serials.get(movements - 1);
        return new LedgerPage(
                found.stream().filter(line -> line.serial() >= last).toList(), last);
    }
}
