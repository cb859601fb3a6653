package org.tongxin.core.scan;

/**
 * How many cases (or controls) each place had on each day of a period. Immutable and safe for use by several threads.
 */
public final class CaseCounts {

    private final Places places;
    private final int[][] byPlaceAndDay;
    private final int total;

    private CaseCounts(Places places, int[][] byPlaceAndDay, int total) {
        this.places = places;
        this.byPlaceAndDay = byPlaceAndDay;
        this.total = total;
    }

    /**
     * Collects counts over a period of so many days; what is not added is 0.
     *
     * @param days 1 or more
     * @throws IllegalArgumentException when {@code days} is below 1
     */
    public static Builder builder(Places places, int days) {
        return new Builder(places, days);
    }

    /** The places the counts belong to. */
    public Places places() {
        return places;
    }

    /** Number of days of the period. */
    public int days() {
        return byPlaceAndDay[0].length;
    }

    /** Number of cases over all places and days. */
    public int total() {
        return total;
    }

    /** Cases of one place on one day, both counted from 0. */
    public int at(int place, int day) {
        return byPlaceAndDay[place][day];
    }

    /** Cases of one place over the whole period. */
    int totalOf(int place) {
        int sum = 0;
        for (int count : byPlaceAndDay[place]) {
            sum += count;
        }
        return sum;
    }

    /** Adds up counts; not safe for use by several threads. */
    public static final class Builder {

        private final Places places;
        private final int[][] byPlaceAndDay;
        private long total;

        private Builder(Places places, int days) {
            if (days < 1) {
                throw new IllegalArgumentException("The period (" + days + " days) must have at least one day.");
            }
            this.places = places;
            this.byPlaceAndDay = new int[places.size()][days];
        }

        /**
         * Adds cases; several lines for one place and day add up.
         *
         * @param placeId id of a known place
         * @param day day of the period, from 0
         * @param count 0 or more
         * @throws IllegalArgumentException when the place is unknown, the day outside the period, the count negative, or
         *     the sum of all counts above 2^31 - 1
         */
        public Builder add(String placeId, int day, int count) {
            int[] counts = byPlaceAndDay[places.indexOf(placeId)];
            if (day < 0 || day >= counts.length) {
                throw new IllegalArgumentException("The day (" + day + ") of a case at place " + placeId
                        + " must lie in 0.." + (counts.length - 1) + ". Widen the period or leave the case out.");
            }
            if (count < 0) {
                throw new IllegalArgumentException(
                        "The count (" + count + ") at place " + placeId + " must not be negative.");
            }
            total += count;
            if (total > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("The number of cases (" + total + ") is above 2,147,483,647.");
            }
            counts[day] += count;
            return this;
        }

        /** The counts added so far; the builder can go on. */
        public CaseCounts build() {
            int[][] copy = new int[byPlaceAndDay.length][];
            for (int place = 0; place < copy.length; place++) {
                copy[place] = byPlaceAndDay[place].clone();
            }
            return new CaseCounts(places, copy, (int) total);
        }
    }
}
