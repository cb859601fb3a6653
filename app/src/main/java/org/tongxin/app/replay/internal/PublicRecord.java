package org.tongxin.app.replay.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was published: the code list, the district's daily counts, and the residential places named in the daily notice.
 * Sources and licences: {@code data/PROVENANCE.md}. A day without a publication is absent, never zero.
 */
@Component
class PublicRecord {

    private static final String FOLDER = "data/pudong-2022/";
    private static final String UNLOCATED = "310115999999";

    private final JsonMapper mapper;
    private final Map<LocalDate, Map<String, Integer>> district = new HashMap<>();
    private final Map<LocalDate, Map<String, Integer>> streets = new HashMap<>();

    PublicRecord(JsonMapper mapper) {
        this.mapper = mapper;
        for (NamedCsvRecord row : rows("district-daily.csv")) {
            district.computeIfAbsent(LocalDate.parse(row.getField("date")), day -> new HashMap<>())
                    .merge(row.getField("found_in"), Integer.parseInt(row.getField("new_cases")), Integer::sum);
        }
        for (NamedCsvRecord row : rows("street-daily.csv")) {
            String code = row.getField("street_code");
            streets.computeIfAbsent(LocalDate.parse(row.getField("date")), day -> new HashMap<>())
                    .put(
                            code.equals(UNLOCATED) ? "" : code.substring(0, 9),
                            Integer.parseInt(row.getField("addresses")));
        }
    }

    /** Cases found in the community on a day; conversions are not among them. */
    OptionalInt community(LocalDate day) {
        return found(day, "community_screening", "community_other");
    }

    OptionalInt quarantine(LocalDate day) {
        return found(day, "in_quarantine");
    }

    OptionalInt conversions(LocalDate day) {
        return found(day, "converted_from_asymptomatic");
    }

    private OptionalInt found(LocalDate day, String... places) {
        Map<String, Integer> counts = district.get(day);
        if (counts == null) {
            return OptionalInt.empty();
        }
        int sum = 0;
        for (String place : places) {
            sum += counts.getOrDefault(place, 0);
        }
        return OptionalInt.of(sum);
    }

    /**
     * Places named in the notice of a day for a street; zero when the notice appeared and named none there.
     *
     * @param street nine digits, or empty for places that could not be located
     */
    OptionalInt addresses(LocalDate day, String street) {
        Map<String, Integer> counts = streets.get(day);
        return counts == null ? OptionalInt.empty() : OptionalInt.of(counts.getOrDefault(street, 0));
    }

    /** Days on which a notice with places appeared. */
    Set<LocalDate> noticeDays() {
        return new TreeSet<>(streets.keySet());
    }

    /** A unit of the code list. @param code twelve digits */
    record Unit(String code, String name, String level, String parent) {}

    List<Unit> units() {
        return rows("areas.csv").stream()
                .map(row -> new Unit(
                        row.getField("code"), row.getField("name"), row.getField("level"), row.getField("parent_code")))
                .toList();
    }

    Map<String, String> englishNames() {
        Map<String, String> names = new HashMap<>();
        rows("names-en.csv").forEach(row -> names.put(row.getField("path"), row.getField("name_en")));
        return names;
    }

    /** Latitude and longitude of streets by nine digits. */
    Map<String, double[]> streetPoints() {
        Map<String, double[]> points = new HashMap<>();
        rows("street-points.csv")
                .forEach(row -> points.put(row.getField("street_code").substring(0, 9), new double[] {
                    Double.parseDouble(row.getField("latitude")), Double.parseDouble(row.getField("longitude"))
                }));
        return points;
    }

    /** Rings of the district's polygons, as {@code [longitude, latitude]} pairs. */
    List<List<double[][]>> border() {
        try (var file = new ClassPathResource("data/boundaries/pudong-district.geojson").getInputStream()) {
            List<List<double[][]>> polygons = new ArrayList<>();
            JsonNode geometry = mapper.readTree(file).get("features").get(0).get("geometry");
            for (JsonNode polygon : geometry.get("coordinates")) {
                List<double[][]> rings = new ArrayList<>();
                for (JsonNode ring : polygon) {
                    double[][] points = new double[ring.size()][];
                    for (int i = 0; i < points.length; i++) {
                        points[i] = new double[] {
                            ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble()
                        };
                    }
                    rings.add(points);
                }
                polygons.add(rings);
            }
            return polygons;
        } catch (IOException broken) {
            throw new UncheckedIOException("The district's outline must be readable.", broken);
        }
    }

    private static List<NamedCsvRecord> rows(String name) {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource(FOLDER + name).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The file " + FOLDER + name + " must be readable.", broken);
        }
    }
}
