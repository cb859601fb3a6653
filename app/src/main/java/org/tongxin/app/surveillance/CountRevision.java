package org.tongxin.app.surveillance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of a count. A correction is a further one; the earlier ones are kept.
 *
 * @param revision 1 for the first report
 * @param late true when it came after it was due
 * @param reason why the earlier value was wrong; {@code null} for a first report
 */
public record CountRevision(
        int revision,
        int value,
        Instant reportedAt,
        boolean late,
        String reportedBy,
        Channel channel,
        @Nullable String reason) {}
