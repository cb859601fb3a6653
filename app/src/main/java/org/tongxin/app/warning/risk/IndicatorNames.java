package org.tongxin.app.warning.risk;

/** Names of the indicators that this module measures; the configuration weighs them. */
final class IndicatorNames {

    /** Minus the common logarithm of the combined probability of the day's streams: 2 is once in a hundred. */
    static final String SIGNAL_RARITY = "signalRarity";

    /** Streams of the street that stand above what was expected. */
    static final String AGREEING_STREAMS = "agreeingStreams";

    /** Places named a day now, to those before. */
    static final String GROWTH_RATIO = "growthRatio";

    /** Probability that R is above 1. */
    static final String PROBABILITY_GROWING = "probabilityGrowing";

    /** The highest index of a street that touches this one, of the day before. */
    static final String NEIGHBOUR_INDEX = "neighbourIndex";

    /** Probability that the rate by households is more than half above that of the district. */
    static final String PROBABILITY_RAISED = "probabilityRaised";

    /** Share of compounds without property management. */
    static final String UNMANAGED_SHARE = "unmanagedShare";

    /** Share of communities of the old, redeveloped and village types. */
    static final String OLD_SHARE = "oldShare";

    /** Signals of three days that an analyst has confirmed; looked at by floor rules only. */
    static final String CONFIRMED_SIGNALS = "confirmedSignals";

    private IndicatorNames() {}
}
