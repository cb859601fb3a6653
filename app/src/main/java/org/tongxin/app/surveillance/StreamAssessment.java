package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the default detector said of one reported day of a point; see {@code org.tongxin.core.stream.Assessment} for the
 * meaning of each number.
 *
 * @param expected {@code null} with a fixed threshold, and so are the band, both probabilities and the smallest outbreak
 * @param p how rare so large an excess is; ranked among the point's quiet days when {@code calibrated}
 * @param quietDays quiet days that {@code p} rests on
 * @param smallestOutbreak additional cases a day from which on an outbreak would be seen
 * @param method name of a {@code org.tongxin.core.stream.StreamMethod}
 * @param detector name and version of the rules
 */
public record StreamAssessment(
        UUID pointId,
        LocalDate eventDay,
        int observed,
        @Nullable Double expected,
        @Nullable Double lower,
        @Nullable Double upper,
        double threshold,
        int windowDays,
        int windowObserved,
        @Nullable Double windowExpected,
        @Nullable Double modelP,
        @Nullable Double p,
        int quietDays,
        boolean calibrated,
        @Nullable Double smallestOutbreak,
        int historyDays,
        String method,
        String detector,
        String reason,
        boolean alarm,
        Instant assessedAt) {}
