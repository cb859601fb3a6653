package org.tongxin.app.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What the signatory adopted, with what it needs.
 *
 * @param firstDay the day of the situation; need number n is for n days later
 * @param needs by day: planning figures of a synthetic district, not orders
 */
public record AdoptedCourse(
        UUID id,
        UUID scenario,
        String number,
        String course,
        String reason,
        String adoptedBy,
        Instant adoptedAt,
        LocalDate firstDay,
        Map<Outlook, ScenarioResult.Curve> needs) {}
