package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Login;
import org.tongxin.app.platform.Outcome;

/** Lets a visitor play one of the demonstration's posts; outside a demonstration this address does not exist. */
@Controller
@ConditionalOnProperty(name = "tongxin.mode", havingValue = "demonstration", matchIfMissing = true)
class DemonstrationLoginController {

    private final Login login;
    private final Sessions sessions;

    DemonstrationLoginController(Login login, Sessions sessions) {
        this.login = login;
        this.sessions = sessions;
    }

    @PostMapping("/login/demonstration")
    String enter(@RequestParam("login") String chosen, HttpServletRequest request, HttpServletResponse response) {
        Outcome<Access> outcome = login.forDemonstration(chosen);
        if (outcome instanceof Outcome.Refused<Access> refused) {
            LoginController.keep(request, refused.refusal());
            return "redirect:/login";
        }
        sessions.enter(outcome.orThrow(), request, response);
        return "redirect:" + sessions.onward(outcome.orThrow());
    }
}
