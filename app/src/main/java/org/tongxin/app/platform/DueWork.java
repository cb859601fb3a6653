package org.tongxin.app.platform;

/** What a module does by itself when a time has come: end what has run out, remind of what is late. */
public interface DueWork {

    /** Does whatever is due at the district's present; doing it twice changes nothing more. */
    void runDue();
}
