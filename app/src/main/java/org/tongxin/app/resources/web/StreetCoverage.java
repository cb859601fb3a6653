package org.tongxin.app.resources.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.resources.GoodsPlan;

/** A street on the map of a plan. @param coverage of its worst place, 0 .. 1; {@code null} where nobody asks */
record StreetCoverage(StreetTile tile, @Nullable Double coverage) {

    private static final double[] BELOW = {1, 0.8, 0.5, 0.2};
    private static final int STREET_DIGITS = 9;

    static List<StreetCoverage> of(List<StreetTile> tiles, GoodsPlan plan) {
        Map<String, Double> worst = plan.places().stream()
                .filter(place -> place.areaPath().length() >= STREET_DIGITS)
                .collect(Collectors.toMap(
                        place -> place.areaPath().substring(0, STREET_DIGITS), GoodsPlan.Place::coverage, Math::min));
        return tiles.stream()
                .map(tile -> new StreetCoverage(tile, worst.get(tile.path())))
                .toList();
    }

    /** Class of the ramp by what is missing, 0 for nothing to 4; -1 where nobody asks. */
    public int shade() {
        if (coverage == null) {
            return -1;
        }
        int shade = 0;
        for (double below : BELOW) {
            shade += coverage < below ? 1 : 0;
        }
        return shade;
    }

    /** In hundredths, rounded down, so that 100 means all. */
    public String figure() {
        return coverage == null ? "" : (int) Math.floor(coverage * 100) + "%";
    }
}
