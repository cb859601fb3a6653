package org.tongxin.app.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.supervision.Ring;
import org.tongxin.app.supervision.RiskFactor;
import org.tongxin.app.supervision.RiskFactors;

/** The register of risk factors: the list, its file, one entry, and what is done about it. */
@Controller
class FactorsController {

    private static final int USUAL_DAYS = 7;

    private final RiskFactors factors;
    private final FactorSheet sheet;
    private final Sheets sheets;
    private final Organisation organisation;
    private final DistrictClock clock;

    FactorsController(
            RiskFactors factors, FactorSheet sheet, Sheets sheets, Organisation organisation, DistrictClock clock) {
        this.factors = factors;
        this.sheet = sheet;
        this.sheets = sheets;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param area only what lies below it; @param kind only this kind */
    @GetMapping("/risk-factors")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) RiskFactor.@Nullable Kind kind,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String shown = area.startsWith(actor.territory()) ? area : actor.territory();
        LocalDate today = clock.today();
        Paged<RiskFactor> page = factors.page(shown, kind, Seen.of(after));
        RiskFactors.Counted counted = factors.counted(shown, kind);
        model.addAttribute("factors", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("total", counted.total());
        model.addAttribute("unsolved", counted.unsolved());
        model.addAttribute("overdue", counted.overdue());
        model.addAttribute("kinds", RiskFactor.Kind.values());
        model.addAttribute("bands", RiskFactor.Affected.values());
        model.addAttribute("kind", kind);
        model.addAttribute("area", shown);
        model.addAttribute("today", today);
        model.addAttribute("usual", today.plusDays(USUAL_DAYS));
        model.addAttribute("writes", Ring.of(actor.territory()).reaches(actor, actor.territory()));
        model.addAttribute("places", places(actor));
        model.addAttribute("own", shown.isEmpty() ? "" : shown);
        return "supervision/factors";
    }

    /** What the list of codes offers: the ring of the post and the next one below it. */
    private List<Area> places(Actor actor) {
        String own = actor.territory();
        List<Area> places = new ArrayList<>();
        organisation.findArea(own).ifPresent(places::add);
        AreaLevel below = switch (Ring.of(own)) {
            case DISTRICT -> AreaLevel.STREET;
            case STREET -> AreaLevel.COMMUNITY;
            case COMMUNITY -> AreaLevel.COMPOUND;
        };
        places.addAll(organisation.list(below, own));
        return places;
    }

    /** The same list as a file; for those who work with it. */
    @GetMapping("/risk-factors/register" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) RiskFactor.@Nullable Kind kind,
            HttpServletResponse response)
            throws IOException {
        if (actor.role() == Role.OBSERVER || actor.role() == Role.REPORTER) {
            throw new NotAllowed();
        }
        String shown = area.startsWith(actor.territory()) ? area : actor.territory();
        sheets.send(
                response,
                format,
                "risk-factors",
                sheet.head(),
                row -> Paged.each(
                        seen -> factors.page(shown, kind, seen), (RiskFactor factor) -> row.accept(sheet.row(factor))));
    }

    @GetMapping("/risk-factors/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        RiskFactor factor = factors.find(id, actor.territory()).orElseThrow(() -> new NotFound("risk factor " + id));
        model.addAttribute("factor", factor);
        model.addAttribute("mayChange", RiskFactors.mayChange(actor, factor));
        model.addAttribute("states", List.of("BEING_SOLVED", "SOLVED", "PASSED_UP"));
        model.addAttribute("today", clock.today());
        return "supervision/factor";
    }

    @PostMapping("/risk-factors")
    String report(
            Actor actor,
            @RequestParam(defaultValue = "") String area,
            @RequestParam RiskFactor.Kind kind,
            @RequestParam(defaultValue = "") String description,
            @RequestParam RiskFactor.Affected affected,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            RedirectAttributes flash) {
        return Pages.after(
                factors.report(actor, new RiskFactors.NewFactor(area.strip(), kind, description, affected, due)),
                "/risk-factors",
                "/risk-factors",
                flash,
                Map.of(
                        "area",
                        area,
                        "kind",
                        kind.name(),
                        "description",
                        description,
                        "affected",
                        affected.name(),
                        "due",
                        due.toString()));
    }

    @PostMapping("/risk-factors/{id}/state")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam RiskFactor.State state,
            @RequestParam(defaultValue = "") String note,
            @RequestParam int version,
            RedirectAttributes flash) {
        String page = "/risk-factors/" + id;
        return Pages.after(
                factors.change(actor, id, state, note, version),
                page,
                page,
                flash,
                Map.of("state", state.name(), "note", note));
    }
}
