package org.tongxin.app.supervision;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/** A list of risk factors, each row as the form takes it. The same words of the same place and kind are the same factor. */
@Component
class FactorImport implements ImportKind {

    /** Suggested value: each row is written down as by the form, with an entry of the audit. */
    private static final int MOST = 5_000;

    private static final String KIND = "factors.kind.";
    private static final String AFFECTED = "factors.affected.";

    private final RiskFactors factors;
    private final ImportWords words;
    private final Ids ids;

    FactorImport(RiskFactors factors, ImportWords words, Ids ids) {
        this.factors = factors;
        this.words = words;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "factors";
    }

    @Override
    public List<String> columns() {
        return List.of("area", "kind", "description", "affected", "due");
    }

    @Override
    public Set<String> needed() {
        return Set.copyOf(columns());
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
        return Ring.of(actor.territory()).reaches(actor, actor.territory());
    }

    @Override
    public List<Verdict> check(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> check(actor, row)).toList();
    }

    private Verdict check(Actor actor, ImportRow row) {
        Optional<String> kind = words.find(row.cell("kind"), KIND, names(RiskFactor.Kind.values()));
        if (kind.isEmpty()) {
            return Verdict.rejected("kind", "B-021", words.all(KIND, names(RiskFactor.Kind.values())));
        }
        Optional<String> affected = words.find(row.cell("affected"), AFFECTED, names(RiskFactor.Affected.values()));
        if (affected.isEmpty()) {
            return Verdict.rejected("affected", "B-021", words.all(AFFECTED, names(RiskFactor.Affected.values())));
        }
        if (day(row).isEmpty()) {
            return Verdict.rejected("due", "B-028");
        }
        RiskFactors.NewFactor factor = factor(row);
        return factors.problem(actor, factor)
                .<Verdict>map(why -> new Verdict.Rejected(column(why), why))
                .orElseGet(() -> new Verdict.Fits(
                        ids.of("listed factor", factor.areaPath(), factor.kind(), factor.description()),
                        factors.isKnown(factor) ? Verdict.Change.SAME : Verdict.Change.ADDED));
    }

    private static String column(Refusal why) {
        return switch (why.code()) {
            case "F-001" -> "area";
            case "F-004" -> "due";
            default -> "description";
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Optional<LocalDate> day(ImportRow row) {
        try {
            return Optional.of(LocalDate.parse(row.cell("due").replace('/', '-')));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Of a row whose words were read before. */
    private RiskFactors.NewFactor factor(ImportRow row) {
        return new RiskFactors.NewFactor(
                row.cell("area"),
                RiskFactor.Kind.valueOf(words.find(row.cell("kind"), KIND, names(RiskFactor.Kind.values()))
                        .orElseThrow()),
                row.cell("description"),
                RiskFactor.Affected.valueOf(
                        words.find(row.cell("affected"), AFFECTED, names(RiskFactor.Affected.values()))
                                .orElseThrow()),
                day(row).orElseThrow());
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        rows.stream()
                .map(this::factor)
                .map(factor -> factors.report(actor, factor))
                .forEach(Outcome::orThrow);
    }
}
