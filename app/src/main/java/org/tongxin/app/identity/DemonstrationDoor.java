package org.tongxin.app.identity;

import java.util.List;

/** Pages that need no login and that a demonstration offers beside its logins; a module that has one implements this. */
public interface DemonstrationDoor {

    /**
     * One page to enter.
     *
     * @param what key of the words that say what it is
     * @param name of whom
     * @param address path on this server
     */
    record Door(String what, String name, String address) {}

    /** What can be entered now; empty outside a demonstration. */
    List<Door> doors();
}
