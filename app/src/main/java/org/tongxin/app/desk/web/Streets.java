package org.tongxin.app.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Ratings;

/** The streets with their levels and last days, gravest first. */
@Component
class Streets {

    private static final int DAYS = 8;

    /** Entry values of the ramp's classes: places named in seven days. Suggested values. */
    private static final int[] RAMP = {1, 20, 100, 300};

    private final Organisation organisation;
    private final Series series;
    private final Ratings ratings;

    Streets(Organisation organisation, Series series, Ratings ratings) {
        this.organisation = organisation;
        this.series = series;
        this.ratings = ratings;
    }

    List<StreetLine> list(LocalDate day) {
        Map<String, AreaRating> rated = new HashMap<>();
        ratings.current("").forEach(rating -> rated.put(rating.areaPath(), rating));
        Map<String, List<DayCount>> recent = series.recent(Indicator.ADDRESSES_NAMED, day.minusDays(DAYS - 1L), day);
        List<StreetLine> lines = new ArrayList<>();
        for (StreetTile tile : organisation.tiles()) {
            lines.add(line(tile, rated.get(tile.path()), recent.getOrDefault(tile.path(), List.of())));
        }
        lines.sort(Comparator.comparingInt(
                        (StreetLine line) -> -RatingLevel.valueOf(line.level()).severity())
                .thenComparingInt(line -> -line.week())
                .thenComparing(StreetLine::path));
        return lines;
    }

    private static StreetLine line(StreetTile tile, @Nullable AreaRating rating, List<DayCount> recent) {
        List<@Nullable Integer> days = new ArrayList<>();
        recent.forEach(day -> days.add(day.value()));
        int week = rating == null ? 0 : rating.figures().getOrDefault("addresses7", 0);
        boolean known = rating != null && rating.level() != RatingLevel.INSUFFICIENT;
        return new StreetLine(
                tile.path(),
                Decisions.name(tile.name(), tile.nameEn()),
                Decisions.name(tile.shortName(), shortEnglish(tile.nameEn())),
                tile.row(),
                tile.column(),
                tile.outline(),
                rating == null
                        ? RatingLevel.INSUFFICIENT.name()
                        : rating.level().name(),
                known ? shade(week) : -1,
                week,
                days.isEmpty() ? null : days.getLast(),
                days);
    }

    /** {@code Kangqiao} of {@code Kangqiao Town}, where there is room for no more. */
    static String shortEnglish(String name) {
        return name.replaceAll(" (Subdistrict|Town|Xincun|New|City|Road)\\b", "");
    }

    /** What each class of the ramp holds, such as 1–19. */
    static List<String> ramp() {
        List<String> classes = new ArrayList<>(List.of(RAMP[0] == 1 ? "0" : "0–" + (RAMP[0] - 1)));
        for (int step = 0; step + 1 < RAMP.length; step++) {
            classes.add(RAMP[step] + "–" + (RAMP[step + 1] - 1));
        }
        classes.add("≥" + RAMP[RAMP.length - 1]);
        return classes;
    }

    private static int shade(int week) {
        int shade = 0;
        for (int threshold : RAMP) {
            shade += week >= threshold ? 1 : 0;
        }
        return shade;
    }
}
