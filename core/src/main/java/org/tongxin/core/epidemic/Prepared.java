package org.tongxin.core.epidemic;

/** What all runs of a model share: tables for drawing, and how places are paired. Immutable. */
record Prepared(Course course, Spread spread, Matching[] matchings, int[] streetOfCommunity) {

    static Prepared of(Model model) {
        return new Prepared(
                new Course(model.disease()),
                new Spread(model.disease(), model.contacts(), model.population()),
                Encounters.matchings(model.population().places()),
                Encounters.streets(model.population().places()));
    }

    /** The same for other contacts. */
    Prepared under(Model other) {
        Spread changed = new Spread(other.disease(), other.contacts(), other.population());
        return new Prepared(course, changed, matchings, streetOfCommunity);
    }
}
