package org.tongxin.app.warning.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.core.rating.Contribution;
import org.tongxin.core.rating.IndexResult;

/**
 * The index of a street on the figures of one day.
 *
 * @param result the index with its contributions, worked out anew from what was measured
 * @param step which level the index alone reaches, without any floor rule: 0 below blue to 4 for red
 * @param level the level that is kept; it follows the index with delay, so that it does not flap
 * @param daysBelow days in a row below the line at which the level may be left
 * @param completeness share of the street's streams that have reported the day, 0 to 1
 * @param sentences each measured indicator with its numbers
 */
public record AreaRisk(
        String areaPath,
        String areaName,
        String areaNameEn,
        LocalDate dataDay,
        String configVersion,
        IndexResult result,
        int step,
        RatingLevel level,
        int daysBelow,
        @Nullable Double q,
        double completeness,
        Map<String, Double> measured,
        Map<String, Reason> sentences,
        Instant ratedAt) {

    /** Most sentences that explain an index. */
    private static final int MOST_REASONS = 3;

    /** Whether enough was known on the day for an index; without it no figure is shown. */
    public boolean known() {
        return dayLevel() != RatingLevel.INSUFFICIENT;
    }

    /** What the figures of this day alone say. */
    public RatingLevel dayLevel() {
        return RatingLevel.valueOf(result.level().name());
    }

    public double index() {
        return result.index();
    }

    /** Points of the index that could be known, 0 to 100. */
    public long knownPoints() {
        return Math.round(100 * result.known());
    }

    /** The at most three sentences of the indicators that add most. */
    public List<Reason> reasons() {
        return result.reasons().stream()
                .map(Contribution::indicator)
                .map(sentences::get)
                .filter(Objects::nonNull)
                .limit(MOST_REASONS)
                .toList();
    }
}
