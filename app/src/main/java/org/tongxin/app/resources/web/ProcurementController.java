package org.tongxin.app.resources.web;

import java.time.LocalDate;
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
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Agreement;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Order;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Quantities;
import org.tongxin.app.resources.Reserves;

/** What should be ordered, what is on order, and under which agreements. */
@Controller
class ProcurementController {

    private static final String PAGE = "/supplies/procurement";

    private final Procurement procurement;
    private final Reserves reserves;
    private final Catalogue catalogue;
    private final Holders holders;
    private final Organisation organisation;
    private final DistrictClock clock;

    ProcurementController(
            Procurement procurement,
            Reserves reserves,
            Catalogue catalogue,
            Holders holders,
            Organisation organisation,
            DistrictClock clock) {
        this.procurement = procurement;
        this.reserves = reserves;
        this.catalogue = catalogue;
        this.holders = holders;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String page(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("proposals", reserves.proposals(actor.territory()));
        Paged<Order> page = procurement.orderPage(actor.territory(), Seen.of(after));
        model.addAttribute("orders", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("agreements", procurement.agreements(actor));
        model.addAttribute("suppliers", procurement.suppliers(actor.territory()));
        model.addAttribute("warehouses", holders.list(HolderKind.WAREHOUSE, actor.territory()));
        model.addAttribute("items", catalogue.items());
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("mayOrder", procurement.orders(actor));
        model.addAttribute("today", clock.today());
        return "resources/procurement";
    }

    @PostMapping(PAGE + "/orders")
    String order(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<Order> outcome = Quantities.read(typed.text("quantity"))
                .map(quantity -> procurement.order(
                        actor, typed.text("key"), typed.id("agreement"), typed.id("warehouse"), quantity))
                .orElseGet(() ->
                        Outcome.refused("G-002", typed.text("quantity").isEmpty() ? "-" : typed.text("quantity")));
        return Pages.after(outcome, PAGE, PAGE, flash, typed.kept());
    }

    @PostMapping(PAGE + "/orders/{id}/arrival")
    String arrive(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<Order> outcome = Quantities.read(typed.text("arrived"))
                .map(arrived -> procurement.arrive(
                        actor, id, arrived, typed.day("expires").orElse(null), typed.text("note"), typed.version()))
                .orElseGet(
                        () -> Outcome.refused("G-002", typed.text("arrived").isEmpty() ? "-" : typed.text("arrived")));
        return Pages.after(outcome, PAGE, PAGE, flash, typed.kept());
    }

    @PostMapping(PAGE + "/orders/{id}/cancellation")
    String cancel(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        return Pages.after(
                procurement.cancel(actor, id, typed.text("note"), typed.version()), PAGE, PAGE, flash, typed.kept());
    }

    @PostMapping(PAGE + "/suppliers")
    String addSupplier(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        return Pages.after(
                procurement.addSupplier(
                        actor,
                        typed.text("name"),
                        typed.text("nameEn"),
                        typed.text("contact"),
                        organisation.district().path(),
                        false),
                PAGE,
                PAGE,
                flash,
                typed.kept());
    }

    @PostMapping(PAGE + "/agreements")
    String addAgreement(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Agreement> outcome = Typed.then(
                typed.quantity(catalogue, item, "perDay"),
                perDay -> Typed.then(
                        typed.quantity(catalogue, item, "total"),
                        total -> Typed.then(
                                typed.needDay("from"),
                                from -> Typed.then(
                                        typed.needDay("to"),
                                        to -> procurement.addAgreement(
                                                actor,
                                                typed.text("number"),
                                                typed.id("supplier"),
                                                terms(typed, item, perDay, total, from, to))))));
        return Pages.after(outcome, PAGE, PAGE, flash, typed.kept());
    }

    private static Procurement.Terms terms(
            Typed typed, String item, long perDay, long total, LocalDate from, LocalDate to) {
        return new Procurement.Terms(
                item,
                Quantities.readFen(typed.text("price")).orElse(0L),
                perDay,
                total,
                typed.whole("leadDays"),
                from,
                to);
    }
}
