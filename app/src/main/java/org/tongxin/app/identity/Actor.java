package org.tongxin.app.identity;

import java.util.UUID;

/**
 * Who acts, with the rights of this moment. Never keep one longer than a request.
 *
 * @param territory code path of the area whose whole subtree the post covers; empty for everywhere
 * @param scripted whether a script of the demonstration acts, not a person
 */
public record Actor(UUID account, String login, String name, Role role, String territory, boolean scripted) {

    private static final UUID NO_ACCOUNT = new UUID(0, 0);

    /** Rules that run by themselves. Holds no post: what it may do, the code that runs it decides. */
    public static Actor system() {
        return new Actor(NO_ACCOUNT, "system", "系统", Role.OBSERVER, "", false);
    }

    /** The visitor of a demonstration. */
    public static Actor observer(String territory) {
        return new Actor(NO_ACCOUNT, "observer", "访客", Role.OBSERVER, territory, false);
    }

    /** Whether the area with this code path lies in the territory. */
    public boolean covers(String areaPath) {
        return areaPath.startsWith(territory);
    }

    boolean mayAdminister() {
        return role == Role.ADMINISTRATOR || equals(system());
    }
}
