package org.tongxin.app.warning.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the index.
 *
 * @param judgements answers of the questionnaire, pair after pair; empty for the shipped version
 * @param consistency how far they contradict one another, 0 to 0.1; {@code null} for the shipped version
 * @param validFrom first data day that is rated by it
 */
public record IndexVersion(
        String version,
        int serial,
        IndexSettings settings,
        List<String> judgements,
        @Nullable Double consistency,
        String reason,
        String createdBy,
        Instant createdAt,
        LocalDate validFrom) {}
