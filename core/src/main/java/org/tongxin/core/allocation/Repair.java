package org.tongxin.core.allocation;

import java.util.List;

/**
 * What one change did to a plan.
 *
 * @param total least total after the change
 * @param moves who has another place now, lowest number first; the person who left or came among them if they had or got a
 *     post
 */
public record Repair(long total, List<Move> moves) {

    /** Copies the list. */
    public Repair {
        moves = List.copyOf(moves);
    }
}
