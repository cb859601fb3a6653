package org.tongxin.app.organisation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongxin.app.organisation.UnitName;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.sheet.SheetLimits;
import org.tongxin.app.platform.sheet.SheetReader;
import org.tongxin.app.platform.sheet.SheetRow;

/**
 * Reads an edition: columns {@code code} and {@code name}, and {@code name_en} where it has one, in any order; codes of 12 digits
 * are cut to what their zeros leave. Rows of other districts are passed over. One wrong row refuses the file.
 */
final class EditionFile {

    private static final int LONGEST_NAME = 60;

    private final String district;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<UnitName> units = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private Optional<Refusal> refusal = Optional.empty();

    private EditionFile(String district) {
        this.district = district;
    }

    /**
     * The units of a district, the district itself among them.
     * Refused: B-001 to B-011, U-001 for missing columns, U-002 for a row that cannot be read, U-003 where the district is not in it.
     */
    static Outcome<List<UnitName>> read(byte[] bytes, String district) {
        EditionFile file = new EditionFile(district);
        Outcome<Integer> read = SheetReader.read(bytes, SheetLimits.USUAL, file::take);
        if (read instanceof Outcome.Refused<Integer> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        if (file.refusal.isPresent()) {
            return new Outcome.Refused<>(file.refusal.get());
        }
        return file.codes.contains(district)
                ? Outcome.accepted(file.units)
                : Outcome.refused("U-003", district, file.units.size());
    }

    private void take(SheetRow row) {
        if (refusal.isPresent()) {
            return;
        }
        if (columns.isEmpty()) {
            takeHead(row);
        } else {
            takeUnit(row);
        }
    }

    private void takeHead(SheetRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            columns.put(row.cell(column), column);
        }
        if (!columns.containsKey("code") || !columns.containsKey("name")) {
            refusal = Optional.of(Refusal.of("U-001", String.join("、", row.cells())));
        }
    }

    private void takeUnit(SheetRow row) {
        String written = cell(row, "code");
        if (!written.matches("[0-9]{6}([0-9]{3}([0-9]{3})?)?")) {
            refusal = Optional.of(Refusal.of("U-002", row.line(), written));
            return;
        }
        if (!written.startsWith(district)) {
            return;
        }
        UnitName unit = new UnitName(cut(written), cell(row, "name"), cell(row, "name_en"));
        boolean isNamed = !unit.name().isEmpty()
                && unit.name().length() <= LONGEST_NAME
                && unit.nameEn().length() <= 2 * LONGEST_NAME;
        if (!isNamed || !codes.add(unit.code())) {
            refusal = Optional.of(Refusal.of("U-002", row.line(), isNamed ? written : unit.name()));
        } else if (!unit.code().equals(district) && !codes.contains(unit.parent())) {
            refusal = Optional.of(Refusal.of("U-002", row.line(), written));
        } else {
            units.add(unit);
        }
    }

    private String cell(SheetRow row, String column) {
        Integer number = columns.get(column);
        return number == null ? "" : row.cell(number);
    }

    private static String cut(String code) {
        String cut = code;
        while (cut.length() > 6 && cut.endsWith("000")) {
            cut = cut.substring(0, cut.length() - 3);
        }
        return cut;
    }
}
