package org.tongxin.app.resources;

/** How pressing a need is, the most pressing first. */
public enum NeedPriority {
    /** Somebody's life or treatment hangs on it. */
    LIFE,
    /** Work stops without it. */
    URGENT,
    ORDINARY
}
