package org.tongxin.app.surveillance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PersonalData;

/**
 * A list of monitoring points: without one nothing can be reported. A row of a known code corrects its name, source and threshold;
 * place and indicator of a point stay, since its counts speak of them.
 */
@Component
class PointImport implements ImportKind {

    /** Suggested value: a few series of each community of a large district. */
    private static final int MOST = 10_000;

    private static final int LONGEST = 60;
    private static final String INDICATOR = "imports.points.indicator.";
    private static final List<String> INDICATORS =
            Arrays.stream(Indicator.values()).map(Enum::name).toList();
    private static final Set<Role> TAKERS = Set.of(Role.DUTY_OFFICER, Role.CDC_ANALYST);

    private final JdbcClient jdbc;
    private final PointRegistry registry;
    private final ImportWords words;
    private final Ids ids;

    PointImport(JdbcClient jdbc, PointRegistry registry, ImportWords words, Ids ids) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.words = words;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public List<String> columns() {
        return List.of("code", "area", "indicator", "name", "english", "source", "threshold");
    }

    @Override
    public Set<String> needed() {
        return Set.of("code", "area", "indicator", "name", "source", "threshold");
    }

    @Override
    public Set<String> places() {
        return Set.of("area");
    }

    @Override
    public int mostRows() {
        return MOST;
    }

    @Override
    public boolean mayImport(Actor actor) {
        return TAKERS.contains(actor.role());
    }

    @Override
    public List<Verdict> check(Actor actor, List<ImportRow> rows) {
        Map<String, MonitoringPoint> known = known(rows);
        Set<String> places = places(actor, rows);
        return rows.stream().map(row -> check(actor, row, known, places)).toList();
    }

    private Verdict check(Actor actor, ImportRow row, Map<String, MonitoringPoint> known, Set<String> places) {
        for (String column : List.of("code", "name", "source")) {
            String text = row.cell(column);
            if (text.isEmpty()) {
                return Verdict.rejected(column, "B-020");
            }
            if (text.length() > LONGEST) {
                return Verdict.rejected(column, "B-023", text.length(), LONGEST);
            }
            if (PersonalData.find(text).isPresent()) {
                return Verdict.rejected(column, "S-018");
            }
        }
        if (!places.contains(row.cell("area"))) {
            return Verdict.rejected("area", "S-019", row.cell("area"));
        }
        if (words.find(row.cell("indicator"), INDICATOR, INDICATORS).isEmpty()) {
            return Verdict.rejected("indicator", "B-021", words.all(INDICATOR, INDICATORS));
        }
        if (!row.cell("threshold").matches("[0-9]{1,6}")) {
            return Verdict.rejected("threshold", "S-020", row.cell("threshold"));
        }
        MonitoringPoint point = point(row);
        MonitoringPoint stored = known.get(point.code());
        if (stored == null) {
            return new Verdict.Fits(point.id(), Verdict.Change.ADDED);
        }
        if (!actor.covers(stored.areaPath())
                || !stored.areaPath().equals(point.areaPath())
                || stored.indicator() != point.indicator()) {
            return Verdict.rejected("code", "S-021", point.code());
        }
        return new Verdict.Fits(stored.id(), isSame(stored, point) ? Verdict.Change.SAME : Verdict.Change.CHANGED);
    }

    private static boolean isSame(MonitoringPoint stored, MonitoringPoint point) {
        return stored.name().equals(point.name())
                && stored.nameEn().equals(point.nameEn())
                && stored.source().equals(point.source())
                && stored.fixedThreshold() == point.fixedThreshold();
    }

    /** Of a row that was checked. */
    private MonitoringPoint point(ImportRow row) {
        String english = row.cell("english");
        return new MonitoringPoint(
                ids.of("point", row.cell("code")),
                row.cell("code"),
                row.cell("area"),
                Indicator.valueOf(
                        words.find(row.cell("indicator"), INDICATOR, INDICATORS).orElseThrow()),
                row.cell("name"),
                english.isEmpty() ? row.cell("name") : english,
                row.cell("source"),
                false,
                Integer.parseInt(row.cell("threshold")));
    }

    private Map<String, MonitoringPoint> known(List<ImportRow> rows) {
        return jdbc
                .sql("select id, code, area_path, indicator, name, name_en, source, scenario, fixed_threshold"
                        + " from monitoring_point where code in (:codes)")
                .param("codes", cells(rows, "code"))
                .query(MonitoringPoint.class)
                .list()
                .stream()
                .collect(Collectors.toMap(MonitoringPoint::code, Function.identity()));
    }

    /** Of the places that the rows name, those of the actor's territory that stand and are listed or tasked. */
    private Set<String> places(Actor actor, List<ImportRow> rows) {
        return new HashSet<>(jdbc
                .sql("select path from area where level in ('DISTRICT', 'STREET', 'COMMUNITY') and ended_on is null"
                        + " and path in (:paths)")
                .param("paths", cells(rows, "area"))
                .query(String.class)
                .list()
                .stream()
                .filter(actor::covers)
                .toList());
    }

    private static Set<String> cells(List<ImportRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).collect(Collectors.toSet());
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        Map<String, MonitoringPoint> known = known(rows);
        List<MonitoringPoint> points = rows.stream().map(this::point).toList();
        registry.add(points.stream()
                .filter(point -> !known.containsKey(point.code()))
                .toList());
        points.stream()
                .filter(point -> known.containsKey(point.code()))
                .forEach(point -> jdbc.sql(
                                "update monitoring_point set name = ?, name_en = ?, source = ?, fixed_threshold = ? where id = ?")
                        .params(
                                point.name(),
                                point.nameEn(),
                                point.source(),
                                point.fixedThreshold(),
                                Objects.requireNonNull(known.get(point.code())).id())
                        .update());
    }
}
