package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.plans.PlanDistrict.CEDAR;
import static org.tongxin.app.plans.PlanDistrict.DISTRICT;
import static org.tongxin.app.plans.PlanDistrict.MAPLE;
import static org.tongxin.app.plans.PlanDistrict.OTHER;
import static org.tongxin.app.plans.PlanDistrict.STREET;
import static org.tongxin.app.plans.PlanDistrict.UNIT;
import static org.tongxin.app.plans.PlanDistrict.WILLOW;
import static org.tongxin.app.plans.PlanDistrict.refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.WarningIssued;

/** From an orange warning to orders in the streets, and back. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import(PlanDistrict.class)
class PlansIT {

    @Autowired
    PlanDistrict district;

    @Autowired
    Plans plans;

    @Autowired
    Playbooks playbooks;

    @Autowired
    DistrictClock clock;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        district.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void anOrangeWarningBringsAdviceWithReasonsAndWithWhatWouldChangeIt() {
        district.warn(STREET, RatingLevel.ORANGE);

        ModeAdvice advice = plans.openAdvice().orElseThrow();
        assertThat(advice.reasons())
                .extracting(Reason::code)
                .containsExactly("modeDistance", "modeSocialForces", "modeResources");
        assertThat(advice.wouldChange()).isNotEmpty();
        assertThat(advice.likeness()).containsOnlyKeys(ResponseMode.values());
        assertThat(advice.indicators()).containsOnlyKeys("DISTANCE", "SOCIAL_FORCES", "RESOURCES");
        assertThat(plans.active()).as("advice alone starts nothing").isEmpty();
    }

    @Test
    void aYellowWarningBringsNoAdvice() {
        district.warn(STREET, RatingLevel.YELLOW);

        assertThat(plans.openAdvice()).isEmpty();
    }

    @Test
    void onlyTheSignatoryActivates() {
        district.warn(STREET, RatingLevel.ORANGE);
        ResponseMode mode = plans.openAdvice().orElseThrow().mode();

        for (String login : List.of("officer", "analyst", "street")) {
            assertThat(refusal(district.activate(login, mode, "理由")).code()).isEqualTo("I-003");
        }
        assertThat(plans.active()).isEmpty();
        assertThat(district.activate("signatory", mode, "").orThrow().activatedBy())
                .isEqualTo("signatory");
        assertThat(plans.latestAdvice().orElseThrow().state()).isEqualTo("FOLLOWED");
    }

    @Test
    void overrulingTheAdviceNeedsAReason() {
        district.warn(STREET, RatingLevel.ORANGE);
        ResponseMode other = other(plans.openAdvice().orElseThrow().mode());

        assertThat(refusal(district.activate("signatory", other, " ")).code()).isEqualTo("A-004");

        PlanActivation active =
                district.activate("signatory", other, "本区资源已被调出").orThrow();
        assertThat(active.mode()).isEqualTo(other);
        assertThat(active.reason()).isEqualTo("本区资源已被调出");
        assertThat(plans.latestAdvice().orElseThrow().state()).isEqualTo("OVERRULED");
    }

    @Test
    void anActivationWithoutAdviceNeedsAReasonToo() {
        assertThat(refusal(district.activate("signatory", ResponseMode.THREE_NETWORKS, ""))
                        .code())
                .isEqualTo("A-004");
    }

    @Test
    void anActivationNeedsMattersALevelAndAnEndToCome() {
        assertThat(refusal(plans.activate(district.actor("signatory"), signed(" ", 2, 1)))
                        .code())
                .isEqualTo("A-002");
        assertThat(refusal(plans.activate(district.actor("signatory"), signed("启动", 0, 1)))
                        .code())
                .isEqualTo("A-002");
        assertThat(refusal(plans.activate(district.actor("signatory"), signed("启动", 5, 1)))
                        .code())
                .isEqualTo("A-002");
        assertThat(refusal(plans.activate(district.actor("signatory"), signed("启动", 2, 0)))
                        .code())
                .isEqualTo("A-003");
    }

    private Plans.Activation signed(String matters, int level, int days) {
        return new Plans.Activation(
                ResponseMode.THREE_NETWORKS,
                "1",
                "理由",
                level,
                matters,
                clock.now().plus(Duration.ofDays(days)));
    }

    @Test
    void aSecondActivationIsRefusedAndToldWhoWasFirst() {
        district.activate("mayor", ResponseMode.THREE_NETWORKS, "理由").orThrow();

        assertThat(refusal(district.activate("signatory", ResponseMode.CO_GOVERNANCE_PLUS, "理由")))
                .satisfies(second -> {
                    assertThat(second.code()).isEqualTo("A-001");
                    assertThat(second.arguments()).containsExactly("mayor");
                });
    }

    @Test
    void ofTwoWhoSignAtOnceTheSecondIsToldWhoWasFirst() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Outcome<PlanActivation>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<PlanActivation>>> running = new ArrayList<>();
            for (String login : List.of("mayor", "signatory")) {
                running.add(threads.submit(() -> {
                    start.await();
                    return district.activate(login, ResponseMode.THREE_NETWORKS, "理由");
                }));
            }
            for (Future<Outcome<PlanActivation>> one : running) {
                answers.add(one.get());
            }
        }

        String first = plans.active().orElseThrow().activatedBy();
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Outcome.Refused)
                .hasSize(1)
                .allSatisfy(answer -> {
                    assertThat(refusal(answer).code()).isEqualTo("A-001");
                    assertThat(refusal(answer).arguments()).containsExactly(first);
                });
    }

    @Test
    void ordersReachEveryTaskedStreetOnceAndCommunitiesOnlyOfCoveredStreets() {
        PlanActivation active = activated();

        long streetItems = items(active, "STREET") + items(active, "UNIT") + items(active, "COMMUNITY");
        assertThat(tasks(active))
                .containsEntry(DISTRICT, (int) items(active, "DISTRICT"))
                .containsEntry(STREET, (int) streetItems)
                .containsEntry(OTHER, (int) streetItems)
                .containsEntry(WILLOW, (int) items(active, "COMMUNITY"))
                .containsEntry(MAPLE, (int) items(active, "COMMUNITY"))
                .doesNotContainKey(CEDAR);
        assertThat(orders(active)).isEqualTo(20);
    }

    @Test
    void pseudoUnitsGetNothing() {
        PlanActivation active = activated();
        district.warn(UNIT, RatingLevel.RED);

        assertThat(tasks(active)).doesNotContainKey(UNIT);
    }

    @Test
    void aStreetWarnedLaterIsCoveredByItself() {
        PlanActivation active = activated();
        clock.holdAt(clock.now().plus(Duration.ofHours(80)));

        district.warn(OTHER, RatingLevel.ORANGE);

        assertThat(plans.coverage(active.id())).containsExactly(STREET, OTHER);
        assertThat(tasks(active)).containsEntry(CEDAR, (int) items(active, "COMMUNITY"));
        assertThat(orders(active)).isEqualTo(20);
    }

    @Test
    void aStreetWarnedYellowIsNotCovered() {
        PlanActivation active = activated();

        district.warn(OTHER, RatingLevel.YELLOW);

        assertThat(plans.coverage(active.id())).containsExactly(STREET);
        assertThat(tasks(active)).doesNotContainKey(CEDAR);
    }

    @Test
    void deliveringTheSameEventTwiceChangesNothing() {
        PlanActivation active = activated();
        district.warn(OTHER, RatingLevel.ORANGE);
        List<String> before = state(active);

        PlanActivated activated =
                new PlanActivated(facts("PlanActivated", active.id().toString()), active.id(), active.mode());
        EventFacts extended = facts("PlanCoverageExtended", active.id() + "/" + OTHER);
        EventFacts issued = jdbc.sql(
                        "select business_key from timeline_entry where kind = 'WarningIssued' and area_path = ?"
                                + " order by occurred_at desc, business_key desc limit 1")
                .param(OTHER)
                .query(String.class)
                .optional()
                .map(key -> facts("WarningIssued", key))
                .orElseThrow();
        transaction.executeWithoutResult(status -> {
            publisher.publishEvent(activated);
            publisher.publishEvent(new PlanCoverageExtended(extended, active.id(), OTHER));
            publisher.publishEvent(new WarningIssued(issued, PlanDistrict.id("whichever"), RatingLevel.ORANGE));
        });
        district.settle();

        assertThat(state(active)).isEqualTo(before);
    }

    @Test
    void standingDownNeedsTheSignatoryAReasonAndTheVersionThatWasSeen() {
        PlanActivation active = activated();

        assertThat(refusal(plans.standDown(district.actor("officer"), active.id(), "结束", active.version()))
                        .code())
                .isEqualTo("I-003");
        assertThat(refusal(plans.standDown(district.actor("signatory"), active.id(), " ", active.version()))
                        .code())
                .isEqualTo("A-005");
        assertThat(refusal(plans.standDown(district.actor("signatory"), active.id(), "请打13800138000", active.version()))
                        .code())
                .isEqualTo("P-023");
        assertThat(refusal(plans.standDown(district.actor("signatory"), active.id(), "结束", active.version() + 1))
                        .code())
                .isEqualTo("A-006");
        assertThat(plans.active()).isPresent();
    }

    @Test
    void standingDownWithdrawsUnansweredTasksAndTheCoverageOfPosts() {
        PlanActivation active = activated();
        assertThat(jdbc.sql("select street_path from street_coverage")
                        .query(String.class)
                        .list())
                .containsExactly(STREET);
        jdbc.sql("update task set state = 'REPORTED' where area_path = ? and order_id in"
                        + " (select id from task_order where origin = ?)")
                .params(WILLOW, "plan:" + active.id())
                .update();

        plans.standDown(district.actor("signatory"), active.id(), "已连续十四日无新增", active.version())
                .orThrow();
        district.settle();

        assertThat(plans.active()).isEmpty();
        assertThat(jdbc.sql("select distinct t.state from task t join task_order o on o.id = t.order_id"
                                + " where o.origin = ? and t.area_path <> ?")
                        .params("plan:" + active.id(), WILLOW)
                        .query(String.class)
                        .list())
                .containsExactly("WITHDRAWN");
        assertThat(jdbc.sql("select distinct t.state from task t join task_order o on o.id = t.order_id"
                                + " where o.origin = ? and t.area_path = ?")
                        .params("plan:" + active.id(), WILLOW)
                        .query(String.class)
                        .list())
                .as("answers stay")
                .containsExactly("REPORTED");
        assertThat(jdbc.sql("select count(*) from street_coverage")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private PlanActivation activated() {
        district.warn(STREET, RatingLevel.ORANGE);
        PlanActivation active = district.activate(
                        "signatory", plans.openAdvice().orElseThrow().mode(), "")
                .orThrow();
        district.settle();
        return active;
    }

    private static ResponseMode other(ResponseMode mode) {
        return mode == ResponseMode.THREE_NETWORKS ? ResponseMode.CO_GOVERNANCE_PLUS : ResponseMode.THREE_NETWORKS;
    }

    private long items(PlanActivation active, String level) {
        return playbooks.of(active.mode()).items().stream()
                .filter(item -> item.level().equals(level))
                .count();
    }

    private int orders(PlanActivation active) {
        return jdbc.sql("select count(*)::int from task_order where origin = ?")
                .param("plan:" + active.id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Integer> tasks(PlanActivation active) {
        Map<String, Integer> tasks = new TreeMap<>();
        jdbc.sql("select t.area_path, count(*)::int as total from task t join task_order o on o.id = t.order_id"
                        + " where o.origin = ? group by t.area_path")
                .param("plan:" + active.id())
                .query((row, number) -> tasks.put(row.getString("area_path"), row.getInt("total")))
                .list();
        return tasks;
    }

    private List<String> state(PlanActivation active) {
        List<String> all = new ArrayList<>();
        all.add(tasks(active).toString());
        all.add(plans.coverage(active.id()).toString());
        for (String table : List.of("task_order", "task", "timeline_entry", "mode_advice", "street_coverage")) {
            all.add(table
                    + jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return all;
    }

    /** The facts of an event that was announced before. */
    private EventFacts facts(String kind, String key) {
        return jdbc.sql("select * from timeline_entry where kind = ? and business_key = ?")
                .params(kind, key)
                .query((row, number) -> new EventFacts(
                        row.getObject("event_id", java.util.UUID.class),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getObject("caused_by", java.util.UUID.class),
                        row.getString("area_path"),
                        key,
                        row.getString("actor"),
                        Reason.of("again")))
                .single();
    }
}
