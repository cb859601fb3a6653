package org.tongxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of the program within the test, and what it said. */
record Program(int code, String out, String err) {

    /** The reference data live with the tests of the core, which the methods belong to. */
    static final Path REFERENCE = Path.of("../core/src/test/resources/reference");

    static Program run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Tongxin.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Program(code, out.toString(), err.toString());
    }

    /** Rows of a written or reference table without quotation marks, cells by column name. */
    static List<Map<String, String>> table(Path file) {
        List<String> lines = lines(file);
        String[] head = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < head.length; column++) {
                row.put(head[column], cells[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell.replace("Inf", "Infinity"));
    }
}
