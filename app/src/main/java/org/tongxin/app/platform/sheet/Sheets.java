package org.tongxin.app.platform.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;

/**
 * Sends a list as a file while it is read, so that a long one needs no memory. Times are the district's. Cells may be texts,
 * numbers, days, times, or absent. Thread-safe.
 */
@Component
public class Sheets {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int FLUSHED = 1_000;

    /** Largest number of rows that a sheet of XLSX takes, its head among them. */
    private static final int XLSX_ROWS = 1_048_576;

    private final DistrictClock clock;

    Sheets(DistrictClock clock) {
        this.clock = clock;
    }

    /** Where rows come from; each is handed on before the next is read. */
    public interface Rows {
        void each(Consumer<List<@Nullable Object>> row);
    }

    /**
     * Sends a list.
     *
     * @param ending {@code csv} or {@code xlsx}
     * @param name of the file, without day and ending
     */
    public void send(HttpServletResponse response, String ending, String name, List<String> head, Rows rows)
            throws IOException {
        SheetFormat format = SheetFormat.find(ending).orElseThrow(() -> new NotFound("file of kind " + ending));
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"%s-%s.%s\"".formatted(name, clock.today(), ending));
        write(response.getOutputStream(), format, head, rows);
    }

    void write(OutputStream out, SheetFormat format, List<String> head, Rows rows) throws IOException {
        if (format == SheetFormat.CSV) {
            writeCsv(out, head, rows);
        } else {
            writeXlsx(out, head, rows);
        }
    }

    private void writeCsv(OutputStream out, List<String> head, Rows rows) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(head.stream().map(Cells::safe).toList());
            rows.each(row -> writer.writeRecord(row.stream().map(this::cell).toList()));
        }
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value.toString() : Cells.safe(text(value));
    }

    private String text(Object value) {
        return value instanceof Instant time ? TIME.format(clock.local(time)) : value.toString();
    }

    private void writeXlsx(OutputStream out, List<String> head, Rows rows) throws IOException {
        try (Workbook workbook = new Workbook(out, "Tongxin", "1.0")) {
            Book book = new Book(workbook, head);
            rows.each(book::add);
            book.end();
        }
    }

    /** Fills one sheet after the other; a full one is followed by the next with the same head. */
    private final class Book {

        private final Workbook workbook;
        private final List<String> head;
        private Worksheet sheet;
        private int sheets = 1;
        private int line;

        Book(Workbook workbook, List<String> head) {
            this.workbook = workbook;
            this.head = head;
            this.sheet = begun();
        }

        private Worksheet begun() {
            Worksheet begun = workbook.newWorksheet(Integer.toString(sheets));
            for (int column = 0; column < head.size(); column++) {
                begun.inlineString(0, column, head.get(column));
            }
            begun.freezePane(0, 1);
            return begun;
        }

        void add(List<@Nullable Object> row) {
            try {
                if (line + 1 == XLSX_ROWS) {
                    sheet.finish();
                    sheets++;
                    line = 0;
                    sheet = begun();
                }
                put(row);
                if (line % FLUSHED == 0) {
                    sheet.flush();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void put(List<@Nullable Object> row) {
            line++;
            for (int column = 0; column < row.size(); column++) {
                Object value = row.get(column);
                if (value instanceof Number number) {
                    sheet.value(line, column, number);
                } else if (value != null) {
                    sheet.inlineString(line, column, text(value));
                }
            }
        }

        void end() throws IOException {
            sheet.finish();
        }
    }
}
