package org.tongxin.app.resources.web;

import java.time.Instant;
import java.util.List;
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
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Deliveries;
import org.tongxin.app.resources.Delivery;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.MovingDeliveries;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.NeedPriority;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;

/** Needs, offers, and the deliveries between them. */
@Controller
class NeedsController {

    private static final int NEAR = 8;
    private static final int USUAL_DAYS = 3;

    private final Readings readings;
    private final Needs needs;
    private final Offers offers;
    private final Deliveries deliveries;
    private final MovingDeliveries moving;
    private final Catalogue catalogue;
    private final Holders holders;
    private final Organisation organisation;
    private final DistrictClock clock;

    NeedsController(
            Readings readings,
            Needs needs,
            Offers offers,
            Deliveries deliveries,
            MovingDeliveries moving,
            Catalogue catalogue,
            Holders holders,
            Organisation organisation,
            DistrictClock clock) {
        this.readings = readings;
        this.needs = needs;
        this.offers = offers;
        this.deliveries = deliveries;
        this.moving = moving;
        this.catalogue = catalogue;
        this.holders = holders;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping("/supplies/needs")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String over,
            @RequestParam(defaultValue = "") String offered,
            @RequestParam(defaultValue = "") String road,
            Model model) {
        String territory = actor.territory();
        Paged<Need> open = needs.openPage(territory, Seen.of(after));
        model.addAttribute("needs", open.rows());
        model.addAttribute("page", open);
        model.addAttribute("counted", needs.counted(territory));
        Paged<Need> past = needs.overPage(territory, Seen.of(over), NEAR);
        model.addAttribute("over", past.rows());
        model.addAttribute("overPage", past);
        model.addAttribute("seen", Map.of("after", after, "over", over, "offered", offered, "road", road));
        Paged<Offer> given = offers.page(actor, Seen.of(offered));
        if (offers.namePersons(actor)) {
            readings.note(actor, Readings.Kind.SUPPLY, territory);
        }
        model.addAttribute("offers", given.rows());
        model.addAttribute("offersPage", given);
        model.addAttribute("offersTotal", offers.count(territory));
        Paged<Delivery> under = moving.page(territory, Seen.of(road));
        model.addAttribute("moving", under.rows());
        model.addAttribute("movingPage", under);
        model.addAttribute("asks", Needs.asks(actor));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("items", catalogue.items());
        model.addAttribute("units", holders.list(HolderKind.UNIT, territory));
        model.addAttribute("areas", organisation.list(AreaLevel.STREET, territory));
        model.addAttribute("communities", communities(actor));
        model.addAttribute("priorities", NeedPriority.values());
        model.addAttribute("givers", Offer.Giver.values());
        model.addAttribute("usual", clock.today().plusDays(USUAL_DAYS));
        return "resources/needs";
    }

    /** Below the district a list of communities is short enough to be offered. */
    private List<?> communities(Actor actor) {
        return actor.territory().length() < 9 ? List.of() : organisation.list(AreaLevel.COMMUNITY, actor.territory());
    }

    @GetMapping("/supplies/needs/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        Need need = needs.find(id, actor.territory()).orElseThrow(() -> new NotFound("need " + id));
        model.addAttribute("need", need);
        List<Delivery> answers = deliveries.ofNeed(id, actor.territory());
        model.addAttribute("deliveries", answers);
        model.addAttribute("untilDay", clock.dayOf(need.until()));
        model.addAttribute("answers", !answers.isEmpty() && deliveries.answers(actor, answers.getFirst()));
        model.addAttribute("items", catalogue.items());
        model.addAttribute("priorities", NeedPriority.values());
        model.addAttribute(
                "candidates",
                need.open() && need.remaining() > 0 ? deliveries.candidates(need, actor.territory(), NEAR) : List.of());
        model.addAttribute("asks", Needs.asks(actor));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        return "resources/need";
    }

    @PostMapping("/supplies/needs")
    String ask(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Need> outcome = typed.withQuantity(
                catalogue,
                quantity -> Typed.then(
                        typed.endOf("until", clock),
                        until -> needs.ask(actor, typed.text("key"), request(typed, item, quantity, until))));
        String onward = outcome instanceof Outcome.Accepted<Need> asked
                ? "/supplies/needs/" + asked.value().id()
                : "/supplies/needs";
        return Pages.after(outcome, onward, "/supplies/needs#ask", flash, typed.kept());
    }

