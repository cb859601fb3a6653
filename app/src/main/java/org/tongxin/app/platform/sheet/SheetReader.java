package org.tongxin.app.platform.sheet;

import java.io.IOException;
import java.util.function.Consumer;
import org.tongxin.app.platform.Outcome;

/**
 * Reads a file that somebody sends: CSV (UTF-8 or GB18030; comma, semicolon or tab) or the first sheet of an XLSX file, told
 * apart by their first bytes, never by their name. Rows are handed on one by one. Formulas are never worked out: the value
 * that the spreadsheet kept beside one is read as text. What is outside {@link SheetLimits}, or names entities, is refused.
 * Thread-safe.
 */
public final class SheetReader {

    private SheetReader() {}

    /**
     * Hands on each row that is not blank. Refused: B-001 to B-011; rows handed on before a refusal are to be thrown away.
     *
     * @return how many rows there were, the head among them
     */
    public static Outcome<Integer> read(byte[] bytes, SheetLimits limits, Consumer<SheetRow> next) {
        if (bytes.length > limits.bytes()) {
            return Outcome.refused("B-001", bytes.length, limits.bytes());
        }
        try {
            RowGate gate = new RowGate(limits, next);
            readAny(bytes, limits, gate);
            return gate.rows() == 0 ? Outcome.refused("B-010") : Outcome.accepted(gate.rows());
        } catch (BadSheet bad) {
            return new Outcome.Refused<>(bad.refusal());
        } catch (IOException broken) {
            return Outcome.refused("B-002");
        }
    }

    /** Whether a file is an archive, as XLSX files are, rather than a text. */
    public static boolean isWorkbook(byte[] bytes) {
        return beginsWith(bytes, 'P', 'K', 3, 4);
    }

    private static void readAny(byte[] bytes, SheetLimits limits, RowGate gate) throws IOException {
        if (isWorkbook(bytes)) {
            new XlsxSource(bytes, limits, gate).read();
        } else if (beginsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new BadSheet("B-008");
        } else {
            CsvSource.read(bytes, gate);
        }
    }

    static boolean beginsWith(byte[] bytes, int... start) {
        for (int place = 0; place < start.length; place++) {
            if (place >= bytes.length || (bytes[place] & 0xFF) != start[place]) {
                return false;
            }
        }
        return true;
    }
}
