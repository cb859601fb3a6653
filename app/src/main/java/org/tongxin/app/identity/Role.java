package org.tongxin.app.identity;

/**
 * What a post is for. Which acts it opens is decided by each module; that {@link #readsOnly} posts change nothing is
 * decided at the door, for all modules at once.
 */
public enum Role {
    /** Signs warnings and plans. */
    SIGNATORY,
    /** Watches the command desk. */
    DUTY_OFFICER,
    /** Verifies signals and assesses risk for the centre for disease control. */
    CDC_ANALYST,
    /** Works for a street (subdistrict). */
    STREET_WORKER,
    /** Works for a community. */
    COMMUNITY_WORKER,
    /** Opens accounts and fills posts. */
    ADMINISTRATOR,
    /** A monitoring point that reports through the REST interface. */
    REPORTER,
    /** Reads who did what in the district, and decides nothing. */
    AUDITOR,
    /** The data protection officer of the district: reads who did what with personal data, and decides nothing else. */
    DATA_PROTECTION,
    /** Sits at the desk of a member unit: sees what is asked of the unit and what it said, and nothing of others. */
    MEMBER_UNIT,
    /** A visitor of a demonstration, who reads and changes nothing. No post has this role. */
    OBSERVER;

    /** Whether the post ends with reading: any act that changes something in the district is refused to it. */
    public boolean readsOnly() {
        return this == AUDITOR || this == DATA_PROTECTION || this == OBSERVER;
    }

    /** Whether the post ends at its own desk: every other page of the house is closed to it. */
    public boolean ofAnotherHouse() {
        return this == MEMBER_UNIT;
    }

    /** Whether one administrator alone cannot open it: it signs, or it opens accounts. */
    public boolean openedByTwo() {
        return this == SIGNATORY || this == ADMINISTRATOR;
    }

    /** Whether the post exists for the district as a whole only. */
    boolean ofTheDistrict() {
        return this == SIGNATORY || this == DUTY_OFFICER || this == AUDITOR || this == DATA_PROTECTION;
    }
}
