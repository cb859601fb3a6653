package org.tongxin.core.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the small reference tables among the test resources; see the PROVENANCE note beside them. */
final class ReferenceSeries {

    private static final String FOLDER = "/reference/early-warning/";

    private ReferenceSeries() {}

    /** Rows without the header, cells by column name. */
    static List<Map<String, String>> table(String name) {
        List<String> lines = text(name).lines().toList();
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                row.put(header[column], cells[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Counts of each unit of a series, in the order of their index. */
    static Map<String, double[]> countsByUnit(String series) {
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        for (Map<String, String> row : table("input/" + series + ".csv")) {
            lists.computeIfAbsent(row.get("unit"), unit -> new ArrayList<>()).add(number(row.get("observed")));
        }
        Map<String, double[]> counts = new LinkedHashMap<>();
        lists.forEach((unit, list) ->
                counts.put(unit, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return counts;
    }

    /** The settings of a call by name, as R wrote them. */
    static Map<String, String> control(Map<String, String> call) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : call.get("control").split("; ")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    /** Each unit of a series with its dates and population, where it has them. */
    static Map<String, CountSeries> seriesByUnit(String series) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (Map<String, String> row : table("input/" + series + ".csv")) {
            rows.computeIfAbsent(row.get("unit"), unit -> new ArrayList<>()).add(row);
        }
        Map<String, CountSeries> byUnit = new LinkedHashMap<>();
        rows.forEach((unit, list) -> byUnit.put(unit, series(list)));
        return byUnit;
    }

    /** One column of a table with a date column. */
    static CountSeries datedColumn(List<Map<String, String>> rows, String name) {
        return CountSeries.of(column(rows, name))
                .withDates(rows.stream()
                        .map(row -> LocalDate.parse(row.get("date")))
                        .toList());
    }

    private static CountSeries series(List<Map<String, String>> rows) {
        CountSeries series = CountSeries.of(column(rows, "observed")).withPopulation(column(rows, "population"));
        boolean dated = !rows.getFirst().get("date").isEmpty();
        return dated
                ? series.withDates(rows.stream()
                        .map(row -> LocalDate.parse(row.get("date")))
                        .toList())
                : series;
    }

    static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream().mapToDouble(row -> number(row.get(name))).toArray();
    }

    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static String text(String name) {
        try (InputStream stream =
                Objects.requireNonNull(ReferenceSeries.class.getResourceAsStream(FOLDER + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
