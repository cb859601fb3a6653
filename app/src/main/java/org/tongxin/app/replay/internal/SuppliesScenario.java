package org.tongxin.app.replay.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.resources.Block;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Item;
import org.tongxin.app.resources.ItemKind;
import org.tongxin.app.resources.ItemUnit;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Producer;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Reserves;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Substitute;
import org.tongxin.app.resources.Supplier;
import org.tongxin.core.random.KeyedRandom;

/**
 * What the demonstration's stores hold on its first day: catalogue, four warehouses, lots, floors, suppliers, agreements and
 * producers. All of it is made up and marked so; sizes and prices are assumptions.
 */
@Component
class SuppliesScenario {

    /** code, names, kind, base unit, days of shelf life, opening stock, floor as a part of it, price in fen. */
    private static final String[] ITEMS = {
        "MASK|医用外科口罩|Surgical masks|PROTECTION|只|pcs||600000|0.5|45",
        "MASK-N95|N95口罩|N95 respirators|PROTECTION|只|pcs||90000|0.5|320",
        "SUIT|防护服|Protective suits|PROTECTION|套|sets||16000|0.5|3200",
        "GLOVE|检查手套|Examination gloves|PROTECTION|副|pairs||200000|0.4|35",
        "SHIELD|防护面屏|Face shields|PROTECTION|个|pcs||24000|0.4|420",
        "ANTIGEN|抗原检测试剂|Antigen tests|TEST|份|tests|540|400000|0.5|620",
        "SWAB|采样拭子|Sampling swabs|TEST|支|pcs|720|150000|0.4|60",
        "DISINFECT|84消毒液|Chlorine disinfectant|DISINFECTION|瓶|bottles|365|30000|0.5|650",
        "ALCOHOL|免洗手消毒液|Hand sanitiser|DISINFECTION|瓶|bottles|720|18000|0.4|980",
        "VEG|蔬菜包|Vegetable parcels|FOOD|份|parcels|4|9000|0.6|3500",
        "STAPLE|米面油包|Staples parcels|FOOD|份|parcels|240|12000|0.5|7800",
        "MILK|婴儿奶粉|Infant formula|INFANT|罐|tins|540|2600|0.5|18600",
        "NAPPY|婴儿纸尿裤|Nappies|INFANT|包|packs||5200|0.4|5200",
        "MEDS|慢病常用药包|Packs of common medicines|MEDICINE|份|packs|300|4000|0.6|9600",
        "BED|折叠床|Folding beds|EQUIPMENT|张|beds||1200|0.4|21000"
    };

    private static final String[] UNITS = {
        "MASK|盒|box|50",
        "MASK|箱|carton|2000",
        "MASK-N95|盒|box|20",
        "SUIT|箱|carton|50",
        "ANTIGEN|箱|carton|500",
        "DISINFECT|箱|carton|20",
        "VEG|车|lorry|400",
        "MILK|箱|carton|6"
    };

    private static final String[] STAND_INS = {"MASK-N95|MASK|1", "ALCOHOL|DISINFECT|1", "STAPLE|VEG|1"};

    /** names, street, share of the opening stock in hundredths. */
    private static final String[] WAREHOUSES = {
        "区应急储备库|District emergency warehouse|310115105|45",
        "南汇新城综合库|Nanhui New City warehouse|310115145|20",
        "川沙保供库|Chuansha warehouse|310115103|20",
        "高桥前置库|Gaoqiao forward store|310115104|15"
    };

    private static final String[] SUPPLIERS = {
        "青禾医疗用品|Green Grain Medical|销售部 021-00001001|MASK,MASK-N95,SUIT,GLOVE,SHIELD",
        "云杉诊断|Spruce Diagnostics|政企部 021-00001002|ANTIGEN,SWAB",
        "晴川日化|Clear Stream Household|客服部 021-00001003|DISINFECT,ALCOHOL",
        "麦浪农产品合作社|Wheat Wave Cooperative|调度室 021-00001004|VEG,STAPLE",
        "石榴母婴|Pomegranate Infant Care|配送部 021-00001005|MILK,NAPPY"
    };

    /** names, street, item, units a day, then kind, what, units a day and post of a block. */
    private static final String[] PRODUCERS = {
        "锦竹防护用品厂|Bamboo Protection Works|310115131|SUIT|4000|APPROVAL|应急生产备案还没批|2500|区市场监管局审批岗",
        "春晖无纺布厂|Spring Light Nonwovens|310115117|MASK|300000|STAFF|封控在家的工人有60人|120000|区人社局用工岗",
        "和风生物|Gentle Wind Biotech|310115125|ANTIGEN|200000|RAW_MATERIAL|酶原料卡在外省|80000|区经委产业链岗",
        "芦花消毒制品|Reed Disinfectants|310115120|DISINFECT|12000|TRANSPORT|空瓶运不进来|5000|区交通委通行岗",
        "月桂食品|Laurel Foods|310115136|STAPLE|6000|||0|"
    };

    private static final int DISTRIBUTION_LOTS = 2;
    private static final String SCENARIO_AREA = "310115";

    private final Catalogue catalogue;
    private final Holders holders;
    private final Stocks stocks;
    private final Reserves reserves;
    private final Procurement procurement;
    private final Producers producers;
    private final Organisation organisation;
    private final Cast cast;
    private final DistrictClock clock;
    private final KeyedRandom chance;

