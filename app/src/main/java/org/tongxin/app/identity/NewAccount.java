package org.tongxin.app.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account to open.
 *
 * @param login 2 to 64 small letters, digits, dots, hyphens or underscores, starting with a letter or digit
 * @param name as shown on pages
 * @param password at least 10 characters and at most 72 bytes; {@code null} for one that cannot log in by password
 * @param scripted acts for a script of the demonstration and never logs in
 * @param demonstration may be entered without a password while this is a demonstration
 */
public record NewAccount(
        String login, String name, @Nullable String password, boolean scripted, boolean demonstration) {

    public static NewAccount withPassword(String login, String name, String password) {
        return new NewAccount(login, name, password, false, false);
    }

    public static NewAccount scripted(String login, String name) {
        return new NewAccount(login, name, null, true, false);
    }

    public static NewAccount forDemonstration(String login, String name) {
        return new NewAccount(login, name, null, false, true);
    }

    @Override
    public String toString() {
        return "NewAccount[" + login + "]";
    }
}
