package org.tongxin.app.platform.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.tongxin.app.platform.Outcome;

/**
 * A CSV file whole, so that it can be written again as it came: its cells as they stand, blank lines too, and how it was
 * written.
 *
 * @param charset UTF-8 or GB18030
 * @param marked whether it begins with a byte order mark
 * @param newline what ends a line
 */
public record CsvText(Charset charset, boolean marked, char separator, String newline, List<List<String>> rows) {

    private static final char MARK = '\uFEFF';

    public CsvText {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Reads a file. Refused: B-001 to B-005, B-009, B-010. */
    public static Outcome<CsvText> read(byte[] bytes, SheetLimits limits) {
        if (bytes.length > limits.bytes()) {
            return Outcome.refused("B-001", bytes.length, limits.bytes());
        }
        try {
            Charset charset = CsvSource.charset(bytes);
            char separator = CsvSource.separator(bytes, charset);
            List<List<String>> rows = rows(bytes, charset, separator, limits);
            return rows.isEmpty()
                    ? Outcome.refused("B-010")
                    : Outcome.accepted(new CsvText(charset, CsvSource.marked(bytes), separator, newline(bytes), rows));
        } catch (BadSheet bad) {
            return new Outcome.Refused<>(bad.refusal());
        } catch (CsvParseException broken) {
            return Outcome.refused("B-009");
        } catch (IOException broken) {
            return Outcome.refused("B-002");
        }
    }

    private static List<List<String>> rows(byte[] bytes, Charset charset, char separator, SheetLimits limits)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        RowGate gate = new RowGate(limits, row -> {});
        try (Reader text = CsvSource.reader(bytes, charset);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord found : reader) {
                gate.add(found.getStartingLineNumber(), found.getFields());
                rows.add(found.getFields());
                if (rows.size() > limits.rows()) {
                    throw new BadSheet("B-003", limits.rows());
                }
            }
        }
        return gate.rows() == 0 ? List.of() : rows;
    }

    private static String newline(byte[] bytes) {
        for (int place = 0; place < bytes.length; place++) {
            if (bytes[place] == '\n') {
                return place > 0 && bytes[place - 1] == '\r' ? "\r\n" : "\n";
            }
        }
        return "\r\n";
    }

    /** The same file with other cells. */
    public CsvText with(List<List<String>> cells) {
        return new CsvText(charset, marked, separator, newline, cells);
    }

    /** As a file again, in the encoding it came in. */
    public byte[] bytes() {
        StringWriter text = new StringWriter();
        if (marked) {
            text.write(MARK);
        }
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(newline.equals("\n") ? LineDelimiter.LF : LineDelimiter.CRLF)
                .build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException never) {
            throw new UncheckedIOException("A text in memory must take what is written to it.", never);
        }
        return text.toString().getBytes(charset);
    }
}
