package org.tongxin.app.simulation.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.core.population.DistrictTables;
import org.tongxin.core.population.DistrictTotals;
import org.tongxin.core.population.SynthesisSettings;
import org.tongxin.core.population.Synthesiser;

/** Makes the synthetic people of a district when they are first needed, and keeps the last two sizes. Thread-safe. */
@Component
public class DistrictPeople {

    private static final String FOLDER = "data/districts/";
    private static final int KEPT = 2;

    private final long seed;
    private final Map<String, Optional<DistrictTotals>> totals = new LinkedHashMap<>();
    private final Map<String, Town> towns = new LinkedHashMap<>(4, 0.75f, true);

    DistrictPeople(PlatformSettings settings) {
        this.seed = settings.seed();
    }

    /** What is published about a district; empty where the tables do not have it. */
    public synchronized Optional<DistrictTotals> totals(String district) {
        return totals.computeIfAbsent(district, DistrictPeople::read);
    }

    /** The synthetic people at a scale. */
    synchronized Town of(String district, double scale) {
        String key = district + '@' + scale;
        Town known = towns.get(key);
        if (known != null) {
            return known;
        }
        DistrictTotals published = totals(district).orElseThrow();
        Town made =
                new Town(Synthesiser.synthesise(published, SynthesisSettings.STANDARD, scale, seed), paths(published));
        while (towns.size() >= KEPT) {
            towns.remove(towns.keySet().iterator().next());
        }
        towns.put(key, made);
        return made;
    }

    private static List<String> paths(DistrictTotals published) {
        return published.streets().stream()
                .flatMap(street -> street.communities().stream())
                .map(community -> community.code().substring(0, 12))
                .toList();
    }

    private static Optional<DistrictTotals> read(String district) {
        List<Map<String, String>> districts = rows("districts.csv");
        if (districts.stream().noneMatch(row -> district.equals(row.get("code")))) {
            return Optional.empty();
        }
        DistrictTables tables = new DistrictTables(
                districts,
                rows("areas.csv"),
                rows("totals.csv"),
                rows("ages.csv"),
                rows("household-sizes.csv"),
                rows("contacts.csv"));
        return Optional.of(tables.district(district));
    }

    private static List<Map<String, String>> rows(String name) {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource(FOLDER + name).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The file " + FOLDER + name + " must be readable.", broken);
        }
    }
}
