package org.tongxin.core.population;

import java.util.Arrays;
import java.util.List;

/**
 * Households and rooms of a synthetic population.
 *
 * @param familiesBySize family households of 1, 2, … people
 * @param rooms rooms of collective quarters
 * @param peopleInRooms who lives in them
 * @param misfits people whose age does not fit their place at home, because nobody was left who fits
 */
public record HomeCounts(List<Integer> familiesBySize, int rooms, int peopleInRooms, int misfits) {

    /** Immutable. */
    public HomeCounts {
        familiesBySize = List.copyOf(familiesBySize);
    }

    /** Family households. */
    public int families() {
        return familiesBySize.stream().mapToInt(Integer::intValue).sum();
    }

    /** People in family households divided by households; 0 without any. */
    public double meanFamilySize() {
        long people = 0;
        for (int i = 0; i < familiesBySize.size(); i++) {
            people += (i + 1L) * familiesBySize.get(i);
        }
        return families() == 0 ? 0 : (double) people / families();
    }

    static HomeCounts of(Homes homes, int misfits) {
        int[] bySize = new int[DistrictTotals.MAX_FAMILY];
        int rooms = 0;
        int peopleInRooms = 0;
        for (int home = 0; home < homes.count(); home++) {
            if (homes.kind(home).isRoom()) {
                rooms++;
                peopleInRooms += homes.size(home);
            } else {
                bySize[homes.size(home) - 1]++;
            }
        }
        return new HomeCounts(Arrays.stream(bySize).boxed().toList(), rooms, peopleInRooms, misfits);
    }
}
