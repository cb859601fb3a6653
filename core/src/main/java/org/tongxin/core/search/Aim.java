package org.tongxin.core.search;

/** What a course of action is judged by. All are to be small, and none is folded into another. */
public enum Aim {
    /** Severe cases and deaths; a death counts a second time beside the severe case that it was. */
    SEVERE_AND_DEATHS("severe cases and deaths"),
    /** People beyond the beds and intensive beds there are, on the day on which they are most. */
    BEYOND_BEDS("most people beyond the beds"),
    /** Person-days held (closed compounds, quarantine, isolation) or limited by measures for everybody. */
    RESTRICTED_DAYS("person-days restricted"),
    /** Days on duty of staff and volunteers. */
    DUTY_DAYS("days on duty"),
    /** Cost in the money of the rates. */
    COST("cost"),
    /**
     * Unequal burden: restricted days per person in the communities that make the most burdened fifth of people, less the mean
     * of the district. A difference and not a ratio, so that it is 0 where nobody is restricted and cannot be bettered by
     * restricting everybody else. Fifths of people are the usual measure of inequality of income (Eurostat, S80/S20).
     */
    UNEQUAL_BURDEN("unequal burden, days per person");

    private final String title;

    Aim(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }
}
