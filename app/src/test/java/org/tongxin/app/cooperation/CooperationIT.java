package org.tongxin.app.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Member units: what they are under decides between order and request; a request is answered freely or not at all. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class CooperationIT {

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
    MemberUnits units;

    @Autowired
    UnitRequests requests;

    @Autowired
    UnitAnswers answers;

    @Autowired
    UnitOrders orders;

    @Autowired
    UnitDesks desks;

    @Autowired
    FollowUps followUps;

    @Autowired
    Offers offers;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        account("admin", Role.ADMINISTRATOR);
        account("institute", Role.MEMBER_UNIT);
        account("firm", Role.MEMBER_UNIT);
        for (Affiliation affiliation : Affiliation.values()) {
            if (units.find(unit(affiliation), "").isEmpty()) {
                registry.addUnits(List.of(new Registry.NewUnit(
                        unit(affiliation),
                        "单位" + affiliation,
                        "Unit " + affiliation,
                        "INSTITUTE",
                        "STATIONED_UNIT",
                        STREET,
                        TestDistrict.affiliated(affiliation))));
            }
        }
        desk(Affiliation.CITY, "institute");
        desk(Affiliation.PRIVATE, "firm");
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void account(String login, Role role) {
        if (accounts.findActor(login).isEmpty()) {
            accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                    .orThrow();
            Post post = new Post(role, DISTRICT, "岗位", clock.now(), clock.now().plus(Duration.ofDays(300)));
            accounts.appoint(Actor.system(), login, post).orThrow();
        }
    }

    private void desk(Affiliation affiliation, String login) {
        desks.open(district.actor("admin"), unit(affiliation), login, 30).orThrow();
    }

    private static UUID unit(Affiliation affiliation) {
        return UUID.nameUUIDFromBytes(affiliation.name().getBytes(StandardCharsets.UTF_8));
    }

    private UnitRequests.Draft draft(String asked) {
        return new UnitRequests.Draft(
                asked, "居民需要", "联席会议决议第2条", clock.now().plus(Duration.ofDays(7)), "柳荫街道办 021-00000001");
    }

    private UnitRequest sent(Affiliation affiliation, String asked) {
        UnitRequest drafted = requests.draft(district.actor("street"), unit(affiliation), draft(asked))
                .orThrow();
        String signer = drafted.signer() == Role.SIGNATORY ? "signatory" : "officer";
        return requests.send(district.actor(signer), drafted.id(), drafted.version())
                .orThrow();
    }

    @ParameterizedTest
    @EnumSource(Affiliation.class)
    void onlyUnitsUnderTheDistrictCanBeOrderedAndAllCanBeAsked(Affiliation affiliation) {
        Outcome<UnitOrders.UnitOrder> ordered = orders.order(
                district.actor("officer"),
                unit(affiliation),
                "腾出两间办公室",
                "区预案第3条",
                clock.now().plus(Duration.ofDays(1)));
        assertThat(ordered instanceof Outcome.Accepted).isEqualTo(affiliation.isUnderDistrict());
        if (!affiliation.isUnderDistrict()) {
            assertThat(ordered.toString()).contains("U-017", "AFFILIATION_" + affiliation);
        }
        assertThat(requests.draft(district.actor("officer"), unit(affiliation), draft("请出两间办公室")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anOrderIsATaskOfTheStreet() {
        orders.order(
                        district.actor("officer"),
                        unit(Affiliation.STREET),
                        "打扫文化站",
                        "区预案第5条",
                        clock.now().plus(Duration.ofDays(1)))
                .orThrow();
        assertThat(jdbc.sql("select count(*) from task t join task_order o on o.id = t.order_id"
                                + " where o.title = '单位STREET：打扫文化站' and t.area_path = ?")
                        .param(STREET)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseItselfTakesNoOrderToAUnitOfTheCity() {
        assertThatThrownBy(
                        () -> jdbc.sql("insert into unit_order (id, unit_id, affiliation, area_path, order_id, asked,"
                                        + " basis, due_at, ordered_by, ordered_at)"
                                        + " values (?, ?, 'CITY', ?, ?, 'x', 'x', now(), 'x', now())")
                                .params(UUID.randomUUID(), unit(Affiliation.CITY), STREET, UUID.randomUUID())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anAffiliationThatHasRunOutMakesItARequestOfTheSignatory() {
        UUID lapsed = UUID.nameUUIDFromBytes(new byte[] {9});
        registry.addUnits(List.of(new Registry.NewUnit(
                lapsed,
                "旧区属厂",
                "Old works",
                "ENTERPRISE",
                "STATIONED_UNIT",
                STREET,
                new MemberUnits.Period(
                        Affiliation.DISTRICT, "旧名录", LocalDate.of(2020, 1, 1), TODAY.minusDays(1), "test"))));
        assertThat(orders.order(
                                district.actor("officer"),
                                lapsed,
                                "腾出仓库",
                                "区预案",
                                clock.now().plus(Duration.ofDays(1)))
                        .toString())
                .contains("U-017", "AFFILIATION_UNKNOWN");
        assertThat(requests.draft(district.actor("officer"), lapsed, draft("请腾出仓库"))
                        .orThrow()
                        .signer())
                .isEqualTo(Role.SIGNATORY);

        units.affiliate(district.actor("admin"), lapsed, Affiliation.DISTRICT, "区府〔2026〕5号", TODAY, TODAY.plusDays(90))
                .orThrow();
        assertThat(units.find(lapsed, "").orElseThrow().isUnderDistrict()).isTrue();
        assertThat(units.history(lapsed)).hasSize(2);
        assertThat(units.affiliate(district.actor("admin"), lapsed, Affiliation.CITY, "又一次", TODAY, TODAY.plusDays(90))
                        .toString())
                .contains("U-018");
        assertThat(units.affiliate(district.actor("officer"), lapsed, Affiliation.CITY, "x", TODAY, TODAY.plusDays(90))
                        .toString())
                .contains("I-003");
    }

    @Test
    void theSignatorySignsWhatGoesAboveTheDistrictAndTheOfficerTheRest() {
        UnitRequest above = requests.draft(district.actor("street"), unit(Affiliation.MILITARY), draft("请出车"))
                .orThrow();
        assertThat(requests.send(district.actor("officer"), above.id(), above.version())
                        .toString())
                .contains("U-024");
        assertThat(requests.send(district.actor("street"), above.id(), above.version())
                        .toString())
                .contains("U-024");
        assertThat(requests.send(district.actor("signatory"), above.id(), above.version())
                        .orThrow()
                        .sentBy())
                .isEqualTo("signatory");
        UnitRequest other = requests.draft(district.actor("street"), unit(Affiliation.PRIVATE), draft("请出车"))
                .orThrow();
        assertThat(requests.send(district.actor("signatory"), other.id(), other.version())
                        .toString())
                .contains("U-024");
        assertThat(requests.send(district.actor("officer"), other.id(), other.version())
                        .orThrow()
                        .sentBy())
                .isEqualTo("officer");
    }

    @Test
    void aStreetDraftsForItsOwnGroundOnly() {
        assertThat(requests.draft(district.actor("meixi"), unit(Affiliation.CITY), draft("x"))
                        .toString())
                .contains("U-020");
        assertThat(requests.draft(district.actor("clinic"), unit(Affiliation.CITY), draft("x"))
                        .toString())
                .contains("I-003");
        UnitRequest own = requests.draft(district.actor("street"), unit(Affiliation.CITY), draft("x"))
                .orThrow();
        assertThat(requests.find(district.actor("meixi"), own.id())).isEmpty();
        assertThat(own.areaPath()).isEqualTo(STREET).isNotEqualTo(OTHER);
    }

    @Test
    void aDraftSaysAllFivePartsWithoutPersonalData() {
        Actor street = district.actor("street");
        UnitRequests.Draft good = draft("请出车");
        assertThat(requests.draft(street, unit(Affiliation.CITY), draft(" ")).toString())
                .contains("U-021");
        assertThat(requests.draft(street, unit(Affiliation.CITY), draft("找张三13800138000"))
                        .toString())
                .contains("U-022");
        assertThat(requests.draft(
                                street,
                                unit(Affiliation.CITY),
                                new UnitRequests.Draft(
                                        good.asked(), good.why(), good.basis(), clock.now(), good.contact()))
                        .toString())
                .contains("U-023");
        assertThat(requests.draft(
                                street,
                                unit(Affiliation.CITY),
                                new UnitRequests.Draft(
                                        good.asked(), good.why(), good.basis(), good.until(), "找我 138-0013-8000"))
                        .toString())
                .contains("U-038");
    }

    @Test
    void theUnitAnswersFreelyAndTakesItBack() {
        UnitRequest sent = sent(Affiliation.CITY, "请开放礼堂");
        Actor institute = district.actor("institute");
        assertThat(answers.asked(institute, false, null).rows())
                .extracting(UnitRequest::id)
                .contains(sent.id());
        assertThat(answers.answer(institute, sent.id(), UnitAnswer.Kind.AGREES, " ", sent.version())
                        .toString())
                .contains("U-027");
        UnitRequest declined = answers.answer(institute, sent.id(), UnitAnswer.Kind.DECLINES, "", sent.version())
                .orThrow();
        assertThat(requests.find(district.actor("street"), sent.id())
                        .orElseThrow()
                        .answer())
                .isNotNull();
        assertThat(requests.find(district.actor("analyst"), sent.id())
                        .orElseThrow()
                        .answer())
                .as("nobody but those who ask reads how a unit answered")
                .isNull();
        UnitRequest open =
                answers.takeBack(institute, sent.id(), declined.version()).orThrow();
        assertThat(open.answer()).isNull();
        assertThat(jdbc.sql("select count(*) from unit_answer where request_id = ?")
                        .param(sent.id())
                        .query(Long.class)
                        .single())
                .as("what was taken back is gone")
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and details::text like '%DECLINES%'")
                        .param(sent.number())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(answers.answer(district.actor("firm"), sent.id(), UnitAnswer.Kind.AGREES, "好", open.version())
                        .toString())
                .as("the desk of another unit")
                .contains("U-029");
    }

    @Test
    void silenceIsNoFaultAndRemindedOnceByHand() {
        UnitRequest sent = sent(Affiliation.PRIVATE, "请出两台冰柜");
        Actor officer = district.actor("officer");
        clock.holdAt(clock.now().plus(Duration.ofDays(30)));
        UnitRequest later = requests.find(officer, sent.id()).orElseThrow();
        assertThat(later.state()).as("time alone changes nothing").isEqualTo(UnitRequest.State.SENT);
        assertThat(later.remindedAt()).isNull();
        clock.holdAt(sent.sentAt());

        UnitRequest reminded =
                requests.remind(officer, sent.id(), sent.version()).orThrow();
        assertThat(requests.remind(officer, sent.id(), reminded.version()).toString())
                .contains("U-026");
    }

    @Test
    void aQuestionIsReplied() {
        UnitRequest sent = sent(Affiliation.CITY, "请出讲师");
        UnitRequest asked = answers.answer(
                        district.actor("institute"), sent.id(), UnitAnswer.Kind.ASKS, "讲什么？", sent.version())
                .orThrow();
        UnitRequest replied = requests.reply(district.actor("street"), sent.id(), "讲防护", asked.version())
                .orThrow();
        assertThat(replied.answer()).isNotNull();
        assertThat(answers.asked(district.actor("institute"), true, null).toString())
                .contains("讲防护");
        assertThat(requests.remind(district.actor("street"), sent.id(), replied.version())
                        .toString())
                .contains("U-026");
    }

    @Test
    void whatWasAgreedBecomesAnOfferOfSupplies() {
        UnitRequest sent = sent(Affiliation.PRIVATE, "请提供口罩");
        assertThat(followUps
                        .offer(
                                district.actor("street"),
                                sent.id(),
                                new Goods(Storehouse.MASK, 40, null),
                                sent.version())
                        .toString())
                .as("nothing was agreed yet")
                .contains("U-025");
        UnitRequest agreed = answers.answer(
                        district.actor("firm"), sent.id(), UnitAnswer.Kind.PARTLY, "先给40只", sent.version())
                .orThrow();
        var offer = followUps
                .offer(district.actor("street"), sent.id(), new Goods(Storehouse.MASK, 40, null), agreed.version())
                .orThrow();
        assertThat(offers.page(district.actor("street"), null).rows())
                .extracting("number")
                .contains(offer.number());
        assertThat(followUps.of(sent.id())).extracting("reference").containsExactly(offer.number());
    }

    @Test
    void theDeskShowsItsOwnUnitAndNothingOfOthers() throws Exception {
        sent(Affiliation.CITY, "请看护花园");
        sent(Affiliation.PRIVATE, "请修路灯");
        String own = page("institute", "/unit-desk", "zh-CN");
        assertThat(own).contains("请看护花园").doesNotContain("请修路灯", "逾期", "排名");
        assertThat(page("institute", "/unit-desk", "en")).doesNotContain("??");
        for (String closed :
                List.of("/member-units", "/cooperation", "/desk", "/tasks", "/posts", "/supplies/needs", "/handover")) {
            mvc.perform(get(closed).session(district.session(mvc, "institute"))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/unit-desk").session(district.session(mvc, "officer"))).andExpect(status().isForbidden());
    }

    @Test
    void thePagesSpeakBothLanguagesAndKeepWhatWasTyped() throws Exception {
        UnitRequest sent = sent(Affiliation.PRIVATE, "请出一台发电机");
        for (String login : List.of("officer", "signatory", "street", "analyst", "admin")) {
            for (String language : List.of("zh-CN", "en")) {
                String one = "/member-units/" + unit(Affiliation.PRIVATE);
                for (String address : List.of("/member-units", one, "/cooperation", "/cooperation/" + sent.id())) {
                    assertThat(page(login, address, language))
                            .as(login + address)
                            .doesNotContain("??");
                }
            }
        }
        Object form = mvc.perform(post("/member-units/" + unit(Affiliation.CITY) + "/requests")
                        .with(csrf())
                        .session(district.session(mvc, "street"))
                        .param("asked", "请找13800138000")
                        .param("why", "因为")
                        .param("basis", "决议")
                        .param("until", TODAY.plusDays(3).toString())
                        .param("contact", "街道办"))
                .andReturn()
                .getFlashMap()
                .get("form");
        assertThat(String.valueOf(form)).contains("请找13800138000");
    }

    private String page(String login, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).session(district.session(mvc, login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
