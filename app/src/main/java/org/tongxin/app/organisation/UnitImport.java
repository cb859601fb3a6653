package org.tongxin.app.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.platform.Refusal;

/**
 * A list of member units with what each is under. A row of the same place and name corrects what is stored; without an affiliation
 * a row says nothing about it, so that a new unit is asked and never ordered, and a known one stays as it is.
 */
@Component
class UnitImport implements ImportKind {

    /** Suggested value: more units than a large district has on its lists. */
    private static final int MOST = 10_000;

    private static final String KIND = "imports.units.kind.";
    private static final List<String> KINDS = List.of(
            "GOVERNMENT",
            "HEALTH",
            "SCHOOL",
            "UNIVERSITY",
            "INSTITUTE",
            "ENTERPRISE",
            "SOCIAL_ORGANISATION",
            "GARRISON",
            "OTHER");
    private static final String NETWORK = "imports.units.network.";
    private static final List<String> NETWORKS = List.of("RESIDENTIAL", "NEW_ORGANISATION", "STATIONED_UNIT");
    private static final String AFFILIATION = "word.AFFILIATION_";
    private static final List<String> AFFILIATIONS =
            Arrays.stream(Affiliation.values()).map(Enum::name).toList();

    private final ListedUnits units;
    private final ImportWords words;

    UnitImport(ListedUnits units, ImportWords words) {
        this.units = units;
        this.words = words;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "english", "area", "kind", "network", "affiliation", "source", "until");
    }

    @Override
    public Set<String> needed() {
        return Set.of("name", "area", "kind", "network", "affiliation", "source", "until");
    }

    @Override
    public Set<String> places() {
        return Set.of("area");
    }

    @Override
    public int mostRows() {
        return MOST;
    }

    /** Who may write down what a unit is under. */
    @Override
    public boolean mayImport(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR;
    }

    @Override
    public List<Verdict> check(Actor actor, List<ImportRow> rows) {
        Map<ListedUnits.Key, ListedUnits.Stored> known = units.known(keys(rows));
        Set<String> places = new HashSet<>(units.places(actor, cells(rows)));
        return rows.stream().map(row -> check(row, known, places)).toList();
    }

    private Verdict check(ImportRow row, Map<ListedUnits.Key, ListedUnits.Stored> known, Set<String> places) {
        Optional<Verdict> wrong =
                NamedRow.wrong(row, places).or(() -> worded(row)).or(() -> affiliated(row));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        ListedUnits.Row unit = unit(row);
        ListedUnits.Stored stored = known.get(unit.key());
        if (stored == null) {
            return new Verdict.Fits(units.newId(unit.key()), Verdict.Change.ADDED);
        }
        Optional<Refusal> barred = units.barred(stored, unit);
        if (barred.isPresent()) {
            return new Verdict.Rejected("affiliation", barred.get());
        }
        return new Verdict.Fits(stored.id(), stored.says(unit) ? Verdict.Change.SAME : Verdict.Change.CHANGED);
    }

    private Optional<Verdict> worded(ImportRow row) {
        if (words.find(row.cell("kind"), KIND, KINDS).isEmpty()) {
            return Optional.of(Verdict.rejected("kind", "B-021", words.all(KIND, KINDS)));
        }
        return words.find(row.cell("network"), NETWORK, NETWORKS).isPresent()
                ? Optional.empty()
                : Optional.of(Verdict.rejected("network", "B-021", words.all(NETWORK, NETWORKS)));
    }

    private Optional<Verdict> affiliated(ImportRow row) {
        if (row.cell("affiliation").isEmpty()) {
            return row.cell("source").isEmpty() && row.cell("until").isEmpty()
                    ? Optional.empty()
                    : Optional.of(Verdict.rejected("affiliation", "B-020"));
        }
        if (words.find(row.cell("affiliation"), AFFILIATION, AFFILIATIONS).isEmpty()) {
            return Optional.of(Verdict.rejected("affiliation", "B-021", words.all(AFFILIATION, AFFILIATIONS)));
        }
        Optional<Refusal> unsaid = MemberUnits.wrongSource(row.cell("source"));
        if (unsaid.isPresent()) {
            return Optional.of(new Verdict.Rejected("source", unsaid.get()));
        }
        return day(row).map(until -> units.wrongEnd(until).<Verdict>map(why -> new Verdict.Rejected("until", why)))
                .orElseGet(() -> Optional.of(Verdict.rejected("until", "B-028")));
    }

    private static Optional<LocalDate> day(ImportRow row) {
        try {
            return Optional.of(LocalDate.parse(row.cell("until").replace('/', '-')));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Of a row that was checked. */
    private ListedUnits.Row unit(ImportRow row) {
        String english = row.cell("english");
        return new ListedUnits.Row(
                key(row),
                english.isEmpty() ? row.cell("name") : english,
                words.find(row.cell("kind"), KIND, KINDS).orElseThrow(),
                words.find(row.cell("network"), NETWORK, NETWORKS).orElseThrow(),
                words.find(row.cell("affiliation"), AFFILIATION, AFFILIATIONS)
                        .map(word -> new ListedUnits.Under(
                                Affiliation.valueOf(word), row.cell("source"), day(row).orElseThrow()))
                        .orElse(null));
    }

    private static ListedUnits.Key key(ImportRow row) {
        return new ListedUnits.Key(row.cell("area"), row.cell("name"));
    }

    private static Set<ListedUnits.Key> keys(List<ImportRow> rows) {
        return rows.stream().map(UnitImport::key).collect(Collectors.toSet());
    }

    private static Set<String> cells(List<ImportRow> rows) {
        return rows.stream().map(row -> row.cell("area")).collect(Collectors.toSet());
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        Map<ListedUnits.Key, ListedUnits.Stored> known = units.known(keys(rows));
        Map<Boolean, List<ListedUnits.Row>> parts = rows.stream()
                .map(this::unit)
                .collect(Collectors.partitioningBy(unit -> known.containsKey(unit.key()), Collectors.toList()));
        units.add(actor, parts.getOrDefault(false, List.of()));
        Function<ListedUnits.Row, ListedUnits.Stored> stored = unit -> known.get(unit.key());
        parts.getOrDefault(true, List.of()).forEach(unit -> units.correct(actor, stored.apply(unit), unit));
    }
}
