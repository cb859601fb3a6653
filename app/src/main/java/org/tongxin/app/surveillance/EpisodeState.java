package org.tongxin.app.surveillance;

/** Where an episode stands. */
public enum EpisodeState {
    /** Open; this week's budget of attention had no room for it yet. */
    WAITING,
    /** Open; it was put to the desk. */
    NOTIFIED,
    /** An analyst has said what it was. */
    CLOSED,
    /** It waited for two weeks without growing and was never put to the desk. */
    LAPSED,
    /** It turned out to be part of an older one. */
    MERGED
}
