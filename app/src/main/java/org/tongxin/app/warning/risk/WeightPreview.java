package org.tongxin.app.warning.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tongxin.app.warning.RatingLevel;

/**
 * What other weights would have meant.
 *
 * @param points of each part with the new weights
 * @param before of each part now
 * @param consistencyRatio how far the answers contradict one another; adopted up to 0.1
 * @param days how many days were laid beside one another
 * @param differences where the kept levels would differ, by street and day
 */
public record WeightPreview(
        Map<String, Double> points,
        Map<String, Double> before,
        double consistencyRatio,
        boolean consistent,
        long days,
        List<Difference> differences) {

    /** A street that would have been kept at another level on a day. */
    public record Difference(
            String areaPath, String areaName, String areaNameEn, LocalDate day, RatingLevel now, RatingLevel then) {}
}
