package org.tongxin.app.identity;

import org.tongxin.app.platform.Refusal;

/**
 * Thrown by a controller when this actor may not see or do this. Answered with status 403: a page, or problem+json below
 * {@code /api}, that says why and what to do next.
 */
public final class NotAllowed extends RuntimeException {

    private final transient Refusal refusal;

    /** The usual reason: the post does not include it. */
    public NotAllowed() {
        this(Refusal.of("I-003"));
    }

    public NotAllowed(Refusal refusal) {
        super(refusal.code() + " " + refusal.arguments());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
