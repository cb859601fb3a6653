package org.tongxin.app.platform;

/**
 * The application must not start. Whoever starts it is shown the sentences {@code error.<code>} and
 * {@code error.<code>.next} in Chinese and English, never a stack trace.
 */
public final class CannotStart extends RuntimeException {

    private final transient Refusal refusal;

    public CannotStart(Refusal refusal) {
        super(refusal.code() + " " + refusal.arguments());
        this.refusal = refusal;
    }

    public CannotStart(Refusal refusal, Throwable cause) {
        super(refusal.code() + " " + refusal.arguments(), cause);
        this.refusal = refusal;
    }

    /** What stands in the way. */
    public Refusal refusal() {
        return refusal;
    }
}
