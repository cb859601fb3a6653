package org.tongxin.app.desk.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.surveillance.Series;
import org.tongxin.app.tasks.Chain;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.tasks.Tasks;
import org.tongxin.app.warning.Ratings;

/** The command desk. */
@Controller
class DeskController {

    private final Organisation organisation;
    private final DistrictClock clock;
    private final PlatformSettings settings;
    private final Ratings ratings;
    private final Series series;
    private final Streets streets;
    private final Decisions decisions;
    private final Dispatch dispatch;
    private final Tasks tasks;
    private final Chain chain;
    private final Plans plans;

    DeskController(
            Organisation organisation,
            DistrictClock clock,
            PlatformSettings settings,
            Ratings ratings,
            Series series,
            Streets streets,
            Decisions decisions,
            Dispatch dispatch,
            Tasks tasks,
            Chain chain,
            Plans plans) {
        this.organisation = organisation;
        this.clock = clock;
        this.settings = settings;
        this.ratings = ratings;
        this.series = series;
        this.streets = streets;
        this.decisions = decisions;
        this.dispatch = dispatch;
        this.tasks = tasks;
        this.chain = chain;
        this.plans = plans;
    }

    /** Each post begins with its own work; a demonstration opens on its desk; in operation a visitor is a resident. */
    @GetMapping("/")
    String front(@Nullable Actor actor) {
        if (actor == null || (actor.role() == Role.OBSERVER && !settings.demonstration())) {
            return "redirect:/residents";
        }
        return switch (actor.role()) {
            case COMMUNITY_WORKER, STREET_WORKER -> "redirect:/tasks";
            case MEMBER_UNIT -> "redirect:/unit-desk";
            case AUDITOR -> "redirect:/audit";
            case DATA_PROTECTION -> "redirect:/data-protection";
            case ADMINISTRATOR -> "redirect:/posts";
            default -> "redirect:/desk";
        };
    }

    /** Asked by the page of a demonstration that is being loaded: nothing while it is, and then that the page be read anew. */
    @GetMapping("/desk/readiness")
    ResponseEntity<Void> readiness() {
        ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
        return (organisation.findDistrict().isEmpty() ? answer : answer.header("HX-Refresh", "true")).build();
    }

    /** @param view {@code wall} for the command room: the same figures, large, dark, and nothing to press */
    @GetMapping("/desk")
    String desk(
            Actor actor,
            @RequestParam(defaultValue = "tiles") String map,
            @RequestParam(defaultValue = "") String view,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        if (organisation.findDistrict().isEmpty()) {
            return settings.demonstration() ? "desk/loading" : "desk/empty";
        }
        LocalDate day = ratings.lastDay().orElse(clock.today().minusDays(1));
        List<StreetLine> lines = streets.list(day);
        Map<String, Long> levels = new LinkedHashMap<>();
        lines.forEach(line -> levels.merge(line.level(), 1L, Long::sum));
        List<Decision> waiting = decisions.list(actor.territory());
        model.addAttribute("lines", lines);
        model.addAttribute("levels", levels);
        model.addAttribute("decisions", waiting);
        model.addAttribute("gaps", dispatch.openGaps(actor.territory()));
        model.addAttribute("coverage", dispatch.coverage(clock.today(), actor.territory()));
        model.addAttribute("streetTasks", tasks.progress(TaskLevel.STREET, actor.territory(), null));
        model.addAttribute("communityTasks", tasks.progress(TaskLevel.COMMUNITY, actor.territory(), null));
        model.addAttribute("tightened", chain.tightened(actor.territory()));
        model.addAttribute("day", day);
        model.addAttribute("completeness", series.completeness(actor.territory(), day));
        model.addAttribute(
                "district",
                ratings.current(actor.territory(), organisation.district().path()));
        model.addAttribute("plan", plans.active());
        model.addAttribute(
                "pseudo",
                organisation.list(org.tongxin.app.organisation.AreaLevel.STREET, "").stream()
                        .filter(area -> !area.tasked())
                        .toList());
        model.addAttribute("map", map);
        model.addAttribute("ramp", Streets.ramp());
        String page = view.equals("wall") ? "desk/wall" : "desk/desk";
        return part ? page + " :: live" : page;
    }
}
