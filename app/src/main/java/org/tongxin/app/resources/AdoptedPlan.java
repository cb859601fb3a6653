package org.tongxin.app.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A plan of goods that a duty officer adopted; its lines are deliveries.
 *
 * @param tables version of the {@link ShortageTable} it was made with
 * @param wanted base units of all items that were looked for
 * @param units base units it delivers
 * @param unitMetres base units times metres
 * @param worst coverage of the worst served place, 0 .. 1
 * @param deliveries how many it proposed
 */
public record AdoptedPlan(
        UUID id,
        String number,
        GoodsPlan.Rule rule,
        String tables,
        LocalDate day,
        long wanted,
        long units,
        long unitMetres,
        double worst,
        int deliveries,
        String adoptedBy,
        Instant adoptedAt) {}
