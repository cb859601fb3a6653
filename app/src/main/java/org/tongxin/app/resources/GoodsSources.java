package org.tongxin.app.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;

/**
 * All a plan of goods may draw on: what lies in warehouses, what is offered, what was approved to come from other districts, and what
 * producers could make. Only items that somebody asks for, or that may stand in for them. Thread-safe.
 */
@Component
class GoodsSources {

    private static final String SHELVES = """
            select 'STOCK' as origin, h.id as holder_id, h.name as holder_name, h.name_en as holder_name_en,
                   a.latitude, a.longitude, i.code as item_code, i.name as item_name, i.name_en as item_name_en,
                   i.unit, i.unit_en, coalesce(s.usable, 0)::bigint as usable, coalesce(s.soon, 0)::bigint as soon,
                   coalesce(s.promised, 0)::bigint as reserved, coalesce(s.floor, 0)::bigint as floor,
                   '' as number, '' as contact, 0 as from_day
            from supply_holder h join area a on a.path = h.area_path
            join supply_item i on exists (select 1 from supply_need n where n.state = 'OPEN' and (n.item_code = i.code
                or exists (select 1 from supply_substitute x where x.item_code = i.code and x.for_code = n.item_code)))
            left join supply_shelf(:today, :keeps) s on s.holder_id = h.id and s.item_code = i.code
            where h.kind = 'WAREHOUSE' and h.area_path >= :territory and h.area_path < :territory || '~'
            order by h.id, i.code
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Catalogue catalogue;
    private final Holders holders;
    private final Offers offers;
    private final Transfers transfers;
    private final Producers producers;
    private final Organisation organisation;

    GoodsSources(
            JdbcClient jdbc,
            Clerk clerk,
            Catalogue catalogue,
            Holders holders,
            Offers offers,
            Transfers transfers,
            Producers producers,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.catalogue = catalogue;
        this.holders = holders;
        this.offers = offers;
        this.transfers = transfers;
        this.producers = producers;
        this.organisation = organisation;
    }

    /** Always in the same order. @param needs what is asked for */
    List<Shelf> list(String territory, List<Need> needs) {
        Set<String> asked = needs.stream().map(Need::itemCode).collect(Collectors.toSet());
        Set<String> items = Stream.concat(
                        asked.stream(),
                        catalogue.standIns().stream()
                                .filter(each -> asked.contains(each.forCode()))
                                .map(Substitute::itemCode))
                .collect(Collectors.toSet());
        List<Shelf> stock = stock(territory);
        List<Shelf> all = new ArrayList<>(stock);
        all.addAll(coming(territory, items, stock));
        all.addAll(offered(territory, items));
        all.addAll(made(territory, items));
        return all;
    }

    private List<Shelf> stock(String territory) {
        return jdbc.sql(SHELVES)
                .param("territory", territory)
                .param("today", clerk.today())
                .param("keeps", ShortageTable.KEEPS_DAYS)
                .query(Shelf.class)
                .list();
    }

    /** What comes to a warehouse first fills up to its floor what is missing there. */
    private List<Shelf> coming(String territory, Set<String> items, List<Shelf> stock) {
        Map<List<?>, Long> missing = new HashMap<>();
        stock.forEach(shelf -> missing.put(
                List.of(shelf.holderId(), shelf.itemCode()),
                Math.max(0, shelf.floor() + shelf.reserved() - shelf.usable())));
        List<Shelf> coming = new ArrayList<>();
        for (Transfer transfer : transfers.coming(territory)) {
            if (items.contains(transfer.itemCode())) {
                List<?> place = List.of(transfer.holderId(), transfer.itemCode());
                long kept = Math.min(missing.getOrDefault(place, 0L), transfer.quantity());
                missing.merge(place, -kept, Long::sum);
                coming.add(coming(transfer, kept));
            }
        }
        return coming;
    }

    private Shelf coming(Transfer transfer, long kept) {
        Optional<Holder> place = holders.find(transfer.holderId(), "");
        return new Shelf(
                Shelf.Origin.TRANSFER,
                transfer.holderId(),
                transfer.holderName(),
                transfer.holderNameEn(),
                place.map(Holder::latitude).orElse(null),
                place.map(Holder::longitude).orElse(null),
                transfer.itemCode(),
                transfer.itemName(),
                transfer.itemNameEn(),
                transfer.unit(),
                transfer.unitEn(),
                transfer.quantity(),
                0,
                0,
                kept,
                transfer.number(),
                "",
                clerk.daysUntil(transfer.validUntil()));
    }

    /** Several offers of one unit never promise more than is free there. */
    private List<Shelf> offered(String territory, Set<String> items) {
        Map<List<?>, Long> promised = new HashMap<>();
        List<Shelf> offered = new ArrayList<>();
        for (Offer offer : offers.open(territory)) {
            if (items.contains(offer.itemCode()) && offer.until().isAfter(clerk.now())) {
                UUID unit = offer.unitId() == null ? offer.id() : offer.unitId();
                List<?> place = List.of(unit, offer.itemCode());
                long free = offers.free(offer, promised.getOrDefault(place, 0L));
                promised.merge(place, free, Long::sum);
                offered.add(offered(offer, free));
            }
        }
        return offered;
    }

    private Shelf offered(Offer offer, long free) {
        return new Shelf(
                Shelf.Origin.OFFER,
                offer.id(),
                offer.number() + " " + offer.areaName(),
                offer.number() + " " + offer.areaNameEn(),
                offer.latitude(),
                offer.longitude(),
                offer.itemCode(),
                offer.itemName(),
                offer.itemNameEn(),
                offer.unit(),
                offer.unitEn(),
                free,
                expiresTooSoon(offer) ? free : 0,
                0,
                0,
                offer.number(),
                "",
                0);
    }

    private boolean expiresTooSoon(Offer offer) {
        if (offer.expiresOn() == null) {
            return false;
        }
        Integer shelfDays =
                catalogue.find(offer.itemCode()).map(Item::shelfDays).orElse(null);
        int days = shelfDays == null ? ShortageTable.KEEPS_DAYS : Math.min(ShortageTable.KEEPS_DAYS, shelfDays / 4);
        return offer.expiresOn().isBefore(clerk.today().plusDays(days));
    }

    /** Only what nothing keeps them from. */
    private List<Shelf> made(String territory, Set<String> items) {
        return producers.list(territory).stream()
                .filter(producer -> items.contains(producer.itemCode()) && producer.running() > 0)
                .sorted(Comparator.comparing(Producer::id))
                .map(this::made)
                .toList();
    }

    private Shelf made(Producer producer) {
        Optional<Area> area = organisation.findArea(producer.areaPath());
        return new Shelf(
                Shelf.Origin.PRODUCER,
                producer.id(),
                producer.name(),
                producer.nameEn(),
                area.map(Area::latitude).orElse(null),
                area.map(Area::longitude).orElse(null),
                producer.itemCode(),
                producer.itemName(),
                producer.itemNameEn(),
                producer.unit(),
                producer.unitEn(),
                producer.running(),
                0,
                0,
                0,
                "",
                producer.contact(),
                ShortageTable.PRODUCER_FROM_DAY);
    }
}
