package org.tongxin.core.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Works a stretch of days off with one version of the index, so that another can be laid beside it: a change of weights is
 * judged by the levels it would have given. Immutable and safe for use by several threads.
 */
public final class LevelReplay {

    private final RiskIndex index;
    private final LevelKeeper keeper;

    public LevelReplay(IndexConfig config, Thresholds thresholds) {
        this.index = new RiskIndex(config, thresholds);
        this.keeper = new LevelKeeper(thresholds);
    }

    /**
     * What was known of an area on a day.
     *
     * @param values of the indicators by name
     * @param q combined false discovery rate; NaN for none
     * @param completeness share of the reports that were in, 0 to 1
     */
    public record Day(Map<String, Double> values, double q, double completeness) {}

    /** What came of a day. */
    public record Kept(IndexResult result, LevelKeeper.State state) {}

    /** @param days of one area, oldest first */
    public List<Kept> of(List<Day> days) {
        List<Kept> kept = new ArrayList<>(days.size());
        LevelKeeper.State state = LevelKeeper.State.NEW;
        for (Day day : days) {
            IndexResult result = index.of(day.values());
            state = keeper.next(state, result, day.q(), day.completeness());
            kept.add(new Kept(result, state));
        }
        return kept;
    }
}
