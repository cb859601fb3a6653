package org.tongxin.app.identity;

/** What a post is for. Which acts it opens is decided by each module. */
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
    /** A visitor of a demonstration, who reads and changes nothing. No post has this role. */
    OBSERVER
}
