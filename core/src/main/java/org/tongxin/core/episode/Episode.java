package org.tongxin.core.episode;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Alarms of neighbouring places and days that are one matter.
 *
 * @param alarms at least one, oldest first
 */
public record Episode(List<PlaceAlarm> alarms) {

    public Episode {
        if (alarms.isEmpty()) {
            throw new IllegalArgumentException("An episode must hold at least one alarm.");
        }
        alarms = alarms.stream().sorted(PlaceAlarm.ORDER).toList();
    }

    public PlaceAlarm first() {
        return alarms.getFirst();
    }

    public LocalDate lastDay() {
        return alarms.getLast().day();
    }

    public SortedSet<String> places() {
        SortedSet<String> places = new TreeSet<>();
        alarms.forEach(alarm -> places.add(alarm.place()));
        return places;
    }

    /** The smallest probability among its alarms. */
    public double smallestP() {
        return alarms.stream().mapToDouble(PlaceAlarm::p).min().orElseThrow();
    }
}
