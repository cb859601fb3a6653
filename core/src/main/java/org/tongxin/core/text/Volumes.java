package org.tongxin.core.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongxin.core.stream.DayKind;

/** How many distinct households of a place asked for anything, by day. */
final class Volumes {

    private record PlaceDay(String place, LocalDate day) {}

    private final Map<PlaceDay, Integer> households;
    private final BurstSettings settings;

    private Volumes(Map<PlaceDay, Integer> households, BurstSettings settings) {
        this.households = households;
        this.settings = settings;
    }

    static Volumes of(List<Request> requests, BurstSettings settings) {
        Map<PlaceDay, Set<Long>> asked = new HashMap<>();
        for (Request request : requests) {
            for (String place : Places.of(request.grid())) {
                asked.computeIfAbsent(new PlaceDay(place, request.day()), key -> new HashSet<>())
                        .add(request.household());
            }
        }
        Map<PlaceDay, Integer> counts = new HashMap<>();
        asked.forEach((key, set) -> counts.put(key, set.size()));
        return new Volumes(counts, settings);
    }

    int of(String place, LocalDate day) {
        return households.getOrDefault(new PlaceDay(place, day), 0);
    }

    /** Every day of the history. */
    List<LocalDate> history(LocalDate day) {
        return day.minusDays(settings.historyDays()).datesUntil(day).toList();
    }

    /** Days of the history that are of the same kind as the day: worked or off. */
    List<LocalDate> alike(LocalDate day) {
        boolean off = off(day);
        return day.minusDays(settings.historyDays())
                .datesUntil(day)
                .filter(past -> off(past) == off)
                .toList();
    }

    private boolean off(LocalDate day) {
        DayKind kind = settings.calendar().kind(day);
        return kind == DayKind.WEEKEND || kind == DayKind.HOLIDAY;
    }
}
