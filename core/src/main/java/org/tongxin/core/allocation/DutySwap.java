package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether two people may exchange turns, or one take the other's. Rest and limits only: skill, training and distance are
 * the caller's.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class DutySwap {

    /** Whom the rules keep from the turn they would get. */
    public enum Side {
        /** Who gives the turn that was offered. */
        GIVER,
        /** Who takes it. */
        TAKER
    }

    /** What stands against it, and on whose side. */
    public record Obstacle(Side side, DutyHindrance hindrance) {}

    private DutySwap() {}

    /**
     * Checks a turn that is handed on, with nothing in return.
     *
     * @param offered the giver's turn
     * @param takers all turns of the taker
     */
    public static Optional<Obstacle> check(DutyTurn offered, Collection<DutyTurn> takers, DutyRules rules) {
        return DutyRest.find(offered, takers, rules).map(found -> new Obstacle(Side.TAKER, found));
    }

    /**
     * Checks an exchange; of the taker's side first.
     *
     * @param offered the giver's turn
     * @param inReturn the taker's turn
     * @param givers all turns of the giver, the offered one among them
     * @param takers all turns of the taker, the one in return among them
     * @throws IllegalArgumentException when one of the turns is not its owner's
     */
    public static Optional<Obstacle> check(
            DutyTurn offered,
            DutyTurn inReturn,
            Collection<DutyTurn> givers,
            Collection<DutyTurn> takers,
            DutyRules rules) {
        List<DutyTurn> giversRest = without(givers, offered);
        List<DutyTurn> takersRest = without(takers, inReturn);
        return check(offered, takersRest, rules)
                .or(() -> DutyRest.find(inReturn, giversRest, rules).map(found -> new Obstacle(Side.GIVER, found)));
    }

    private static List<DutyTurn> without(Collection<DutyTurn> turns, DutyTurn gone) {
        List<DutyTurn> rest = new ArrayList<>(turns);
        if (!rest.remove(gone)) {
            throw new IllegalArgumentException("The turn of " + gone.day() + " (" + gone.starts() + " to " + gone.ends()
                    + ") is not one of its owner's " + turns.size() + ".");
        }
        return rest;
    }
}
