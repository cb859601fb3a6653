package org.tongxin.app.identity.web;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.tongxin.app.identity.Actor;

/** The actor of the request that is being answered. */
final class CurrentActor {

    private CurrentActor() {}

    static Optional<Actor> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                ? Optional.of(known.actor())
                : Optional.empty();
    }

    /** For this request only; a session is not touched. */
    static void set(Actor actor) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor)));
    }

    static void clear() {
        SecurityContextHolder.clearContext();
    }
}
