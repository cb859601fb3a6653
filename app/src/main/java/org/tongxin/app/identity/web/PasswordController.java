package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.OwnPassword;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** Everybody's own password. */
@Controller
class PasswordController {

    static final String ADDRESS = "/password";

    private static final int SHOWN = 20;

    private final Readings readings;
    private final OwnPassword own;
    private final Accounts accounts;
    private final Sessions sessions;

    PasswordController(Readings readings, OwnPassword own, Accounts accounts, Sessions sessions) {
        this.readings = readings;
        this.own = own;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping(ADDRESS)
    String form(Actor actor, Model model) {
        if (actor.role() == Role.OBSERVER) {
            throw new NotAllowed();
        }
        Optional<Access> access = accounts.findAccess(actor.account());
        model.addAttribute("mustChange", access.map(Access::mustChange).orElse(false));
        model.addAttribute("waiting", access.map(Access::waiting).orElse(false));
        model.addAttribute("readings", readings.ofAccount(actor.account(), SHOWN));
        readings.namedSince(actor.account()).ifPresent(since -> model.addAttribute("namedSince", since));
        return "identity/password";
    }

    @PostMapping(ADDRESS)
    String change(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        Outcome<Access> outcome = own.change(actor, new OwnPassword.Typed(current, chosen, again));
        if (!(outcome instanceof Outcome.Accepted<Access> accepted)) {
            return Pages.after(outcome, ADDRESS, flash);
        }
        Access access = accepted.value();
        sessions.enter(access, request, response);
        flash.addFlashAttribute("changed", true);
        return "redirect:"
                + (sessions.onward(access).equals(NotesController.ADDRESS) ? NotesController.ADDRESS : ADDRESS);
    }
}
