package org.tongxin.app.resources.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Quantities;
import org.tongxin.app.resources.Requisition;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Settlement;
import org.tongxin.app.resources.Source;
import org.tongxin.app.resources.Stocks;

/** Requisitions: decide, take over, give back or pay for, close. */
@Controller
class RequisitionsController {

    private static final String PAGE = "/supplies/requisitions";
    private static final int USUAL_USE = 14;

    private final Readings readings;
    private final Requisitions requisitions;
    private final Catalogue catalogue;
    private final Holders holders;
    private final Stocks stocks;
    private final DistrictClock clock;

    RequisitionsController(
            Readings readings,
            Requisitions requisitions,
            Catalogue catalogue,
            Holders holders,
            Stocks stocks,
            DistrictClock clock) {
        this.readings = readings;
        this.requisitions = requisitions;
        this.catalogue = catalogue;
        this.holders = holders;
        this.stocks = stocks;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        Paged<Requisition> page = requisitions.page(actor.territory(), Seen.of(after));
        if (!page.rows().isEmpty()) {
            readings.note(actor, Readings.Kind.SUPPLY, actor.territory());
        }
        model.addAttribute("total", requisitions.count(actor.territory()));
        model.addAttribute("requisitions", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("items", catalogue.items());
        model.addAttribute("warehouses", holders.list(HolderKind.WAREHOUSE, actor.territory()));
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        model.addAttribute("basis", Requisitions.BASIS);
        model.addAttribute("today", clock.today());
        model.addAttribute("until", clock.today().plusDays(USUAL_USE));
        model.addAttribute("back", clock.today().plusDays(USUAL_USE + Requisitions.RETURN_DAYS));
        return "resources/requisitions";
    }

    @GetMapping(PAGE + "/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        Requisition requisition =
                requisitions.find(id, actor.territory()).orElseThrow(() -> new NotFound("requisition " + id));
        readings.note(actor, Readings.Kind.SUPPLY, requisition.areaPath());
        model.addAttribute("requisition", requisition);
        model.addAttribute("settlements", requisitions.settlements(id));
        model.addAttribute("lying", stocks.lyingOf(Source.REQUISITION, requisition.number(), actor.territory()));
        model.addAttribute("kinds", Settlement.Kind.values());
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("today", clock.today());
        return "resources/requisition";
    }

    @PostMapping(PAGE)
    String decide(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Requisition> outcome = typed.withQuantity(
                catalogue,
                quantity -> Typed.then(
                        typed.needDay("from"),
                        from -> Typed.then(
                                typed.needDay("until"),
                                until -> Typed.then(
                                        typed.needDay("back"),
                                        back -> requisitions.decide(
                                                actor,
                                                typed.text("key"),
                                                new Requisitions.Decision(
                                                        typed.text("owner"),
                                                        typed.text("why"),
                                                        item,
                                                        quantity,
                                                        typed.id("warehouse"),
                                                        from,
                                                        until,
                                                        back))))));
        return typed.afterMaking(outcome, PAGE, Requisition::id, flash);
    }

    @PostMapping(PAGE + "/{id}/takeover")
    String takeOver(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        long taken = Quantities.read(typed.text("taken")).orElse(0L);
        return back(
                requisitions.takeOver(actor, id, taken, typed.day("expires").orElse(null), typed.version()),
                id,
                typed,
                flash);
    }

    @PostMapping(PAGE + "/{id}/settlements")
    String settle(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<Requisition> outcome = requisitions.settle(
                actor,
                id,
                new Requisitions.Part(
                        typed.choice(Settlement.Kind.class, "kind", Settlement.Kind.RETURNED),
                        typed.idOrNone("place"),
                        Quantities.read(typed.text("quantity")).orElse(0L),
                        Quantities.readFen(typed.text("yuan")).orElse(0L),
                        typed.text("note")),
                typed.version());
        return back(outcome, id, typed, flash);
    }

    @PostMapping(PAGE + "/{id}/closure")
    String close(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        return back(requisitions.close(actor, id, typed.text("why"), typed.version()), id, typed, flash);
    }

    private static String back(Outcome<?> outcome, UUID id, Typed typed, RedirectAttributes flash) {
        return typed.after(outcome, PAGE + "/" + id, flash);
    }
}
