package org.tongxin.core.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
