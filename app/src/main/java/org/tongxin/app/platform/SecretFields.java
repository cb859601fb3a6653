package org.tongxin.app.platform;

import java.util.Locale;

/** Which fields of a form are never handed back to a page: passwords, secrets and the mark of the session. */
public final class SecretFields {

    private static final String SECRET = "_csrf|.*(password|secret|token).*|chosen|again|current";

    private SecretFields() {}

    /** @param name of the field, in any case */
    public static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).matches(SECRET);
    }
}
