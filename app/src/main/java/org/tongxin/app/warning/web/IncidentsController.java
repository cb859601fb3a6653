package org.tongxin.app.warning.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.warning.risk.IncidentRating;
import org.tongxin.app.warning.risk.IncidentRatings;
import org.tongxin.core.rating.IncidentMatrix;

/** Rating incidents by likelihood and consequence, with a draft from the index. */
@Controller
class IncidentsController {

    private static final List<Integer> STEPS = List.of(1, 2, 3, 4, 5);

    private final IncidentRatings incidents;
    private final Organisation organisation;

    IncidentsController(IncidentRatings incidents, Organisation organisation) {
        this.incidents = incidents;
        this.organisation = organisation;
    }

    /** @param area street for which a draft is wanted; empty for the list alone */
    @GetMapping("/incidents/rating")
    String page(
            Actor actor,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Paged<IncidentRating> page = incidents.page(actor.territory(), Seen.of(after));
        model.addAttribute("total", incidents.count(actor.territory()));
        model.addAttribute("incidents", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("streets", organisation.taskedStreets(actor.territory()));
        model.addAttribute("mayRate", IncidentRatings.mayRate(actor));
        model.addAttribute("steps", STEPS);
        model.addAttribute("levels", levels());
        if (!area.isEmpty()) {
            Area chosen = organisation
                    .findArea(area)
                    .filter(found -> actor.covers(found.path()) && found.path().length() <= 9)
                    .orElseThrow(() -> new NotFound("area " + area));
            model.addAttribute("area", chosen);
            model.addAttribute("draft", incidents.draft(actor.territory(), area));
        }
        return "warning/incidents";
    }

    /** The table of known steps, likelihood by consequence. */
    private static List<List<String>> levels() {
        return STEPS.stream()
                .map(likelihood -> STEPS.stream()
                        .map(consequence -> new IncidentMatrix(likelihood, consequence, true, true)
                                .level()
                                .name())
                        .toList())
                .toList();
    }

    @PostMapping("/incidents/rating")
    String confirm(
            Actor actor,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "0") int likelihood,
            @RequestParam(defaultValue = "false") boolean likelihoodKnown,
            @RequestParam(defaultValue = "0") int consequence,
            @RequestParam(defaultValue = "false") boolean consequenceKnown,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String likely,
            @RequestParam(defaultValue = "") String grave,
            RedirectAttributes flash) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "title",
                title,
                "likelihood",
                "" + likelihood,
                "consequence",
                "" + consequence,
                "likelihoodKnown",
                "" + likelihoodKnown,
                "consequenceKnown",
                "" + consequenceKnown,
                "happened",
                happened,
                "likely",
                likely,
                "grave",
                grave));
        return Pages.after(
                incidents.confirm(
                        actor,
                        new IncidentRatings.Rating(
                                area,
                                title,
                                likelihood,
                                likelihoodKnown,
                                consequence,
                                consequenceKnown,
                                happened,
                                likely,
                                grave)),
                "/incidents/rating",
                area.matches("\\d{6,9}") ? "/incidents/rating?area=" + area : "/incidents/rating",
                flash,
                typed);
    }
}
