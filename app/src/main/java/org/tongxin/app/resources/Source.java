package org.tongxin.app.resources;

/** Where a lot came from. */
public enum Source {
    OPENING,
    DONATION,
    OFFER,
    ORDER,
    TRANSFER,
    REQUISITION
}
