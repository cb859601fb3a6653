package org.tongxin.app.resources.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Deputies;
import org.tongxin.app.resources.Floor;
import org.tongxin.app.resources.Holder;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.LedgerPage;
import org.tongxin.app.resources.Reserves;
import org.tongxin.app.resources.Stock;
import org.tongxin.app.resources.Stocks;

/** One warehouse, unit or store: what lies there, its ledger, and what is done with it. */
@Controller
class PlacesController {

    private static final int PAGE = 30;

    private final Holders holders;
    private final Stocks stocks;
    private final Deputies deputies;
    private final Reserves reserves;
    private final Catalogue catalogue;
    private final DistrictClock clock;

    PlacesController(
            Holders holders,
            Stocks stocks,
            Deputies deputies,
            Reserves reserves,
            Catalogue catalogue,
            DistrictClock clock) {
        this.holders = holders;
        this.stocks = stocks;
        this.deputies = deputies;
        this.reserves = reserves;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param item only lines of this item; @param before only lines written before this serial */
    /** @param q part of a name or its pinyin */
    @GetMapping("/supplies/places")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Sought sought = Sought.of(q);
        Paged<Holder> page = holders.page(actor.territory(), sought, Seen.of(after));
        model.addAttribute("places", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("total", holders.count(actor.territory(), sought));
        model.addAttribute("q", q.strip());
        return "resources/places";
    }

    @GetMapping("/supplies/places/{id}")
    String one(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        Holder place = holders.find(id, actor.territory())
                .filter(found -> found.kind().physical())
                .orElseThrow(() -> new NotFound("place " + id));
        LedgerPage ledger = stocks.entries(id, actor.territory(), item, before, PAGE);
        model.addAttribute("place", place);
        model.addAttribute("stocks", stocks.ofHolder(id, actor.territory()));
        model.addAttribute("lots", stocks.lots(id, actor.territory()));
        model.addAttribute("floors", floors(id, actor.territory()));
        model.addAttribute("lines", ledger.lines());
        model.addAttribute("older", ledger.older());
        model.addAttribute("origins", place.kind().receives() ? stocks.whereFrom(id, actor.territory()) : List.of());
        model.addAttribute("item", item);
        model.addAttribute("items", catalogue.items());
        model.addAttribute("keeps", Stocks.keeps(actor, place));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("warehouse", place.kind() == HolderKind.WAREHOUSE);
        model.addAttribute("targets", targets(actor, place));
        model.addAttribute("names", Deputies.names(actor, place));
        model.addAttribute("deputies", deputies.of(id));
        model.addAttribute("today", clock.today());
        return "resources/place";
    }

    /** What a community gives out to residents, for its door: on A4 in large type. */
    /** @param goods codes of what the notice tells of @param chosen whether a choice was made: else it tells of all that is free */
    @GetMapping("/supplies/places/{id}/notice")
    String notice(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> goods,
            @RequestParam(defaultValue = "false") boolean chosen,
            Model model) {
        Holder place = holders.find(id, actor.territory())
                .filter(found -> found.kind() == HolderKind.COMMUNITY_STORE)
                .orElseThrow(() -> new NotFound("place " + id));
        model.addAttribute("place", place);
        List<Stock> free = stocks.ofHolder(id, actor.territory()).stream()
                .filter(stock -> stock.free() > 0)
                .toList();
        List<Stock> told = free.stream()
                .filter(stock -> !chosen || goods.contains(stock.itemCode()))
                .toList();
        model.addAttribute("free", free);
        model.addAttribute("stocks", told);
        model.addAttribute("told", told.stream().map(Stock::itemCode).toList());
        model.addAttribute("now", clock.now());
        return "resources/place-notice";
    }

    /** Where goods may go from here: any warehouse, and from a store the other stores that the post keeps. */
    private List<Holder> targets(Actor actor, Holder place) {
        Stream<Holder> warehouses = holders.list(HolderKind.WAREHOUSE, "").stream();
        Stream<Holder> stores = Stream.of(HolderKind.COMMUNITY_STORE, HolderKind.UNIT)
                .flatMap(kind -> holders.list(kind, actor.territory()).stream())
                .filter(each -> place.kind().receives() && Stocks.keeps(actor, each));
        return Stream.concat(warehouses, stores)
                .filter(each -> !each.id().equals(place.id()))
                .toList();
    }

    private List<Floor> floors(UUID place, String territory) {
        return reserves.floors(territory).stream()
                .filter(floor -> floor.holderId().equals(place))
                .toList();
    }

    @PostMapping("/supplies/places")
    String open(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<Holder> outcome = holders.open(
                actor,
                typed.choice(HolderKind.class, "kind", HolderKind.WAREHOUSE),
                typed.text("name"),
                typed.text("nameEn"),
                typed.text("area"),
                false);
        String onward = outcome instanceof Outcome.Accepted<Holder> opened
                ? "/supplies/places/" + opened.value().id()
                : "/supplies";
        return Pages.after(outcome, onward, "/supplies", flash, typed.kept());
    }

    @PostMapping("/supplies/places/{id}/hand-outs")
    String handOut(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<UUID> outcome = typed.withQuantity(
                catalogue, quantity -> stocks.handOut(actor, typed.text("key"), id, item, quantity, typed.text("why")));
        return back(outcome, id, typed, flash);
    }

    @PostMapping("/supplies/places/{id}/relocations")
    String relocate(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<UUID> outcome = typed.withQuantity(
                catalogue,
                quantity -> stocks.relocate(
                        actor,
                        typed.text("key"),
                        new Stocks.Move(id, typed.id("to"), item, typed.idOrNone("lot"), quantity, typed.text("why"))));
        return back(outcome, id, typed, flash);
    }

    @PostMapping("/supplies/places/{id}/deputies")
    String name(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<String> outcome = typed.text("act").equals("end")
                ? deputies.end(actor, id, typed.text("login"))
                : deputies.name(actor, id, typed.text("login"));
        return back(outcome, id, typed, flash);
    }

    @PostMapping("/supplies/places/{id}/counts")
    String count(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        Outcome<UUID> outcome = Typed.then(
                typed.counted("counted"),
                counted -> stocks.count(actor, typed.text("key"), id, typed.id("lot"), counted, typed.text("why")));
        return back(outcome, id, typed, flash);
    }

    @PostMapping("/supplies/places/{id}/floors")
    String floor(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String item = typed.text("item");
        Outcome<Floor> outcome = Typed.then(
                typed.quantity(catalogue, item, "minimum"),
                minimum -> Typed.then(
                        typed.quantity(catalogue, item, "target"),
                        target -> reserves.set(actor, id, item, minimum, target)));
        return back(outcome, id, typed, flash);
    }

    @PostMapping("/supplies/places/{id}/corrections")
    String correct(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        return back(stocks.correct(actor, typed.id("movement"), typed.text("why")), id, typed, flash);
    }

    private static String back(Outcome<?> outcome, UUID id, Typed typed, RedirectAttributes flash) {
        return typed.after(outcome, "/supplies/places/" + id, flash);
    }
}
