package org.tongxin.app.surveillance;

/** What a cluster is against those of the day before. */
public enum ClusterNews {
    /** Shares no place with any of them. */
    NEW,
    /** Holds a place that none of them held. */
    GROWN,
    /** Holds no other place than they did; nobody is notified again. */
    KNOWN
}
