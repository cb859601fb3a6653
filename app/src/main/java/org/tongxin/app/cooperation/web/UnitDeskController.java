package org.tongxin.app.cooperation.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.cooperation.UnitAnswer;
import org.tongxin.app.cooperation.UnitAnswers;
import org.tongxin.app.cooperation.UnitDesks;
import org.tongxin.app.cooperation.UnitOrders;
import org.tongxin.app.cooperation.UnitRequest;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** The desk of a member unit: what is asked of us, what we agreed, whom to call; nothing of others. */
@Controller
class UnitDeskController {

    private static final String PAGE = "/unit-desk";

    private final UnitDesks desks;
    private final UnitAnswers answers;
    private final UnitOrders orders;

    UnitDeskController(UnitDesks desks, UnitAnswers answers, UnitOrders orders) {
        this.desks = desks;
        this.answers = answers;
        this.orders = orders;
    }

    @GetMapping(PAGE)
    String desk(
            Actor actor,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        if (actor.role() != Role.MEMBER_UNIT) {
            throw new NotAllowed();
        }
        Paged<UnitRequest> open = answers.asked(actor, false, Seen.of(after));
        Paged<UnitRequest> answered = answers.asked(actor, true, Seen.of(said));
        model.addAttribute("units", desks.units(actor));
        model.addAttribute("open", open.rows());
        model.addAttribute("openPage", open);
        model.addAttribute("openTotal", answers.unanswered(actor));
        model.addAttribute("said", answered.rows());
        model.addAttribute("saidPage", answered);
        model.addAttribute("seen", Map.of("after", after, "said", said));
        model.addAttribute("orders", orders.atDesk(actor));
        model.addAttribute("kinds", UnitAnswer.Kind.values());
        return "cooperation/desk";
    }

    @PostMapping(PAGE + "/requests/{id}/answer")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UnitAnswer.Kind kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String after,
            RedirectAttributes flash) {
        Outcome<UnitRequest> outcome = answers.answer(actor, id, kind, words, version);
        Seen seen = Seen.of(after);
        // What was typed stands in the form of this request, which is on the page from which it was sent.
        String back = seen == null ? PAGE : PAGE + "?after=" + seen.text();
        return Pages.after(
                outcome, PAGE, back, flash, Map.of("request", id.toString(), "kind", kind.name(), "words", words));
    }

    @PostMapping(PAGE + "/requests/{id}/taking-back")
    String takeBack(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(answers.takeBack(actor, id, version), PAGE, flash);
    }
}
