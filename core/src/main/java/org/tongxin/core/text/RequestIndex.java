package org.tongxin.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests with households, grids and the places they lie in numbered, so that counting needs no texts. */
final class RequestIndex {

    private final List<Request> requests;
    private final int[] household;
    private final int[][] places;
    private final List<String> placeNames = new ArrayList<>();

    RequestIndex(List<Request> requests) {
        this.requests = requests;
        this.household = new int[requests.size()];
        this.places = new int[requests.size()][];
        Map<Long, Integer> households = new HashMap<>();
        Map<String, Integer> placeNumbers = new HashMap<>();
        Map<String, int[]> placesOfGrid = new HashMap<>();
        for (int at = 0; at < household.length; at++) {
            Request request = requests.get(at);
            household[at] = households.computeIfAbsent(request.household(), key -> households.size());
            places[at] = placesOfGrid.computeIfAbsent(request.grid(), grid -> numbers(grid, placeNumbers));
        }
    }

    private int[] numbers(String grid, Map<String, Integer> placeNumbers) {
        return Places.of(grid).stream()
                .mapToInt(place -> placeNumbers.computeIfAbsent(place, name -> {
                    placeNames.add(name);
                    return placeNames.size() - 1;
                }))
                .toArray();
    }

    Request request(int at) {
        return requests.get(at);
    }

    int household(int at) {
        return household[at];
    }

    int[] places(int at) {
        return places[at];
    }

    boolean within(int at, int place) {
        for (int each : places[at]) {
            if (each == place) {
                return true;
            }
        }
        return false;
    }

    String place(int number) {
        return placeNames.get(number);
    }
}
