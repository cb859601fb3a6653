package org.tongxin.core.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Joins alarms into episodes: two belong together when their places are the same or neighbours and their days are not
 * further apart than a gap; so do all that are joined by a chain of such pairs.
 *
 * <p>Cost: alarms squared; meant for the alarms of some weeks, not for a history. Immutable and safe for use by several
 * threads when the relation is.
 */
public final class Episodes {

    /** Days without an alarm after which a new alarm is a new matter. Suggested value. */
    public static final int GAP_DAYS = 3;

    private final BiPredicate<String, String> neighbours;
    private final int gapDays;

    /**
     * @param neighbours whether two different places touch; must be symmetric
     * @param gapDays days that two alarms may be apart, 0 or more
     */
    public Episodes(BiPredicate<String, String> neighbours, int gapDays) {
        if (gapDays < 0) {
            throw new IllegalArgumentException("The gap (" + gapDays + " days) must be 0 or more.");
        }
        this.neighbours = neighbours;
        this.gapDays = gapDays;
    }

    /** Whether two alarms belong together directly. */
    public boolean together(PlaceAlarm one, PlaceAlarm other) {
        long apart = Math.abs(one.day().toEpochDay() - other.day().toEpochDay());
        return apart <= gapDays && (one.place().equals(other.place()) || neighbours.test(one.place(), other.place()));
    }

    /** Every alarm in exactly one episode; episodes in the order of their first alarms. */
    public List<Episode> join(List<PlaceAlarm> alarms) {
        List<List<PlaceAlarm>> groups = new ArrayList<>();
        for (PlaceAlarm alarm : alarms.stream().sorted(PlaceAlarm.ORDER).toList()) {
            List<List<PlaceAlarm>> touched = groups.stream()
                    .filter(group -> group.stream().anyMatch(member -> together(member, alarm)))
                    .toList();
            if (touched.isEmpty()) {
                groups.add(new ArrayList<>(List.of(alarm)));
                continue;
            }
            List<PlaceAlarm> oldest = touched.getFirst();
            oldest.add(alarm);
            touched.subList(1, touched.size()).forEach(oldest::addAll);
            groups.removeIf(group -> group != oldest && touched.contains(group));
        }
        return groups.stream().map(Episode::new).toList();
    }
}
