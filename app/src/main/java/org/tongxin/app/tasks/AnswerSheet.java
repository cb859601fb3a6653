package org.tongxin.app.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportRow;
import org.tongxin.app.imports.Verdict;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;

/**
 * The list of an order's tasks, handed back with the answers of several places in it. A post hands in for its own place and for
 * those of the ring below, whose answers it accepts. A place whose figures and note are left empty stays unanswered; one that has
 * answered stays as it is.
 */
public final class AnswerSheet implements ImportKind {

    /** What stands in the list before the figures; only the number and the code are read. */
    public static final List<String> FACTS = List.of(
            "number",
            "title",
            "issuer",
            "ring",
            "area",
            "areaCode",
            "state",
            "issued",
            "due",
            "acknowledged",
            "reported",
            "accepted");

    static final String NAME = "answers-";

    private static final String NOTE = "note";
    private static final String FIGURE = "figure-";

    /** More than the places of the largest district. */
    private static final int MOST = 5_000;

    private final Chain.OrderSheet order;
    private final Tasks tasks;
    private final Answers answers;

    AnswerSheet(Chain.OrderSheet order, Tasks tasks, Answers answers) {
        this.order = order;
        this.tasks = tasks;
        this.answers = answers;
    }

    /** What a column of a figure is called: its words and unit. */
    public static String label(TaskField field, Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String words = english && !field.labelEn().isBlank() ? field.labelEn() : field.label();
        return field.unit().isEmpty()
                ? words
                : english ? words + " (" + field.unit() + ")" : words + "（" + field.unit() + "）";
    }

    /** The name of an order's sheet among the kinds of lists. */
    public static String of(UUID order) {
        return NAME + order;
    }

    @Override
    public String name() {
        return of(order.id());
    }

    @Override
    public String key(String column) {
        return "lists.col." + column;
    }

    @Override
    public Optional<String> label(String column, Locale language) {
        return order.fields().stream()
                .filter(field -> column.equals(FIGURE + field.key()))
                .findFirst()
                .map(field -> label(field, language));
    }

    @Override
    public String page() {
        return "/tasks/orders/" + order.id();
    }

    /** Facts before figures, as in the list: an order may ask for something that is called as a fact is. */
    @Override
    public List<String> columns() {
        return Stream.of(Stream.of("areaCode"), FACTS.stream(), figures(), Stream.of(NOTE))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private Stream<String> figures() {
        return order.fields().stream().map(field -> FIGURE + field.key());
    }

    @Override
    public Set<String> needed() {
        return Stream.concat(Stream.of("number", "areaCode"), figures()).collect(Collectors.toSet());
    }

    @Override
    public Set<String> places() {
        return Set.of("areaCode");
    }

    @Override
    public int mostRows() {
        return MOST;
    }

    @Override
    public boolean mayImport(Actor actor) {
        return Answers.judged(actor).isPresent() && !order.fields().isEmpty();
    }

    @Override
    public List<Verdict> check(Actor actor, List<ImportRow> rows) {
        Map<String, Task> known = known(actor, rows);
        return rows.stream().map(row -> check(actor, row, known)).toList();
    }

    private Map<String, Task> known(Actor actor, List<ImportRow> rows) {
        Map<String, Task> known = new HashMap<>();
        tasks.ofOrderAt(
                        order.id(),
                        actor.territory(),
                        rows.stream()
                                .map(row -> row.cell("areaCode"))
                                .distinct()
                                .toList())
                .forEach(task -> known.put(task.areaPath(), task));
        return known;
    }

    private Verdict check(Actor actor, ImportRow row, Map<String, Task> known) {
        if (!row.cell("number").equals(order.number())) {
            return Verdict.rejected("number", "T-041", row.cell("number"), order.number());
        }
        Task task = known.get(row.cell("areaCode"));
        if (task == null) {
            return Verdict.rejected("areaCode", "T-004", row.cell("areaCode"));
        }
        Verdict same = new Verdict.Fits(task.id(), Verdict.Change.SAME);
        if (blank(row)) {
            return same;
        }
        Outcome<Map<String, Long>> figures = TypedFigures.read(order.fields(), key -> row.cell(FIGURE + key));
        if (figures instanceof Outcome.Refused<Map<String, Long>> refused) {
            return new Verdict.Rejected(unreadable(row), refused.refusal());
        }
        TaskReport report = report(task, row, figures.orThrow());
        if (task.answered()
                && task.figures().equals(report.figures())
                && task.note().equals(report.note())) {
            return same;
        }
        return wrong(actor, task, report).orElseGet(() -> new Verdict.Fits(task.id(), change(task)));
    }

    /** An answer that was sent back is corrected. */
    private static Verdict.Change change(Task task) {
        return task.state() == TaskState.RETURNED ? Verdict.Change.CHANGED : Verdict.Change.ADDED;
    }

    private boolean blank(ImportRow row) {
        return row.cell(NOTE).isEmpty()
                && figures().allMatch(column -> row.cell(column).isEmpty());
    }

    private String unreadable(ImportRow row) {
        return order.fields().stream()
                .filter(field ->
                        TypedFigures.read(List.of(field), key -> row.cell(FIGURE + key)) instanceof Outcome.Refused<?>)
                .map(field -> FIGURE + field.key())
                .findFirst()
                .orElseThrow();
    }

    private static TaskReport report(Task task, ImportRow row, Map<String, Long> figures) {
        return new TaskReport(task.id(), figures, row.cell(NOTE));
    }

    private Optional<Verdict> wrong(Actor actor, Task task, TaskReport report) {
        if (!Answers.mayHandIn(actor, task)) {
            return Optional.of(Verdict.rejected("areaCode", "T-043", task.areaName()));
        }
        if (task.state() == TaskState.WITHDRAWN) {
            return Optional.of(Verdict.rejected("areaCode", "T-044", task.areaName()));
        }
        if (task.answered()) {
            return Optional.of(Verdict.rejected("areaCode", "T-042", task.areaName()));
        }
        Optional<Refusal> personal = PersonalData.refusal(report.note());
        if (personal.isPresent()) {
            return Optional.of(new Verdict.Rejected(NOTE, personal.get()));
        }
        return order.fields().stream()
                .flatMap(field -> Answers.wrong(field, report).stream()
                        .map(why -> (Verdict) new Verdict.Rejected(FIGURE + field.key(), why)))
                .findFirst();
    }

    @Override
    public void apply(Actor actor, List<ImportRow> rows) {
        Map<String, Task> known = known(actor, rows);
        List<TaskReport> reports = new ArrayList<>();
        for (ImportRow row : rows) {
            Task task = Objects.requireNonNull(known.get(row.cell("areaCode")));
            reports.add(report(
                    task,
                    row,
                    TypedFigures.read(order.fields(), key -> row.cell(FIGURE + key))
                            .orThrow()));
        }
        if (answers.reportAll(actor, reports) != reports.size()) {
            throw new IllegalStateException("A place answered order " + order.number() + " while its sheet was taken.");
        }
    }
}
