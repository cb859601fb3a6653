package org.tongxin.app.warning.web;

import org.jspecify.annotations.Nullable;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.RatingLevel;

/** A street in the list of areas. @param rating {@code null} before it was first rated */
record AreaLine(Area area, @Nullable AreaRating rating) {

    public RatingLevel level() {
        return rating == null ? RatingLevel.INSUFFICIENT : rating.level();
    }

    /** Places named in seven days. */
    public int week() {
        return figure("addresses7");
    }

    public int signals() {
        return figure("signals3");
    }

    public int reportedDays() {
        return figure("reportedDays7");
    }

    /** Whether there is a figure at all. */
    public boolean known() {
        return rating != null && reportedDays() > 0;
    }

    private int figure(String name) {
        return rating == null ? 0 : rating.figures().getOrDefault(name, 0);
    }
}
