package org.tongxin.app.surveillance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.statistics.WilsonInterval;

/**
 * What a stream was worth, by what analysts said of its signals. Signals of an exercise and signals that a corrected count
 * took back count as neither confirmed nor false.
 *
 * @param open signals of which nothing was said yet, deferred ones among them
 * @param lookMinutes median minutes from a signal to the first look at it or its episode; {@code null} without any look
 * @param smallestOutbreak additional cases a day from which on the stream sees an outbreak, as last assessed; {@code null}
 *     where its method cannot say
 */
public record StreamReport(
        UUID pointId,
        String code,
        String name,
        String nameEn,
        String areaPath,
        Indicator indicator,
        boolean scenario,
        int signals,
        int confirmed,
        int falseAlarms,
        int open,
        @Nullable Double lookMinutes,
        @Nullable Double smallestOutbreak) {

    /** Decided signals below which no share is given. Suggested value. */
    public static final int LEAST_DECIDED = 5;

    private static final double CONFIDENCE = 0.95;

    public int decided() {
        return confirmed + falseAlarms;
    }

    /** Share of the decided signals that were confirmed; {@code null} where too few are decided. */
    public @Nullable Double predictiveValue() {
        return decided() < LEAST_DECIDED ? null : confirmed / (double) decided();
    }

    /** Where that share lies in 95 of 100 cases; {@code null} where too few are decided. */
    public @Nullable WilsonInterval interval() {
        return decided() < LEAST_DECIDED ? null : WilsonInterval.of(confirmed, decided(), CONFIDENCE);
    }
}
