package org.tongxin.app.tasks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.imports.Imports;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.tasks.AnswerSheet;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.Questions;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.Tasks;

/** Tasks of a territory as a file, read while they are sent; the list of an order comes back as one. */
@Controller
class TaskFilesController {

    private final Tasks tasks;
    private final Chain chain;
    private final ListWords words;
    private final Sheets sheets;
    private final Imports imports;
    private final Questions questions;

    TaskFilesController(
            Tasks tasks, Chain chain, ListWords words, Sheets sheets, Imports imports, Questions questions) {
        this.questions = questions;
        this.imports = imports;
        this.tasks = tasks;
        this.chain = chain;
        this.words = words;
        this.sheets = sheets;
    }

    /** Of every ring and state. */
    @GetMapping("/tasks/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        sheets.send(
                response,
                format,
                "tasks",
                head(),
                row -> tasks.each(actor.territory(), task -> row.accept(summed(task))));
    }

    /** Those of an order, of both rings, a column a figure, so that it can be handed back filled in. @param street only those of this street and its communities; empty for all */
    @GetMapping("/tasks/orders/" + TasksController.ID + "/tasks" + SheetFormat.PATH)
    void ofOrder(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String street,
            HttpServletResponse response)
            throws IOException {
        String territory = actor.territory();
        Chain.OrderSheet order = order(actor, id);
        String part = OrdersController.part(territory, street);
        sheets.send(
                response,
                format,
                order.number(),
                head(order.fields()),
                row -> tasks.eachOfOrder(id, part, task -> row.accept(answer(task))));
    }

    /** Open questions, for those who are asked them. */
    @GetMapping("/tasks/questions/all" + SheetFormat.PATH)
    void questions(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        QuestionsController.mayAnswer(actor);
        List<String> head = words.head(
                "kind",
                "figure",
                "area",
                "order",
                "issuer",
                "value",
                "otherOrder",
                "otherIssuer",
                "otherValue",
                "opened");
        sheets.send(
                response,
                format,
                "questions",
                head,
                row -> questions.open(actor.territory()).forEach(question -> row.accept(cells(question))));
    }

    private List<@Nullable Object> cells(Questions.Question question) {
        return Arrays.asList(
                words.word("tasks.questions." + question.kind()),
                question.label(),
                words.either(question.areaName(), question.areaNameEn()),
                question.firstNumber(),
                question.firstIssuer(),
                question.firstValue(),
                question.secondNumber(),
                question.secondIssuer(),
                question.secondValue(),
                question.openedAt());
    }

    private Chain.OrderSheet order(Actor actor, UUID id) {
        return chain.find(id, actor.territory()).orElseThrow(() -> new NotFound("order " + id));
    }

    private List<String> head(List<TaskField> fields) {
        List<String> head = new ArrayList<>(words.head(AnswerSheet.FACTS.toArray(String[]::new)));
        fields.forEach(field -> head.add(AnswerSheet.label(field, LocaleContextHolder.getLocale())));
        head.addAll(words.head("note"));
        return head;
    }

    private List<@Nullable Object> answer(Task task) {
        List<@Nullable Object> cells = facts(task);
        task.fields().forEach(field -> cells.add(task.figures().get(field.key())));
        cells.add(task.note());
        return cells;
    }

    /** The list of an order, filled in, comes back to be shown before it is taken. */
    @PostMapping("/tasks/orders/" + TasksController.ID + "/answers")
    String answers(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        order(actor, id);
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String title = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Outcome<UUID> sent = imports.upload(actor, AnswerSheet.of(id), title, bytes);
        String onward = sent instanceof Outcome.Accepted<UUID> accepted ? "/imports/" + accepted.value() : "";
        return Pages.after(sent, onward, "/tasks/orders/" + id, flash, Map.of());
    }

    private List<String> head() {
        List<String> columns = new ArrayList<>(AnswerSheet.FACTS);
        columns.addAll(List.of("figures", "note"));
        return words.head(columns.toArray(String[]::new));
    }

    private List<@Nullable Object> summed(Task task) {
        List<@Nullable Object> cells = facts(task);
        cells.add(figures(task));
        cells.add(task.note());
        return cells;
    }

    private List<@Nullable Object> facts(Task task) {
        return new ArrayList<>(Arrays.asList(
                task.orderNumber(),
                words.either(task.title(), task.titleEn()),
                task.issuer(),
                words.word("word.", task.level()),
                words.either(task.areaName(), task.areaNameEn()),
                task.areaPath(),
                words.word("word.task.", task.state()),
                task.issuedAt(),
                task.dueAt(),
                task.acknowledgedAt(),
                task.reportedAt(),
                task.acceptedAt()));
    }

    private String figures(Task task) {
        return task.fields().stream()
                .filter(field -> task.figures().containsKey(field.key()))
                .map(field -> words.either(field.label(), field.labelEn()) + " "
                        + task.figures().get(field.key()))
                .collect(Collectors.joining("; "));
    }
}
