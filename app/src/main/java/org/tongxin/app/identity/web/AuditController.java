package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.AuditChain;
import org.tongxin.app.identity.AuditPages;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** The audit: who did what, and whether it is as it was written. */
@Controller
class AuditController {

    private final Readings readings;
    private final AuditPages pages;
    private final AuditChain chain;
    private final Sheets sheets;
    private final MessageSource messages;
    private final Audit audit;
    private final TransactionTemplate transactions;

    AuditController(
            Readings readings,
            AuditPages pages,
            AuditChain chain,
            Sheets sheets,
            MessageSource messages,
            Audit audit,
            TransactionTemplate transactions) {
        this.readings = readings;
        this.audit = audit;
        this.transactions = transactions;
        this.pages = pages;
        this.chain = chain;
        this.sheets = sheets;
        this.messages = messages;
    }

    /** @param before entries with a lower number */
    @GetMapping("/audit")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        require(actor);
        readings.note(actor, Readings.Kind.AUDIT, actor.territory());
        List<AuditPages.Entry> entries = pages.before(login.strip(), action.strip(), subject.strip(), before);
        model.addAttribute("entries", entries);
        model.addAttribute("later", before != Long.MAX_VALUE);
        model.addAttribute("login", login);
        model.addAttribute("action", action);
        model.addAttribute("subject", subject);
        model.addAttribute(
                "next", entries.size() == AuditPages.SIZE ? entries.getLast().seq() : 0);
        return "identity/audit";
    }

    /** The same entries, all of them, as a file. */
    @GetMapping("/audit/entries" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            HttpServletResponse response)
            throws IOException {
        require(actor);
        transactions.executeWithoutResult(status -> audit.record(
                actor, "audit.exported", format, Map.of("login", login, "action", action, "subject", subject)));
        List<String> head = Stream.of("number", "at", "login", "who", "action", "subject", "details")
                .map(name -> messages.getMessage("audit." + name, null, LocaleContextHolder.getLocale()))
                .toList();
        sheets.send(
                response,
                format,
                "audit",
                head,
                row -> pages.each(login.strip(), action.strip(), subject.strip(), entry -> row.accept(cells(entry))));
    }

    private static List<@Nullable Object> cells(AuditPages.Entry entry) {
        return Arrays.asList(
                entry.seq(), entry.at(), entry.login(), entry.name(), entry.action(), entry.subject(), entry.details());
    }

    /** The page with the result of a check of all entries, those of this moment among them. */
    @GetMapping("/audit/verification")
    String verify(Actor actor, Model model) {
        require(actor);
        chain.seal();
        model.addAttribute("report", chain.verify());
        chain.keep();
        return list(actor, "", "", "", Long.MAX_VALUE, model);
    }

    private static void require(Actor actor) {
        if (!AuditPages.mayRead(actor)) {
            throw new NotAllowed();
        }
    }
}