    SuppliesScenario(
            Catalogue catalogue,
            Holders holders,
            Stocks stocks,
            Reserves reserves,
            Procurement procurement,
            Producers producers,
            Organisation organisation,
            Cast cast,
            DistrictClock clock,
            PlatformSettings settings) {
        this.catalogue = catalogue;
        this.holders = holders;
        this.stocks = stocks;
        this.reserves = reserves;
        this.procurement = procurement;
        this.producers = producers;
        this.organisation = organisation;
        this.cast = cast;
        this.clock = clock;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** Fills everything in one transaction; the district and its accounts must stand. */
    @Transactional
    void load() {
        Actor duty = cast.play(Cast.DUTY);
        catalogue(duty);
        for (String warehouse : WAREHOUSES) {
            fill(duty, warehouse.split("\\|", -1));
        }
        for (String supplier : SUPPLIERS) {
            contract(duty, supplier.split("\\|", -1));
        }
        for (String producer : PRODUCERS) {
            register(duty, producer.split("\\|", -1));
        }
    }

    private void catalogue(Actor duty) {
        for (String line : ITEMS) {
            String[] part = line.split("\\|", -1);
            Integer days = part[6].isEmpty() ? null : Integer.valueOf(part[6]);
            catalogue
                    .add(
                            duty,
                            new Item(
                                    part[0], part[1], part[2], ItemKind.valueOf(part[3]), part[4], part[5], days, true))
                    .orThrow();
        }
        for (String line : UNITS) {
            String[] part = line.split("\\|", -1);
            catalogue
                    .addUnit(duty, new ItemUnit(part[0], part[1], part[2], Long.parseLong(part[3])))
                    .orThrow();
        }
        for (String line : STAND_INS) {
            String[] part = line.split("\\|", -1);
            catalogue
                    .addSubstitute(duty, new Substitute(part[0], part[1], Integer.parseInt(part[2])))
                    .orThrow();
        }
    }

    private void fill(Actor duty, String[] place) {
        UUID warehouse = holders.open(duty, HolderKind.WAREHOUSE, place[0], place[1], street(place[2]), true)
                .orThrow()
                .id();
        long share = Long.parseLong(place[3]);
        for (String line : ITEMS) {
            String[] item = line.split("\\|", -1);
            long quantity = Long.parseLong(item[7]) * share / 100;
            long floor = Math.max(1, Math.round(quantity * Double.parseDouble(item[8])));
            reserves.set(duty, warehouse, item[0], floor, quantity).orThrow();
            for (int lot = 0; lot < DISTRIBUTION_LOTS; lot++) {
                stocks.opening(
                                duty,
                                place[0] + item[0] + lot,
                                warehouse,
                                new Goods(
                                        item[0], quantity / DISTRIBUTION_LOTS, expiry(item[6], place[0], item[0], lot)))
                        .orThrow();
            }
        }
    }

    /** Somewhere in the second half of the shelf life, so that some lots expire during the demonstration. */
    private @Nullable LocalDate expiry(String shelfDays, String place, String item, int lot) {
        if (shelfDays.isEmpty()) {
            return null;
        }
        int days = Integer.parseInt(shelfDays);
        int left = 1 + chance.below(days, 101, KeyedRandom.key(place), KeyedRandom.key(item), lot);
        return clock.today().plusDays(left);
    }

    /** The street of this code where the district has it, else the first street it has. */
    private String street(String path) {
        List<Area> streets = organisation.taskedStreets("");
        return streets.stream()
                .map(Area::path)
                .filter(path::equals)
                .findFirst()
                .orElseGet(() -> streets.getFirst().path());
    }

    private void contract(Actor duty, String[] part) {
        Supplier supplier = procurement
                .addSupplier(duty, part[0] + "（场景）", part[1] + " (scenario)", part[2], SCENARIO_AREA, true)
                .orThrow();
        for (String code : part[3].split(",", -1)) {
            String[] item = item(code);
            long opening = Long.parseLong(item[7]);
            procurement
                    .addAgreement(
                            duty,
                            "场景-" + code,
                            supplier.id(),
                            new Procurement.Terms(
                                    code,
                                    Long.parseLong(item[9]),
                                    Math.max(1, opening / 10),
                                    opening * 3,
                                    1 + chance.below(3, 102, KeyedRandom.key(code)),
                                    clock.today(),
                                    clock.today().plusDays(90)))
                    .orThrow();
        }
    }

    private static String[] item(String code) {
        for (String line : ITEMS) {
            if (line.startsWith(code + "|")) {
                return line.split("\\|", -1);
            }
        }
        throw new IllegalArgumentException(
                "The scenario has no item " + code + ". Maybe a supplier names one too many.");
    }

    private void register(Actor duty, String[] part) {
        Producer producer = producers
                .register(
                        duty,
                        new Producers.Registration(
                                part[0] + "（场景）",
                                part[1] + " (scenario)",
                                street(part[2]),
                                part[3],
                                Long.parseLong(part[4]),
                                "生产调度室 021-00002000",
                                true))
                .orThrow();
        if (!part[5].isEmpty()) {
            producers
                    .block(
                            duty,
                            producer.id(),
                            new Producers.Obstacle(
                                    Block.Kind.valueOf(part[5]),
                                    part[6],
                                    Long.parseLong(part[7]),
                                    part[8],
                                    clock.today().plusDays(5)))
                    .orThrow();
        }
    }

    /** Codes of what streets ask for, with how many base units for one person. */
    static List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted("VEG", 0.3));
        wanted.add(new Wanted("ANTIGEN", 4));
        wanted.add(new Wanted("MASK", 6));
        wanted.add(new Wanted("SUIT", 0.2));
        wanted.add(new Wanted("DISINFECT", 0.2));
        wanted.add(new Wanted("MILK", 0.02));
        wanted.add(new Wanted("MEDS", 0.03));
        return wanted;
    }

    /** Something that is asked for. @param perPerson base units, an assumption */
    record Wanted(String code, double perPerson) {}
}
