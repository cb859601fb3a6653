package org.tongxin.core.scan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The places of a scan, in a fixed order. Immutable and safe for use by several threads. */
public final class Places {

    private static final int MAX_PLACES = 1 << 20;

    private final List<Place> list;
    private final Coordinates coordinates;
    private final Map<String, Integer> indexById;

    private Places(List<Place> list, Coordinates coordinates) {
        this.list = List.copyOf(list);
        this.coordinates = coordinates;
        this.indexById = new HashMap<>();
    }

    /**
     * Places in the given order.
     *
     * @param list 1 .. 1,048,575 places with different ids
     * @throws IllegalArgumentException when the list is empty or too long, an id stands twice, or a latitude or longitude
     *     is outside its range
     */
    public static Places of(List<Place> list, Coordinates coordinates) {
        if (list.isEmpty() || list.size() >= MAX_PLACES) {
            throw new IllegalArgumentException(
                    "The number of places (" + list.size() + ") must lie in 1.." + (MAX_PLACES - 1) + ".");
        }
        Places places = new Places(list, coordinates);
        places.list.forEach(places::enter);
        return places;
    }

    private void enter(Place place) {
        Integer earlier = indexById.putIfAbsent(place.id(), indexById.size());
        if (earlier != null) {
            throw new IllegalArgumentException("The place " + place.id() + " stands twice, as number " + (earlier + 1)
                    + " and " + (indexById.size() + 1) + ". Give each place one line.");
        }
        // Also refuses a latitude or longitude outside its range.
        coordinates.kilometres(place, place);
    }

    /** Number of places. */
    public int size() {
        return list.size();
    }

    /** The place with this index, 0 .. size - 1. */
    public Place get(int index) {
        return list.get(index);
    }

    /**
     * Index of the place with this id.
     *
     * @throws IllegalArgumentException when there is no such place
     */
    public int indexOf(String id) {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new IllegalArgumentException("The place " + id + " is not among the " + size()
                    + " places. Add its coordinates or correct the id.");
        }
        return index;
    }

    double kilometres(int from, int to) {
        return coordinates.kilometres(list.get(from), list.get(to));
    }

    boolean isSamePoint(int one, int other) {
        return list.get(one).first() == list.get(other).first()
                && list.get(one).second() == list.get(other).second();
    }

    /** All places by first, then second coordinate, then in their order. */
    int[] byCoordinates() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer place) -> list.get(place).first())
                        .thenComparingDouble(place -> list.get(place).second()))
                .mapToInt(place -> place)
                .toArray();
    }
}
