package org.tongxin.app.organisation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongxin.app.organisation.EditionChange;
import org.tongxin.app.organisation.UnitName;

/**
 * What an edition changes. Codes decide: a code on one side only was added or ended, a code on both sides with another name was
 * renamed. Whether one that ended is the same unit as one that was added is for a person to say; only where a unit of the same
 * name is added under the same parent is that put forward.
 */
final class EditionComparison {

    /** What differs, before it has an id. @param goesOn the code put forward for a unit that ends */
    record Difference(EditionChange.Kind kind, UnitName unit, String former, Optional<String> goesOn) {}

    private final Map<String, UnitName> before = new TreeMap<>();
    private final Map<String, UnitName> after = new TreeMap<>();

    private EditionComparison(List<UnitName> before, List<UnitName> after) {
        before.forEach(unit -> this.before.put(unit.code(), unit));
        after.forEach(unit -> this.after.put(unit.code(), unit));
    }

    /** In the order of the codes. */
    static List<Difference> compare(List<UnitName> before, List<UnitName> after) {
        return new EditionComparison(before, after).differences();
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        before.values().stream()
                .filter(unit -> !after.containsKey(unit.code()))
                .forEach(unit ->
                        differences.add(new Difference(EditionChange.Kind.ENDED, unit, unit.name(), sameName(unit))));
        for (UnitName unit : after.values()) {
            Optional<UnitName> known = Optional.ofNullable(before.get(unit.code()));
            if (known.isEmpty()) {
                differences.add(new Difference(EditionChange.Kind.ADDED, unit, "", Optional.empty()));
            } else if (!known.get().name().equals(unit.name())) {
                differences.add(new Difference(
                        EditionChange.Kind.RENAMED, unit, known.get().name(), Optional.empty()));
            }
        }
        differences.sort(Comparator.comparing(difference -> difference.unit().code()));
        return differences;
    }

    private Optional<String> sameName(UnitName ended) {
        List<String> codes = after.values().stream()
                .filter(unit -> !before.containsKey(unit.code()))
                .filter(unit -> unit.name().equals(ended.name()))
                .filter(unit -> unit.parent().equals(ended.parent()))
                .map(UnitName::code)
                .toList();
        return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    }
}
