package org.tongxin.app.resources.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Deliveries;
import org.tongxin.app.resources.Delivery;
import org.tongxin.app.resources.Floor;
import org.tongxin.app.resources.ForecastTable;
import org.tongxin.app.resources.Forecasts;
import org.tongxin.app.resources.Holder;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Item;
import org.tongxin.app.resources.ItemKind;
import org.tongxin.app.resources.ItemUnit;
import org.tongxin.app.resources.LotStock;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Requisition;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Reserves;
import org.tongxin.app.resources.Stock;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Substitute;
import org.tongxin.app.resources.SupplyPlanning;
import org.tongxin.app.resources.Transfer;
import org.tongxin.app.resources.Transfers;

/** The first page of supplies, and the catalogue. */
@Controller
class SuppliesController {

    private static final int SHOWN = 12;
    private static final int ALL = 500;

    private final Readings readings;
    private final Catalogue catalogue;
    private final Holders holders;
    private final Stocks stocks;
    private final Needs needs;
    private final Deliveries deliveries;
    private final Reserves reserves;
    private final Procurement procurement;
    private final Producers producers;
    private final Transfers transfers;
    private final Requisitions requisitions;
    private final Forecasts forecasts;
    private final SupplyPlanning planning;
    private final DistrictClock clock;

    SuppliesController(
            Readings readings,
            Catalogue catalogue,
            Holders holders,
            Stocks stocks,
            Needs needs,
            Deliveries deliveries,
            Reserves reserves,
            Procurement procurement,
            Producers producers,
            Transfers transfers,
            Requisitions requisitions,
            Forecasts forecasts,
            SupplyPlanning planning,
            DistrictClock clock) {
        this.readings = readings;
        this.catalogue = catalogue;
        this.holders = holders;
        this.stocks = stocks;
        this.needs = needs;
        this.deliveries = deliveries;
        this.reserves = reserves;
        this.procurement = procurement;
        this.producers = producers;
        this.transfers = transfers;
        this.requisitions = requisitions;
        this.forecasts = forecasts;
        this.planning = planning;
        this.clock = clock;
    }

    @GetMapping("/supplies")
    String overview(Actor actor, Model model) {
        String territory = actor.territory();
        List<Floor> below = reserves.below(territory);
        List<LotStock> expiring = stocks.expiring(territory, Reserves.EXPIRY_AHEAD_DAYS);
        model.addAttribute("below", below);
        model.addAttribute("expiring", expiring.stream().limit(SHOWN).toList());
        model.addAttribute("expiringCount", expiring.size());
        model.addAttribute(
                "expired",
                expiring.stream().filter(lot -> lot.expired(clock.today())).count());
        model.addAttribute("counted", needs.counted(territory));
        model.addAttribute("needs", needs.open(territory, SHOWN));
        model.addAttribute("toAnswer", deliveries.list(Delivery.State.PROPOSED, territory, SHOWN));
        model.addAttribute("toReceive", deliveries.list(Delivery.State.SENT, territory, SHOWN));
        model.addAttribute("undecided", undecided(territory));
        List<Requisition> taken = toReturn(territory);
        if (!taken.isEmpty()) {
            readings.note(actor, Readings.Kind.SUPPLY, territory);
        }
        model.addAttribute("toReturn", taken);
        model.addAttribute("places", places(territory));
        model.addAttribute("placesTotal", holders.count(territory, Sought.of("")));
        model.addAttribute("today", clock.today());
        model.addAttribute("forecasts", planning.sees(actor) ? forecasts.list() : List.of());
        model.addAttribute("planned", planning.sees(actor));
        return "resources/overview";
    }

    /** For who answers for the district, since it is set against the stock of the whole district. */
    @GetMapping("/supplies/forecast")
    String forecast(Actor actor, Model model) {
        model.addAttribute("sees", planning.sees(actor));
        model.addAttribute("forecasts", planning.sees(actor) ? forecasts.list() : List.of());
        model.addAttribute("lines", ForecastTable.LINES);
        model.addAttribute("version", ForecastTable.VERSION);
        return "resources/forecast";
    }

    private List<Transfer> undecided(String territory) {
        return transfers.list(territory, ALL).stream()
                .filter(each -> each.state() == Transfer.State.PROPOSED)
                .toList();
    }

    private List<Requisition> toReturn(String territory) {
        return requisitions.list(territory, ALL).stream()
                .filter(each -> each.state() != Requisition.State.CLOSED)
                .limit(SHOWN)
                .toList();
    }

    private List<Holder> places(String territory) {
        return Stream.of(HolderKind.WAREHOUSE, HolderKind.UNIT, HolderKind.COMMUNITY_STORE)
                .flatMap(kind -> holders.list(kind, territory).stream())
                .limit(SHOWN)
                .toList();
    }

    @GetMapping("/supplies/items")
    String items(Actor actor, Model model) {
        model.addAttribute("items", catalogue.items());
        model.addAttribute("kinds", ItemKind.values());
        model.addAttribute(
                "totals",
                stocks.list(actor.territory()).stream()
                        .collect(Collectors.groupingBy(Stock::itemCode, Collectors.summingLong(Stock::usable))));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        return "resources/items";
    }

    @PostMapping("/supplies/items")
    String add(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        int days = typed.whole("shelfDays");
        Outcome<Item> outcome = catalogue.add(
                actor,
                new Item(
                        typed.text("code"),
                        typed.text("name"),
                        typed.text("nameEn"),
                        typed.choice(ItemKind.class, "kind", ItemKind.DAILY),
                        typed.text("unit"),
                        typed.text("unitEn"),
                        days == 0 ? null : days,
                        false));
        return Pages.after(outcome, "/supplies/items/" + typed.text("code"), "/supplies/items", flash, typed.kept());
    }

    @GetMapping("/supplies/items/{code}")
    String item(Actor actor, @PathVariable String code, Model model) {
        Item item = catalogue.find(code).orElseThrow(() -> new NotFound("item " + code));
        String territory = actor.territory();
        model.addAttribute("item", item);
        model.addAttribute("units", catalogue.units(code));
        model.addAttribute("standIns", catalogue.standIns(code));
        model.addAttribute("items", catalogue.items());
        List<Stock> lying = stocks.ofItem(code, territory);
        model.addAttribute("stocks", lying);
        model.addAttribute("usable", lying.stream().mapToLong(Stock::usable).sum());
        model.addAttribute(
                "floors",
                reserves.floors(territory).stream()
                        .filter(floor -> floor.itemCode().equals(code))
                        .toList());
        model.addAttribute(
                "agreements",
                procurement.agreements(territory).stream()
                        .filter(each -> each.itemCode().equals(code))
                        .toList());
        model.addAttribute(
                "producers",
                producers.list(territory).stream()
                        .filter(each -> each.itemCode().equals(code))
                        .toList());
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        return "resources/item";
    }

    @PostMapping("/supplies/items/{code}/units")
    String addUnit(
            Actor actor, @PathVariable String code, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String page = "/supplies/items/" + code;
        ItemUnit unit = new ItemUnit(code, typed.text("name"), typed.text("nameEn"), typed.whole("factor"));
        return Pages.after(catalogue.addUnit(actor, unit), page, page, flash, typed.kept());
    }

    @PostMapping("/supplies/items/{code}/stand-ins")
    String addStandIn(
            Actor actor, @PathVariable String code, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        Typed typed = new Typed(form);
        String page = "/supplies/items/" + code;
        Substitute substitute = new Substitute(typed.text("other"), code, typed.whole("standsFor"));
        return Pages.after(catalogue.addSubstitute(actor, substitute), page, page, flash, typed.kept());
    }
}
