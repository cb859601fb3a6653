package org.tongxin.app.resources.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.resources.Donation;
import org.tongxin.app.resources.Donations;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.resources.Stock;
import org.tongxin.app.resources.Stocks;

/** Needs, stock and donations as files. */
@Controller
class SupplyFilesController {

    private static final int PAGE = 500;

    private final Readings readings;
    private final Offers offers;
    private final Needs needs;
    private final Stocks stocks;
    private final Donations donations;
    private final ListWords words;
    private final SuppliesText text;
    private final Sheets sheets;

    SupplyFilesController(
            Readings readings,
            Offers offers,
            Needs needs,
            Stocks stocks,
            Donations donations,
            ListWords words,
            SuppliesText text,
            Sheets sheets) {
        this.readings = readings;
        this.offers = offers;
        this.needs = needs;
        this.stocks = stocks;
        this.donations = donations;
        this.words = words;
        this.text = text;
        this.sheets = sheets;
    }

    /** Of every state, read while they are sent; noted as their page is, on which offers stand. */
    @GetMapping("/supplies/needs/all" + SheetFormat.PATH)
    void needs(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        if (offers.namePersons(actor)) {
            readings.note(actor, Readings.Kind.SUPPLY, actor.territory());
        }
        List<String> head = words.head(
                "number",
                "place",
                "areaCode",
                "item",
                "quantity",
                "unit",
                "received",
                "promised",
                "priority",
                "until",
                "people",
                "why",
                "state",
                "asked");
        sheets.send(
                response, format, "needs", head, row -> needs.each(actor.territory(), need -> row.accept(cells(need))));
    }

    private List<@Nullable Object> cells(Need need) {
        return Arrays.asList(
                need.number(),
                words.either(need.holderName(), need.holderNameEn()),
                need.areaPath(),
                words.either(need.itemName(), need.itemNameEn()),
                need.quantity(),
                words.either(need.unit(), need.unitEn()),
                need.received(),
                need.promised(),
                words.word("supplies.priority.", need.priority()),
                need.until(),
                need.people(),
                text.why(need.why()),
                words.word("lists.state.", need.state()),
                need.askedAt());
    }

    /** What lies where. */
    @GetMapping("/supplies/stock" + SheetFormat.PATH)
    void stock(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head =
                words.head("place", "areaCode", "itemCode", "item", "usable", "expired", "reserved", "floor", "unit");
        sheets.send(
                response,
                format,
                "stock",
                head,
                row -> stocks.list(actor.territory()).forEach(stock -> row.accept(cells(stock))));
    }

    private List<@Nullable Object> cells(Stock stock) {
        return Arrays.asList(
                words.either(stock.holderName(), stock.holderNameEn()),
                stock.areaPath(),
                stock.itemCode(),
                words.either(stock.itemName(), stock.itemNameEn()),
                stock.usable(),
                stock.expired(),
                stock.reserved(),
                stock.floor(),
                words.either(stock.unit(), stock.unitEn()));
    }

    /** The ledger that is for everybody, a page at a time. */
    @GetMapping("/supplies/donations/all" + SheetFormat.PATH)
    void donations(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "donor",
                "item",
                "quantity",
                "unit",
                "place",
                "receivedAt",
                "wish",
                "inStock",
                "onTheWay",
                "handedOut",
                "writtenOff",
                "passedOn");
        sheets.send(response, format, "donations", head, this::ledger);
    }

    private void ledger(Consumer<List<@Nullable Object>> row) {
        List<Donation> page = donations.list("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(donation -> row.accept(cells(donation)));
            page = donations.list(page.getLast().number(), PAGE);
        }
    }

    private List<@Nullable Object> cells(Donation donation) {
        return Arrays.asList(
                donation.number(),
                donation.donor(),
                words.either(donation.itemName(), donation.itemNameEn()),
                donation.quantity(),
                words.either(donation.unit(), donation.unitEn()),
                words.either(donation.holderName(), donation.holderNameEn()),
                donation.receivedAt(),
                donation.wish(),
                donation.inStock(),
                donation.onTheWay(),
                donation.handedOut(),
                donation.writtenOff(),
                donation.passedOn());
    }
}
