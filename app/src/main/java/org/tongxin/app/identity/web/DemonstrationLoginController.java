package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Login;
import org.tongxin.app.platform.Outcome;

/** Lets a visitor play one of the demonstration's posts; outside a demonstration this address does not exist. */
@Controller
@ConditionalOnProperty(name = "tongxin.mode", havingValue = "demonstration", matchIfMissing = true)
class DemonstrationLoginController {

    private final Login login;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SessionAuthenticationStrategy newSession = new CompositeSessionAuthenticationStrategy(List.of(
            new ChangeSessionIdAuthenticationStrategy(),
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository())));

    DemonstrationLoginController(Login login) {
        this.login = login;
    }

    @PostMapping("/login/demonstration")
    String enter(@RequestParam("login") String chosen, HttpServletRequest request, HttpServletResponse response) {
        Outcome<Actor> outcome = login.forDemonstration(chosen);
        if (outcome instanceof Outcome.Refused<Actor> refused) {
            LoginController.keep(request, refused.refusal());
            return "redirect:/login";
        }
        ActorAuthentication entered = new ActorAuthentication(outcome.orThrow());
        newSession.onAuthentication(entered, request, response);
        sessions.saveContext(new SecurityContextImpl(entered), request, response);
        return "redirect:/";
    }
}
