package org.tongxin.app.dispatch.duty;

import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;

/** Whose post includes calling people and seeing their names, inside the territory. */
final class Workers {

    private Workers() {}

    static boolean may(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER
                || actor.role() == Role.STREET_WORKER
                || actor.role() == Role.COMMUNITY_WORKER;
    }
}
