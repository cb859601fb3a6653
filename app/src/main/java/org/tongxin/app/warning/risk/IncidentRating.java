package org.tongxin.app.warning.risk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.core.rating.IncidentMatrix;

/**
 * An incident that a person has rated by likelihood and consequence, 1 to 5 each, with a rationale of three lines.
 *
 * @param version of the grade, counted from 1
 * @param learnedAt when the district learned of it; {@code null} where no clock of reports runs
 * @param firstHours hours from then to the first report
 * @param overAt when it was over; {@code null} while it goes on
 * @param draftTenths the index, in tenths of a point, that the draft came from; {@code null} where there was none
 */
public record IncidentRating(
        UUID id,
        String number,
        String areaPath,
        String areaName,
        String areaNameEn,
        String title,
        int likelihood,
        boolean likelihoodKnown,
        int consequence,
        boolean consequenceKnown,
        RatingLevel level,
        IncidentMatrix.Confidence confidence,
        String whatHappened,
        String whyLikely,
        String whyGrave,
        @Nullable Integer draftTenths,
        String ratedBy,
        Instant ratedAt,
        int version,
        @Nullable Instant learnedAt,
        @Nullable Integer firstHours,
        @Nullable Instant overAt) {

    public IncidentMatrix matrix() {
        return new IncidentMatrix(likelihood, consequence, likelihoodKnown, consequenceKnown);
    }
}
