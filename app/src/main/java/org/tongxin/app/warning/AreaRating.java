package org.tongxin.app.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Reason;

/**
 * The level of an area on the figures of one day.
 *
 * @param computed what the rules say of this day alone; {@code level} may be held higher for a while
 * @param previous the level of the rating before, {@code null} for the first
 * @param rule the rule that decided, with its table version
 * @param loweredBy what would lower it
 * @param figures the numbers the rules looked at
 */
public record AreaRating(
        UUID id,
        String areaPath,
        String areaName,
        String areaNameEn,
        LocalDate dataDay,
        RatingLevel level,
        RatingLevel computed,
        @Nullable RatingLevel previous,
        boolean changed,
        String rule,
        String rulesVersion,
        List<Reason> reasons,
        List<Reason> loweredBy,
        Map<String, Integer> figures,
        Instant ratedAt,
        UUID eventId) {}
