package org.tongxin.app.tasks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.Task;
import org.tongxin.app.tasks.Tasks;

/** Tasks of a territory as a file, read while they are sent. */
@Controller
class TaskFilesController {

    private final Tasks tasks;
    private final Chain chain;
    private final ListWords words;
    private final Sheets sheets;

    TaskFilesController(Tasks tasks, Chain chain, ListWords words, Sheets sheets) {
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
                row -> tasks.each(actor.territory(), task -> row.accept(cells(task))));
    }

    /** Those of an order, of both rings. @param street only those of this street and its communities; empty for all */
    @GetMapping("/tasks/orders/" + TasksController.ID + "/tasks" + SheetFormat.PATH)
    void ofOrder(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String street,
            HttpServletResponse response)
            throws IOException {
        String territory = actor.territory();
        String number =
                chain.find(id, territory).map(Chain.OrderSheet::number).orElseThrow(() -> new NotFound("order " + id));
        String part = OrdersController.part(territory, street);
        sheets.send(
                response, format, number, head(), row -> tasks.eachOfOrder(id, part, task -> row.accept(cells(task))));
    }

    private List<String> head() {
        return words.head(
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
                "accepted",
                "figures",
                "note");
    }

    private List<@Nullable Object> cells(Task task) {
        return Arrays.asList(
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
                task.acceptedAt(),
                figures(task),
                task.note());
    }

    private String figures(Task task) {
        return task.fields().stream()
                .filter(field -> task.figures().containsKey(field.key()))
                .map(field -> words.either(field.label(), field.labelEn()) + " "
                        + task.figures().get(field.key()))
                .collect(Collectors.joining("; "));
    }
}
