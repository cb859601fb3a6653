package org.tongxin.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.population.DistrictTables;
import org.tongxin.core.population.DistrictTotals;

/** The tables of districts in the folder {@code districts} of the data that come with the program, or of another folder. */
final class DistrictFiles {

    /** Set by {@code bin/tongxin}. */
    private static final String DATA_PROPERTY = "tongxin.data";

    private DistrictFiles() {}

    /** Where the data lie unless the user names a folder. */
    static Path standardFolder() {
        return Path.of(System.getProperty(DATA_PROPERTY, "data")).resolve("districts");
    }

    static DistrictTotals read(Path folder, String district) {
        DistrictTables tables = new DistrictTables(
                rows(folder, "districts.csv", "code", "name", "province"),
                rows(folder, "areas.csv", "code", "name", "level", "parent_code", "weight"),
                rows(folder, "totals.csv", "district_code", "measure", "value", "unit", "source"),
                rows(folder, "ages.csv", "province", "age", "persons"),
                rows(folder, "household-sizes.csv", "size", "households"),
                rows(folder, "contacts.csv", "province", "setting", "age_from", "contact_age_from", "value"));
        try {
            return tables.district(district);
        } catch (IllegalArgumentException refused) {
            throw BadInput.in(folder, String.valueOf(refused.getMessage()));
        }
    }

    private static List<Map<String, String>> rows(Path folder, String file, String... columns) {
        return CsvTable.read(folder.resolve(file), columns).rows().stream()
                .map(row -> cells(row, columns))
                .toList();
    }

    private static Map<String, String> cells(CsvTable.Row row, String... columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : columns) {
            cells.put(column, row.cell(column).text());
        }
        return cells;
    }
}
