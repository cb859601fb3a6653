package org.tongxin.app.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongxin.app.organisation.Area;

/** Finds a place of the district by what stands in a cell: its code, its name, or its name without the kind of unit. */
final class PlaceIndex {

    private static final Pattern CODE = Pattern.compile("\\d{6,12}");
    private static final Pattern KIND =
            Pattern.compile("(街道办事处|街道|居民委员会|村民委员会|居委会|村委会|社区|居民区|镇人民政府|镇|乡|subdistrict|town|community)$");

    private final Map<String, Map<String, Area>> byWord = new HashMap<>();
    private final Map<String, Area> byCode = new HashMap<>();
    private final String district;

    /** @param areas districts, streets and communities */
    PlaceIndex(Collection<Area> areas, Area district) {
        this.district = TextOfCells.bare(district.name());
        for (Area area : areas) {
            byCode.put(area.path(), area);
            add(area, TextOfCells.bare(area.name()));
            add(area, TextOfCells.bare(area.nameEn()));
        }
    }

    private void add(Area area, String name) {
        put(name, area);
        String bare = KIND.matcher(name).replaceFirst("");
        if (bare.length() > 1) {
            put(bare, area);
        }
    }

    private void put(String word, Area area) {
        if (!word.isEmpty()) {
            byWord.computeIfAbsent(word, none -> new LinkedHashMap<>()).put(area.path(), area);
        }
    }

    /** The one place that a cell names; empty where it names none, or more than one. */
    Optional<Area> find(String cell) {
        List<Area> found = all(cell);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Every place that a cell may name: of the outermost ring first. */
    List<Area> all(String cell) {
        String bare = TextOfCells.bareOfNotes(cell);
        if (CODE.matcher(bare).matches()) {
            return byCode(bare).map(List::of).orElse(List.of());
        }
        List<Area> found = named(bare);
        if (found.isEmpty() && bare.startsWith(district)) {
            found = named(bare.substring(district.length()));
        }
        if (found.isEmpty()) {
            found = named(KIND.matcher(bare).replaceFirst("").toLowerCase(Locale.ROOT));
        }
        return found;
    }

    /** Every place that a cell of a line may name; of places with the same name those inside one that the line names before it. */
    List<Area> in(Grid grid, int row, int column) {
        List<Area> found = all(grid.shown(row, column));
        for (int left = column - 1; left >= 0 && found.size() > 1; left--) {
            Optional<Area> around = find(grid.shown(row, left));
            if (around.isPresent()) {
                String path = around.get().path();
                List<Area> inside = found.stream()
                        .filter(area -> area.path().startsWith(path))
                        .toList();
                found = inside.isEmpty() ? found : inside;
            }
        }
        return found;
    }

    private List<Area> named(String word) {
        return byWord.getOrDefault(word, Map.of()).values().stream().toList();
    }

    /** Codes are often filled up with zeros to 9 or 12 digits. */
    private Optional<Area> byCode(String digits) {
        String code = digits;
        while (!byCode.containsKey(code) && code.length() > 6 && code.endsWith("000")) {
            code = code.substring(0, code.length() - 3);
        }
        return Optional.ofNullable(byCode.get(code));
    }
}
