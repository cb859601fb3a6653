package org.tongxin.app.delegation;

/** An act of the product that a list can give to streets and communities, each on its own ground. */
public enum DelegableAct {
    /** Calls everyone near for something urgent; counted in people wanted. Without a list the duty officer's alone. */
    URGENT_CALL(Ring.COMMUNITY, false, "/dispatch/calls"),
    /** Orders under a framework agreement; counted in yuan. Without a list the duty officer's alone. */
    EMERGENCY_ORDER(Ring.STREET, false, "/supplies/procurement"),
    /** Hands out stock of an own place; counted in base units. Without a list everything there is, as always. */
    HAND_OUT(Ring.COMMUNITY, true, "/supplies");

    /** Who may decide: the ring and all wider ones. */
    public enum Ring {
        /** Not delegated. */
        DISTRICT,
        STREET,
        COMMUNITY
    }

    private final Ring narrowest;
    private final boolean standing;
    private final String page;

    DelegableAct(Ring narrowest, boolean standing, String page) {
        this.narrowest = narrowest;
        this.standing = standing;
        this.page = page;
    }

    /** The narrowest ring that a list may give it to. */
    public Ring narrowest() {
        return narrowest;
    }

    /** Whether streets and communities may do it without a list, so that a list only limits it. */
    public boolean isStanding() {
        return standing;
    }

    /** Where it is done. */
    public String page() {
        return page;
    }
}
