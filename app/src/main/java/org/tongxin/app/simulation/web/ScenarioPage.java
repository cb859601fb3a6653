package org.tongxin.app.simulation.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetTile;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.simulation.Aim;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.Harm;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioProgress;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioResult.CourseResult;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.Scenarios;
import org.tongxin.app.simulation.ShownDays;
import org.tongxin.app.simulation.Situation;
import org.tongxin.app.simulation.StreetRisk;
import org.tongxin.app.simulation.internal.ScenarioEngine;
import org.tongxin.core.search.Rate;

/** What the page of a scenario shows. */
@Component
class ScenarioPage {

    private static final int COMMUNITIES = 30;

    /** More than any street has. */
    private static final int COMMUNITIES_OF_STREET = 300;

    private static final int RISK_PLACES = 15;
    private static final int STREET_DIGITS = 9;
    private static final List<Outlook> DRAWN =
            List.of(Outlook.INFECTIONS, Outlook.REPORTS, Outlook.BEDS, Outlook.INTENSIVE_CARE);

    private final Scenarios scenarios;
    private final Organisation organisation;
    private final DistrictClock clock;

    ScenarioPage(Scenarios scenarios, Organisation organisation, DistrictClock clock) {
        this.scenarios = scenarios;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A street on the map. @param shade class of the ramp, 0 to 4; -1 where nothing is shown @param risk empty likewise */
    record StreetTileLine(StreetTile tile, int shade, Optional<StreetRisk> risk) {}

    /**
     * What is looked at of a scenario.
     *
     * @param course code of the one shown at length; empty for the first
     * @param day up to which the map tells where the risk lies, in digits; what is no day shown stands for the usual one
     * @param street path of the one whose communities are listed; empty for those of all with the most infections
     */
    record Looked(String course, String day, String street) {}

    /** A drawing with its name. */
    record Drawing(Outlook what, CurveChart chart) {}

    /** @param asked day on which it is or was asked for */
    void situation(Model model, Situation situation, LocalDate asked) {
        model.addAttribute("situation", situation);
        model.addAttribute("age", ChronoUnit.DAYS.between(situation.day(), asked));
        Map<String, String> names = organisation.taskedStreets("").stream()
                .collect(Collectors.toMap(street -> street.path(), street -> street.name()));
        Map<String, String> english = organisation.taskedStreets("").stream()
                .collect(Collectors.toMap(street -> street.path(), street -> street.nameEn()));
        model.addAttribute("names", names);
        model.addAttribute("namesEn", english);
    }

    void fill(Model model, Scenario scenario, Looked looked, String territory) {
        situation(model, scenario.situation(), clock.dayOf(scenario.createdAt()));
        model.addAttribute(
                "ageToday", ChronoUnit.DAYS.between(scenario.situation().day(), clock.today()));
        model.addAttribute("scenario", scenario);
        Optional<ScenarioProgress> progress = scenarios.progress(scenario.id());
        model.addAttribute("progress", progress.orElse(null));
        model.addAttribute("underWay", scenario.state().open());
        model.addAttribute("aims", Aim.values());
        model.addAttribute("harms", Harm.values());
        model.addAttribute("assumedWithin", (int) Rate.ASSUMED_WITHIN);
        model.addAttribute("capacities", FormFields.of(scenario.capacities()));
        model.addAttribute("costs", FormFields.of(scenario.costs()));
        model.addAttribute("modes", modes(scenario));
        model.addAttribute("modeFields", FormFields.of(ModeNumbers.NEUTRAL).keySet());
        model.addAttribute("leastDraws", ScenarioResult.LEAST_DRAWS);
        model.addAttribute("draws", ScenarioEngine.draws(scenario.members()));
        model.addAttribute("adoptions", scenarios.adoptions(scenario.id()));
        ScenarioResult result = scenario.result();
        ScenarioResult shown =
                result != null ? result : progress.map(ScenarioProgress::soFar).orElse(null);
        model.addAttribute("result", shown);
        if (shown != null) {
            CourseResult course = shown.courses().stream()
                    .filter(each -> each.code().equals(looked.course()))
                    .findFirst()
                    .orElse(shown.courses().getFirst());
            course(model, scenario, shown, course);
            places(model, scenario, course.code(), looked, territory);
        }
    }

    /**
     * How sure the first place is by an aim.
     *
     * @param told whether it is likelier than not that the first course has least
     * @param perCent whole per cent, rounded down and at most 99; where it is not told, what it stays below
     */
    record Sure(Aim aim, boolean told, int perCent) {

        private static final int HALF = 50;
        private static final int MOST = 99;

        static Sure of(Aim aim, double probability) {
            int perCent = (int) Math.min(MOST, Math.floor(probability * 2 * HALF));
            return perCent >= HALF ? new Sure(aim, true, perCent) : new Sure(aim, false, HALF);
        }
    }

    private static List<Sure> sure(ScenarioResult result) {
        return Arrays.stream(Aim.values())
                .filter(result.firstIsBest()::containsKey)
                .map(aim -> Sure.of(aim, result.firstIsBest().getOrDefault(aim, 0.0)))
                .toList();
    }

    /** Numbers of the modes by course, of the courses that have one. */
    private static Map<String, Map<String, Integer>> modes(Scenario scenario) {
        Map<String, Map<String, Integer>> modes = new LinkedHashMap<>();
        for (Course course : scenario.courses()) {
            ModeNumbers mode = course.mode();
            if (mode != null) {
                modes.put(course.code(), FormFields.of(mode));
            }
        }
        return modes;
    }

    private void course(Model model, Scenario scenario, ScenarioResult result, CourseResult course) {
        model.addAttribute("course", course);
        model.addAttribute("best", result.courses().getFirst());
        model.addAttribute("sure", sure(result));
        model.addAttribute("outlooks", needs());
        model.addAttribute(
                "rules",
                scenario.courses().stream()
                        .filter(each -> each.code().equals(course.code()))
                        .findFirst()
                        .map(Course::rules)
                        .orElse(List.of()));
        Map<Outlook, Curve> nothing = result.course(Course.NOTHING.code()).curves();
        boolean isNothing = course.code().equals(Course.NOTHING.code());
        List<Drawing> drawings = new ArrayList<>();
        for (Outlook what : DRAWN) {
            Curve curve = course.curves().get(what);
            if (curve != null) {
                drawings.add(new Drawing(
                        what,
                        CurveChart.of(
                                curve,
                                isNothing ? null : nothing.get(what),
                                limit(what, scenario.capacities()),
                                scenario.situation().day())));
            }
        }
        model.addAttribute("drawings", drawings);
        model.addAttribute("needDays", needDays(scenario.days()));
    }

    /** Where the risk lies. A street outside the own territory is none that can be chosen. */
    private void places(Model model, Scenario scenario, String course, Looked looked, String territory) {
        List<Integer> days = ShownDays.of(scenario.days());
        int day = days.stream()
                .filter(each -> looked.day().equals("" + each))
                .findFirst()
                .orElse(ShownDays.USUAL);
        boolean chosen =
                looked.street().startsWith(territory) && looked.street().length() >= STREET_DIGITS;
        List<StreetRisk> streets = scenarios.streets(scenario.id(), course, territory, day);
        model.addAttribute("riskDays", days);
        model.addAttribute("riskDay", day);
        model.addAttribute("riskStreet", chosen ? looked.street() : "");
        model.addAttribute("streets", streets);
        model.addAttribute("tiles", tiles(streets));
        model.addAttribute("riskPlaces", scenarios.riskPlaces(scenario.id(), territory, RISK_PLACES));
        model.addAttribute(
                "places",
                chosen
                        ? scenarios.places(scenario.id(), course, looked.street(), day, COMMUNITIES_OF_STREET)
                        : scenarios.places(scenario.id(), course, territory, day, COMMUNITIES));
    }

    private static List<Outlook> needs() {
        return List.of(Outlook.values()).stream().filter(Outlook::need).toList();
    }

    private static long limit(Outlook what, Capacities there) {
        return switch (what) {
            case BEDS -> there.beds();
            case INTENSIVE_CARE -> there.intensiveBeds();
            default -> 0;
        };
    }

    /** Every second day of the first fortnight, then every fifth. */
    private static List<Integer> needDays(int last) {
        List<Integer> days = new ArrayList<>();
        for (int day = 1; day <= last; day += day < 14 ? 2 : 5) {
            days.add(day);
        }
        return days;
    }

    /** All streets of the map; what the runs say only of those of the territory. */
    private List<StreetTileLine> tiles(List<StreetRisk> streets) {
        Map<String, StreetRisk> risks = streets.stream().collect(Collectors.toMap(StreetRisk::path, each -> each));
        return organisation.tiles().stream()
                .map(tile -> {
                    Optional<StreetRisk> risk = Optional.ofNullable(risks.get(tile.path()));
                    return new StreetTileLine(
                            tile, risk.map(each -> shade(each.expected())).orElse(-1), risk);
                })
                .toList();
    }

    /** Classes at 100, 1,000, 3,000 and 10,000 expected infections, the same on every day: values of the house. */
    private static int shade(double infections) {
        int shade = 0;
        for (int from : new int[] {100, 1_000, 3_000, 10_000}) {
            shade += infections >= from ? 1 : 0;
        }
        return shade;
    }
}
