package org.tongxin.core.rating;

/**
 * What counts as a cluster of cases (聚集性疫情): so many cases in one place within so many days.
 *
 * @param cases 2 or more
 * @param days 1 or more
 */
public record ClusterDefinition(int cases, int days) {

    /**
     * Two cases in one place within 14 days, as the national plans for prevention and control of 2020 count a cluster
     * (two or more within 14 days in a small area); the primary text was not seen. Suggested as the default.
     */
    public static final ClusterDefinition DEFAULT = new ClusterDefinition(2, 14);

    /** @throws IllegalArgumentException when a value is outside its range */
    public ClusterDefinition {
        if (cases < 2) {
            throw new IllegalArgumentException("A cluster of " + cases + " cases is none; give 2 or more.");
        }
        if (days < 1) {
            throw new IllegalArgumentException("The window (" + days + " days) of a cluster must be 1 or more.");
        }
    }

    /**
     * Whether a place had a cluster that touches the last {@code lookBack} days.
     *
     * @param casesByDay {@code [day]} of the place, oldest first, the last one being today; 0 or more
     */
    public boolean isIn(int[] casesByDay, int lookBack) {
        int sum = 0;
        for (int day = 0; day < casesByDay.length; day++) {
            sum += casesByDay[day] - (day >= days ? casesByDay[day - days] : 0);
            boolean recent = day >= casesByDay.length - lookBack;
            if (recent && casesByDay[day] > 0 && sum >= cases) {
                return true;
            }
        }
        return false;
    }
}
