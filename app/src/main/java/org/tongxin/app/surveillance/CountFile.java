package org.tongxin.app.surveillance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.Cells;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;
import org.tongxin.app.platform.sheet.SheetRow;

/**
 * Reads a file of counts: comma-separated, with a head that names the columns, in UTF-8 (with or without a byte order
 * mark) or GB18030; or the first sheet of an XLSX file with the same columns. A column {@code name} may stand beside for the people who fill it in; it is not read.
 */
final class CountFile {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final List<String> HEAD = List.of("point", "day", "value", "reason", "name");

    private static final Set<String> NEEDED = Set.of("point", "day", "value");

    private CountFile() {}

    /** A row as it stands in the file. @param line in the file, the head being line 1 */
    record Row(long line, int fields, CountText text) {}

    /** Its rows, and how many fields each should have. */
    record Content(int columns, List<Row> rows) {}

    /** Refused: S-013 or, of an XLSX file, B-001 to B-011, with what is wrong with the file as a whole. */
    static Outcome<Content> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Outcome.refused("S-013", "FILE_TOO_LARGE");
        }
        if (SheetReader.isWorkbook(bytes)) {
            return readSheet(bytes);
        }
        Optional<String> text = decode(bytes);
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return Outcome.refused("S-013", "FILE_NOT_TEXT");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.get())) {
            return content(reader.stream().map(CountFile::line).toList());
        } catch (CsvParseException broken) {
            return Outcome.refused("S-013", "FILE_QUOTES");
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be readable.", impossible);
        }
    }

    private static Outcome<Content> readSheet(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        Outcome<Integer> read = SheetReader.read(bytes, SheetLimits.USUAL, row -> lines.add(line(row, lines)));
        return read instanceof Outcome.Refused<Integer> refused
                ? new Outcome.Refused<>(refused.refusal())
                : content(lines);
    }

    /** A row before its columns are known. */
    private record Line(long number, List<String> cells) {}

    private static Line line(CsvRecord found) {
        return new Line(found.getStartingLineNumber(), found.getFields());
    }

    /** A sheet does not keep empty cells at the end of a row: it is as wide as the head. */
    private static Line line(SheetRow row, List<Line> before) {
        int head = before.isEmpty() ? 0 : before.getFirst().cells().size();
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(Collections.nCopies(Math.max(0, head - cells.size()), ""));
        return new Line(row.line(), cells);
    }

    private static Outcome<Content> content(List<Line> records) {
        if (records.isEmpty()) {
            return Outcome.refused("S-013", "FILE_EMPTY");
        }
        List<String> head = records.getFirst().cells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean known = HEAD.containsAll(head)
                && head.containsAll(NEEDED)
                && Set.copyOf(head).size() == head.size();
        if (!known) {
            return Outcome.refused("S-013", "FILE_COLUMNS");
        }
        if (records.size() == 1) {
            return Outcome.refused("S-013", "FILE_EMPTY");
        }
        List<Row> rows = new ArrayList<>();
        for (Line found : records.subList(1, records.size())) {
            CountText text = new CountText(
                    cell(found, head, "point"),
                    cell(found, head, "day"),
                    cell(found, head, "value"),
                    cell(found, head, "reason"));
            rows.add(new Row(found.number(), found.cells().size(), text));
        }
        return Outcome.accepted(new Content(head.size(), rows));
    }

    private static String cell(Line row, List<String> head, String column) {
        int place = head.indexOf(column);
        if (place < 0 || place >= row.cells().size()) {
            return "";
        }
        return Cells.plain(row.cells().get(place).strip());
    }

    private static Optional<String> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8)
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .or(() -> decode(bytes, Charset.forName("GB18030")));
    }

    /** Decoders of their own report what they cannot read, instead of replacing it. */
    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
