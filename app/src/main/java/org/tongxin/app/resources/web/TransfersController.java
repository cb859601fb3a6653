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
import org.tongxin.app.resources.Transfer;
import org.tongxin.app.resources.Transfers;
import org.tongxin.app.resources.TransportPriority;

/** Transfers between districts: propose, decide, move, and the pass for the road. */
@Controller
class TransfersController {

    private static final String PAGE = "/supplies/transfers";
    private static final int USUAL_DAYS = 3;

    private final Transfers transfers;
    private final Catalogue catalogue;
    private final Holders holders;
    private final DistrictClock clock;

    TransfersController(Transfers transfers, Catalogue catalogue, Holders holders, DistrictClock clock) {
        this.transfers = transfers;
        this.catalogue = catalogue;
        this.holders = holders;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        Paged<Transfer> page = transfers.page(actor.territory(), Seen.of(after));
        model.addAttribute("total", transfers.count(actor.territory()));
        model.addAttribute("transfers", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("items", catalogue.items());
        model.addAttribute("warehouses", holders.list(HolderKind.WAREHOUSE, actor.territory()));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        return "resources/transfers";
    }

    @GetMapping(PAGE + "/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        Transfer transfer = transfers.find(id, actor.territory()).orElseThrow(() -> new NotFound("transfer " + id));
        model.addAttribute("transfer", transfer);
        model.addAttribute("basis", TransportPriority.BASIS);
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        return "resources/transfer";
    }

    @PostMapping(PAGE)
    String propose(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Transfer> outcome = typed.withQuantity(
                catalogue,
                quantity -> Typed.then(
                        typed.endOf("until", clock),
                        until -> transfers.propose(
                                actor,
                                typed.text("key"),
                                new Transfers.Plan(
                                        typed.choice(Transfer.Direction.class, "direction", Transfer.Direction.OUT),
                                        !typed.text("gift").isEmpty(),
                                        typed.text("partner"),
                                        item,
                                        quantity,
                                        typed.id("warehouse"),
                                        typed.text("why"),
                                        until))));
        return typed.afterMaking(outcome, PAGE, Transfer::id, flash);
    }

    @PostMapping(PAGE + "/{id}/decision")
    String decide(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        boolean approved = typed.text("decision").equals("approved");
        return back(transfers.decide(actor, id, approved, typed.text("note"), typed.version()), id, typed, flash);
    }

    @PostMapping(PAGE + "/{id}/movement")
    String move(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        return back(
                transfers.move(
                        actor,
                        id,
                        Quantities.read(typed.text("moved")).orElse(0L),
                        typed.day("expires").orElse(null),
                        typed.text("note"),
                        typed.version()),
                id,
                typed,
                flash);
    }

    private static String back(Outcome<?> outcome, UUID id, Typed typed, RedirectAttributes flash) {
        return typed.after(outcome, PAGE + "/" + id, flash);
    }
}
