package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count above its bound, with all that explains it.
 *
 * @param expected the expected count; {@code null} for a fixed threshold
 * @param upperBound the count had to exceed this
 * @param method name of a {@code org.tongxin.core.stream.StreamMethod}
 * @param windowDays reported days that the expectation was learned from
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
