package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongxin.app.plans.PlanDistrict.DISTRICT;
import static org.tongxin.app.plans.PlanDistrict.STREET;
import static org.tongxin.app.plans.PlanDistrict.WILLOW_GRID;
import static org.tongxin.app.plans.PlanDistrict.refusal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.plans.complaints.Answer;
import org.tongxin.app.plans.complaints.Complaint;
import org.tongxin.app.plans.complaints.ComplaintOutcome;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.plans.complaints.NewComplaint;
import org.tongxin.app.plans.complaints.Receipt;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.protection.Destruction;
import org.tongxin.app.protection.Destructions;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.warning.RatingLevel;

/** Once a response is stood down, what is personal in it is destroyed when its day comes, and a protocol says so. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import(PlanDistrict.class)
class DestructionIT {

    private static final String WORDS = "王女士家里断了药";
    private static final String CONTACT = "wang@example.org";
    private static final String DONOR = "李先生";

    @Autowired
    MockMvc mvc;

    @Autowired
    PlanDistrict district;

    @Autowired
    Measures measures;

    @Autowired
    Complaints complaints;

    @Autowired
    Plans plans;

    @Autowired
    Destructions destructions;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        jdbc.sql("truncate destruction, destruction_line").update();
        jdbc.sql("truncate assignment, attendance, shift_post, shift_choice, supply_offer, supply_donation cascade")
                .update();
        district.close();
        jdbc.sql("truncate destruction, destruction_line").update();
    }

    @Test
    void whatIsPersonalIsGoneOnItsDayAndTheProtocolCountsIt() throws Exception {
        UUID incident = incident();
        Receipt first = complain();
        Receipt second = complain();
        duty();
        gifts(clock.now());
        answer(first);
        answer(second);
        Instant over = standDown();

        Destruction begun = destructions.find(incident).orElseThrow();
        assertThat(begun.lines())
                .extracting(Destruction.Line::relation)
                .containsExactlyInAnyOrder(
                        "assignment",
                        "attendance",
                        "complaint_contact",
                        "measure_complaint",
                        "shift_called_off",
                        "shift_wish",
                        "supply_donation",
                        "supply_offer",
                        "week_place");
        clock.holdAt(over.plus(Duration.ofDays(30)).minusMillis(1));
        destructions.runDue();
        assertThat(find(incident).rows()).isZero();
        assertThat(rows("measure_complaint where text is not null")).isEqualTo(2);

        clock.holdAt(over.plus(Duration.ofDays(30)));
        destructions.runDue();
        destructions.runDue();

        assertThat(rows("measure_complaint where text is not null or answer is not null"))
                .isZero();
        assertThat(rows("measure_complaint where outcome = 'NOT_UPHELD'")).isEqualTo(2);
        assertThat(rows("complaint_contact")).isZero();
        assertThat(rows("assignment")).isZero();
        assertThat(rows("attendance")).isZero();
        assertThat(rows("supply_offer where name = '" + DONOR + "'")).isZero();
        assertThat(rows("supply_offer where name = '梧桐商会'")).isEqualTo(1);
        assertThat(rows("supply_donation where donor is not null")).isZero();
        Destruction done = find(incident);
        assertThat(done.complete()).isTrue();
        assertThat(done.lines())
                .extracting(line -> line.relation() + " " + line.destroyed())
                .containsExactlyInAnyOrder(
                        "assignment 1",
                        "attendance 1",
                        "complaint_contact 2",
                        "measure_complaint 2",
                        "shift_called_off 0",
                        "shift_wish 0",
                        "supply_donation 1",
                        "supply_offer 1",
                        "week_place 0");
        assertThat(protocol(incident)).contains("measure_complaint", "个人信息销毁单").doesNotContain(WORDS, CONTACT, DONOR);
        assertThat(everyText())
                .noneMatch(text -> text.contains(WORDS) || text.contains(CONTACT) || text.contains(DONOR));
    }

    @Test
    void anUnansweredComplaintWaitsForItsAnswer() {
        UUID incident = incident();
        Receipt receipt = complain();
        Instant over = standDown();

        clock.holdAt(over.plus(Duration.ofDays(31)));
        destructions.runDue();
        assertThat(rows("measure_complaint where text is not null")).isEqualTo(1);
        assertThat(find(incident).complete()).isFalse();
        assertThat(refusal(destructions.sign(district.actor("signatory"), incident, 1)))
                .isEqualTo(Refusal.of("Z-001", 2));

        answer(receipt);
        destructions.runDue();
        assertThat(rows("measure_complaint where answer is not null"))
                .as("the answer can still be read")
                .isEqualTo(1);

        clock.holdAt(clock.now().plus(Duration.ofDays(30)));
        destructions.runDue();
        assertThat(rows("measure_complaint where text is not null")).isZero();
        assertThat(find(incident).complete()).isTrue();
    }

    @Test
    void whatIsOfNoIncidentStays() {
        gifts(clock.now());
        clock.holdAt(clock.now().plusSeconds(60));
        UUID incident = incident();
        Instant over = standDown();

        clock.holdAt(over.plus(Duration.ofDays(30)));
        destructions.runDue();

        assertThat(find(incident).complete()).isTrue();
        assertThat(find(incident).rows()).isZero();
        assertThat(rows("supply_donation where donor = '" + DONOR + "'")).isEqualTo(1);
    }

    @Test
    void aComplaintAboutAMeasureOfNoIncidentIsDestroyedAfterItsAnswerAndTheMeasuresEnd() {
        answer(complain());
        clock.holdAt(clock.now().plus(Duration.ofDays(3)));
        measures.runDue();
        clock.holdAt(clock.now().plus(Duration.ofDays(30)).minusMillis(1));
        complaints.runDue();
        assertThat(rows("measure_complaint where text is not null")).isEqualTo(1);

        clock.holdAt(clock.now().plusMillis(1));
        complaints.runDue();

        assertThat(rows("measure_complaint where text is not null or answer is not null"))
                .isZero();
        assertThat(rows("measure_complaint where destroyed_at is not null")).isEqualTo(1);
    }

    @Test
    void anIncidentStoodDownBeforeThereWasARegisterIsCountedDownAllTheSame() {
        UUID incident = incident();
        Instant over = standDown();
        jdbc.sql("truncate destruction, destruction_line").update();

        destructions.runDue();

        assertThat(find(incident).to()).isEqualTo(over);
        assertThat(find(incident).lines()).isNotEmpty();
    }

    @Test
    void aTableThatFailsHoldsUpNoOther() {
        UUID incident = incident();
        gifts(clock.now());
        Instant over = standDown();
        jdbc.sql("alter table supply_donation add constraint held_up check (donor is not null)")
                .update();
        try {
            clock.holdAt(over.plus(Duration.ofDays(30)));
            destructions.runDue();
            assertThat(find(incident).lines())
                    .filteredOn(line -> line.destroyedAt() == null)
                    .extracting(Destruction.Line::relation)
                    .containsExactly("supply_donation");
        } finally {
            jdbc.sql("alter table supply_donation drop constraint held_up").update();
        }
        destructions.runDue();
        assertThat(find(incident).complete()).isTrue();
    }

    @Test
    void theSignatorySignsOnceWithTheirLoginAndTheProtocolNeverChanges() {
        UUID incident = incident();
        Instant over = standDown();
        clock.holdAt(over.plus(Duration.ofDays(30)));
        destructions.runDue();

        for (String login : List.of("officer", "street", "analyst")) {
            assertThat(refusal(destructions.sign(district.actor(login), incident, 1))
                            .code())
                    .isEqualTo("I-003");
        }
        Destruction signed =
                destructions.sign(district.actor("signatory"), incident, 1).orThrow();
        assertThat(signed.signedBy()).isEqualTo("signatory");
        assertThat(refusal(destructions.sign(district.actor("mayor"), incident, 2)))
                .isEqualTo(Refusal.of("Z-002"));
        for (String change : List.of(
                "update destruction set signed_by = 'other'",
                "delete from destruction_line",
                "update destruction_line set destroyed = 7")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .hasMessageContaining("A protocol of destruction is kept");
        }
    }

    private UUID incident() {
        district.warn(STREET, RatingLevel.ORANGE);
        return district.activate("signatory", plans.openAdvice().orElseThrow().mode(), "")
                .orThrow()
                .id();
    }

    private Instant standDown() {
        clock.holdAt(clock.now().plusSeconds(3600));
        PlanActivation active = plans.active().orElseThrow();
        plans.standDown(district.actor("signatory"), active.id(), "已连续十四日无新增", active.version())
                .orThrow();
        district.settle();
        return clock.now();
    }

    private Receipt complain() {
        Instant now = clock.now();
        Measure measure = measures.decide(
                        district.actor("signatory"),
                        new Measures.Decision(
                                "LIMIT_VENUE",
                                "DISTRICT_COMMAND",
                                WILLOW_GRID,
                                "内容",
                                "理由",
                                List.of(new Alternative("只加强筛查", "涉及的住处太多")),
                                now,
                                now.plus(Duration.ofDays(2)),
                                null))
                .orThrow();
        measures.start(district.actor("officer"), measure.id(), measure.version())
                .orThrow();
        return complaints
                .file(measure.id(), new NewComplaint(WORDS, CONTACT, "192.0.2.1"))
                .orThrow();
    }

    private void answer(Receipt receipt) {
        Complaint complaint = complaints.list(district.actor("signatory")).stream()
                .filter(each -> each.number().equals(receipt.number()))
                .findFirst()
                .orElseThrow();
        complaints
                .answer(
                        district.actor("signatory"),
                        complaint.id(),
                        new Answer(ComplaintOutcome.NOT_UPHELD, "王女士：药已送到", "", "", null),
                        complaint.version())
                .orThrow();
    }

    /** One person at one post today. */
    private void duty() {
        UUID person = UUID.randomUUID();
        UUID post = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.now());
        jdbc.sql("insert into person (id, name, kind, home_path, trained, insured) values (?, '李娜', 'VOLUNTEER', ?,"
                        + " true, true)")
                .params(person, STREET)
                .update();
        jdbc.sql("insert into duty_post (id, area_path, kind, name, name_en, places, minimum, latitude, longitude)"
                        + " values (?, ?, 'CHECKPOINT', '柳园门岗', 'Willow Court gate', 1, 1, 31.2, 121.5)")
                .params(post, STREET)
                .update();
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?)")
                .params(clock.today(), post, STREET)
                .update();
        jdbc.sql("insert into assignment (id, shift_day, post_id, person_id, state, metres, rank, eligible,"
                        + " nearer_elsewhere, assigned_at) values (?, ?, ?, ?, 'CONFIRMED', 100, 1, 1, 0, ?)")
                .params(UUID.randomUUID(), clock.today(), post, person, now)
                .update();
        jdbc.sql("insert into attendance (shift_day, person_id, post_id, came_at, came_by) values (?, ?, ?, ?, 'HAND')")
                .params(clock.today(), person, post, now)
                .update();
    }

    /** An offer and a donation of a person, and an offer of an association. */
    private void gifts(Instant at) {
        Timestamp now = Timestamp.from(at);
        UUID holder = UUID.randomUUID();
        jdbc.sql("insert into supply_item (code, name, name_en, kind, unit, unit_en, scenario) values ('MASK', '口罩',"
                        + " 'Masks', 'PROTECTION', '只', 'pieces', true) on conflict do nothing")
                .update();
        jdbc.sql(
                        "insert into supply_holder (id, kind, name, name_en, area_path, scenario) values (?, 'WAREHOUSE', '区库',"
                                + " 'Store', ?, true)")
                .params(holder, DISTRICT)
                .update();
        for (String giver : List.of("DONOR", "UNIT")) {
            jdbc.sql(
                            "insert into supply_offer (id, number, giver, name, area_path, item_code, quantity, until, offered_by,"
                                    + " offered_at) values (?, ?, ?, ?, ?, 'MASK', 10, ?, 'officer', ?)")
                    .params(
                            UUID.randomUUID(),
                            "G-" + UUID.randomUUID(),
                            giver,
                            giver.equals("UNIT") ? "梧桐商会" : DONOR,
                            DISTRICT,
                            now,
                            now)
                    .update();
        }
        jdbc.sql(
                        "insert into supply_donation (id, number, donor, item_code, quantity, holder_id, received_by, received_at,"
                                + " wish) values (?, ?, ?, 'MASK', 10, ?, 'officer', ?, '')")
                .params(UUID.randomUUID(), "J-" + UUID.randomUUID(), DONOR, holder, now)
                .update();
    }

    private Destruction find(UUID incident) {
        return destructions.find(incident).orElseThrow();
    }

    private int rows(String what) {
        return jdbc.sql("select count(*)::int from " + what)
                .query(Integer.class)
                .single();
    }

    private List<String> everyText() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
                .toList();
    }

    private String protocol(UUID incident) throws Exception {
        MockHttpSession session = (MockHttpSession) mvc.perform(post("/login")
                        .with(csrf())
                        .param("login", "signatory")
                        .param("password", TestDistrict.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession(false);
        StringBuilder pages = new StringBuilder();
        for (String language : List.of("zh-CN", "en")) {
            for (String address : List.of("/data-protection", "/data-protection/" + incident)) {
                pages.append(mvc.perform(get(address).param("lang", language).session(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return pages.toString();
    }
}
