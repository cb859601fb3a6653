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
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Block;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Producer;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Quantities;

/** Who can make what, and what keeps them from it. */
@Controller
class ProducersController {

    private static final String PAGE = "/supplies/producers";
    private static final int USUAL_DAYS = 2;

    private final Producers producers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final DistrictClock clock;

    ProducersController(Producers producers, Catalogue catalogue, Organisation organisation, DistrictClock clock) {
        this.producers = producers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String page(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("blocks", producers.open(actor.territory()));
        Paged<Block> cleared = producers.cleared(actor.territory(), Seen.of(after));
        model.addAttribute("cleared", cleared.rows());
        model.addAttribute("page", cleared);
        model.addAttribute("producers", producers.list(actor.territory()));
        model.addAttribute("kinds", Block.Kind.values());
        model.addAttribute("items", catalogue.items());
        model.addAttribute("areas", organisation.taskedStreets(actor.territory()));
        model.addAttribute("registers", Producers.registers(actor));
        model.addAttribute("today", clock.today());
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        return "resources/producers";
    }

    @PostMapping(PAGE)
    String register(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Producer> outcome = Typed.then(
                typed.quantity(catalogue, item, "perDay"),
                perDay -> producers.register(
                        actor,
                        new Producers.Registration(
                                typed.text("name"),
                                typed.text("nameEn"),
                                typed.text("area"),
                                item,
                                perDay,
                                typed.text("contact"),
                                false)));
        return Pages.after(outcome, PAGE, PAGE, flash, typed.kept());
    }

    @PostMapping(PAGE + "/{id}/blocks")
    String block(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<Block> outcome = Typed.then(
                typed.needDay("due"),
                due -> producers.block(
                        actor,
                        id,
                        new Producers.Obstacle(
                                typed.choice(Block.Kind.class, "kind", Block.Kind.APPROVAL),
                                typed.text("what"),
                                Quantities.read(typed.text("perDay")).orElse(0L),
                                typed.text("clearer"),
                                due)));
        return Pages.after(outcome, PAGE, PAGE, flash, typed.kept());
    }

    @PostMapping(PAGE + "/blocks/{id}/clearance")
    String clear(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        return Pages.after(
                producers.clear(actor, id, typed.text("how"), typed.version()), PAGE, PAGE, flash, typed.kept());
    }
}
