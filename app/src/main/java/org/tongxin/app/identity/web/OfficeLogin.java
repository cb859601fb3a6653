package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Login;
import org.tongxin.app.identity.OfficeLoginSettings;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * Lets people in whom the office's provider vouches for. The provider's description is read when somebody first logs in, so that this
 * program starts without it. Nothing of the provider's tokens is kept: they only say who it is.
 */
@Component
class OfficeLogin {

    static final String REGISTRATION = "office";

    /** Where the way to the provider begins. */
    static final String WAY = "/oauth2/authorization/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(OfficeLogin.class);

    private final OfficeLoginSettings settings;
    private final Login login;
    private final Sessions sessions;
    private final Optional<ClientRegistrationRepository> provider;

    OfficeLogin(OfficeLoginSettings settings, Login login, Sessions sessions) {
        this.settings = settings;
        this.login = login;
        this.sessions = sessions;
        this.provider = settings.isOffered()
                ? Optional.of(new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                : Optional.empty();
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(
                        Objects.requireNonNull(settings.issuer()).toString())
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .clientSecret(settings.clientSecret())
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    boolean isOffered() {
        return provider.isPresent();
    }

    /** Whether the provider can be reached, which is asked before anybody is sent there. */
    boolean isReached() {
        try {
            return provider.isPresent() && provider.get().findByRegistrationId(REGISTRATION) != null;
        } catch (RuntimeException unreached) {
            LOG.warn("The office's login at {} cannot be reached: {}", settings.issuer(), unreached.getMessage());
            return false;
        }
    }

    /** Only where {@link #isOffered}. */
    void configure(OAuth2LoginConfigurer<?> office) {
        office.loginPage("/login")
                .clientRegistrationRepository(provider.orElseThrow())
                .authorizedClientRepository(new KeepsNothing())
                .successHandler(this::enter)
                .failureHandler((request, response, why) -> {
                    LOG.warn("The office's login failed: {}", why.getMessage());
                    backToTheForm(Refusal.of("I-040"), request, response);
                });
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws IOException {
        Object claimed = vouched.getPrincipal() instanceof OidcUser user
                ? user.getClaims().get(settings.claim())
                : null;
        Outcome<Access> outcome = claimed instanceof String name && !name.isBlank()
                ? login.byOffice(name)
                : Outcome.refused("I-041", settings.claim());
        if (outcome instanceof Outcome.Refused<Access> refused) {
            new SecurityContextLogoutHandler().logout(request, response, vouched);
            backToTheForm(refused.refusal(), request, response);
            return;
        }
        sessions.enter(outcome.orThrow(), request, response);
        response.sendRedirect(request.getContextPath() + sessions.onward(outcome.orThrow()));
    }

    private static void backToTheForm(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LoginController.keep(request, refusal);
        response.sendRedirect(request.getContextPath() + "/login");
    }

    /** The provider's tokens are of no use once it is known who came. */
    private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("NullAway") // absent, as the interface has it
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing to keep
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing was kept
        }
    }
}
