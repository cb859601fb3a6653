package org.tongxin.app.dispatch.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.core.allocation.DutyHindrance;
import org.tongxin.core.allocation.DutyRest;
import org.tongxin.core.allocation.DutyRules;
import org.tongxin.core.allocation.DutyTurn;

/**
 * Who must rest on a day, because of the turns they have on others.
 *
 * @param turns of each person on other days of the week, on the day before and on the day after; who has none is missing
 * @param turnAt the hours of a post on that day
 */
record Rests(Map<UUID, List<DutyTurn>> turns, Function<DutyPost, DutyTurn> turnAt, DutyRules rules) {

    /** Nobody has another turn. */
    static final Rests NONE = new Rests(
            Map.of(),
            post -> {
                throw new IllegalStateException("Nobody has another turn, so no hours are asked for.");
            },
            new DutyRules(Duration.ZERO, 7));

    /** What keeps somebody from standing at a post that day. */
    Optional<DutyHindrance> find(UUID person, DutyPost post) {
        List<DutyTurn> others = turns.get(person);
        return others == null ? Optional.empty() : DutyRest.find(turnAt.apply(post), others, rules);
    }

    boolean mustRest(UUID person, DutyPost post) {
        return find(person, post).isPresent();
    }
}