    private static Needs.Request request(Typed typed, String item, long quantity, Instant until) {
        return new Needs.Request(
                typed.text("area"),
                typed.idOrNone("unit"),
                item,
                quantity,
                typed.choice(NeedPriority.class, "priority", NeedPriority.ORDINARY),
                until,
                typed.whole("people"),
                typed.text("why"),
                null);
    }

    @PostMapping("/supplies/needs/{id}/withdrawal")
    String withdraw(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(needs.withdraw(actor, id, version), "/supplies/needs/" + id, flash);
    }

    @PostMapping("/supplies/needs/{id}/change")
    String change(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Need need = needs.find(id, actor.territory()).orElseThrow(() -> new NotFound("need " + id));
        Typed typed = new Typed(form);
        Outcome<Need> outcome = Typed.then(
                typed.quantity(catalogue, need.itemCode(), "quantity"),
                quantity -> Typed.then(
                        typed.endOf("until", clock),
                        until -> needs.change(
                                actor,
                                id,
                                quantity,
                                typed.choice(NeedPriority.class, "priority", need.priority()),
                                until,
                                typed.version())));
        return typed.after(outcome, "/supplies/needs/" + id, flash);
    }

    @PostMapping("/supplies/needs/{id}/deliveries")
    String propose(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<Delivery> outcome = typed.withQuantity(
                catalogue,
                quantity -> deliveries.propose(
                        actor,
                        typed.text("key"),
                        id,
                        new Deliveries.Answer(
                                typed.idOrNone("from"), typed.idOrNone("offer"), typed.text("item"), quantity)));
        return typed.after(outcome, "/supplies/needs/" + id, flash);
    }

    @PostMapping("/supplies/deliveries/{id}/{act}")
    String act(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        Delivery delivery = deliveries.find(id, actor.territory()).orElseThrow(() -> new NotFound("delivery " + id));
        Typed typed = new Typed(form);
        Outcome<Delivery> outcome = switch (act) {
            case "acceptance" -> deliveries.accept(actor, id, typed.version());
            case "refusal" -> decline(actor, id, typed);
            case "sending" -> deliveries.send(actor, id, typed.version());
            case "receipt" -> receive(actor, id, typed);
            case "withdrawal" -> deliveries.withdraw(actor, id, typed.version());
            default -> throw new NotFound(act);
        };
        String page = "/supplies/needs/" + delivery.needId();
        return typed.after(outcome, page, flash);
    }

    private Outcome<Delivery> decline(Actor actor, UUID id, Typed typed) {
        String item = typed.text("item");
        Outcome<Long> quantity = item.isEmpty() ? Outcome.accepted(0L) : typed.quantity(catalogue, item, "quantity");
        return Typed.then(
                quantity,
                units -> deliveries.decline(
                        actor, id, new Deliveries.Wish(typed.text("wish"), item, units), typed.version()));
    }

    private Outcome<Delivery> receive(Actor actor, UUID id, Typed typed) {
        return Typed.then(
                typed.counted("received"),
                received -> deliveries.receive(actor, id, received, typed.text("reason"), typed.version()));
    }

    @PostMapping("/supplies/offers")
    String offer(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Offer> outcome = typed.withQuantity(
                catalogue,
                quantity -> Typed.then(
                        typed.endOf("until", clock),
                        until -> offers.offer(
                                actor,
                                typed.text("key"),
                                new Offers.Proposal(
                                        typed.choice(Offer.Giver.class, "giver", Offer.Giver.DONOR),
                                        typed.text("name"),
                                        typed.idOrNone("unit"),
                                        typed.text("area"),
                                        new Goods(
                                                item,
                                                quantity,
                                                typed.day("expires").orElse(null)),
                                        until))));
        return Pages.after(outcome, "/supplies/needs#offers", "/supplies/needs#offer", flash, typed.kept());
    }

    @PostMapping("/supplies/offers/{id}/withdrawal")
    String withdrawOffer(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(offers.withdraw(actor, id, version), "/supplies/needs", flash);
    }
}
