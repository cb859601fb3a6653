package org.tongxin.app.resources.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.resources.Agreement;
import org.tongxin.app.resources.Block;
import org.tongxin.app.resources.Order;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Producer;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Requisition;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Transfer;
import org.tongxin.app.resources.Transfers;

/** What comes into the district as files: orders and agreements, producers and what blocks them, transfers, requisitions. */
@Controller
class ProcurementFilesController {

    private final Readings readings;
    private final Procurement procurement;
    private final Producers producers;
    private final Transfers transfers;
    private final Requisitions requisitions;
    private final ListWords words;
    private final Sheets sheets;

    ProcurementFilesController(
            Readings readings,
            Procurement procurement,
            Producers producers,
            Transfers transfers,
            Requisitions requisitions,
            ListWords words,
            Sheets sheets) {
        this.readings = readings;
        this.procurement = procurement;
        this.producers = producers;
        this.transfers = transfers;
        this.requisitions = requisitions;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/supplies/procurement/orders" + SheetFormat.PATH)
    void orders(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "agreement",
                "supplier",
                "item",
                "quantity",
                "unit",
                "yuan",
                "place",
                "due",
                "state",
                "received",
                "note",
                "orderedAt");
        sheets.send(
                response,
                format,
                "orders",
                head,
                row -> Paged.each(
                        seen -> procurement.orderPage(actor.territory(), seen),
                        (Order order) -> row.accept(cells(order))));
    }

    private List<@Nullable Object> cells(Order order) {
        return Arrays.asList(
                order.number(),
                order.agreementNumber(),
                words.either(order.supplierName(), order.supplierNameEn()),
                words.either(order.itemName(), order.itemNameEn()),
                order.quantity(),
                words.either(order.unit(), order.unitEn()),
                yuan(order.costFen()),
                words.either(order.holderName(), order.holderNameEn()),
                order.dueOn(),
                words.word("word.SUPPLY_", order.state()),
                order.arrived(),
                order.note(),
                order.orderedAt());
    }

