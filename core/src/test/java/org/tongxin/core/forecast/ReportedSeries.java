package org.tongxin.core.forecast;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The reports of a district, by day since 1970; a day without a notice is absent. */
record ReportedSeries(String name, int residents, NavigableMap<Integer, Integer> countOfDay) {

    ReportedSeries(String name, int residents) {
        this(name, residents, new TreeMap<>());
    }

    boolean reported(int day) {
        return countOfDay.containsKey(day);
    }

    /** Over the days that have a notice, both ends included. */
    double sum(int from, int to) {
        return countOfDay.subMap(from, true, to, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
