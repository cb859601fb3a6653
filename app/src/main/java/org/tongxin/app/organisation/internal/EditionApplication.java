package org.tongxin.app.organisation.internal;

import java.sql.Date;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Edition;
import org.tongxin.app.organisation.EditionChange;
import org.tongxin.app.organisation.EditionChange.Kind;
import org.tongxin.app.organisation.UnitKind;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PlacedRecords;
import org.tongxin.app.platform.Spelling;

/** Makes the units as an edition says, in the transaction of the caller: new codes, new names, new units, and those that end. */
@Component
class EditionApplication {

    private final JdbcClient jdbc;
    private final Recoding recoding;
    private final Ids ids;
    private final List<PlacedRecords> placed;

    EditionApplication(JdbcClient jdbc, Recoding recoding, Ids ids, List<PlacedRecords> placed) {
        this.jdbc = jdbc;
        this.recoding = recoding;
        this.ids = ids;
        this.placed = placed;
    }

    /** A unit as it stands. */
    private record Standing(UUID id, String path, String name, String nameEn) {}

    void apply(Edition edition, List<EditionChange> changes) {
        Map<String, EditionChange> added = changes.stream()
                .filter(change -> change.kind() == Kind.ADDED)
                .collect(Collectors.toMap(EditionChange::code, Function.identity()));
        List<EditionChange> ended = sorted(changes, Kind.ENDED);
        for (EditionChange change : ended) {
            Optional.ofNullable(added.remove(change.goesOn())).ifPresent(sameUnit -> recode(edition, change, sameUnit));
        }
        sorted(changes, Kind.RENAMED).forEach(change -> rename(edition, change));
        sorted(changes, Kind.ADDED).stream()
                .filter(change -> added.containsKey(change.code()))
                .forEach(this::add);
        ended.stream()
                .filter(change -> standing(change).path().equals(change.code()))
                .sorted(Comparator.comparingInt(
                        (EditionChange change) -> -change.code().length()))
                .forEach(change -> end(edition, change));
    }

    /** How many records stand at a place, or below it, and have to go on elsewhere if it ends. */
    int standing(String path) {
        return placed.stream()
                .flatMap(records -> records.goOn().stream())
                .mapToInt(column -> count(column, path))
                .sum();
    }

    int unfinished(String path) {
        return placed.stream().mapToInt(records -> records.unfinished(path)).sum();
    }

    private int count(PlacedRecords.Column column, String path) {
        return jdbc.sql("select count(*) from %s where %s >= :path and %s < :path || '~'"
                        .formatted(column.table(), column.column(), column.column()))
                .param("path", path)
                .query(Integer.class)
                .single();
    }

    private static List<EditionChange> sorted(List<EditionChange> changes, Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .sorted(Comparator.comparingInt(
                                (EditionChange change) -> change.code().length())
                        .thenComparing(EditionChange::code))
                .toList();
    }

    private Standing standing(EditionChange change) {
        return jdbc.sql("select id, path, name, name_en from area where id = ?")
                .param(change.area())
                .query(Standing.class)
                .single();
    }

    private void recode(Edition edition, EditionChange change, EditionChange sameUnit) {
        Standing unit = standing(change);
        remember(edition, unit);
        if (!unit.path().equals(sameUnit.code())) {
            recoding.move(unit.path(), sameUnit.code());
        }
        name(unit.id(), sameUnit);
    }

    private void rename(Edition edition, EditionChange change) {
        remember(edition, standing(change));
        name(standing(change).id(), change);
    }

    private void name(UUID unit, EditionChange change) {
        jdbc.sql("update area set name = ?, name_en = ?, spelling = ? where id = ?")
                .params(change.name(), change.nameEn(), Spelling.of(change.name()), unit)
                .update();
    }

    private void remember(Edition edition, Standing unit) {
        jdbc.sql("insert into area_past (area_id, code, name, name_en, until, edition) values (?, ?, ?, ?, ?, ?)")
                .params(
                        unit.id(),
                        unit.path(),
                        unit.name(),
                        unit.nameEn(),
                        Date.valueOf(edition.asOf()),
                        edition.number())
                .update();
    }

    private void add(EditionChange change) {
        String kind = UnitKind.of(change.code(), change.name());
        jdbc.sql("insert into area (id, path, level, kind, name, name_en, tasked, scenario, spelling)"
                        + " values (?, ?, ?, ?, ?, ?, ?, false, ?)")
                .params(
                        ids.of("area", change.code()),
                        change.code(),
                        level(change.code()),
                        kind,
                        change.name(),
                        change.nameEn(),
                        UnitKind.isTasked(kind),
                        Spelling.of(change.name()))
                .update();
    }

    /** The district itself is added by the first list only. */
    private static String level(String code) {
        return switch (code.length()) {
            case 6 -> AreaLevel.DISTRICT.name();
            case 9 -> AreaLevel.STREET.name();
            default -> AreaLevel.COMMUNITY.name();
        };
    }

    private void end(Edition edition, EditionChange change) {
        String successor = change.goesOn() == null ? "" : change.goesOn();
        if (!successor.isEmpty()) {
            moveBelow(change.code(), successor);
            placed.stream()
                    .flatMap(records -> records.goOn().stream())
                    .forEach(column -> goOn(column, change.code(), successor));
        }
        jdbc.sql("update area set tasked = false, ended_on = :asOf,"
                        + " successor_id = (select id from area where path = :successor) where path = :code")
                .param("asOf", Date.valueOf(edition.asOf()))
                .param("successor", successor)
                .param("code", change.code())
                .update();
    }

    private void goOn(PlacedRecords.Column column, String from, String to) {
        jdbc.sql("update %s set %s = :to where %s = :from".formatted(column.table(), column.column(), column.column()))
                .param("to", to)
                .param("from", from)
                .update();
    }

    /** Grids and compounds get the next free numbers of the successor. */
    private void moveBelow(String from, String to) {
        for (char letter : new char[] {'G', 'C'}) {
            TreeSet<Integer> taken = new TreeSet<>(numbers(to, letter));
            for (String path : below(from, letter)) {
                int number = taken.isEmpty() ? 1 : taken.getLast() + 1;
                taken.add(number);
                recoding.move(path, to + letter + (letter == 'G' ? "%02d" : "%03d").formatted(number));
            }
        }
    }

    private List<Integer> numbers(String community, char letter) {
        return below(community, letter).stream()
                .map(path -> Integer.parseInt(path.substring(13)))
                .toList();
    }

    private List<String> below(String community, char letter) {
        return jdbc.sql("select path from area where path like ? order by path")
                .param(community + letter + "%")
                .query(String.class)
                .list();
    }
}
