package org.tongxin.app.forms.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one figure at one place on one day.
 *
 * @param value of those who answered; nil is a value of 0
 * @param answered how many of those who know it have answered
 * @param asked how many know it; at least 1
 * @param asOf time of the newest answer; {@code null} where there is none
 * @param source who says so, such as the numbers of the orders it was answered to; may be empty
 */
public record Held(
        long value, int answered, int asked, @Nullable Instant asOf, String source) {

    /** Whether everybody who knows it has answered; else the value is a part, and no figure of the place. */
    public boolean complete() {
        return answered == asked;
    }
}
