package org.tongxin.app.platform.sheet;

import java.io.Serial;
import org.tongxin.app.platform.Refusal;

/** Ends the reading of a file from whichever depth; never leaves this package. */
final class BadSheet extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    BadSheet(String code, Object... arguments) {
        super(code, null, false, false);
        this.refusal = Refusal.of(code, arguments);
    }

    Refusal refusal() {
        return refusal;
    }
}
