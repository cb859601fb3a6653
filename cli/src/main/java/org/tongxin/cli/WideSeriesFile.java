package org.tongxin.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongxin.core.stream.Rhythm;
import org.tongxin.core.stream.StreamSeries;

/**
 * Counts of several streams side by side: columns {@code index, date}, then one a stream. An empty count is missing, which
 * is not zero; so is a day without a row.
 */
final class WideSeriesFile {

    private static final List<String> NAMED = List.of("index", "date");
    private static final int DAYS_OF_WEEK = 7;

    /** Days without a row beyond which a year is more likely mistyped. */
    private static final int LONGEST_GAP_DAYS = 3_653;

    private final List<String> indices = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();

    private WideSeriesFile() {}

    /** One column. */
    record Stream(String name, StreamSeries series) {}

    static WideSeriesFile read(Path file) {
        CsvTable table = CsvTable.read(file, "index", "date");
        List<String> names =
                table.head().stream().filter(column -> !NAMED.contains(column)).toList();
        if (names.isEmpty()) {
            throw BadInput.in(file, "there is no column beside index and date. Give each series a column.");
        }
        if (names.contains("")) {
            throw BadInput.in(file, "a column has no name in the head. Name each series, or take the column out.");
        }
        List<LocalDate> dates = dates(table);
        Rhythm rhythm = rhythm(table, dates);
        WideSeriesFile wide = new WideSeriesFile();
        for (int row = 0; row < dates.size(); row++) {
            wide.indices.add(table.rows().get(row).cell("index").text());
            wide.steps.add((int) (ChronoUnit.DAYS.between(dates.getFirst(), dates.get(row)) / rhythm.days()));
        }
        for (String name : names) {
            double[] counts = new double[wide.steps.getLast() + 1];
            Arrays.fill(counts, Double.NaN);
            for (int row = 0; row < dates.size(); row++) {
                counts[wide.steps.get(row)] = count(table.rows().get(row).cell(name));
            }
            wide.streams.add(new Stream(name, new StreamSeries(dates.getFirst(), rhythm, counts)));
        }
        return wide;
    }

    private static double count(Cell cell) {
        return cell.isMissing() ? Double.NaN : cell.neededWholeCount();
    }

    private static List<LocalDate> dates(CsvTable table) {
        List<LocalDate> dates = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            Cell cell = row.cell("date");
            LocalDate date = cell.date();
            if (!dates.isEmpty() && !date.isAfter(dates.getLast())) {
                throw cell.refused("is not later than the one before (" + dates.getLast()
                        + "). Sort the rows by date and keep one a day.");
            }
            if (!dates.isEmpty() && ChronoUnit.DAYS.between(dates.getLast(), date) > LONGEST_GAP_DAYS) {
                throw cell.refused(
                        "lies more than ten years after the one before (" + dates.getLast() + "). Check the year.");
            }
            dates.add(date);
        }
        return dates;
    }

    /** Weekly when every date lies whole weeks after the first, else daily. */
    private static Rhythm rhythm(CsvTable table, List<LocalDate> dates) {
        boolean weekly = dates.size() > 1;
        long least = Long.MAX_VALUE;
        for (int row = 1; row < dates.size(); row++) {
            long step = ChronoUnit.DAYS.between(dates.get(row - 1), dates.get(row));
            weekly &= step % DAYS_OF_WEEK == 0;
            least = Math.min(least, step);
        }
        if (dates.size() > 2 && !weekly && least > 3) {
            throw BadInput.in(
                    table.file(),
                    "the dates lie " + least
                            + " days or more apart, but not whole weeks. Give daily or weekly counts.");
        }
        return weekly ? Rhythm.WEEKLY : Rhythm.DAILY;
    }

    List<Stream> streams() {
        return streams;
    }

    int rows() {
        return indices.size();
    }

    /** The index of a row, as the file has it. */
    String index(int row) {
        return indices.get(row);
    }

    /** The step of the series that a row holds. */
    int step(int row) {
        return steps.get(row);
    }
}
