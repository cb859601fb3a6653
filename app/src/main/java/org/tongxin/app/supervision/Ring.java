package org.tongxin.app.supervision;

import java.util.Optional;
import org.tongxin.app.identity.Actor;

/** Who can resolve something on the spot, innermost first. */
public enum Ring {
    COMMUNITY(12),
    STREET(9),
    DISTRICT(6);

    private final int digits;

    Ring(int digits) {
        this.digits = digits;
    }

    /** The ring that an area lies in; what is below a community belongs to it. */
    public static Ring of(String areaPath) {
        return areaPath.length() >= COMMUNITY.digits
                ? COMMUNITY
                : areaPath.length() >= STREET.digits ? STREET : DISTRICT;
    }

    /** The next wider ring; none above the district. */
    public Optional<Ring> above() {
        return this == DISTRICT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The area of this ring that an area lies in. */
    public String widen(String areaPath) {
        return areaPath.substring(0, Math.min(areaPath.length(), digits));
    }

    /** Whether the actor's post is of this ring or a wider one, and works: no visitor, reporter or administrator. */
    public boolean reaches(Actor actor, String areaPath) {
        boolean works = switch (actor.role()) {
            case SIGNATORY, DUTY_OFFICER, CDC_ANALYST, STREET_WORKER, COMMUNITY_WORKER -> true;
            case ADMINISTRATOR, REPORTER, OBSERVER, AUDITOR, DATA_PROTECTION, MEMBER_UNIT -> false;
        };
        return works && actor.covers(areaPath) && actor.territory().length() <= digits;
    }
}
