package org.tongxin.app.cooperation.web;

import java.time.LocalDate;
import java.time.LocalTime;
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
import org.tongxin.app.cooperation.UnitDesks;
import org.tongxin.app.cooperation.UnitOrders;
import org.tongxin.app.cooperation.UnitRequest;
import org.tongxin.app.cooperation.UnitRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.MemberUnit;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.Sought;

/** Member units: the list, and one unit with what it is under, who sits at its desk, and what can be sent to it. */
@Controller
class UnitsController {

    private static final int USUAL_DAYS = 14;
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int USUAL_DESK_DAYS = 180;

    private final MemberUnits units;
    private final UnitRequests requests;
    private final UnitOrders orders;
    private final UnitDesks desks;
    private final DistrictClock clock;

    UnitsController(MemberUnits units, UnitRequests requests, UnitOrders orders, UnitDesks desks, DistrictClock clock) {
        this.units = units;
        this.requests = requests;
        this.orders = orders;
        this.desks = desks;
        this.clock = clock;
    }

    /** @param affiliation only those; @param q part of a name */
    @GetMapping("/member-units")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable Affiliation affiliation,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        MemberUnits.Counted all = units.counted(actor.territory(), null, Sought.of(""));
        model.addAttribute("total", all.total());
        model.addAttribute("ordered", all.underDistrict());
        Paged<MemberUnit> page = units.page(actor.territory(), affiliation, Sought.of(q), Seen.of(after));
        model.addAttribute("page", page);
        model.addAttribute("units", page.rows());
        model.addAttribute("affiliations", Affiliation.values());
        model.addAttribute("affiliation", affiliation);
        model.addAttribute("q", q.strip());
        return "cooperation/units";
    }

    @GetMapping("/member-units/{id:[0-9a-fA-F-]{36}}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        MemberUnit unit = units.find(id, actor.territory()).orElseThrow(() -> new NotFound("unit " + id));
        boolean administers = actor.role() == Role.ADMINISTRATOR;
        model.addAttribute("unit", unit);
        model.addAttribute("history", units.history(id));
        model.addAttribute("affiliations", Affiliation.values());
        model.addAttribute("administers", administers);
        model.addAttribute("desks", administers ? desks.of(id) : List.of());
        model.addAttribute("asks", UnitRequests.asks(actor));
        model.addAttribute("orders", actor.role() == Role.DUTY_OFFICER && unit.isUnderDistrict());
        model.addAttribute("requests", requests.page(actor, id, null).rows());
        model.addAttribute("today", clock.today());
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        model.addAttribute("year", clock.today().plusYears(1));
        model.addAttribute("deskDays", USUAL_DESK_DAYS);
        return "cooperation/unit";
    }

    @PostMapping("/member-units/{id:[0-9a-fA-F-]{36}}/affiliations")
    String affiliate(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Affiliation affiliation,
            @RequestParam(defaultValue = "") String source,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            RedirectAttributes flash) {
        Map<String, String> typed = Map.of(
                "affiliation",
                affiliation.name(),
                "source",
                source,
                "from",
                from.toString(),
                "until",
                until.toString());
        return after(units.affiliate(actor, id, affiliation, source, from, until), id, typed, flash);
    }

    @PostMapping("/member-units/{id:[0-9a-fA-F-]{36}}/desks")
    String openDesk(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "0") int days,
            RedirectAttributes flash) {
        Map<String, String> typed = Map.of("login", login, "days", String.valueOf(days));
        return after(desks.open(actor, id, login, days), id, typed, flash);
    }

    @PostMapping("/member-units/{id:[0-9a-fA-F-]{36}}/desks/closing")
    String closeDesk(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String login,
            RedirectAttributes flash) {
        return after(desks.close(actor, id, login), id, Map.of(), flash);
    }

    @PostMapping("/member-units/{id:[0-9a-fA-F-]{36}}/requests")
    String ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String contact,
            RedirectAttributes flash) {
        Outcome<UnitRequest> outcome = requests.draft(
                actor, id, new UnitRequests.Draft(asked, why, basis, clock.at(until, LocalTime.of(23, 59)), contact));
        if (outcome instanceof Outcome.Accepted<UnitRequest> drafted) {
            return "redirect:/cooperation/" + drafted.value().id();
        }
        return after(
                outcome,
                id,
                Map.of("asked", asked, "why", why, "basis", basis, "until", until.toString(), "contact", contact),
                flash);
    }

    @PostMapping("/member-units/{id:[0-9a-fA-F-]{36}}/orders")
    String order(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            RedirectAttributes flash) {
        Map<String, String> typed = Map.of("order", asked, "orderBasis", basis, "due", due.toString());
        return after(orders.order(actor, id, asked, basis, clock.at(due, EVENING)), id, typed, flash);
    }

    private static String after(Outcome<?> outcome, UUID unit, Map<String, String> typed, RedirectAttributes flash) {
        String page = "/member-units/" + unit;
        return Pages.after(outcome, page, page, flash, typed);
    }
}
