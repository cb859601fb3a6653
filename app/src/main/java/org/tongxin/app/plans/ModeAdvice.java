package org.tongxin.app.plans;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongxin.app.platform.Reason;

/**
 * Advice on the response mode; a signatory decides.
 *
 * @param indicators the three indicators, each from 0 to 1
 * @param likeness how near the district is to each mode's reference case, 0 to 100
 * @param wouldChange the smallest change of one indicator that would change the advice
 */
public record ModeAdvice(
        UUID id,
        ResponseMode mode,
        Instant advisedAt,
        Map<String, Double> indicators,
        Map<ResponseMode, Integer> likeness,
        List<Reason> reasons,
        List<Reason> wouldChange,
        String state,
        UUID eventId,
        int version) {

    /** Points between the first and the second mode; below ten the advice says that it is not sure. */
    public int margin() {
        List<Integer> sorted = likeness.values().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        return sorted.get(0) - sorted.get(1);
    }
}
