package org.tongxin.app.warning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.surveillance.AreaSignals;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.surveillance.Signals;
import org.tongxin.app.warning.AreaRating;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.RatingPolicy;
import org.tongxin.app.warning.Ratings;
import org.tongxin.app.warning.Warnings;

/** The areas of a territory with their levels, and why each has its level. */
@Controller
class AreasController {

    private static final int HISTORY = 28;
    private static final int SERIES_DAYS = 14;

    private final Organisation organisation;
    private final Ratings ratings;
    private final Warnings warnings;
    private final Signals signals;
    private final AreaSignals areaSignals;
    private final Series series;
    private final DistrictClock clock;
    private final AreaLines areaLines;
    private final RiskPanel riskPanel;

    AreasController(
            Organisation organisation,
            Ratings ratings,
            Warnings warnings,
            Signals signals,
            AreaSignals areaSignals,
            Series series,
            DistrictClock clock,
            AreaLines areaLines,
            RiskPanel riskPanel) {
        this.organisation = organisation;
        this.ratings = ratings;
        this.warnings = warnings;
        this.signals = signals;
        this.areaSignals = areaSignals;
        this.series = series;
        this.clock = clock;
        this.areaLines = areaLines;
        this.riskPanel = riskPanel;
    }

    /** @param day a rated day; without it the newest */
    @GetMapping("/areas")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable RatingLevel level,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        LocalDate newest = ratings.lastDay().orElseGet(() -> clock.today().minusDays(1));
        LocalDate shown = day == null || day.isAfter(newest) ? newest : day;
        Map<String, AreaRating> rated = new HashMap<>();
        ratings.ofDay(actor.territory(), shown).forEach(rating -> rated.put(rating.areaPath(), rating));
        List<Area> streets = organisation.list(AreaLevel.STREET, actor.territory());
        List<AreaLine> lines = areaLines.of(actor.territory(), shown, streets, rated);
        Map<RatingLevel, Integer> levels = new EnumMap<>(RatingLevel.class);
        lines.forEach(line -> levels.merge(line.level(), 1, Integer::sum));
        model.addAttribute("map", lines);
        model.addAttribute(
                "lines",
                lines.stream()
                        .filter(line -> level == null || line.level() == level)
                        .toList());
        model.addAttribute("total", lines.size());
        model.addAttribute("levels", levels);
        model.addAttribute("level", level);
        model.addAttribute("days", areaLines.days(actor.territory(), shown));
        model.addAttribute("newest", newest);
        model.addAttribute(
                "pseudo", streets.stream().filter(area -> !area.tasked()).toList());
        model.addAttribute(
                "district",
                organisation
                        .findDistrict()
                        .filter(area -> actor.covers(area.path()))
                        .map(area -> AreaLine.of(area, rated.get(area.path())))
                        .orElse(null));
        model.addAttribute("day", shown);
        model.addAttribute(
                "ratedAt",
                rated.values().stream()
                        .map(AreaRating::ratedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        model.addAttribute("completeness", series.completeness(actor.territory(), shown));
        return "warning/areas";
    }

    @GetMapping("/areas/{path}")
    String area(
            Actor actor,
            @PathVariable String path,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Model model) {
        Area area = organisation
                .findArea(path)
                .filter(found -> actor.covers(found.path()))
                .filter(found -> found.level() == AreaLevel.STREET || found.level() == AreaLevel.DISTRICT)
                .orElseThrow(() -> new NotFound("area " + path));
        List<AreaRating> history = ratings.history(actor.territory(), path, HISTORY);
        AreaRating rating = history.isEmpty() ? null : history.getFirst();
        boolean district = area.level() == AreaLevel.DISTRICT;
        LocalDate day = rating == null ? clock.today().minusDays(1) : rating.dataDay();
        model.addAttribute("area", area);
        model.addAttribute("district", district);
        model.addAttribute("rating", rating);
        model.addAttribute("history", history);
        model.addAttribute("figure", district ? "community14" : "addresses7");
        model.addAttribute("reported", district ? "reportedDays14" : "reportedDays7");
        model.addAttribute("window", district ? 14 : 7);
        model.addAttribute("thresholds", thresholds(district));
        model.addAttribute("chart", chart(history, district, 376, 240));
        model.addAttribute("warning", warnings.inForce(path).orElse(null));
        model.addAttribute(
                "signals", signals.standing(path, day.minusDays(6), day).reversed());
        model.addAttribute("together", areaSignals.find(path, day).orElse(null));
        model.addAttribute("day", day);
        model.addAttribute("completeness", series.completeness(path, day));
        model.addAttribute("series", series(path, day));
        model.addAttribute(
                "days",
                day.minusDays(SERIES_DAYS - 1L)
                        .datesUntil(day.plusDays(1))
                        .toList()
                        .reversed());
        riskPanel.show(actor, area, on == null ? day : on, model);
        return "warning/area";
    }

    /** Entry values of the levels, highest first. The district's levels above orange need a cluster too. */
    private static Map<String, Integer> thresholds(boolean district) {
        Map<String, Integer> thresholds = new LinkedHashMap<>();
        if (district) {
            thresholds.put(RatingLevel.ORANGE.name(), RatingPolicy.DISTRICT_ORANGE + 1);
            thresholds.put(RatingLevel.YELLOW.name(), 1);
        } else {
            thresholds.put(RatingLevel.RED.name(), RatingPolicy.STREET_RED);
            thresholds.put(RatingLevel.ORANGE.name(), RatingPolicy.STREET_ORANGE);
            thresholds.put(RatingLevel.YELLOW.name(), RatingPolicy.STREET_YELLOW);
        }
        return thresholds;
    }

    /** Every day from the first rating to the last; a day that was not rated, or had no report, has no figure. */
    private static @Nullable LevelChart chart(List<AreaRating> history, boolean district, int width, int height) {
        if (history.isEmpty()) {
            return null;
        }
        Map<LocalDate, AreaRating> byDay = new HashMap<>();
        history.forEach(rating -> byDay.put(rating.dataDay(), rating));
        LocalDate last = history.getFirst().dataDay();
        LocalDate first = history.getLast().dataDay();
        LocalDate from = first.isBefore(last.minusDays(HISTORY - 1L)) ? last.minusDays(HISTORY - 1L) : first;
        List<LevelChart.Point> points = from.datesUntil(last.plusDays(1))
                .map(day -> new LevelChart.Point(day, figure(byDay.get(day), district)))
                .toList();
        return LevelChart.of(points, thresholds(district), width, height);
    }

    private static @Nullable Integer figure(@Nullable AreaRating rating, boolean district) {
        if (rating == null || rating.figures().getOrDefault(district ? "reportedDays14" : "reportedDays7", 0) == 0) {
            return null;
        }
        return rating.figures().get(district ? "community14" : "addresses7");
    }

    /** A series of the area itself, by day. */
    record AreaSeries(MonitoringPoint point, Map<LocalDate, DayCount> days) {}

    private List<AreaSeries> series(String path, LocalDate day) {
        List<AreaSeries> all = new ArrayList<>();
        for (MonitoringPoint point : series.points(path)) {
            if (point.areaPath().equals(path)) {
                Map<LocalDate, DayCount> days = new HashMap<>();
                series.days(point.id(), day.minusDays(SERIES_DAYS - 1L), day).forEach(d -> days.put(d.day(), d));
                all.add(new AreaSeries(point, days));
            }
        }
        return all;
    }
}
