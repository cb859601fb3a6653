package org.tongxin.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.rating.LevelReplay;

/**
 * What was measured of areas: columns {@code area, date}, then one an indicator; {@code q} and {@code completeness} where
 * there are any. An empty cell is unknown, which is not zero.
 */
final class IndicatorFile {

    private static final List<String> NAMED = List.of("area", "date", "q", "completeness");

    private IndicatorFile() {}

    /** A row of an area. */
    record Row(LocalDate date, LevelReplay.Day day) {}

    /** Rows by area, both in the order of the file; the dates of an area must rise. */
    static Map<String, List<Row>> read(Path file) {
        CsvTable table = CsvTable.read(file, "area", "date");
        List<String> indicators =
                table.head().stream().filter(column -> !NAMED.contains(column)).toList();
        Map<String, List<Row>> byArea = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            List<Row> rows = byArea.computeIfAbsent(area(row), area -> new ArrayList<>());
            LocalDate date = row.cell("date").date();
            if (!rows.isEmpty() && !date.isAfter(rows.getLast().date())) {
                throw row.cell("date")
                        .refused("is not later than the one before of this area ("
                                + rows.getLast().date() + "). Sort the rows and keep one a day.");
            }
            rows.add(new Row(date, day(table, row, indicators)));
        }
        return byArea;
    }

    private static String area(CsvTable.Row row) {
        Cell cell = row.cell("area");
        if (cell.isMissing()) {
            throw cell.refused("is missing. Name the area of each row.");
        }
        return cell.text();
    }

    private static LevelReplay.Day day(CsvTable table, CsvTable.Row row, List<String> indicators) {
        Map<String, Double> values = new HashMap<>();
        indicators.forEach(name -> values.put(name, row.cell(name).number()));
        return new LevelReplay.Day(
                values,
                table.has("q") ? share(row.cell("q"), Double.NaN) : Double.NaN,
                table.has("completeness") ? share(row.cell("completeness"), 1) : 1);
    }

    private static double share(Cell cell, double otherwise) {
        double value = cell.number();
        if (value < 0 || value > 1) {
            throw cell.refused("must lie in 0..1.");
        }
        return Double.isNaN(value) ? otherwise : value;
    }
}
