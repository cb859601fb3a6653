package org.tongxin.app.warning.risk;

import java.time.Instant;
import java.util.UUID;
import org.tongxin.app.warning.RatingLevel;

/**
 * A former grade of an incident, and what came instead.
 *
 * @param version which grade it was, counted from 1
 * @param number of the incident
 * @param level what it was
 * @param newLevel what it became
 * @param changedBy login of who changed it
 */
public record IncidentGrade(
        UUID incidentId,
        int version,
        String number,
        String title,
        int likelihood,
        boolean likelihoodKnown,
        int consequence,
        boolean consequenceKnown,
        RatingLevel level,
        String gradedBy,
        Instant gradedAt,
        RatingLevel newLevel,
        String reason,
        String changedBy,
        Instant changedAt) {}
