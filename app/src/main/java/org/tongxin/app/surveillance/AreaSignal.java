package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What all streams of a street say of a day together.
 *
 * @param streams how many had a probability
 * @param combinedP their probabilities combined by Edgington's method, as if the streams were independent
 * @param p the combined value ranked among the street's own quiet days where {@code calibrated}, else the same
 * @param quietDays quiet days that {@code p} rests on
 * @param q smallest share of false ones at which the street would be named; {@code null} where not calibrated
 */
public record AreaSignal(
        String areaPath,
        String areaName,
        String areaNameEn,
        LocalDate eventDay,
        int streams,
        double combinedP,
        double p,
        int quietDays,
        boolean calibrated,
        @Nullable Double q,
        PlaceGrade grade,
        Instant assessedAt) {}
