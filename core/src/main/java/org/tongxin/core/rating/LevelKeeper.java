package org.tongxin.core.rating;

/**
 * Keeps a level from flapping: up quickly but not on a single reading, down slowly and one step at a time.
 *
 * <p>Up: two evaluations in a row at or above the entry of a level, or one when the signal is beyond chance; a floor rule
 * raises to its own level at once. Down: one level after seven days in a row below its exit line, fourteen for red, and never on a day whose
 * reports are less than 80 of 100 complete. Too little data holds the level for as long as it lasts. The lengths follow
 * practice found elsewhere: raise on seven days, lower after fourteen (Resolve to Save Lives 2020); suggested values.
 *
 * <p>Immutable; safe for use by several threads. The state of an area is the {@link State} that each step returns.
 */
public record LevelKeeper(Thresholds thresholds) {

    public static final int DAYS_BELOW = 7;
    public static final int DAYS_BELOW_RED = 14;
    public static final double LEAST_COMPLETENESS = 0.8;

    /** A combined q below which one evaluation is enough. */
    public static final double BEYOND_CHANCE = 0.001;

    private static final int EVALUATIONS = 2;

    /**
     * What is remembered of an area.
     *
     * @param level the level kept
     * @param candidate the level above the one kept that was reached last, {@link Level#NONE} when none
     * @param reached evaluations in a row that reached it
     * @param daysBelow days in a row below the exit line of the level kept
     */
    public record State(Level level, Level candidate, int reached, int daysBelow) {

        /** Nothing known yet. */
        public static final State NEW = new State(Level.INSUFFICIENT, Level.NONE, 0, 0);
    }

    /**
     * One evaluation a day.
     *
     * @param q combined false discovery rate of the area's signal; NaN when there is none
     * @param completeness share of the reports that are in, 0 to 1; NaN, not known, lowers nothing
     */
    public State next(State before, IndexResult today, double q, double completeness) {
        if (today.level() == Level.INSUFFICIENT) {
            return new State(before.level(), Level.NONE, 0, before.daysBelow());
        }
        if (before.level() == Level.INSUFFICIENT) {
            return new State(today.level(), Level.NONE, 0, 0);
        }
        if (today.level().above(before.level())) {
            return raised(before, today, q);
        }
        return lowered(before, today, completeness);
    }

    private static State raised(State before, IndexResult today, double q) {
        Level level = q < BEYOND_CHANCE ? today.level() : Level.graver(twice(before, today), floor(before, today));
        boolean more = today.level().above(level);
        return new State(level, more ? today.level() : Level.NONE, more ? 1 : 0, 0);
    }

    /** The level that this evaluation and the one before it both reached. */
    private static Level twice(State before, IndexResult today) {
        boolean again =
                before.reached() + 1 >= EVALUATIONS && before.candidate().above(before.level());
        if (!again) {
            return before.level();
        }
        return today.level().above(before.candidate()) ? before.candidate() : today.level();
    }

    /** The level that a floor rule holds, even where the index stands higher on its first reading. */
    private static Level floor(State before, IndexResult today) {
        return today.floor().map(FloorRule::level).orElse(before.level());
    }

    private State lowered(State before, IndexResult today, double completeness) {
        boolean below = before.level() != Level.NONE
                && today.level() != before.level()
                && today.index() < thresholds.exit(before.level());
        if (!below) {
            return new State(before.level(), Level.NONE, 0, 0);
        }
        if (!(completeness >= LEAST_COMPLETENESS)) {
            return new State(before.level(), Level.NONE, 0, before.daysBelow());
        }
        int days = before.daysBelow() + 1;
        return days >= daysNeeded(before.level())
                ? new State(before.level().below(), Level.NONE, 0, 0)
                : new State(before.level(), Level.NONE, 0, days);
    }

    /** Days below the exit line after which a level falls by one. */
    public static int daysNeeded(Level level) {
        return level == Level.RED ? DAYS_BELOW_RED : DAYS_BELOW;
    }
}
