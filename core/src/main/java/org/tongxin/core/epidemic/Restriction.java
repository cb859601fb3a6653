package org.tongxin.core.epidemic;

/** What keeps a person from contacts, apart from measures for everybody. Stronger ones come later. */
public enum Restriction {
    NONE,
    /** A contact who stays at home. */
    QUARANTINE_AT_HOME,
    /** A contact in a place of quarantine. */
    QUARANTINE_PLACE,
    /** A case who stays at home. */
    ISOLATION_AT_HOME,
    /** A case in a place of isolation. */
    ISOLATION_PLACE,
    HOSPITAL,
    DEAD;

    private static final Restriction[] ALL = values();

    static final int COUNT = ALL.length;

    static Restriction of(int ordinal) {
        return ALL[ordinal];
    }

    boolean isQuarantine() {
        return this == QUARANTINE_AT_HOME || this == QUARANTINE_PLACE;
    }

    boolean isIsolation() {
        return this == ISOLATION_AT_HOME || this == ISOLATION_PLACE;
    }
}
