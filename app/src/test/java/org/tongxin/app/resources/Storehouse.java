package org.tongxin.app.resources;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.resources.internal.TablesOfSupplies;
import org.tongxin.app.support.TestDistrict;

/** A warehouse of the made-up district with masks, which keep, and vegetable parcels, which do not. */
@TestComponent
public class Storehouse {

    public static final String MASK = "MASK";
    public static final String PARCEL = "PARCEL";

    private final TestDistrict district;
    private final Catalogue catalogue;
    private final Holders holders;
    private final Stocks stocks;
    private final Needs needs;
    private final DistrictClock clock;
    private final JdbcClient jdbc;
    private @Nullable UUID warehouse;

    Storehouse(
            TestDistrict district,
            Catalogue catalogue,
            Holders holders,
            Stocks stocks,
            Needs needs,
            DistrictClock clock,
            JdbcClient jdbc) {
        this.district = district;
        this.catalogue = catalogue;
        this.holders = holders;
        this.stocks = stocks;
        this.needs = needs;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** An empty warehouse and the two items. */
    public void open() {
        district.open();
        jdbc.sql("truncate " + TablesOfSupplies.names()).update();
        Actor officer = district.actor("officer");
        catalogue
                .add(officer, new Item(MASK, "口罩", "Masks", ItemKind.PROTECTION, "只", "pcs", null, true))
                .orThrow();
        catalogue.addUnit(officer, new ItemUnit(MASK, "箱", "carton", 2_000)).orThrow();
        catalogue
                .add(officer, new Item(PARCEL, "蔬菜包", "Vegetable parcels", ItemKind.FOOD, "份", "parcels", 5, true))
                .orThrow();
        warehouse = place(HolderKind.WAREHOUSE, "柳荫库", TestDistrict.STREET);
    }

    public UUID warehouse() {
        return java.util.Objects.requireNonNull(warehouse);
    }

    public UUID place(HolderKind kind, String name, String area) {
        return holders.open(district.actor("officer"), kind, name, name, area, true)
                .orThrow()
                .id();
    }

    public void stock(String key, String item, long quantity, @Nullable LocalDate expiresOn) {
        stocks.opening(district.actor("officer"), key, warehouse(), new Goods(item, quantity, expiresOn))
                .orThrow();
    }

    public Need ask(String login, String area, String item, long quantity) {
        return needs.ask(district.actor(login), area + item + quantity, request(area, item, quantity))
                .orThrow();
    }

    public Needs.Request request(String area, String item, long quantity) {
        return new Needs.Request(
                area,
                null,
                item,
                quantity,
                NeedPriority.URGENT,
                clock.now().plus(Duration.ofDays(3)),
                40,
                "志愿者没有口罩了",
                null);
    }

    /** Goods of a hotel, for three weeks from today. */
    public Requisitions.Decision requisition(String item, long quantity) {
        return new Requisitions.Decision(
                "柳荫宾馆",
                "集中隔离点用",
                item,
                quantity,
                warehouse(),
                clock.today(),
                clock.today().plusDays(20),
                clock.today().plusDays(60));
    }

    /** A gift of masks to or from a neighbour. */
    public Transfers.Plan transfer(Transfer.Direction direction, long quantity) {
        return new Transfers.Plan(
                direction,
                true,
                "西岭区",
                MASK,
                quantity,
                warehouse(),
                "对口支援",
                clock.now().plus(Duration.ofDays(2)));
    }

    /** What a place holds of an item, fit for use or not, as the ledger's lines add up. */
    public long sum(UUID holder, String item) {
        return jdbc.sql("select coalesce(sum(p.quantity), 0) from supply_posting p join supply_lot l on l.id = p.lot_id"
                        + " where p.holder_id = ? and l.item_code = ?")
                .params(holder, item)
                .query(Long.class)
                .single();
    }
}
