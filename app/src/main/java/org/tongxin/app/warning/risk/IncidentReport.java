package org.tongxin.app.warning.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A report on an incident to the level above. Whether it was late is a fact of the report, not of whoever noted it.
 *
 * @param dueAt when it was due
 * @param reportedAt when it was made
 */
public record IncidentReport(
        UUID incidentId, int serial, Kind kind, Instant dueAt, Instant reportedAt, String content, String notedBy) {

    /** First, follow-up and final report. */
    public enum Kind {
        FIRST,
        FOLLOW_UP,
        FINAL
    }

    public boolean late() {
        return reportedAt.isAfter(dueAt);
    }

    /** Zero where it was in time. */
    public Duration lateBy() {
        return late() ? Duration.between(dueAt, reportedAt) : Duration.ZERO;
    }
}
