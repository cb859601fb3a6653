package org.tongxin.app.surveillance;

/** What an episode was. Each decides the signals of the episode that are not decided yet. */
public enum EpisodeOutcome {
    TRUE_OUTBREAK(SignalState.CONFIRMED),
    FALSE_ALARM(SignalState.FALSE_ALARM),
    /** A drill or a test of the reporting: nothing was the matter, and nothing was wrong with the stream either. */
    EXERCISE(SignalState.FALSE_ALARM);

    private final SignalState ofSignals;

    EpisodeOutcome(SignalState ofSignals) {
        this.ofSignals = ofSignals;
    }

    /** What the outcome makes of a signal. */
    public SignalState ofSignals() {
        return ofSignals;
    }
}
