package org.tongxin.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file of comma-separated values (RFC 4180) with a head that names the columns; columns not asked for are not read. */
final class CsvTable {

    private final Path file;
    private final List<String> head;
    private final List<Row> rows;

    private CsvTable(Path file, List<String> head) {
        this.file = file;
        this.head = head;
        this.rows = new ArrayList<>();
    }

    /** Refuses a file without rows, without one of these columns, or with a row of another length than the head. */
    static CsvTable read(Path file, String... neededColumns) {
        List<CsvRecord> records = records(file);
        List<String> head =
                records.getFirst().getFields().stream().map(String::strip).toList();
        CsvTable table = new CsvTable(file, head);
        table.requireColumns(records.getFirst().getStartingLineNumber(), neededColumns);
        for (CsvRecord line : records.subList(1, records.size())) {
            table.enter(line);
        }
        if (table.rows.isEmpty()) {
            throw BadInput.in(
                    file, "there is a head, but no row below it. Check that the file was written completely.");
        }
        return table;
    }

    private static List<CsvRecord> records(Path file) {
        String text = InputText.read(file);
        requireClosedQuotes(file, text);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException broken) {
            throw BadInput.in(
                    file, "the values cannot be told apart (" + broken.getMessage() + "). Save it as CSV anew.");
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory must be readable.", impossible);
        }
    }

    /** An open quotation mark would swallow the rows below it without a word. */
    private static void requireClosedQuotes(Path file, String text) {
        int line = 1;
        int openedAt = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                openedAt = openedAt == 0 ? line : 0;
            } else if (text.charAt(at) == '\n') {
                line++;
            }
        }
        if (openedAt > 0) {
            throw BadInput.at(
                    file, openedAt, "a quotation mark (\") is opened and not closed. Write one inside a value twice.");
        }
    }

    private void requireColumns(long line, String... needed) {
        Set<String> seen = new HashSet<>();
        for (String column : head) {
            if (!seen.add(column)) {
                throw BadInput.at(file, line, "the column " + column + " stands twice. Keep one.");
            }
        }
        for (String column : needed) {
            if (!seen.contains(column)) {
                throw BadInput.at(
                        file,
                        line,
                        "the column " + column + " is missing; there are " + String.join(", ", head)
                                + ". The first line must name the columns.");
            }
        }
    }

    private void enter(CsvRecord line) {
        if (line.getFieldCount() != head.size()) {
            throw BadInput.at(
                    file,
                    line.getStartingLineNumber(),
                    "the row has " + line.getFieldCount()
                            + " values, the head has " + head.size() + " (" + String.join(",", line.getFields())
                            + "). Put a value with a comma in quotation marks.");
        }
        rows.add(new Row(line));
    }

    Path file() {
        return file;
    }

    boolean has(String column) {
        return head.contains(column);
    }

    List<Row> rows() {
        return rows;
    }

    /** One row of the table. */
    final class Row {

        private final CsvRecord cells;

        private Row(CsvRecord cells) {
            this.cells = cells;
        }

        Cell cell(String column) {
            return new Cell(
                    file,
                    cells.getStartingLineNumber(),
                    column,
                    cells.getField(head.indexOf(column)).strip());
        }
    }
}
