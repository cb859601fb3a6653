package org.tongxin.app.resources.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.resources.Delivery;
import org.tongxin.app.resources.Holder;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.LedgerEntry;
import org.tongxin.app.resources.LedgerPage;
import org.tongxin.app.resources.MovingDeliveries;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.resources.Stocks;

/** Places where goods lie, the ledger of a place, offers, and deliveries on their way as files. */
@Controller
class MovementFilesController {

    private static final int MOVEMENTS = 500;

    private final Readings readings;
    private final Offers offers;
    private final MovingDeliveries moving;
    private final Holders holders;
    private final Stocks stocks;
    private final ListWords words;
    private final Sheets sheets;

    MovementFilesController(
            Readings readings,
            Offers offers,
            MovingDeliveries moving,
            Holders holders,
            Stocks stocks,
            ListWords words,
            Sheets sheets) {
        this.readings = readings;
        this.offers = offers;
        this.moving = moving;
        this.holders = holders;
        this.stocks = stocks;
        this.words = words;
        this.sheets = sheets;
    }

    /** Those that still have something left; who offers stands there only for who handles them. */
    @GetMapping("/supplies/offers/all" + SheetFormat.PATH)
    void offers(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        noteAsThePage(actor);
        List<String> head = words.head(
                "number", "item", "left", "quantity", "unit", "giver", "name", "area", "areaCode", "expiresOn", "to");
        sheets.send(
                response,
                format,
                "offers",
                head,
                row -> Paged.each(seen -> offers.page(actor, seen), (Offer offer) -> row.accept(cells(offer))));
    }

    /** Offers stand on the page of needs and of what is on its way. */
    private void noteAsThePage(Actor actor) {
        if (offers.namePersons(actor)) {
            readings.note(actor, Readings.Kind.SUPPLY, actor.territory());
        }
    }

    private List<@Nullable Object> cells(Offer offer) {
        return Arrays.asList(
                offer.number(),
                words.either(offer.itemName(), offer.itemNameEn()),
                offer.left(),
                offer.quantity(),
                words.either(offer.unit(), offer.unitEn()),
                words.word("supplies.giver.", offer.giver()),
                offer.name(),
                words.either(offer.areaName(), offer.areaNameEn()),
                offer.areaPath(),
                offer.expiresOn(),
                offer.until());
    }

    /** Those that are not over. */
    @GetMapping("/supplies/deliveries/all" + SheetFormat.PATH)
    void deliveries(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        noteAsThePage(actor);
        List<String> head = words.head(
                "number",
                "need",
                "item",
                "quantity",
                "unit",
                "fromPlace",
                "toPlace",
                "areaCode",
                "priority",
                "state",
                "proposed",
                "sent");
        sheets.send(
                response,
                format,
                "deliveries",
                head,
                row -> Paged.each(
                        seen -> moving.page(actor.territory(), seen),
                        (Delivery delivery) -> row.accept(cells(delivery))));
    }

    private List<@Nullable Object> cells(Delivery delivery) {
        return Arrays.asList(
                delivery.number(),
                delivery.needNumber(),
                words.either(delivery.itemName(), delivery.itemNameEn()),
                delivery.quantity(),
                words.either(delivery.unit(), delivery.unitEn()),
                words.either(delivery.from(), delivery.fromEn()),
                words.either(delivery.toName(), delivery.toNameEn()),
                delivery.toPath(),
                words.word("supplies.road.", delivery.priority()),
                words.word("word.SUPPLY_", delivery.state()),
                delivery.proposedAt(),
                delivery.sentAt());
    }

    /** @param q as on the page */
    @GetMapping("/supplies/places/all" + SheetFormat.PATH)
    void places(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        List<String> head = words.head("place", "kind", "area", "areaCode", "inScenario");
        sheets.send(
                response,
                format,
                "places",
                head,
                row -> Paged.each(
                        seen -> holders.page(actor.territory(), Sought.of(q), seen),
                        (Holder place) -> row.accept(cells(place))));
    }

    private List<@Nullable Object> cells(Holder place) {
        return Arrays.asList(
                words.either(place.name(), place.nameEn()),
                words.word("supplies.holder.", place.kind()),
                words.either(place.areaName(), place.areaNameEn()),
                place.areaPath(),
                words.yesOrNo(place.scenario()));
    }

    /** Every movement of a place, newest first. @param item only of this one; empty for all */
    @GetMapping("/supplies/places/{id}/ledger" + SheetFormat.PATH)
    void ledger(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String item,
            HttpServletResponse response)
            throws IOException {
        Holder place = holders.find(id, actor.territory())
                .filter(found -> found.kind().physical())
                .orElseThrow(() -> new NotFound("place " + id));
        List<String> head = words.head(
                "at",
                "itemCode",
                "item",
                "lot",
                "movement",
                "change",
                "balance",
                "unit",
                "other",
                "why",
                "login",
                "reversed");
        sheets.send(response, format, "ledger", head, row -> ledger(place.id(), actor.territory(), item, row));
    }

    private void ledger(UUID place, String territory, String item, Consumer<List<@Nullable Object>> row) {
        Long before = Long.MAX_VALUE;
        while (before != null) {
            LedgerPage page = stocks.entries(place, territory, item, before, MOVEMENTS);
            page.lines().forEach(line -> row.accept(cells(line)));
            before = page.older();
        }
    }

    private List<@Nullable Object> cells(LedgerEntry line) {
        String other = line.other();
        String otherEn = line.otherEn();
        return Arrays.asList(
                line.at(),
                line.itemCode(),
                words.either(line.itemName(), line.itemNameEn()),
                line.lotNumber(),
                words.word("supplies.movement.", line.kind()),
                line.change(),
                line.balance(),
                words.either(line.unit(), line.unitEn()),
                other == null ? null : words.either(other, otherEn == null ? "" : otherEn),
                line.why(),
                line.who(),
                words.yesOrNo(line.reversed()));
    }
}
