package org.tongxin.core.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables under {@code data/districts}, read plainly: the only commas in quotation marks stand in the last column. */
final class ShippedDistricts {

    static final DistrictTables TABLES = new DistrictTables(
            table("districts"),
            table("areas"),
            table("totals"),
            table("ages"),
            table("household-sizes"),
            table("contacts"));

    private ShippedDistricts() {}

    private static List<Map<String, String>> table(String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of("../data/districts/" + name + ".csv"));
            String[] head = lines.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(row(head, line.split(",", head.length)));
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> row(String[] head, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < head.length; column++) {
            row.put(head[column], cells[column].replace("\"", ""));
        }
        return row;
    }
}
