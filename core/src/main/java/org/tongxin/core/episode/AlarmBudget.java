package org.tongxin.core.episode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many new matters a week may claim a desk's attention, and which.
 *
 * <p>A desk that is called too often stops looking: of two national systems one had 0.3 % of its signals confirmed, the
 * other raised 35,000 a week that were often ignored. So the number is fixed and the rarest come first. One place of the
 * week is kept back for something grave until the week's last day. What finds no room is not lost: it stays on the list,
 * and is asked about again on the next day. Official levels and warnings do not pass through here.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param perWeek new matters a week, 1 or more
 * @param graveP probability at or below which a matter may take the place kept back, 0 to 1
 */
public record AlarmBudget(int perWeek, double graveP) {

    /** Five a week for a desk of some 124 communities; grave is rarer than one in a thousand. Suggested values. */
    public static final AlarmBudget DEFAULT = new AlarmBudget(5, 0.001);

    /** @throws IllegalArgumentException when a value is outside its range */
    public AlarmBudget {
        if (perWeek < 1) {
            throw new IllegalArgumentException("The weekly budget (" + perWeek + ") must be 1 or more.");
        }
        if (!(graveP >= 0 && graveP <= 1)) {
            throw new IllegalArgumentException("The probability of a grave matter (" + graveP + ") must lie in 0..1.");
        }
    }

    /**
     * Which of the waiting matters are put to the desk now.
     *
     * @param waiting matters not yet put to it
     * @param used matters put to it this week already
     * @param lastDay whether it is the last day of the week, when nothing needs to be kept back
     * @return the chosen ones, rarest first; never more than the week has left
     */
    public List<Episode> choose(List<Episode> waiting, int used, boolean lastDay) {
        List<Episode> ranked = waiting.stream()
                .sorted(Comparator.comparingDouble(Episode::smallestP).thenComparing(Episode::first, PlaceAlarm.ORDER))
                .toList();
        List<Episode> chosen = new ArrayList<>();
        for (Episode episode : ranked) {
            int left = perWeek - used - chosen.size();
            boolean keptBack = left == 1 && perWeek > 1 && !lastDay && episode.smallestP() > graveP;
            if (left > 0 && !keptBack) {
                chosen.add(episode);
            }
        }
        return chosen;
    }
}
