package org.tongxin.app.plans.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the signatory decides on a complaint.
 *
 * @param words to the complainant, with the reasons; nobody else reads them
 * @param published the reason published with the measure where it is ended or changed; says nothing of a complaint
 * @param content what the changed measure asks; read only for {@link ComplaintOutcome#CHANGED}
 * @param endsAt when the changed measure ends, not later than before; {@code null} leaves it
 */
public record Answer(
        ComplaintOutcome outcome,
        String words,
        String published,
        String content,
        @Nullable Instant endsAt) {}
