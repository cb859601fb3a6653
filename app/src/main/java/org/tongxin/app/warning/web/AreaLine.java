package org.tongxin.app.warning.web;

import org.jspecify.annotations.Nullable;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.risk.AreaRisk;
import org.tongxin.app.warning.risk.RatingOverride;

/**
 * A street on the page of areas: its official level, its index, and its place on the map.
 *
 * @param rating {@code null} before it was first rated
 * @param risk {@code null} before its index was first worked out
 * @param override what a person has set beside the index, {@code null} where nobody has
 * @param tile {@code null} where it is not drawn
 */
record AreaLine(
        Area area,
        @Nullable AreaRating rating,
        @Nullable AreaRisk risk,
        @Nullable RatingOverride override,
        @Nullable StreetTile tile) {

    static AreaLine of(Area area, @Nullable AreaRating rating) {
        return new AreaLine(area, rating, null, null, null);
    }

    public RatingLevel level() {
        return rating == null ? RatingLevel.INSUFFICIENT : rating.level();
    }

    /** Places named in seven days. */
    public int week() {
        return figure("addresses7");
    }

    public int reportedDays() {
        return figure("reportedDays7");
    }

    /** Whether there is a figure at all. */
    public boolean known() {
        return rating != null && reportedDays() > 0;
    }

    /** Tenths of a point of the index, -1 where too little is known. */
    public int tenths() {
        return risk != null && risk.known() ? risk.result().tenths() : -1;
    }

    /** Class of the ramp, 0 to 4: the entries of the levels; -1 where too little is known. */
    public int shade() {
        return risk != null && risk.known() ? risk.step() : -1;
    }

    private int figure(String name) {
        return rating == null ? 0 : rating.figures().getOrDefault(name, 0);
    }
}
