package org.tongxin.app.resources;

/** The accounts of the ledger: places where goods lie, and the world outside, which may owe and be owed. */
public enum HolderKind {
    WAREHOUSE(true),
    COMMUNITY_STORE(true),
    /** A hospital, an isolation site, a member unit. */
    UNIT(true),
    /** On the road: sent and not received. */
    IN_TRANSIT(true),
    /** What the first stock-taking found. */
    OPENING(false),
    DONOR(false),
    SUPPLIER(false),
    OTHER_DISTRICT(false),
    /** Owners of what is requisitioned. */
    OWNER(false),
    /** Handed out to people and used. */
    CONSUMED(false),
    /** Missing, spoilt or expired. */
    LOST(false);

    private final boolean physical;

    HolderKind(boolean physical) {
        this.physical = physical;
    }

    /** Whether goods lie there, so that it never goes below nothing. */
    public boolean physical() {
        return physical;
    }

    /** Whether people of the place ask for goods and receive them. */
    public boolean receives() {
        return this == COMMUNITY_STORE || this == UNIT;
    }
}
