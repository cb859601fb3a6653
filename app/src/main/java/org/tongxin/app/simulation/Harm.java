package org.tongxin.app.simulation;

import org.tongxin.core.search.HarmRate;

/** What measures do to people who are held or limited, by the assumed rates of the core. */
public enum Harm {
    VISITS_MISSED("visits to a doctor missed"),
    DIALYSIS_AT_RISK("dialysis sessions at risk"),
    BIRTHS_AT_RISK("births at risk of late care"),
    /** In yuan. */
    INCOME_LOST("income lost"),
    SCHOOL_DAYS_LOST("school days lost");

    private final HarmRate rate;

    Harm(String name) {
        rate = HarmRate.ASSUMED.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Its rates per person-day. */
    public HarmRate rate() {
        return rate;
    }
}
