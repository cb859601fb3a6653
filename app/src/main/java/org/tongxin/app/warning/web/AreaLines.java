package org.tongxin.app.warning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.risk.AreaRisk;
import org.tongxin.app.warning.risk.RatingOverride;
import org.tongxin.app.warning.risk.RatingOverrides;
import org.tongxin.app.warning.risk.RiskIndices;

/** Puts the streets of a territory together for one day, and the days that can be chosen. */
@Component
class AreaLines {

    /** Days on the slider. */
    private static final int DAYS = 42;

    private final Organisation organisation;
    private final RiskIndices indices;
    private final RatingOverrides overrides;

    AreaLines(Organisation organisation, RiskIndices indices, RatingOverrides overrides) {
        this.organisation = organisation;
        this.indices = indices;
        this.overrides = overrides;
    }

    /** Gravest official level first, then the highest index. */
    List<AreaLine> of(String territory, LocalDate day, List<Area> streets, Map<String, AreaRating> rated) {
        Map<String, AreaRisk> risks = new HashMap<>();
        indices.ofDay(territory, day).forEach(risk -> risks.put(risk.areaPath(), risk));
        Map<String, RatingOverride> set = new HashMap<>();
        overrides.active(territory).forEach(each -> set.put(each.areaPath(), each));
        Map<String, StreetTile> tiles = new HashMap<>();
        organisation.tiles().forEach(tile -> tiles.put(tile.path(), tile));
        List<AreaLine> lines = new ArrayList<>();
        for (Area street : streets) {
            if (street.tasked()) {
                String path = street.path();
                lines.add(new AreaLine(street, rated.get(path), risks.get(path), set.get(path), tiles.get(path)));
            }
        }
        lines.sort(Comparator.comparingInt((AreaLine line) -> -line.level().severity())
                .thenComparingInt(line -> -line.tenths())
                .thenComparingInt(line -> -line.week())
                .thenComparing(line -> line.area().path()));
        return lines;
    }

    List<DayBar> days(String territory, LocalDate chosen) {
        List<DayBar> bars = new ArrayList<>();
        for (RiskIndices.Day day : indices.days(territory, DAYS)) {
            Integer highest = day.highest();
            int tall = highest == null ? DayBar.HEIGHT : Math.max(2, highest * DayBar.HEIGHT / 1_000);
            bars.add(new DayBar(
                    day.day(),
                    highest == null ? null : Math.round(highest / 10f),
                    day.grave(),
                    bars.size() * DayBar.WIDTH,
                    DayBar.HEIGHT - tall,
                    tall,
                    day.day().equals(chosen)));
        }
        return bars;
    }
}
