package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What joined an episode.
 *
 * @param subject the signal or the cluster; {@code null} for a street
 * @param name of the monitoring point, else of the street
 * @param observed of a signal on its day, of a cluster in its window; {@code null} for a street by itself
 * @param signalState what was said of the signal; {@code null} for other parts
 * @param streets of a cluster, inside the territory or not; 0 for other parts
 */
public record EpisodePart(
        Kind kind,
        @Nullable UUID subject,
        String areaPath,
        String areaName,
        String areaNameEn,
        LocalDate eventDay,
        String name,
        String nameEn,
        @Nullable Integer observed,
        @Nullable Double expected,
        @Nullable Double p,
        boolean scenario,
        @Nullable SignalState signalState,
        int streets) {

    /** What raised it. */
    public enum Kind {
        /** One stream on one day. */
        SIGNAL,
        /** All streams of a street together. */
        PLACE,
        /** Neighbouring streets and days, by a scan. */
        CLUSTER
    }
}
