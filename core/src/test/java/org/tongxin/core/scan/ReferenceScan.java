package org.tongxin.core.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** One set of reference data among the test resources; see the PROVENANCE note beside them. */
record ReferenceScan(String name) {

    private static final String FOLDER = "/reference/early-warning/scan/";
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 365;

    Places places() {
        List<Place> places = rows(".geo").stream()
                .map(cells -> new Place(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))
                .toList();
        return Places.of(places, Coordinates.CARTESIAN);
    }

    CaseCounts cases() {
        CaseCounts.Builder cases = CaseCounts.builder(places(), DAYS);
        rows(".cas").forEach(cells -> cases.add(cells[0], dayOf(cells[2]), Integer.parseInt(cells[1])));
        return cases.build();
    }

    ScanModel model() {
        return name.endsWith("p") ? ScanModel.poisson(cases(), population()) : ScanModel.spaceTimePermutation(cases());
    }

    List<Map<String, String>> clusters() {
        return table("clusters.csv");
    }

    Map<Double, Double> quantiles() {
        Map<Double, Double> quantiles = new LinkedHashMap<>();
        table("simulated_max_llr_quantiles.csv")
                .forEach(row -> quantiles.put(Double.valueOf(row.get("quantile")), Double.valueOf(row.get("max_llr"))));
        return quantiles;
    }

    Set<String> members(String cluster) {
        Set<String> members = new TreeSet<>();
        for (Map<String, String> row : table("cluster_locations.csv")) {
            if (row.get("CLUSTER").equals(cluster)) {
                members.add(row.get("LOC_ID"));
            }
        }
        return members;
    }

    /** Days since the start of the year; dates like 2021/12/31. */
    static int dayOf(String date) {
        String[] parts = date.split("/");
        LocalDate day =
                LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
    }

    private double[] population() {
        Places places = places();
        double[] population = new double[places.size()];
        rows(".pop").forEach(cells -> population[places.indexOf(cells[0])] = Double.parseDouble(cells[2]));
        return population;
    }

    private List<String[]> rows(String ending) {
        return text(name + ending)
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .toList();
    }

    private List<Map<String, String>> table(String file) {
        List<String> lines = text(file).lines().toList();
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

    private String text(String file) {
        String path = FOLDER + name + "/" + file;
        try (InputStream stream = Objects.requireNonNull(ReferenceScan.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
