package org.tongxin.app.resources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A replenishment that the floors, the expiring lots and the agreements suggest. Advice: a named officer orders.
 *
 * @param agreement the cheapest one that holds and has something left; {@code null} where there is none
 * @param quantity base units to order, within the agreement's limits
 * @param costFen what it costs; 0 without agreement
 * @param dueOn when it would be here; {@code null} without agreement
 */
public record Proposal(
        Floor floor,
        @Nullable Agreement agreement,
        long quantity,
        long costFen,
        @Nullable LocalDate dueOn) {}
