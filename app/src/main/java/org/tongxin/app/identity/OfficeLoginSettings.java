package org.tongxin.app.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The login of an office that the district may use instead of own passwords, by OpenID Connect. It says who somebody is; which posts
 * they hold is decided here.
 *
 * @param issuer address of the provider; its description lies below it. Without one there is no such login
 * @param clientId name of this installation at the provider
 * @param clientSecret its secret
 * @param claim what of the identity token is the account's login here
 */
@ConfigurationProperties("tongxin.office-login")
public record OfficeLoginSettings(
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("preferred_username") String claim) {

    public OfficeLoginSettings {
        if (issuer != null && (isBlank(clientId) || isBlank(clientSecret))) {
            throw new IllegalArgumentException("tongxin.office-login.issuer (" + issuer
                    + ") needs tongxin.office-login.client-id and tongxin.office-login.client-secret.");
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    public boolean isOffered() {
        return issuer != null;
    }
}
