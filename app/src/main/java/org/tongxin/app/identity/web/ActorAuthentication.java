package org.tongxin.app.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Actor;

/**
 * An actor as Spring Security sees it. The one kept in a session only says which account logged in; its rights are
 * replaced at each request, see {@link ActorFilter}.
 */
final class ActorAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;
    private final int credential;

    ActorAuthentication(Access access) {
        this(access.actor(), access.credential());
    }

    /** @param credential number of the password with which a session began */
    ActorAuthentication(Actor actor, int credential) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + actor.role()));
        this.actor = actor;
        this.credential = credential;
        setAuthenticated(true);
    }

    Actor actor() {
        return actor;
    }

    int credential() {
        return credential;
    }

    @Override
    public Object getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.login();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorAuthentication that && actor.equals(that.actor) && credential == that.credential;
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
