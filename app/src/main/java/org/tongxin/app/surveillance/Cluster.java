package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Neighbouring streets and a stretch of days, up to {@code eventDay}, with more than chance explains.
 *
 * @param llr logarithm of the likelihood ratio
 * @param p share of worlds without a cluster in which the strongest one is as strong
 * @param recurrenceDays chance alone shows as much once in so many daily scans
 * @param periodDays days that were looked at
 * @param current false where a later report of the day has made it vanish
 */
public record Cluster(
        UUID id,
        LocalDate eventDay,
        ClusterModel model,
        String centrePath,
        String centreName,
        String centreNameEn,
        double radiusKm,
        LocalDate firstDay,
        int observed,
        double expected,
        double llr,
        double p,
        double recurrenceDays,
        ClusterNews news,
        int periodDays,
        boolean current,
        Instant assessedAt) {

    /** Days of the window, both ends included. */
    public long days() {
        return eventDay.toEpochDay() - firstDay.toEpochDay() + 1;
    }
}
