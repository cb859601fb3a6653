package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Handovers;

/** How a session begins, and which page comes first: a note of the one before, if there is one. */
@Component
class Sessions {

    private final Handovers handovers;
    private final KnownDevice device;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SessionAuthenticationStrategy newSession = new CompositeSessionAuthenticationStrategy(List.of(
            new ChangeSessionIdAuthenticationStrategy(),
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository())));

    Sessions(Handovers handovers, KnownDevice device) {
        this.handovers = handovers;
        this.device = device;
    }

    /** Begins a session under a new id, or goes on in it with another password. */
    void enter(Access access, HttpServletRequest request, HttpServletResponse response) {
        ActorAuthentication entered = new ActorAuthentication(access);
        newSession.onAuthentication(entered, request, response);
        contexts.saveContext(new SecurityContextImpl(entered), request, response);
    }

    /** The first page after entering. */
    String onward(Access access) {
        if (access.mustChange() || access.waiting()) {
            return PasswordController.ADDRESS;
        }
        return hasNotes(access.actor()) ? NotesController.ADDRESS : "/";
    }

    private boolean hasNotes(Actor actor) {
        return !handovers.unread(actor.account()).isEmpty();
    }

    /** After the form: the page that was asked for, unless a note comes first. */
    AuthenticationSuccessHandler successHandler() {
        SavedRequestAwareAuthenticationSuccessHandler asked = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, entered) -> {
            device.keep(entered.getName(), request, response);
            if (entered instanceof ActorAuthentication known && hasNotes(known.actor())) {
                response.sendRedirect(request.getContextPath() + NotesController.ADDRESS);
            } else {
                asked.onAuthenticationSuccess(request, response, entered);
            }
        };
    }
}
