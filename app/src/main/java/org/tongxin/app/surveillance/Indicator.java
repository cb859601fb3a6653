package org.tongxin.app.surveillance;

/** What a monitoring point counts in a day. */
public enum Indicator {
    /** New cases found in the community: screening and other finds, conversions not among them. */
    CASES_IN_COMMUNITY,
    /** New cases found among people already in quarantine. */
    CASES_IN_QUARANTINE,
    /** Cases counted again because an asymptomatic one became confirmed; subtracted, never added. */
    CONVERSIONS,
    /** Distinct places of residence named in the daily notice. A place is not a case. */
    ADDRESSES_NAMED,
    /** Visits to a fever clinic. */
    FEVER_VISITS
}
