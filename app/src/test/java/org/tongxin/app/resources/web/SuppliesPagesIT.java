package org.tongxin.app.resources.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.resources.Block;
import org.tongxin.app.resources.Deliveries;
import org.tongxin.app.resources.Delivery;
import org.tongxin.app.resources.Donations;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Producer;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Requisition;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Reserves;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.resources.Supplier;
import org.tongxin.app.resources.Transfer;
import org.tongxin.app.resources.Transfers;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The pages of supplies: drawn for every post in both languages, and their forms. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class SuppliesPagesIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Stocks stocks;

    @Autowired
    Needs needs;

    @Autowired
    Offers offers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Donations donations;

    @Autowired
    Reserves reserves;

    @Autowired
    Procurement procurement;

    @Autowired
    Producers producers;

    @Autowired
    Transfers transfers;

    @Autowired
    Requisitions requisitions;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private String page(String login, String path, String language) throws Exception {
        MockHttpServletRequestBuilder request = get(path).param("lang", language);
        if (!login.isEmpty()) {
            request.session(district.session(mvc, login));
        }
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions send(String login, String path, Map<String, String> form) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).session(district.session(mvc, login)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private static Object code(Object refusal) {
        return ((Refusal) refusal).code();
    }

    /** One of everything, each in a state that shows its forms. @return the addresses of their pages */
    private List<String> everything() {
        house.stock("m", Storehouse.MASK, 5_000, null);
        house.stock("p", Storehouse.PARCEL, 60, TODAY.plusDays(2));
        donations
                .receive(
                        district.actor("officer"),
                        "d",
                        "梧桐商会",
                        house.warehouse(),
                        new Goods(Storehouse.MASK, 800, null),
                        "给志愿者")
                .orThrow();
        reserves.set(district.actor("officer"), house.warehouse(), Storehouse.MASK, 9_000, 12_000)
                .orThrow();
        Supplier supplier = procurement
                .addSupplier(district.actor("officer"), "青禾医材", "Green Grain", "供应部 021-00000000", DISTRICT, true)
                .orThrow();
        procurement
                .order(
                        district.actor("officer"),
                        "c",
                        procurement
                                .addAgreement(
                                        district.actor("officer"),
                                        "X-1",
                                        supplier.id(),
                                        new Procurement.Terms(
                                                Storehouse.MASK, 55, 1_000, 9_000, 2, TODAY, TODAY.plusDays(30)))
                                .orThrow()
                                .id(),
                        house.warehouse(),
                        300)
                .orThrow();
        List<String> pages =
                new ArrayList<>(List.of("/supplies/items/" + Storehouse.MASK, "/supplies/places/" + house.warehouse()));
        pages.addAll(moving());
        pages.addAll(decided());
        return pages;
    }

    private List<String> moving() {
        Need sent = house.ask("street", STREET, Storehouse.MASK, 400);
        Delivery proposed = deliveries
                .propose(district.actor("officer"), "p1", sent.id(), house.warehouse(), null, 300)
                .orThrow();
        Delivery accepted = deliveries
                .accept(district.actor("street"), proposed.id(), proposed.version())
                .orThrow();
        deliveries
                .send(district.actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        Need waiting = house.ask("street", STREET, Storehouse.PARCEL, 40);
        deliveries
                .propose(district.actor("officer"), "p2", waiting.id(), house.warehouse(), null, 10)
                .orThrow();
        offers.offer(
                        district.actor("street"),
                        "o",
                        new Offers.Proposal(
                                Offer.Giver.UNIT,
                                "柳荫超市",
                                null,
                                STREET,
                                new Goods(Storehouse.PARCEL, 30, TODAY.plusDays(3)),
                                clock.now().plus(Duration.ofDays(1))))
                .orThrow();
        Producer producer = producers
                .register(
                        district.actor("street"),
                        new Producers.Registration(
                                "青禾防护", "Green Grain", STREET, Storehouse.MASK, 50_000, "生产部 021-00000000", true))
                .orThrow();
        producers
                .block(
                        district.actor("street"),
                        producer.id(),
                        new Producers.Obstacle(Block.Kind.STAFF, "夜班缺人", 20_000, "区人社专班", TODAY))
                .orThrow();
        return List.of(
                "/supplies/needs/" + sent.id(),
                "/supplies/needs/" + waiting.id(),
                "/supplies/places/" + sent.holderId());
    }

    private List<String> decided() {
        Transfer proposed = transfer("t1");
        Transfer approved = transfer("t2");
        transfers
                .decide(district.actor("signatory"), approved.id(), true, "", approved.version())
                .orThrow();
        Requisition requisition = requisitions
                .decide(
                        district.actor("signatory"),
                        "z",
                        new Requisitions.Decision(
                                "柳荫宾馆",
                                "隔离点",
                                Storehouse.MASK,
                                50,
                                house.warehouse(),
                                TODAY,
                                TODAY.plusDays(9),
                                TODAY.plusDays(20)))
                .orThrow();
        Requisition used = requisitions
                .takeOver(district.actor("officer"), requisition.id(), 50, null, requisition.version())
                .orThrow();
        requisitions
                .settle(
                        district.actor("officer"),
                        used.id(),
                        org.tongxin.app.resources.Settlement.Kind.DAMAGED,
                        5,
                        9_000,
                        "压坏",
                        used.version())
                .orThrow();
        return List.of(
                "/supplies/transfers/" + proposed.id(),
                "/supplies/transfers/" + approved.id(),
                "/supplies/requisitions/" + used.id());
    }

    private Transfer transfer(String key) {
        return transfers
                .propose(
                        district.actor("officer"),
                        key,
                        new Transfers.Plan(
                                Transfer.Direction.IN,
                                true,
                                "西岭区",
                                Storehouse.MASK,
                                100,
                                house.warehouse(),
                                "支援",
                                clock.now().plus(Duration.ofDays(2))))
                .orThrow();
    }

    private static final List<String> LISTS = List.of(
            "/supplies",
            "/supplies/needs",
            "/supplies/plan",
            "/supplies/plan?rule=FLAT",
            "/supplies/plan/adoption",
            "/supplies/forecast",
            "/supplies/hospitals",
            "/supplies/hospitals?policy=FIRST_COME",
            "/supplies/items",
            "/supplies/procurement",
            "/supplies/donations",
            "/supplies/producers",
            "/supplies/transfers",
            "/supplies/requisitions",
            "/residents/donations");

    @Test
    void everyPageIsDrawnForEveryPostInBothLanguages() throws Exception {
        drawn(LISTS, List.of("officer"));
        List<String> pages = new ArrayList<>(LISTS);
        pages.addAll(everything());
        drawn(pages, List.of("officer", "signatory", "street", "analyst"));
        drawn(LISTS, List.of("meixi"));
    }

    private void drawn(List<String> pages, List<String> logins) throws Exception {
        for (String login : logins) {
            for (String path : pages) {
                for (String language : List.of("zh-CN", "en")) {
                    assertThat(page(login, path, language))
                            .as("%s as %s in %s", path, login, language)
                            .contains("<html lang=\"" + language)
                            .doesNotContain("??", "style=", "th:", "[]", "{0}");
                }
            }
        }
    }

    @Test
    void thePlanIsAdoptedFromItsConfirmationAndAVoidOneIsRefusedWithAReason() throws Exception {
        house.stock("s", Storehouse.MASK, 300, null);
        house.ask("street", STREET, Storehouse.MASK, 200);
        house.ask("meixi", OTHER, Storehouse.MASK, 400);
        assertThat(page("officer", "/supplies/plan", "zh-CN")).contains("50.0%", "两种办法相比", "有货的库里最近");
        assertThat(page("officer", "/supplies/plan", "en")).contains("Price of fairness", "Worst place");
        assertThat(page("signatory", "/supplies/plan/adoption", "zh-CN")).contains("没有可以采用的计划");
        assertThat(page("street", "/supplies/plan", "zh-CN"))
                .contains("按全区统一计算")
                .doesNotContain("梅溪镇物资点");
        String confirmation = page("officer", "/supplies/plan/adoption?rule=TIERS", "zh-CN");
        String plan = confirmation.replaceAll("(?s).*name=\"plan\" value=\"([^\"]+)\".*", "$1");

        house.stock("more", Storehouse.MASK, 50, null);
        send("officer", "/supplies/plans", Map.of("plan", plan, "rule", "TIERS"))
                .andExpect(flash().attribute("refusal", Refusal.of("G-040")));

        String again = page("officer", "/supplies/plan/adoption?rule=TIERS", "zh-CN")
                .replaceAll("(?s).*name=\"plan\" value=\"([^\"]+)\".*", "$1");
        send("officer", "/supplies/plans", Map.of("plan", again, "rule", "TIERS"))
                .andExpect(redirectedUrlPattern("/supplies/plan*"));
        assertThat(page("officer", "/supplies/plan", "zh-CN")).contains("M2026-0001", "350 / 600");
    }

    @Test
    void thePlanShowsWhatHasYetToBeMadeOrToComeAsAdvice() throws Exception {
        house.stock("s", Storehouse.MASK, 100, null);
        producers
                .register(
                        district.actor("officer"),
                        new Producers.Registration(
                                "柳荫口罩厂", "Willow Masks", STREET, Storehouse.MASK, 40, "厂办 021-55550000", true))
                .orThrow();
        Transfer proposed = transfers
                .propose(district.actor("officer"), "t", house.transfer(Transfer.Direction.IN, 60))
                .orThrow();
        transfers
                .decide(district.actor("signatory"), proposed.id(), true, "", proposed.version())
                .orThrow();
        house.ask("street", STREET, Storehouse.MASK, 250);
        assertThat(page("officer", "/supplies/plan", "zh-CN"))
                .contains("今天就能提出的1条调配", "要等生产或调入的2条", "厂办 021-55550000", "调入" + proposed.number());
        assertThat(page("officer", "/supplies/plan", "en"))
                .contains("2 lines that rest on", "could make it", "transfer " + proposed.number());
        assertThat(page("officer", "/supplies/plan/adoption", "zh-CN"))
                .contains("另有2条、150个基本单位只是建议")
                .doesNotContain("厂办 021-55550000");
    }

    @Test
    void expectedNeedsAreDrawnWithTheirBands() throws Exception {
        house.stock("s", Storehouse.MASK, 150, null);
        jdbc.sql(
                        "insert into supply_forecast (item_code, day, low90, low50, median, high50, high90, adoption, scenario)"
                                + " select ?, cast(? as date) + d, 10, 60, 100, 120, 1234.4, ?, 'S-7' from generate_series(0, 2) d")
                .params(Storehouse.MASK, TODAY, UUID.randomUUID())
                .update();
        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("officer", "/supplies/forecast", language))
                    .contains("S-7", "10–1,234", "60–120")
                    .doesNotContain("??", "{0}");
            assertThat(page("officer", "/supplies", language)).contains("S-7", "300 (30–3,703)");
            assertThat(page("street", "/supplies", language)).doesNotContain("S-7");
        }
    }

    @Test
    void namesOfWhoOffersAreDrawnForWhoHandlesOffersOnly() throws Exception {
        everything();
        assertThat(page("street", "/supplies/needs", "zh-CN")).contains("柳荫超市");
        assertThat(page("officer", "/supplies/needs", "zh-CN")).contains("柳荫超市", "二级：基本生活物资");
        assertThat(page("signatory", "/supplies/needs", "zh-CN")).doesNotContain("柳荫超市", "不具名");
    }

    @Test
    void theReceiverDeclinesForAnotherItemAndChangesItsNeedThroughForms() throws Exception {
        house.stock("m", Storehouse.MASK, 5_000, null);
        Need need = house.ask("street", STREET, Storehouse.MASK, 400);
        Delivery proposed = deliveries
                .propose(district.actor("officer"), "p", need.id(), house.warehouse(), null, 400)
                .orThrow();
        String act = "/supplies/deliveries/" + proposed.id() + "/";
        assertThat(page("officer", "/supplies/needs/" + need.id(), "zh-CN")).doesNotContain("/acceptance");
        assertThat(page("street", "/supplies/needs/" + need.id(), "zh-CN")).contains("/acceptance", "想换成的物资");
        assertThat(refused("officer", act + "acceptance", Map.of("version", "1")))
                .isEqualTo("G-047");
        assertThat(refused(
                        "street",
                        act + "refusal",
                        Map.of("version", "1", "wish", "要菜", "item", "PARCEL", "quantity", "许多")))
                .isEqualTo("G-002");
        send("street", act + "refusal", Map.of("version", "1", "wish", "要菜", "item", "PARCEL", "quantity", "20"))
                .andExpect(flash().attributeCount(0));
        assertThat(needs.open(STREET, 9)).extracting(Need::itemCode).containsExactlyInAnyOrder("MASK", "PARCEL");

        String version = "" + needs.find(need.id(), "").orElseThrow().version();
        assertThat(page("street", "/supplies/needs/" + need.id(), "zh-CN")).contains("改了需求才会再列入计划");
        send(
                        "street",
                        "/supplies/needs/" + need.id() + "/change",
                        Map.of(
                                "version",
                                version,
                                "quantity",
                                "1箱",
                                "priority",
                                "LIFE",
                                "until",
                                TODAY.plusDays(2).toString()))
                .andExpect(flash().attributeCount(0));
        assertThat(needs.find(need.id(), "").orElseThrow().wanted()).isEqualTo(2_000);
    }

    private Object refused(String login, String path, Map<String, String> form) throws Exception {
        return code(send(login, path, form).andReturn().getFlashMap().get("refusal"));
    }

    @Test
    void goodsGoBackAndDeputiesAreNamedThroughForms() throws Exception {
        Need need = house.ask("street", STREET, Storehouse.MASK, 400);
        stocks.opening(district.actor("officer"), "o", need.holderId(), new Goods(Storehouse.MASK, 50, null))
                .orThrow();
        String place = "/supplies/places/" + need.holderId();
        String warehouse = house.warehouse().toString();
        send(
                        "street",
                        place + "/relocations",
                        Map.of("key", "r", "item", "MASK", "quantity", "20", "to", warehouse, "why", "用不完"))
                .andExpect(flash().attributeCount(0));
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(20);
        assertThat(refused(
                        "officer",
                        "/supplies/places/" + warehouse + "/relocations",
                        Map.of(
                                "key",
                                "r",
                                "item",
                                "MASK",
                                "quantity",
                                "1",
                                "why",
                                "给街道",
                                "to",
                                need.holderId().toString())))
                .isEqualTo("G-046");

        send("street", place + "/deputies", Map.of("login", "analyst")).andExpect(flash().attributeCount(0));
        assertThat(page("street", place, "zh-CN")).contains("value=\"analyst\"", "退回储备库");
        assertThat(page("officer", place, "zh-CN")).doesNotContain("签收代理人");
        send("street", place + "/deputies", Map.of("login", "analyst", "act", "end"))
                .andExpect(flash().attributeCount(0));
        assertThat(page("street", place, "en")).contains("Nobody has been named.");
    }

    @Test
    void aRequisitionOfPerishableGoodsAsksForTheirLastDay() throws Exception {
        Requisition decided = requisitions
                .decide(district.actor("signatory"), "z", house.requisition(Storehouse.PARCEL, 50))
                .orThrow();
        String path = "/supplies/requisitions/" + decided.id();
        assertThat(page("officer", path, "zh-CN")).contains("name=\"expires\"");
        assertThat(refused("officer", path + "/takeover", Map.of("version", "1", "taken", "50")))
                .isEqualTo("G-015");
        assertThat(refused("officer", path + "/closure", Map.of("version", "1")))
                .isEqualTo("G-008");
        send("officer", path + "/closure", Map.of("version", "1", "why", "改为采购"))
                .andExpect(flash().attributeCount(0));
        assertThat(page("officer", path, "zh-CN")).contains("改为采购");
    }

    @Test
    void whatLiesOutsideTheGroundIsNotFound() throws Exception {
        for (String path : everything()) {
            if (!path.startsWith("/supplies/items")) {
                mvc.perform(get(path).session(district.session(mvc, "meixi"))).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void thePublicLedgerNeedsNoAccountAndNamesNoAnonymousDonor() throws Exception {
        donations
                .receive(
                        district.actor("officer"), "a", "", house.warehouse(), new Goods(Storehouse.MASK, 70, null), "")
                .orThrow();
        String number = donations
                .receive(
                        district.actor("officer"),
                        "b",
                        "梧桐商会",
                        house.warehouse(),
                        new Goods(Storehouse.MASK, 500, null),
                        "")
                .orThrow()
                .number();
        Need need = house.ask("street", STREET, Storehouse.MASK, 570);
        Delivery proposed = deliveries
                .propose(district.actor("officer"), "k", need.id(), house.warehouse(), null, 570)
                .orThrow();
        Delivery accepted = deliveries
                .accept(district.actor("street"), proposed.id(), proposed.version())
                .orThrow();
        Delivery sent = deliveries
                .send(district.actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        deliveries
                .receive(district.actor("street"), sent.id(), 570, "", sent.version())
                .orThrow();

        String open = page("", "/residents/donations", "zh-CN");
        assertThat(open).contains("不具名", "梧桐商会", "柳荫街道物资点").doesNotContain("officer");
        String mine = page("", "/residents/donations?number=" + number.toLowerCase(java.util.Locale.ROOT), "zh-CN");
        assertThat(mine).contains("柳荫街道物资点收到500只");
        assertThat(page("", "/residents/donations?number=J0", "zh-CN")).contains("没有编号为J0的捐赠");
        mvc.perform(get("/supplies"))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl("/login"));
    }

    @Test
    void aNeedIsAskedForThroughItsFormAndInputIsKeptWhereItIsRefused() throws Exception {
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "item",
                Storehouse.MASK,
                "quantity",
                "２箱",
                "area",
                STREET,
                "priority",
                "LIFE",
                "until",
                TODAY.plusDays(2).toString(),
                "people",
                "80",
                "why",
                "隔离点缺口罩"));
        form.put("why", " ");
        Object refused = send("street", "/supplies/needs", form)
                .andExpect(flash().attributeExists("form"))
                .andReturn()
                .getFlashMap()
                .get("refusal");
        assertThat(code(refused)).isEqualTo("G-008");
        form.put("why", "隔离点缺口罩");
        send("street", "/supplies/needs", form).andExpect(redirectedUrlPattern("/supplies/needs/*-*"));
        send("street", "/supplies/needs", form).andExpect(redirectedUrlPattern("/supplies/needs/*-*"));

        assertThat(needs.open(STREET, 9)).singleElement().satisfies(need -> {
            assertThat(need.quantity()).isEqualTo(4_000);
            assertThat(need.priority()).hasToString("LIFE");
        });
        form.put("until", "后天");
        form.put("key", "other");
        assertThat(code(send("street", "/supplies/needs", form)
                        .andReturn()
                        .getFlashMap()
                        .get("refusal")))
                .isEqualTo("G-037");
        form.put("area", OTHER);
        form.put("until", TODAY.plusDays(2).toString());
        assertThat(code(send("street", "/supplies/needs", form)
                        .andReturn()
                        .getFlashMap()
                        .get("refusal")))
                .isEqualTo("G-005");
    }

    @Test
    void goodsAreHandedOutCountedAndMendedThroughTheirForms() throws Exception {
        house.stock("m", Storehouse.MASK, 5_000, null);
        String place = "/supplies/places/" + house.warehouse();
        send("officer", place + "/hand-outs", Map.of("key", "h", "item", "MASK", "quantity", "1箱", "why", "采样点"))
                .andExpect(flash().attributeCount(0));
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(3_000);
        String lot = stocks.lots(house.warehouse(), "").getFirst().lotId().toString();
        send("officer", place + "/counts", Map.of("key", "c", "lot", lot, "counted", "2,990", "why", "破损"))
                .andExpect(flash().attributeCount(0));
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(2_990);
        assertThat(code(send("officer", place + "/counts", Map.of("key", "c2", "lot", lot, "counted", "许多", "why", "?"))
                        .andReturn()
                        .getFlashMap()
                        .get("refusal")))
                .isEqualTo("G-002");
        assertThat(code(send("signatory", place + "/hand-outs", Map.of("item", "MASK", "quantity", "1", "why", "?"))
                        .andReturn()
                        .getFlashMap()
                        .get("refusal")))
                .isEqualTo("I-003");
    }
}
