package org.tongxin.app.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.delegation.DelegableAct.Ring;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The list of what may be decided where, and that the acts it governs ask it. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class DelegationIT {

    private static final UUID GATE = UUID.nameUUIDFromBytes(new byte[] {3});
    private static final UUID FAR_GATE = UUID.nameUUIDFromBytes(new byte[] {4});

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Accounts accounts;

    @Autowired
    Registry registry;

    @Autowired
    Delegation delegation;

    @Autowired
    DelegationLists lists;

    @Autowired
    UrgentCalls calls;

    @Autowired
    Procurement procurement;

    @Autowired
    Stocks stocks;

    @Autowired
    MessageSource messages;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        if (accounts.findActor("community").isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword("community", "community", TestDistrict.PASSWORD))
                    .orThrow();
            Post post = new Post(
                    Role.COMMUNITY_WORKER,
                    STREET,
                    "岗位",
                    clock.now(),
                    clock.now().plus(Duration.ofDays(300)));
            accounts.appoint(Actor.system(), "community", post).orThrow();
        }
        registry.openPosts(List.of(
                DutyPost.at(GATE, STREET, "CHECKPOINT", "北门", "North gate", 2, 1, null, 31.1, 121.5),
                DutyPost.at(FAR_GATE, OTHER, "CHECKPOINT", "远门", "Far gate", 2, 1, null, 31.1, 121.5)));
        jdbc.sql("truncate delegation_list cascade").update();
        jdbc.sql("delete from urgent_call").update();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private static List<DelegationRow> rows(Ring calls, Ring orders, Ring handOuts) {
        return List.of(
                new DelegationRow(DelegableAct.URGENT_CALL, calls, 3, 2, 24),
                new DelegationRow(DelegableAct.EMERGENCY_ORDER, orders, 100, 0, 12),
                new DelegationRow(DelegableAct.HAND_OUT, handOuts, 50, 0, 6));
    }

    private DelegationList sign(List<DelegationRow> rows) {
        DelegationList proposed = lists.propose(
                        district.actor("officer"), "区指挥部决议第7条", clock.now().plus(Duration.ofDays(20)), rows)
                .orThrow();
        return lists.sign(district.actor("signatory"), proposed.id(), proposed.version())
                .orThrow();
    }

    private DelegationList generous() {
        return sign(rows(Ring.COMMUNITY, Ring.STREET, Ring.COMMUNITY));
    }

    private String call(String login, UUID post, int wanted) {
        return calls.open(district.actor(login), new NewCall(post, "", "CARRYING", "搬两箱菜", null, wanted, 500, 30))
                .toString();
    }

    @Test
    void theOfficerProposesTheSignatorySignsAndOneCounts() {
        assertThat(lists.propose(
                                district.actor("street"),
                                "x",
                                clock.now().plus(Duration.ofDays(1)),
                                rows(Ring.STREET, Ring.STREET, Ring.STREET))
                        .toString())
                .contains("I-003");
        DelegationList first = generous();
        assertThat(lists.inForce()).map(DelegationList::id).contains(first.id());
        DelegationList second = lists.propose(
                        district.actor("officer"),
                        "收紧",
                        clock.now().plus(Duration.ofDays(10)),
                        rows(Ring.DISTRICT, Ring.DISTRICT, Ring.STREET))
                .orThrow();
        assertThat(lists.propose(district.actor("officer"), "又一份", clock.now().plus(Duration.ofDays(9)), second.rows())
                        .toString())
                .contains("U-035", second.number());
        assertThat(lists.sign(district.actor("officer"), second.id(), second.version())
                        .toString())
                .contains("I-003");
        assertThat(lists.inForce()).map(DelegationList::id).as("not signed yet").contains(first.id());
        lists.sign(district.actor("signatory"), second.id(), second.version()).orThrow();
        assertThat(lists.inForce()).map(DelegationList::id).contains(second.id());
        assertThat(lists.find(first.id()).orElseThrow().endedAt()).isNotNull();
        assertThat(lists.list()).hasSize(2);
    }

    @Test
    void aListSaysItsBasisItsEndAndEveryRow() {
        Actor officer = district.actor("officer");
        List<DelegationRow> good = rows(Ring.COMMUNITY, Ring.STREET, Ring.COMMUNITY);
        assertThat(lists.propose(officer, " ", clock.now().plus(Duration.ofDays(1)), good)
                        .toString())
                .contains("U-033");
        assertThat(lists.propose(officer, "决议", clock.now(), good).toString()).contains("U-032");
        assertThat(lists.propose(officer, "决议", clock.now().plus(Duration.ofDays(91)), good)
                        .toString())
                .contains("U-032");
        assertThat(lists.propose(officer, "决议", clock.now().plus(Duration.ofDays(9)), good.subList(0, 2))
                        .toString())
                .contains("U-034", "HAND_OUT");
        List<DelegationRow> boundless =
                List.of(new DelegationRow(DelegableAct.URGENT_CALL, Ring.STREET, 0, 0, 0), good.get(1), good.get(2));
        assertThat(lists.propose(officer, "决议", clock.now().plus(Duration.ofDays(9)), boundless)
                        .toString())
                .contains("U-034", "URGENT_CALL");
        assertThat(lists.propose(
                                officer,
                                "决议",
                                clock.now().plus(Duration.ofDays(9)),
                                rows(Ring.STREET, Ring.COMMUNITY, Ring.STREET))
                        .toString())
                .contains("U-036", "EMERGENCY_ORDER");
    }

    @Test
    void aListEndsOnItsDateByItselfAndEarlierOnlyWithAReason() {
        DelegationList list = generous();
        assertThat(call("community", GATE, 2)).contains("Accepted");
        Actor community = district.actor("community");
        clock.holdAt(list.validUntil().minusSeconds(1));
        assertThat(delegation.gives(community, DelegableAct.URGENT_CALL)).isTrue();
        clock.holdAt(list.validUntil());
        assertThat(delegation.gives(community, DelegableAct.URGENT_CALL)).isFalse();
        clock.holdAt(list.validFrom());

        assertThat(lists.end(district.actor("signatory"), list.id(), " ", list.version())
                        .toString())
                .contains("U-037");
        lists.end(district.actor("signatory"), list.id(), "形势变化", list.version())
                .orThrow();
        assertThat(lists.inForce()).isEmpty();
        assertThat(call("community", GATE, 2)).contains("U-030");
    }

    @Test
    void anUrgentCallIsOpenedByTheRingThatTheListNames() {
        assertThat(call("community", GATE, 2)).contains("U-030");
        assertThat(call("analyst", GATE, 2)).contains("I-003");
        sign(rows(Ring.STREET, Ring.DISTRICT, Ring.COMMUNITY));
        assertThat(call("community", GATE, 2)).contains("U-030");
        assertThat(call("street", GATE, 4)).contains("U-031", "3");
        assertThat(call("street", FAR_GATE, 2)).as("own ground only").contains("D-046");
        assertThat(call("street", GATE, 3)).contains("Accepted");
        assertThat(call("street", GATE, 1)).contains("Accepted");
        assertThat(call("street", GATE, 1)).as("twice a day").contains("U-039");
        assertThat(call("officer", GATE, 9))
                .as("the officer's right is his own")
                .contains("Accepted");
        assertThat(calls.list(district.actor("street"), 10))
                .as("their own calls, not the officer's")
                .hasSize(2);
        assertThat(delegation.uses(STREET, 10)).hasSize(2);
    }

    @Test
    void whoDecidedReportsBackOnce() {
        generous();
        call("street", GATE, 2);
        Delegation.Use use = delegation.uses(STREET, 1).getFirst();
        assertThat(use.reportBy()).isEqualTo(clock.now().plus(Duration.ofHours(24)));
        assertThat(delegation.report(district.actor("meixi"), use.id(), "来了两人").toString())
                .contains("U-035");
        assertThat(delegation.report(district.actor("street"), use.id(), " ").toString())
                .contains("U-033");
        delegation.report(district.actor("street"), use.id(), "来了两人，已搬完").orThrow();
        assertThat(delegation.report(district.actor("street"), use.id(), "再报").toString())
                .contains("U-035");
        assertThat(delegation.uses("", 1).getFirst().report()).contains("已搬完");
    }

    @Test
    void aStreetOrdersInAnEmergencyUpToSoManyYuan() throws Exception {
        Actor officer = district.actor("officer");
        UUID supplier = procurement
                .addSupplier(officer, "青禾医材", "Green Grain", "供应部 021-00000000", DISTRICT, true)
                .orThrow()
                .id();
        UUID agreement = procurement
                .addAgreement(
                        officer,
                        "XY-1",
                        supplier,
                        new Procurement.Terms(Storehouse.MASK, 50, 5_000, 50_000, 2, TODAY, TODAY.plusDays(30)))
                .orThrow()
                .id();
        Actor street = district.actor("street");
        assertThat(procurement
                        .order(street, "a", agreement, house.warehouse(), 10)
                        .toString())
                .contains("U-030");
        generous();
        assertThat(procurement
                        .order(street, "b", agreement, house.warehouse(), 201)
                        .toString())
                .as("100.50 yuan")
                .contains("U-031", "101");
        assertThat(procurement
                        .order(district.actor("community"), "c", agreement, house.warehouse(), 10)
                        .toString())
                .contains("U-030");
        assertThat(procurement
                        .order(district.actor("meixi"), "d", agreement, house.warehouse(), 10)
                        .toString())
                .as("a warehouse of another street")
                .contains("G-005");
        procurement.order(street, "e", agreement, house.warehouse(), 200).orThrow();
        assertThat(delegation.uses(STREET, 1).getFirst().amount()).isEqualTo(100);
        assertThat(page("street", "/supplies/procurement", "zh-CN")).contains("XY-1");
    }

    @Test
    void handingOutIsOfThePostAndLimitedByAList() {
        UUID point = house.ask("street", STREET, Storehouse.MASK, 5).holderId();
        stocks.opening(district.actor("officer"), "o", point, new Goods(Storehouse.MASK, 500, null))
                .orThrow();
        stocks.handOut(district.actor("street"), "a", point, Storehouse.MASK, 80, "发放")
                .orThrow();
        sign(rows(Ring.STREET, Ring.STREET, Ring.STREET));
        assertThat(stocks.handOut(district.actor("street"), "b", point, Storehouse.MASK, 51, "发放")
                        .toString())
                .contains("U-031", "50");
        assertThat(stocks.handOut(district.actor("community"), "c", point, Storehouse.MASK, 5, "发放")
                        .toString())
                .contains("U-030");
        stocks.handOut(district.actor("street"), "d", point, Storehouse.MASK, 50, "发放")
                .orThrow();
        assertThat(delegation.uses(STREET, 5))
                .singleElement()
                .satisfies(use -> assertThat(use.reference()).isEqualTo("柳荫街道物资点"));
    }

    /** The page says so and the code does so: with the widest list in force, as street and as community. */
    @ParameterizedTest
    @EnumSource(NeverDelegated.class)
    void whatIsNeverDelegatedIsRefusedWhateverTheListSays(NeverDelegated act) throws Exception {
        generous();
        for (String login : List.of("street", "community")) {
            MvcResult result = mvc.perform(attempt(act).with(csrf()).session(district.session(mvc, login)))
                    .andReturn();
            Object refusal = result.getFlashMap().get("refusal");
            boolean forbidden = result.getResponse().getStatus() == 403;
            assertThat(forbidden
                            || (refusal instanceof Refusal why && why.code().equals("I-003")))
                    .as(
                            "%s as %s: status %s, %s",
                            act, login, result.getResponse().getStatus(), refusal)
                    .isTrue();
        }
        String words = messages.getMessage("delegation.never." + act, null, Locale.SIMPLIFIED_CHINESE);
        assertThat(page("community", "/delegation", "zh-CN")).contains(words);
    }

    /** What is asked would be read by the page, so that nothing but the post stands in the way. */
    private static MockHttpServletRequestBuilder attempt(NeverDelegated act) {
        String address = act.address()
                .replace("{id}", "00000000-0000-8000-8000-000000000000")
                .replace("{path}", STREET);
        MockHttpServletRequestBuilder request = post(address).param("version", "1");
        Map<String, String> values = switch (act) {
            case RATE_AREA -> Map.of("level", "RED", "reason", "x", "hours", "4");
            case ACTIVATE_RESPONSE -> Map.of("mode", "LEAD_AND_COORDINATE");
            case ORDER_UNIT ->
                Map.of("asked", "x", "basis", "x", "due", TODAY.plusDays(2).toString());
            case REQUISITION ->
                Map.of(
                        "item",
                        Storehouse.MASK,
                        "quantity",
                        "1",
                        "from",
                        "2026-04-01",
                        "until",
                        "2026-04-30",
                        "back",
                        "2026-04-30");
            default -> Map.of();
        };
        values.forEach(request::param);
        return request;
    }

    @Test
    void thePageSaysWhatIsMineToDecideInBothLanguages() throws Exception {
        assertThat(page("community", "/delegation", "zh-CN")).contains("要请示", "现在没有生效的授权清单");
        generous();
        for (String login :
                List.of("community", "street", "officer", "signatory", "analyst", "auditor", "protection")) {
            reader(login);
            for (String language : List.of("zh-CN", "en")) {
                assertThat(page(login, "/delegation", language)).as(login).doesNotContain("??");
            }
        }
        assertThat(page("community", "/delegation", "zh-CN")).contains("您可以决定", "发紧急招募，请附近的人来", "每次3人", "传染病防治法");
        assertThat(page("community", "/dispatch/calls?post=" + GATE, "zh-CN")).contains("北门");
    }

    private void reader(String login) {
        Role role = Map.of("auditor", Role.AUDITOR, "protection", Role.DATA_PROTECTION)
                .getOrDefault(login, Role.OBSERVER);
        if (role != Role.OBSERVER && accounts.findActor(login).isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                    .orThrow();
            Post post = new Post(role, DISTRICT, "岗位", clock.now(), clock.now().plus(Duration.ofDays(30)));
            accounts.appoint(Actor.system(), login, post).orThrow();
        }
    }

    @Test
    void aRefusedProposalKeepsWhatWasTyped() throws Exception {
        MvcResult result = mvc.perform(post("/delegation")
                        .with(csrf())
                        .session(district.session(mvc, "officer"))
                        .param("basis", "决议")
                        .param("until", TODAY.plusDays(9).toString())
                        .param("ring-URGENT_CALL", "COMMUNITY")
                        .param("most-URGENT_CALL", "很多"))
                .andReturn();
        assertThat(String.valueOf(result.getFlashMap().get("refusal"))).contains("U-034", "URGENT_CALL");
        assertThat(String.valueOf(result.getFlashMap().get("form"))).contains("很多");
    }

    private String page(String login, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
