package org.tongxin.app.dispatch.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongxin.app.dispatch.duty.DutyNotice;
import org.tongxin.app.dispatch.duty.DutyNotices;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** The table of what each kind of duty asks and which are dangerous; the duty officer edits it. */
@Controller
class NoticesController {

    private final DutyNotices notices;

    NoticesController(DutyNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/dispatch/notices")
    String list(Actor actor, @RequestParam(defaultValue = "") String edit, Model model) {
        model.addAttribute("notices", notices.list());
        boolean may = actor.role() == Role.DUTY_OFFICER;
        model.addAttribute("mayEdit", may);
        if (may && !edit.isEmpty()) {
            model.addAttribute("edited", notices.find(edit).orElseThrow(() -> new NotFound("notice " + edit)));
        }
        return "dispatch/field/notices";
    }

    /** What the form sends. */
    record Typed(
            boolean dangerous,
            String work,
            String workEn,
            String risk,
            String riskEn,
            String protection,
            String protectionEn,
            int version) {

        DutyNotice notice(String kind) {
            return new DutyNotice(
                    kind,
                    dangerous,
                    work.strip(),
                    workEn.strip(),
                    risk.strip(),
                    riskEn.strip(),
                    protection.strip(),
                    protectionEn.strip(),
                    version);
        }
    }

    @PostMapping("/dispatch/notices/{kind}")
    String change(Actor actor, @PathVariable String kind, @ModelAttribute Typed typed, RedirectAttributes flash) {
        Outcome<DutyNotice> outcome = notices.change(actor, typed.notice(kind));
        if (outcome instanceof Outcome.Refused<DutyNotice>) {
            flash.addFlashAttribute("typed", typed.notice(kind));
            String back = UriComponentsBuilder.fromPath("/dispatch/notices")
                    .queryParam("edit", "{kind}")
                    .encode()
                    .buildAndExpand(kind)
                    .toUriString();
            return Pages.after(outcome, back, flash);
        }
        flash.addFlashAttribute("done", "duty.done.notice");
        return Pages.after(outcome, "/dispatch/notices", flash);
    }
}
