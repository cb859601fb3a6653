package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count above its bound, with all that explains it.
 *
 * @param expected mean of the base window; {@code null} for a fixed threshold
 * @param upperBound the count had to exceed this
 * @param method {@code EARS_C1}, {@code EARS_C2} or {@code FIXED_THRESHOLD}
 * @param windowDays reported days that the method looked at
 * @param completeness reported days of the last fourteen, as {@code n/14}
 */
public record Signal(
        UUID id,
        UUID pointId,
        String pointName,
        String pointNameEn,
        Indicator indicator,
        boolean scenario,
        String areaPath,
        String areaName,
        String areaNameEn,
        LocalDate eventDay,
        int observed,
        @Nullable Double expected,
        double upperBound,
        String method,
        int windowDays,
        String completeness,
        SignalState state,
        @Nullable String stateReason,
        @Nullable String decidedBy,
        Instant detectedAt,
        UUID eventId,
        int version) {}
