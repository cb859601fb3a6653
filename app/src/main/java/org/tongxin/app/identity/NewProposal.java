package org.tongxin.app.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account that a list proposes, with the post it is to hold.
 *
 * @param name of the person
 * @param login small letters; empty where one is to be proposed
 * @param areaPath code path of the place
 * @param title of the post, as shown on pages
 * @param firstDay {@code null} for the day on which the account is opened
 * @param lastDay held to its end
 */
public record NewProposal(
        String name,
        String login,
        Role role,
        String areaPath,
        String title,
        @Nullable LocalDate firstDay,
        LocalDate lastDay) {

    /** What a list speaks of: a person, by name, at a post. Two of one name at one post need logins, and are opened one by one. */
    record Key(String name, Role role, String areaPath, String title) {}

    Key key() {
        return new Key(name, role, areaPath, title);
    }

    @Override
    public String toString() {
        return "NewProposal[" + role + " " + areaPath + "]";
    }
}
