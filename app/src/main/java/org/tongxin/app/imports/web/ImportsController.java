package org.tongxin.app.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.imports.ImportFile;
import org.tongxin.app.imports.ImportKind;
import org.tongxin.app.imports.ImportWords;
import org.tongxin.app.imports.Imports;
import org.tongxin.app.imports.StagedRow;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Lists that people send: what can be sent, the preview of a file, taking and cancelling it. */
@Controller
class ImportsController {

    private static final int SHOWN = 50;

    private final Readings readings;
    private final Imports imports;
    private final ImportWords words;
    private final Sheets sheets;

    ImportsController(Readings readings, Imports imports, ImportWords words, Sheets sheets) {
        this.readings = readings;
        this.imports = imports;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/imports")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        List<ImportKind> kinds = imports.kinds(actor);
        if (kinds.isEmpty()) {
            throw new NotAllowed();
        }
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                "heads",
                kinds.stream().collect(Collectors.toMap(ImportKind::name, kind -> String.join(" · ", head(kind)))));
        Paged<ImportFile> files = imports.list(actor, Seen.of(after));
        model.addAttribute("files", files.rows());
        model.addAttribute("page", files);
        return "imports/list";
    }

    /** What the reader has sent, newest first. */
    @GetMapping("/imports/files" + SheetFormat.PATH)
    void files(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        if (imports.kinds(actor).isEmpty()) {
            throw new NotAllowed();
        }
        List<String> head = Stream.of(
                        "number",
                        "kind",
                        "file",
                        "sent",
                        "rows",
                        "new",
                        "corrected",
                        "unchanged",
                        "rejected",
                        "state",
                        "ended")
                .map(column -> words.word("lists.col." + column))
                .toList();
        sheets.send(
                response,
                format,
                "lists",
                head,
                row -> Paged.each(seen -> imports.list(actor, seen), (ImportFile file) -> row.accept(cells(file))));
    }

    private List<@Nullable Object> cells(ImportFile file) {
        return Arrays.asList(
                file.number(),
                words.word("imports." + file.group()),
                file.title(),
                file.uploadedAt(),
                file.total(),
                file.added(),
                file.changed(),
                file.same(),
                file.rejected(),
                words.word("imports.state." + file.state()),
                file.endedAt());
    }

    @PostMapping("/imports")
    String upload(
            Actor actor,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String title = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Outcome<UUID> outcome = imports.upload(actor, kind, title, bytes);
        String onward = outcome instanceof Outcome.Accepted<UUID> accepted ? "/imports/" + accepted.value() : "";
        return Pages.after(outcome, onward, "/imports", flash, Map.of("kind", kind));
    }

    /** A file to fill in: its head, in the reader's language. */
    @GetMapping("/imports/kinds/{kind}/template" + SheetFormat.PATH)
    void template(Actor actor, @PathVariable String kind, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        ImportKind found = imports.find(actor, kind).orElseThrow(NotAllowed::new);
        sheets.send(response, format, kind, head(found), row -> {});
    }

    private List<String> head(ImportKind kind) {
        return kind.columns().stream()
                .map(column -> words.columnWord(kind, column))
                .toList();
    }

    /** @param after line of the last rejected row of the page before */
    @GetMapping("/imports/{id}")
    String one(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") long after, Model model) {
        ImportFile file = find(actor, id);
        model.addAttribute("file", file);
        ImportKind kind = kind(actor, file);
        model.addAttribute("columns", kind.columns());
        model.addAttribute("sent", kind.page());
        model.addAttribute(
                "heads",
                kind.columns().stream()
                        .collect(Collectors.toMap(column -> column, column -> words.columnWord(kind, column))));
        model.addAttribute("percent", imports.percent(file));
        imports.taken(file).ifPresent(earlier -> model.addAttribute("taken", earlier));
        imports.refusal(file).ifPresent(why -> model.addAttribute("last", why));
        readings.note(actor, Readings.Kind.LIST, String.valueOf(file.number()));
        if (!file.running()) {
            List<StagedRow> rejected = imports.rejected(file, after, SHOWN);
            model.addAttribute("rows", imports.rows(file, SHOWN));
            model.addAttribute("rejected", rejected);
            model.addAttribute(
                    "next", rejected.size() == SHOWN ? rejected.getLast().line() : 0L);
        }
        return "imports/one";
    }

    private ImportFile find(Actor actor, UUID id) {
        return imports.find(actor, id).orElseThrow(() -> new NotFound("import " + id));
    }

    private ImportKind kind(Actor actor, ImportFile file) {
        return imports.find(actor, file.kind()).orElseThrow(NotAllowed::new);
    }

    /** Every rejected row with what is wrong and what to do. */
    @GetMapping("/imports/{id}/rejected" + SheetFormat.PATH)
    void rejected(Actor actor, @PathVariable UUID id, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        ImportFile file = find(actor, id);
        ImportKind kind = kind(actor, file);
        readings.note(actor, Readings.Kind.LIST, String.valueOf(file.number()));
        List<String> head = new ArrayList<>();
        for (String column : List.of("line", "column", "value", "cause", "todo", "code")) {
            head.add(words.word("imports.rejected." + column));
        }
        head.addAll(head(kind));
        sheets.send(
                response,
                format,
                "rejected-" + file.number(),
                head,
                row -> imports.eachRejected(file, staged -> row.accept(cells(kind, staged))));
    }

    private List<@Nullable Object> cells(ImportKind kind, StagedRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.line());
        cells.add(words.columnWord(kind, row.field()));
        cells.add(row.value());
        row.refusal().ifPresent(why -> {
            cells.addAll(words.sentences(why));
            cells.add(why.code());
        });
        kind.columns().forEach(column -> cells.add(row.cells().getOrDefault(column, "")));
        return cells;
    }

    @PostMapping("/imports/{id}/application")
    String apply(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        find(actor, id);
        return Pages.after(imports.apply(actor, id), "/imports/" + id, flash);
    }

    @PostMapping("/imports/{id}/cancellation")
    String cancel(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        find(actor, id);
        return Pages.after(imports.cancel(actor, id), "/imports/" + id, flash);
    }
}
