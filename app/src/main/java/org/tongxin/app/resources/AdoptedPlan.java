package org.tongxin.app.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A plan of goods that a duty officer adopted; its lines are deliveries.
 *
 * @param tables version of the {@link ShortageTable} it was made with
 * @param wanted base units of all items that were looked for
 * @param units base units that answer what was looked for, those that were advised included
 * @param advised of these, base units that rest on what had yet to be made or to come; nothing was proposed for them
 * @param unitMetres base units times metres
 * @param worst the least part that anybody gets of anything they ask for, 0 .. 1; what was advised counts; before version 2 the coverage of the worst served place
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
        long advised,
        long unitMetres,
        double worst,
        int deliveries,
        String adoptedBy,
        Instant adoptedAt) {}
