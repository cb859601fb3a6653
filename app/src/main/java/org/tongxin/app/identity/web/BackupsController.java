package org.tongxin.app.identity.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.backup.Backups;

/** Backups: what is there, and one now. The files stay on the machine; no page hands one out. */
@Controller
class BackupsController {

    /** A district's code has six digits; a backup holds all of it. */
    private static final int DISTRICT_DIGITS = 6;

    private final Backups backups;
    private final Audit audit;
    private final TransactionTemplate transactions;

    BackupsController(Backups backups, Audit audit, TransactionTemplate transactions) {
        this.backups = backups;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping("/backups")
    String list(Actor actor, Model model) {
        require(actor);
        model.addAttribute("backups", backups.list());
        return "identity/backups";
    }

    @PostMapping("/backups")
    String write(Actor actor, RedirectAttributes flash) {
        require(actor);
        String name = backups.write().getFileName().toString();
        transactions.executeWithoutResult(status -> audit.record(actor, "backup.written", name, Map.of()));
        flash.addFlashAttribute("written", name);
        return "redirect:/backups";
    }

    private static void require(Actor actor) {
        boolean isOfDistrict = actor.territory().length() <= DISTRICT_DIGITS;
        if (actor.role() != Role.ADMINISTRATOR || !isOfDistrict) {
            throw new NotAllowed();
        }
    }
}
