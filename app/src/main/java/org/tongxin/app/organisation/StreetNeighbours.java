package org.tongxin.app.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds streets that touch: their drawn cells have two corners in common. As approximate as the cells. */
final class StreetNeighbours {

    /** Corners are drawn in whole thousandths, so the same corner may be one off. */
    private static final int NEAR = 1;

    private static final Pattern CORNER = Pattern.compile("[ML](-?\\d+) (-?\\d+)");

    private StreetNeighbours() {}

    private record Corner(int x, int y) {

        boolean near(Corner other) {
            return Math.abs(x - other.x) <= NEAR && Math.abs(y - other.y) <= NEAR;
        }
    }

    /** For each street with a cell the streets that touch it, both in the order given. */
    static Map<String, List<String>> of(List<StreetTile> tiles) {
        List<List<Corner>> corners =
                tiles.stream().map(tile -> corners(tile.outline())).toList();
        Map<String, List<String>> touching = new TreeMap<>();
        for (int i = 0; i < tiles.size(); i++) {
            List<String> near = new ArrayList<>();
            for (int j = 0; j < tiles.size(); j++) {
                if (i != j && common(corners.get(i), corners.get(j)) >= 2) {
                    near.add(tiles.get(j).path());
                }
            }
            touching.put(tiles.get(i).path(), near);
        }
        return touching;
    }

    private static long common(List<Corner> one, List<Corner> other) {
        return one.stream()
                .filter(corner -> other.stream().anyMatch(corner::near))
                .count();
    }

    private static List<Corner> corners(String outline) {
        return CORNER.matcher(outline)
                .results()
                .map(found -> new Corner(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                .distinct()
                .toList();
    }
}
