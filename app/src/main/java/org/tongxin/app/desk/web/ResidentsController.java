package org.tongxin.app.desk.web;

import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.warning.Warnings;

/** What residents see, without an account: the warning in force, what to do, the measures and until when. */
@Controller
class ResidentsController {

    private final Organisation organisation;
    private final Warnings warnings;
    private final Measures measures;
    private final PlatformSettings settings;

    ResidentsController(Organisation organisation, Warnings warnings, Measures measures, PlatformSettings settings) {
        this.organisation = organisation;
        this.warnings = warnings;
        this.measures = measures;
        this.settings = settings;
    }

    @GetMapping("/residents")
    String choose(Model model) {
        if (organisation.findDistrict().isEmpty()) {
            model.addAttribute("loading", settings.demonstration());
            return "residents/loading";
        }
        return show(organisation.district(), model);
    }

    /** Pages are for streets and the district; a measure is named with the compound it holds for. */
    @GetMapping("/residents/{path}")
    String street(@PathVariable String path, Model model) {
        Area area = organisation
                .findArea(path)
                .filter(found ->
                        found.tasked() && (found.level() == AreaLevel.STREET || found.level() == AreaLevel.DISTRICT))
                .orElseThrow(() -> new NotFound("street " + path));
        return show(area, model);
    }

    /** What hangs in the staircase: each warning and measure on A4 sheets of its own, in large type. */
    @GetMapping("/residents/{path}/notice")
    String notice(@PathVariable String path, Model model) {
        Area area = organisation
                .findArea(path)
                .filter(found ->
                        found.tasked() && (found.level() == AreaLevel.STREET || found.level() == AreaLevel.DISTRICT))
                .orElseThrow(() -> new NotFound("street " + path));
        model.addAttribute("area", area);
        model.addAttribute(
                "warnings",
                Stream.of(area.path(), organisation.district().path())
                        .distinct()
                        .flatMap(place -> warnings.inForce(place).stream())
                        .toList());
        model.addAttribute(
                "sheets",
                measures.affecting(area.path()).stream()
                        .map(measure -> new Sheet(
                                measure, measures.arrangements(measure.id()).getOrDefault("HELP_LINE", "")))
                        .toList());
        return "residents/notice";
    }

    /** @param helpLine where to ask about it, as its support list says; empty where it has none */
    record Sheet(Measure measure, String helpLine) {}

    private String show(Area area, Model model) {
        model.addAttribute("area", area);
        model.addAttribute("whole", area.level() == AreaLevel.DISTRICT);
        model.addAttribute("warning", warnings.inForce(area.path()));
        model.addAttribute("district", warnings.inForce(organisation.district().path()));
        model.addAttribute("measures", measures.affecting(area.path()));
        model.addAttribute("streets", organisation.taskedStreets(""));
        return "residents/page";
    }
}
