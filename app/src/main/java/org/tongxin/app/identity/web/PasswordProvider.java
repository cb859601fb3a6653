package org.tongxin.app.identity.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Login;
import org.tongxin.app.identity.LoginSource;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/** Gives Spring Security's login form to {@link Login}. */
@Component
class PasswordProvider implements AuthenticationProvider {

    private final Login login;

    PasswordProvider(Login login) {
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        LoginSource from = typed.getDetails() instanceof LoginSource source ? source : new LoginSource("", "");
        Outcome<Access> outcome = login.byPassword(typed.getName(), String.valueOf(typed.getCredentials()), from);
        if (outcome instanceof Outcome.Refused<Access> refused) {
            throw new LoginRefused(refused.refusal());
        }
        return new ActorAuthentication(outcome.orThrow());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Carries the reason to the login page. */
    static final class LoginRefused extends AuthenticationException {

        private final transient Refusal refusal;

        LoginRefused(Refusal refusal) {
            super(refusal.code());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
