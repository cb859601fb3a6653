package org.tongxin.app.identity;

import org.jspecify.annotations.Nullable;

/**
 * What the person is told who has just been given a post or a password.
 *
 * @param password to be shown once; nobody can read it again; {@code null} where the account keeps the one it has
 */
public record NewEntrance(
        String login, String name, @Nullable String password) {

    @Override
    public String toString() {
        return "NewEntrance[" + login + "]";
    }
}
