package org.tongxin.app.dispatch.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.dispatch.duty.Invitations;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** Where a worker renews the link of somebody who lost it, with or without a shift. */
@Controller
class LinksController {

    private final Readings readings;
    private final Invitations invitations;

    LinksController(Readings readings, Invitations invitations) {
        this.readings = readings;
        this.invitations = invitations;
    }

    /** Answers a form, so that a name stands in no address. */
    @PostMapping("/dispatch/links/search")
    String search(Actor actor, @RequestParam(defaultValue = "") String name, Model model) {
        model.addAttribute("name", name.strip());
        readings.note(actor, Readings.Kind.PEOPLE, actor.territory());
        model.addAttribute("found", invitations.named(actor, name));
        return page(actor);
    }

    @GetMapping("/dispatch/links")
    String page(Actor actor) {
        if (!DispatchText.seesNames(actor)) {
            throw new NotAllowed();
        }
        return "dispatch/field/links";
    }

    @PostMapping("/dispatch/links")
    String renew(Actor actor, @RequestParam UUID person, RedirectAttributes flash) {
        Outcome<UUID> outcome = invitations.renew(actor, person);
        if (outcome instanceof Outcome.Accepted<UUID>) {
            flash.addFlashAttribute("done", "duty.done.renewed");
        }
        return Pages.after(outcome, "/dispatch/links", flash);
    }
}
