package org.tongxin.app.surveillance.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.surveillance.AreaSignal;
import org.tongxin.app.surveillance.AreaSignals;
import org.tongxin.app.surveillance.Assessments;
import org.tongxin.app.surveillance.Attention;
import org.tongxin.app.surveillance.Cluster;
import org.tongxin.app.surveillance.Clusters;
import org.tongxin.app.surveillance.Counts;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.EarsComparison;
import org.tongxin.app.surveillance.Episodes;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.PlaceGrade;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.surveillance.Signal;
import org.tongxin.app.surveillance.SignalState;
import org.tongxin.app.surveillance.Signals;
import org.tongxin.app.surveillance.StreamAssessment;
import org.tongxin.core.detection.DetectionResult;
import org.tongxin.core.detection.EarsMethod;
import org.tongxin.core.stream.Calibration;

/** The signals of a territory, and what an analyst says of one. */
@Controller
class SignalsController {

    private static final int DAYS = 28;
    private static final int PLACES = 8;

    private final Signals signals;
    private final Series series;
    private final Assessments assessments;
    private final AreaSignals areaSignals;
    private final Clusters clusters;
    private final Episodes episodes;
    private final Attention attention;
    private final DistrictClock clock;

    SignalsController(
            Signals signals,
            Series series,
            Assessments assessments,
            AreaSignals areaSignals,
            Clusters clusters,
            Episodes episodes,
            Attention attention,
            DistrictClock clock) {
        this.signals = signals;
        this.series = series;
        this.assessments = assessments;
        this.areaSignals = areaSignals;
        this.clusters = clusters;
        this.episodes = episodes;
        this.attention = attention;
        this.clock = clock;
    }

    @GetMapping("/signals")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable SignalState state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Map<SignalState, Long> states = signals.counted(actor.territory());
        Paged<Signal> page = signals.page(actor.territory(), state, Seen.of(after));
        LocalDate day =
                series.lastDay(actor.territory()).orElseGet(() -> clock.today().minusDays(1));
        model.addAttribute("open", states.get(SignalState.OPEN));
        model.addAttribute(
                "total", states.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("states", states);
        model.addAttribute("state", state);
        model.addAttribute("signals", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("day", day);
        model.addAttribute("completeness", series.completeness(actor.territory(), day));
        List<AreaSignal> places = areaSignals.ofDay(actor.territory(), day);
        model.addAttribute(
                "places",
                places.stream()
                        .filter(place -> place.grade() != PlaceGrade.QUIET)
                        .filter(place -> place.grade() != PlaceGrade.NOT_CALIBRATED)
                        .limit(PLACES)
                        .toList());
        model.addAttribute("placesSeen", places.size());
        model.addAttribute(
                "placesRaw",
                places.stream().filter(place -> !place.calibrated()).count());
        model.addAttribute("leastQuiet", Calibration.LEAST_QUIET);
        model.addAttribute("clusters", clusterLines(actor.territory(), day));
        model.addAttribute("leastDays", Clusters.LEAST_DAYS);
        model.addAttribute("leastCases", Clusters.LEAST_CASES);
        model.addAttribute("budget", attention.budget());
        model.addAttribute(
                "episodes", episodes.notified(actor.territory(), clock.today()).size());
        model.addAttribute("mayReport", Counts.mayReport(actor));
        return "surveillance/signals";
    }

    /** A cluster with the number of its streets. */
    record ClusterLine(Cluster cluster, int size) {}

    private List<ClusterLine> clusterLines(String territory, LocalDate day) {
        return clusters.ofDay(territory, day).stream()
                .map(cluster -> new ClusterLine(cluster, clusters.size(cluster.id())))
                .toList();
    }

    @GetMapping("/signals/{id}")
    String signal(Actor actor, @PathVariable UUID id, Model model) {
        Signal signal = signals.find(id, actor.territory()).orElseThrow(() -> new NotFound("signal " + id));
        MonitoringPoint point =
                series.findPoint(signal.pointId(), actor.territory()).orElseThrow(() -> new NotFound("signal " + id));
        LocalDate day = signal.eventDay();
        List<DayCount> days = series.days(point.id(), day.minusDays(DAYS - 1L), day);
        model.addAttribute("signal", signal);
        model.addAttribute("point", point);
        model.addAttribute("days", days.reversed());
        List<StreamAssessment> assessed =
                assessments.of(point.id(), days.getFirst().day(), day);
        model.addAttribute("assessment", assessments.find(point.id(), day).orElse(null));
        model.addAttribute("chart", DayChart.of(days, assessed, signal, 880, 280));
        model.addAttribute("narrowChart", DayChart.of(days, assessed, signal, 326, 240));
        model.addAttribute("missing", days.stream().filter(DayCount::missing).count());
        model.addAttribute("lookBack", EarsComparison.LOOK_BACK);
        model.addAttribute("leastQuiet", Calibration.LEAST_QUIET);
        model.addAttribute("bounds", bounds(days));
        model.addAttribute("revisions", series.revisions(point.id(), day));
        model.addAttribute("episode", episodes.ofSignal(id, actor.territory()).orElse(null));
        model.addAttribute("budget", attention.budget());
        model.addAttribute("decides", actor.role() == Role.CDC_ANALYST);
        return "surveillance/signal";
    }

    /** What one method says, worded by the page; {@code null} bounds where the history is too short. */
    record Bound(
            String method,
            @Nullable Double expected,
            @Nullable Double bound,
            boolean above) {}

    private static List<Bound> bounds(List<DayCount> days) {
        if (days.getLast().missing()) {
            return List.of();
        }
        List<Bound> bounds = new ArrayList<>();
        for (Map.Entry<EarsMethod, DetectionResult> each :
                EarsComparison.of(days).entrySet()) {
            DetectionResult result = each.getValue();
            bounds.add(new Bound(
                    each.getKey().name(), known(result.expected()), known(result.upperBound()), result.alarm()));
        }
        return bounds;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    @PostMapping("/signals/{id}/decision")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam SignalState state,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        if (actor.role() != Role.CDC_ANALYST) {
            throw new NotAllowed();
        }
        Outcome<Signal> outcome = signals.decide(actor, id, state, reason.strip(), version);
        if (outcome instanceof Outcome.Refused<Signal> refused
                && refused.refusal().code().equals("S-010")) {
            throw new NotFound("signal " + id);
        }
        if (outcome instanceof Outcome.Accepted<Signal>) {
            flash.addFlashAttribute("decided", state.name());
        }
        String page = "/signals/" + id;
        return Pages.after(outcome, page, page + "#decision", flash, Map.of("state", state.name(), "reason", reason));
    }
}
