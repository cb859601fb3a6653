package org.tongxin.app.dispatch.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongxin.app.dispatch.PenaltyTable;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.core.allocation.PostNeed;

/**
 * Costs with the published rule for equal plans in them: a metre is {@code scale} units, and who served lately costs some units
 * more. All these units of a plan together stay below half a metre, so that they decide between plans of equal metres and never
 * against a metre. What is still equal the numbering decides, which is the day's lottery.
 */
final class ShiftCosts {

    /** Whoever served within this many days comes later among equals, the later the more lately. */
    static final int REMEMBERED_DAYS = 14;

    /** The dearest empty place times this is still a cost that a plan may have. */
    private static final long MOST_UNITS = (1 << 19) - 1;

    private final long scale;
    private final long daysOfUnit;
    private final Map<UUID, Integer> lastServed;

    ShiftCosts(List<DutyPost> posts, Map<UUID, Integer> lastServed) {
        long places = Math.max(1, posts.stream().mapToLong(DutyPost::places).sum());
        long units = 2 * (REMEMBERED_DAYS + 1) * places;
        this.daysOfUnit = 1 + units / MOST_UNITS;
        this.scale = 2 * Long.highestOneBit(units / daysOfUnit);
        this.lastServed = lastServed;
    }

    long of(Person person, DutyPost post, int metres) {
        return of(person, post, metres, units(person));
    }

    /** @param units of the person, see {@link #units} */
    long of(Person person, DutyPost post, int metres, long units) {
        long rare = post.skill() == null && person.skill() != null ? PenaltyTable.RARE_SKILL : 0;
        return (metres + rare) * scale + units;
    }

    /** What somebody costs more among equals, the more the more lately they served. */
    long units(Person person) {
        Integer days = lastServed.get(person.id());
        return days == null ? 0 : Math.max(0, REMEMBERED_DAYS + 1 - days) / daysOfUnit;
    }

    /** What a post needs beside those who are fixed to it. */
    PostNeed need(DutyPost post, int fixed) {
        PostNeed whole = PenaltyTable.need(post);
        return new PostNeed(
                Math.max(0, whole.places() - fixed),
                Math.max(0, whole.minimum() - fixed),
                whole.emptyMinimumPenalty() * scale,
                whole.emptyPenalty() * scale);
    }

    long move() {
        return PenaltyTable.MOVE * scale;
    }

    /** The largest number of metres that may cost less than this. */
    int metresBelow(long cost) {
        return (int) Math.clamp(cost / scale + 1, 0, PenaltyTable.FARTHEST);
    }

    /** Whole metres and penalties without the units of the rule. */
    long metres(long cost) {
        return Math.floorDiv(cost + scale / 2, scale);
    }
}
