package org.tongxin.app.forms.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.forms.Filled;
import org.tongxin.app.forms.FormMapping;
import org.tongxin.app.forms.FormSheet;
import org.tongxin.app.forms.FormSources;
import org.tongxin.app.forms.FormTemplate;
import org.tongxin.app.forms.Forms;
import org.tongxin.app.forms.NewForm;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** A superior's forms: keeping one, saying what goes where, and fetching it filled. */
@Controller
class FormsController {

    private static final String ONE = "/forms/{id}";

    private final Forms forms;
    private final FormSources sources;
    private final Sheets sheets;
    private final DistrictClock clock;

    FormsController(Forms forms, FormSources sources, Sheets sheets, DistrictClock clock) {
        this.forms = forms;
        this.sources = sources;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/forms")
    String list(Actor actor, Model model) {
        requireReader(actor);
        model.addAttribute("forms", forms.list(actor));
        model.addAttribute("mayKeep", Forms.mayKeep(actor));
        model.addAttribute("yesterday", clock.today().minusDays(1));
        return "forms/list";
    }

    static void requireReader(Actor actor) {
        if (!Forms.mayRead(actor)) {
            throw new NotAllowed();
        }
    }

    private FormTemplate find(Actor actor, UUID id) {
        requireReader(actor);
        return forms.find(actor, id).orElseThrow(() -> new NotFound("form " + id));
    }

    @PostMapping("/forms")
    String keep(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String title = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Outcome<UUID> outcome = forms.keep(actor, new NewForm(name, issuer, title, bytes));
        String onward = outcome instanceof Outcome.Accepted<UUID> accepted ? "/forms/" + accepted.value() : "";
        return Pages.after(outcome, onward, "/forms", flash, Map.of("name", name, "issuer", issuer));
    }

    @GetMapping(ONE)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        FormTemplate form = find(actor, id);
        model.addAttribute("kept", form);
        model.addAttribute("mayConfirm", Forms.mayConfirm(actor, form));
        model.addAttribute("sources", sources);
        model.addAttribute("today", clock.today());
        Outcome<FormSheet> sheet = forms.sheet(form);
        show(sheet, "sheet", model);
        if (sheet instanceof Outcome.Accepted<FormSheet> read) {
            model.addAttribute("width", Math.max(1, read.value().width()));
        }
        return "forms/one";
    }

    private static void show(Outcome<?> outcome, String name, Model model) {
        if (outcome instanceof Outcome.Accepted<?> accepted) {
            model.addAttribute(name, accepted.value());
        } else if (outcome instanceof Outcome.Refused<?> refused) {
            model.addAttribute("refusal", refused.refusal());
        }
    }

    /** The file as it came. */
    @GetMapping(ONE + "/original")
    void original(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        FormTemplate form = find(actor, id);
        send(response, form, form.number() + (form.workbook() ? ".xlsx" : ".csv"), forms.file(form));
    }

    private static void send(HttpServletResponse response, FormTemplate form, String name, byte[] file)
            throws IOException {
        response.setContentType(form.workbook() ? SheetFormat.XLSX.mediaType() : "text/csv");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    @PostMapping(ONE + "/mapping")
    String confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            RedirectAttributes flash) {
        FormTemplate form = find(actor, id);
        if (!Forms.mayConfirm(actor, form)) {
            throw new NotAllowed();
        }
        String page = "/forms/" + id;
        Outcome<FormMapping> read = new MappingForm(fields).read();
        Outcome<?> outcome = read instanceof Outcome.Accepted<FormMapping> mapping
                ? forms.confirm(actor, form, version, mapping.value())
                : read;
        return Pages.after(outcome, page + "/filled", page, flash, fields);
    }

    @PostMapping(ONE + "/retirement")
    String retire(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        Outcome<UUID> outcome = forms.retire(actor, find(actor, id));
        return Pages.after(outcome, "/forms", "/forms/" + id, flash, Map.of());
    }

    /** What the form holds for a day, and what stays empty, before the file is fetched. */
    @GetMapping(ONE + "/filled")
    String filled(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate day, Model model) {
        FormTemplate form = find(actor, id);
        LocalDate chosen = day == null ? clock.today() : day;
        model.addAttribute("kept", form);
        model.addAttribute("day", chosen);
        model.addAttribute("today", clock.today());
        model.addAttribute("sources", sources);
        show(forms.preview(actor, form, chosen), "filled", model);
        return "forms/filled";
    }

    /** The form itself, filled. */
    @GetMapping(ONE + "/copy")
    @Nullable String copy(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        FormTemplate form = find(actor, id);
        Outcome<Forms.Copy> copy = forms.copy(actor, form, day);
        if (copy instanceof Outcome.Accepted<Forms.Copy> made) {
            send(response, form, made.value().name(), made.value().file());
            return null;
        }
        return Pages.after(copy, "/forms/" + id + "/filled?day=" + day, flash);
    }

    /** Where each number comes from, for a form that has no room for it. */
    @GetMapping(ONE + "/sources" + SheetFormat.PATH)
    void sources(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam LocalDate day,
            HttpServletResponse response)
            throws IOException {
        FormTemplate form = find(actor, id);
        Filled filled = forms.preview(actor, form, day) instanceof Outcome.Accepted<Filled> made
                ? made.value()
                : Filled.nothing(day);
        sheets.send(
                response,
                format,
                form.number() + "-sources",
                sources.head(),
                row -> sources.rows(form, filled).forEach(row));
    }
}
