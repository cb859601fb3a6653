package org.tongxin.app.identity.web;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.tongxin.app.identity.Actor;

/** The actor of the request that is being answered. */
final class CurrentActor {

    private static final int NO_SESSION = -1;

    private CurrentActor() {}

    static Optional<Actor> find() {
        return authentication().map(ActorAuthentication::actor);
    }

    /** As the session knows it, before the rights of this moment replace it. */
    static Optional<ActorAuthentication> authentication() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** For this request only; a session is not touched. */
    static void set(Actor actor) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor, NO_SESSION)));
    }

    static void clear() {
        SecurityContextHolder.clearContext();
    }
}
