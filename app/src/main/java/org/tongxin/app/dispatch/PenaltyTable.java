package org.tongxin.app.dispatch;

import org.tongxin.app.organisation.DutyPost;
import org.tongxin.core.allocation.PostNeed;

/**
 * What an empty place, a move and a metre cost in a plan. Version {@value #VERSION}; every figure is a suggested value.
 *
 * <p>The ranks dominate: one empty minimum place outweighs any walk, and moving someone who has been told outweighs
 * saving a walk of {@value #MOVE} metres.
 */
public final class PenaltyTable {

    public static final String VERSION = "1";

    /** Cost of moving someone already assigned, in metres of walking. */
    public static final long MOVE = 5_000;

    /** Cost of using a special skill at a post that does not need it, in metres. */
    public static final long RARE_SKILL = 300;

    /** Nobody is asked to go farther than this, in metres. */
    public static final int FARTHEST = 8_000;

    /** Price of an empty place of the minimum. */
    public static final long EMPTY_MINIMUM = 1_000_000;

    /** Price of a further empty place at a checkpoint or an entrance without management. */
    public static final long EMPTY_CHECKPOINT = 100_000;

    /** Price of a further empty place at any other post. */
    public static final long EMPTY_OTHER = 30_000;

    /** In the plan of a week, what somebody costs more on a day they did not ask for, in metres. */
    public static final long UNWISHED = 2_000;

    /**
     * In the plan of a week, what the first shift of a person above the even share costs, in metres; the second costs twice this, and
     * so on.
     */
    public static final long UNEVEN = 1_000;

    private PenaltyTable() {}

    /** What a post needs, priced. */
    public static PostNeed need(DutyPost post) {
        boolean checkpoint = post.kind().equals("CHECKPOINT") || post.kind().equals("UNMANAGED_ENTRANCE");
        return new PostNeed(post.places(), post.minimum(), EMPTY_MINIMUM, checkpoint ? EMPTY_CHECKPOINT : EMPTY_OTHER);
    }
}
