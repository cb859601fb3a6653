package org.tongxin.app.simulation;

/**
 * What a course may contain. The bases are those the house assigns, in Chinese; a kind without one cannot be chosen. What
 * the strength means is said beside it on the page; how strongly a measure acts is an assumption of the scenario.
 */
public enum MeasureKind {
    /** People with symptoms come for a test; strength: probability a day. */
    SYMPTOM_TESTING("突发公共卫生事件应对法 第39条", 1),
    /** Confirmed cases are isolated; strength: share who follow. */
    CASE_ISOLATION("传染病防治法 第58条", 2),
    /** Contacts are found and quarantined; strength: share found among those one knows. */
    CONTACT_TRACING("传染病防治法 第58条", 2),
    /** Everybody is called to a test every three days; strength: share who come. */
    SCREENING("突发公共卫生事件应对法 第39条", 2),
    /**
     * People of an age and older are offered a dose; strength: share of them who come on a day. Taken as
     * voluntary: it restricts nobody.
     */
    VACCINATION("疫苗管理法 第50条", 1),
    /** Masks outside homes; strength: share of contacts at which more are worn than now. Restricts nobody. */
    MASKS("突发公共卫生事件应对法 第39条", 1),
    /** Ways between communities are checked; strength: share of contacts between communities taken away. */
    CHECKPOINTS("传染病防治法 第63条", 3),
    /** Venues and gatherings are limited; strength: share of chance contacts taken away. */
    VENUE_LIMIT("突发公共卫生事件应对法 第39条", 3),
    /** Classes are paused; strength: share of contacts in class taken away. */
    SCHOOL_PAUSE("突发公共卫生事件应对法 第39条", 3),
    /** Fewer people at work; strength: share of contacts at work taken away. */
    WORK_REDUCTION("突发公共卫生事件应对法 第39条", 3),
    /** A compound with a case is closed for seven days; strength: share of contacts outside homes taken away. */
    COMPOUND_CLOSURE("传染病防治法 第63、67条", 4),
    /** Everybody stays at home: a district has no basis for it. Listed so that the page can say so. */
    STAY_AT_HOME("", 5);

    private final String basis;
    private final int restriction;

    MeasureKind(String basis, int restriction) {
        this.basis = basis;
        this.restriction = restriction;
    }

    /** Strength in per cent where nothing is said: an assumption. */
    public int usualStrength() {
        return this == VACCINATION ? 2 : 50;
    }

    /** Largest strength in per cent. More than one of twenty vaccinated on a day is out of reach: an assumption. */
    public int mostStrength() {
        return this == VACCINATION ? 5 : 100;
    }

    /** Law and article, in Chinese; empty where there is none. */
    public String basis() {
        return basis;
    }

    /** Rank by how much it takes from people, 1 least. An order of the house, not a measurement. */
    public int restriction() {
        return restriction;
    }

    public boolean lawful() {
        return !basis.isEmpty();
    }
}
