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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongxin.app.platform.Outcome;

/**
 * Reads a file of counts: comma-separated, with a head that names the columns, in UTF-8 (with or without a byte order
 * mark) or GB18030. A column {@code name} may stand beside for the people who fill it in; it is not read.
 */
final class CountFile {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final List<String> HEAD = List.of("point", "day", "value", "reason", "name");

    private static final Set<String> NEEDED = Set.of("point", "day", "value");
    private static final String FORMULA = "=+-@\t\r";

    private CountFile() {}

    /** A row as it stands in the file. @param line in the file, the head being line 1 */
    record Row(long line, int fields, CountText text) {}

    /** Its rows, and how many fields each should have. */
    record Content(int columns, List<Row> rows) {}

    /** Refused: S-013, with what is wrong with the file as a whole. */
    static Outcome<Content> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Outcome.refused("S-013", "FILE_TOO_LARGE");
        }
        Optional<String> text = decode(bytes);
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return Outcome.refused("S-013", "FILE_NOT_TEXT");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.get())) {
            return content(reader.stream().toList());
        } catch (CsvParseException broken) {
            return Outcome.refused("S-013", "FILE_QUOTES");
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be readable.", impossible);
        }
    }

    private static Outcome<Content> content(List<CsvRecord> records) {
        if (records.isEmpty()) {
            return Outcome.refused("S-013", "FILE_EMPTY");
        }
        List<String> head = records.getFirst().getFields().stream()
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
        for (CsvRecord found : records.subList(1, records.size())) {
            CountText text = new CountText(
                    cell(found, head, "point"),
                    cell(found, head, "day"),
                    cell(found, head, "value"),
                    cell(found, head, "reason"));
            rows.add(new Row(found.getStartingLineNumber(), found.getFieldCount(), text));
        }
        return Outcome.accepted(new Content(head.size(), rows));
    }

    private static String cell(CsvRecord row, List<String> head, String column) {
        int place = head.indexOf(column);
        if (place < 0 || place >= row.getFieldCount()) {
            return "";
        }
        String cell = row.getField(place).strip();
        boolean escaped = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return escaped ? cell.substring(1) : cell;
    }

    /** A cell for a file of ours: what a spreadsheet would take for a formula is made a text. */
    static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
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
