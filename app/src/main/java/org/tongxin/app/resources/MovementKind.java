package org.tongxin.app.resources;

/** Why goods moved. */
public enum MovementKind {
    OPENING,
    DONATION,
    /** An order arrived. */
    ARRIVAL,
    SENDING,
    RECEIPT,
    /** Handed out to people. */
    CONSUMPTION,
    WRITE_OFF,
    /** Counted, and found different from the book. */
    COUNT,
    /** The mirror image of a movement that was a mistake. */
    CORRECTION,
    TRANSFER_OUT,
    TRANSFER_IN,
    REQUISITION,
    REQUISITION_END,
    /** From one warehouse to another, or from one store to another. */
    RELOCATION,
    /** From a store back to a warehouse. */
    RETURN
}
