package org.tongxin.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.detection.CountSeries;

/**
 * Counts by unit: columns {@code index, unit, observed}, and where there are any {@code date} and {@code population}. An
 * empty count is missing, which is not zero; a missing row is refused, since nobody knows which of both was meant.
 */
final class SeriesFile {

    private static final int SHORTEST_MONTH = 28;
    private static final int LONGEST_MONTH = 31;

    private SeriesFile() {}

    /**
     * The points of one unit.
     *
     * @param firstIndex index of the first point
     */
    record Unit(String name, int firstIndex, CountSeries series) {}

    /** Units in the order in which they first stand in the file. */
    static List<Unit> read(Path file, boolean withPopulation) {
        CsvTable table = CsvTable.read(file, "index", "unit", "observed");
        if (withPopulation && !table.has("population")) {
            throw BadInput.in(file, "the column population is missing, which populationOffset=TRUE needs.");
        }
        Map<String, List<CsvTable.Row>> rowsByUnit = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            rowsByUnit
                    .computeIfAbsent(row.cell("unit").text(), unit -> new ArrayList<>())
                    .add(row);
        }
        List<Unit> units = new ArrayList<>();
        rowsByUnit.forEach((name, rows) -> units.add(unit(name, rows, table, withPopulation)));
        return units;
    }

    private static Unit unit(String name, List<CsvTable.Row> rows, CsvTable table, boolean withPopulation) {
        int firstIndex = index(rows.getFirst());
        for (int at = 1; at < rows.size(); at++) {
            requireNext(rows.get(at), index(rows.get(at)), firstIndex + at);
        }
        CountSeries series = CountSeries.of(
                rows.stream().mapToDouble(row -> row.cell("observed").count()).toArray());
        if (table.has("date") && hasDates(rows)) {
            series = series.withDates(dates(rows));
        }
        return new Unit(name, firstIndex, withPopulation ? series.withPopulation(population(rows)) : series);
    }

    private static int index(CsvTable.Row row) {
        Cell cell = row.cell("index");
        if (cell.isMissing()) {
            throw cell.refused("is missing. Number the points of each unit 1, 2, 3 and so on.");
        }
        return cell.neededWholeCount();
    }

    private static void requireNext(CsvTable.Row row, int index, int expected) {
        if (index == expected) {
            return;
        }
        String unit = "of unit " + row.cell("unit").text();
        if (index == expected - 1) {
            throw row.cell("index").refused("of the row before stands again " + unit + ". Keep one row a point.");
        }
        throw row.cell("index")
                .refused("should be " + expected + " " + unit
                        + ". Sort the rows, and give a missing point a row with an empty count.");
    }

    private static boolean hasDates(List<CsvTable.Row> rows) {
        return rows.stream().anyMatch(row -> !row.cell("date").isMissing());
    }

    private static List<LocalDate> dates(List<CsvTable.Row> rows) {
        List<LocalDate> dates = new ArrayList<>();
        for (CsvTable.Row row : rows) {
            LocalDate date = row.cell("date").date();
            if (!dates.isEmpty()) {
                requireLater(row.cell("date"), dates.getLast(), date);
            }
            if (dates.size() > 1) {
                requireSameStep(row.cell("date"), dates, date);
            }
            dates.add(date);
        }
        return dates;
    }

    private static void requireLater(Cell cell, LocalDate before, LocalDate date) {
        if (!date.isAfter(before)) {
            throw cell.refused("is not later than the one before (" + before + "). Sort the rows by date.");
        }
    }

    private static void requireSameStep(Cell cell, List<LocalDate> dates, LocalDate date) {
        long usual = ChronoUnit.DAYS.between(dates.get(0), dates.get(1));
        long step = ChronoUnit.DAYS.between(dates.getLast(), date);
        if (step != usual && !(isMonth(usual) && isMonth(step))) {
            throw cell.refused("lies " + step + " days after the one before; the series goes in steps of " + usual
                    + " days. Give a missing point a row with an empty count.");
        }
    }

    private static boolean isMonth(long days) {
        return days >= SHORTEST_MONTH && days <= LONGEST_MONTH;
    }

    private static double[] population(List<CsvTable.Row> rows) {
        return rows.stream()
                .map(row -> row.cell("population"))
                .mapToDouble(SeriesFile::people)
                .toArray();
    }

    private static double people(Cell cell) {
        double people = cell.neededNumber();
        if (people <= 0) {
            throw cell.refused("must be above 0.");
        }
        return people;
    }
}