    /** Fen are hundredths of a yuan. */
    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** Under which the reader may order. */
    @GetMapping("/supplies/procurement/agreements" + SheetFormat.PATH)
    void agreements(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "supplier",
                "contact",
                "itemCode",
                "item",
                "unit",
                "price",
                "perDay",
                "inAll",
                "ordered",
                "leftToday",
                "leadDays",
                "from",
                "to");
        sheets.send(
                response,
                format,
                "agreements",
                head,
                row -> procurement.agreements(actor).forEach(agreement -> row.accept(cells(agreement))));
    }

    private List<@Nullable Object> cells(Agreement agreement) {
        return Arrays.asList(
                agreement.number(),
                words.either(agreement.supplierName(), agreement.supplierNameEn()),
                agreement.contact(),
                agreement.itemCode(),
                words.either(agreement.itemName(), agreement.itemNameEn()),
                words.either(agreement.unit(), agreement.unitEn()),
                yuan(agreement.priceFen()),
                agreement.perDay(),
                agreement.total(),
                agreement.ordered(),
                agreement.leftToday(),
                agreement.leadDays(),
                agreement.validFrom(),
                agreement.validTo());
    }

    @GetMapping("/supplies/producers/all" + SheetFormat.PATH)
    void producers(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "producer",
                "area",
                "areaCode",
                "item",
                "unit",
                "perDay",
                "running",
                "contact",
                "checked",
                "inScenario");
        sheets.send(
                response,
                format,
                "producers",
                head,
                row -> producers.list(actor.territory()).forEach(producer -> row.accept(cells(producer))));
    }

    private List<@Nullable Object> cells(Producer producer) {
        return Arrays.asList(
                words.either(producer.name(), producer.nameEn()),
                words.either(producer.areaName(), producer.areaNameEn()),
                producer.areaPath(),
                words.either(producer.itemName(), producer.itemNameEn()),
                words.either(producer.unit(), producer.unitEn()),
                producer.perDay(),
                producer.running(),
                producer.contact(),
                producer.checkedOn(),
                words.yesOrNo(producer.scenario()));
    }

    /** Open ones, then those cleared. */
    @GetMapping("/supplies/producers/blocks" + SheetFormat.PATH)
    void blocks(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head =
                words.head("producer", "item", "perDay", "unit", "kind", "what", "clearer", "due", "cleared", "how");
        sheets.send(response, format, "blocks", head, row -> {
            producers.open(actor.territory()).forEach(block -> row.accept(cells(block)));
            Paged.each(seen -> producers.cleared(actor.territory(), seen), (Block block) -> row.accept(cells(block)));
        });
    }

    private List<@Nullable Object> cells(Block block) {
        return Arrays.asList(
                words.either(block.producerName(), block.producerNameEn()),
                words.either(block.itemName(), block.itemNameEn()),
                block.perDay(),
                words.either(block.unit(), block.unitEn()),
                words.word("supplies.block.", block.kind()),
                block.what(),
                block.clearer(),
                block.dueOn(),
                block.clearedAt(),
                block.how());
    }

    @GetMapping("/supplies/transfers/all" + SheetFormat.PATH)
    void transfers(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "direction",
                "partner",
                "gift",
                "item",
                "quantity",
                "moved",
                "unit",
                "place",
                "areaCode",
                "why",
                "priority",
                "state",
                "proposed",
                "decided",
                "validUntil",
                "note");
        sheets.send(
                response,
                format,
                "transfers",
                head,
                row -> Paged.each(
                        seen -> transfers.page(actor.territory(), seen),
                        (Transfer transfer) -> row.accept(cells(transfer))));
    }

    private List<@Nullable Object> cells(Transfer transfer) {
        return Arrays.asList(
                transfer.number(),
                words.word("word.SUPPLY_", transfer.direction()),
                transfer.partner(),
                words.yesOrNo(transfer.gift()),
                words.either(transfer.itemName(), transfer.itemNameEn()),
                transfer.quantity(),
                transfer.moved(),
                words.either(transfer.unit(), transfer.unitEn()),
                words.either(transfer.holderName(), transfer.holderNameEn()),
                transfer.areaPath(),
                transfer.why(),
                words.word("supplies.road.", transfer.priority()),
                transfer.state() == Transfer.State.PROPOSED
                        ? words.word("supplies.transfer.PROPOSED")
                        : words.word("word.SUPPLY_", transfer.state()),
                transfer.proposedAt(),
                transfer.decidedAt(),
                transfer.validUntil(),
                transfer.note());
    }

    @GetMapping("/supplies/requisitions/all" + SheetFormat.PATH)
    void requisitions(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        if (requisitions.count(actor.territory()) > 0) {
            readings.note(actor, Readings.Kind.SUPPLY, actor.territory());
        }
        List<String> head = words.head(
                "number",
                "goodsOf",
                "basis",
                "why",
                "item",
                "quantity",
                "taken",
                "outstanding",
                "unit",
                "place",
                "areaCode",
                "from",
                "to",
                "returnBy",
                "state",
                "paid",
                "decided",
                "closed");
        sheets.send(
                response,
                format,
                "requisitions",
                head,
                row -> Paged.each(
                        seen -> requisitions.page(actor.territory(), seen),
                        (Requisition requisition) -> row.accept(cells(requisition))));
    }

    private List<@Nullable Object> cells(Requisition requisition) {
        return Arrays.asList(
                requisition.number(),
                requisition.owner(),
                requisition.basis(),
                requisition.why(),
                words.either(requisition.itemName(), requisition.itemNameEn()),
                requisition.quantity(),
                requisition.taken(),
                requisition.outstanding(),
                words.either(requisition.unit(), requisition.unitEn()),
                words.either(requisition.holderName(), requisition.holderNameEn()),
                requisition.areaPath(),
                requisition.fromOn(),
                requisition.untilOn(),
                requisition.returnBy(),
                words.word("word.SUPPLY_", requisition.state()),
                yuan(requisition.compensationFen()),
                requisition.decidedAt(),
                requisition.closedAt());
    }
}
