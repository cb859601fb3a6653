package org.tongxin.app;

import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;
import static org.tongxin.app.support.TestDistrict.YESTERDAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.callers.CallerRequest;
import org.tongxin.app.callers.CallerRequests;
import org.tongxin.app.dispatch.duty.Links;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.exercises.Exercises;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.imports.Imports;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.plans.Alternative;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.PlanChanges;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.plans.complaints.NewComplaint;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.resources.Agreement;
import org.tongxin.app.resources.Block;
import org.tongxin.app.resources.Deliveries;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Producer;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.resources.Supplier;
import org.tongxin.app.resources.Transfer;
import org.tongxin.app.resources.Transfers;
import org.tongxin.app.supervision.RiskFactor;
import org.tongxin.app.supervision.RiskFactors;
import org.tongxin.app.supervision.Supervision;
import org.tongxin.app.supervision.SupervisionActions;
import org.tongxin.app.supervision.Supervisions;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.surveillance.Episode;
import org.tongxin.app.warning.risk.IncidentRatings;

/**
 * One real thing behind each kind of address: in a community of the street where an address speaks of something that a community can
 * have, else in the street. What an address names is found by the longest beginning that is known here.
 */
@TestComponent
class ThingsOfTheMatrix {

    static final String WILLOW = STREET + "001";
    static final String MAPLE = STREET + "002";
    static final String PLUM = OTHER + "001";

    private static final String SITUATION = """
            {"reported": [{"day": "2026-03-25", "count": 3}], "places": {}, "warned": [],
             "reproduction": {"low": 0.8, "median": 1.0, "high": 1.2}, "infections": {"low": 1, "median": 2, "high": 3},
             "ascertainment": {"low": 0.3, "median": 0.5, "high": 0.7}}
            """;

    private static final String CAPACITIES = """
            {"beds": 1, "intensiveBeds": 1, "isolationPlaces": 1, "quarantinePlaces": 1, "testsPerDay": 1,
             "casesTracedPerDay": 1, "staff": 1, "volunteers": 1}
            """;

    private final TestDistrict district;
    private final Storehouse house;
    private final Registry registry;
    private final Links links;
    private final UrgentCalls calls;
    private final CallerRequests callers;
    private final Measures measures;
    private final Complaints complaints;
    private final Supervisions supervisions;
    private final SupervisionActions actions;
    private final IncidentRatings incidents;
    private final Exercises exercises;
    private final RiskFactors factors;
    private final Imports imports;
    private final PlanChanges changes;
    private final Offers offers;
    private final Deliveries deliveries;
    private final Transfers transfers;
    private final Requisitions requisitions;
    private final Procurement procurement;
    private final Producers producers;
    private final DistrictClock clock;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final List<Thing> things = new ArrayList<>();

    ThingsOfTheMatrix(
            TestDistrict district,
            Storehouse house,
            Registry registry,
            Links links,
            UrgentCalls calls,
            CallerRequests callers,
            Measures measures,
            Complaints complaints,
            Supervisions supervisions,
            SupervisionActions actions,
            IncidentRatings incidents,
            Exercises exercises,
            RiskFactors factors,
            Imports imports,
            PlanChanges changes,
            Offers offers,
            Deliveries deliveries,
            Transfers transfers,
            Requisitions requisitions,
            Procurement procurement,
            Producers producers,
            DistrictClock clock,
            Ids ids,
            JdbcClient jdbc) {
        this.district = district;
        this.house = house;
        this.registry = registry;
        this.links = links;
        this.calls = calls;
        this.callers = callers;
        this.measures = measures;
        this.complaints = complaints;
        this.supervisions = supervisions;
        this.actions = actions;
        this.incidents = incidents;
        this.exercises = exercises;
        this.factors = factors;
        this.imports = imports;
        this.changes = changes;
        this.offers = offers;
        this.deliveries = deliveries;
        this.transfers = transfers;
        this.requisitions = requisitions;
        this.procurement = procurement;
        this.producers = producers;
        this.clock = clock;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** @param part of the address that it stands for */
    private record Thing(String beginning, String part, String value) {}

    void add(String beginning, String part, Object value) {
        things.removeIf(thing -> thing.beginning.equals(beginning) && thing.part.equals(part));
        things.add(new Thing(beginning, part, value.toString()));
    }

    /** What stands for a part of an address. */
    Optional<String> find(String pattern, String part) {
        return things.stream()
                .filter(thing -> pattern.startsWith(thing.beginning) && part.equals(thing.part))
                .max(Comparator.comparingInt(thing -> thing.beginning.length()))
                .map(Thing::value);
    }

    /** Two communities of the street and one of the other; before any account is appointed there. */
    void communities() {
        if (count("area where level = 'COMMUNITY'") == 0) {
            registry.addAreas(List.of(community(WILLOW, "柳荫"), community(MAPLE, "枫树"), community(PLUM, "梅园")));
        }
    }

    private Registry.NewArea community(String path, String name) {
        return Registry.NewArea.of(new Area(
                ids.of("area", path),
                path,
                AreaLevel.COMMUNITY,
                "RESIDENTIAL",
                name + "居民区",
                name,
                true,
                true,
                31.20,
                121.50));
    }

    /** Everything but supplies stays from one test to the next. */
    void fill() {
        supplies();
        if (count("resident_request") > 0) {
            return;
        }
        field();
        decisions();
        work();
        records();
        district.settle();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    private Actor actor(String login) {
        return district.actor(login);
    }

    private Instant inDays(int days) {
        return clock.now().plus(Duration.ofDays(days));
    }

    private void field() {
        UUID post = ids.of("post", "gate");
        UUID person = ids.of("person", "chen");
        registry.addPosts(
                List.of(DutyPost.at(post, WILLOW, "CHECKPOINT", "柳荫苑北门", "North Gate", 2, 1, null, 31.20, 121.50)));
        registry.addPeople(List.of(
                Registry.NewPerson.allDay(person, "陈小雨", Person.Kind.VOLUNTEER, null, WILLOW, null, true, true)));
        jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?)")
                .params(TODAY, post, WILLOW)
                .update();
        jdbc.sql("insert into street_coverage (street_path, order_id, since, caused_by) values (?, ?, now(), ?)")
                .params(STREET, post, post)
                .update();
        add("/dispatch/posts/", "id", post);
        add("/dispatch/posts/", "person", person);
        add("/duty/", "token", links.ofPerson(person));
        add("/rota/", "token", links.ofRota(STREET));
        UUID call = calls.open(actor("officer"), new NewCall(null, WILLOW, "MEDICINE", "送药", null, 1, 1000, 30))
                .orThrow()
                .id();
        add("/dispatch/calls/", "id", call);
        add("/duty/", "call", call);
        CallerRequest asked = callers.file(
                        actor("community"),
                        new CallerRequests.Filed("call", WILLOW, CallerRequest.Kind.QUESTION, "几点开门", ""))
                .orThrow();
        add("/callers/", "id", asked.id());
    }

    private void decisions() {
        Measure measure = measures.decide(
                        actor("signatory"),
                        new Measures.Decision(
                                "LIMIT_VENUE",
                                "DISTRICT_COMMAND",
                                WILLOW,
                                "非必要不出入",
                                "近日通报增多",
                                List.of(new Alternative("只加强筛查", "涉及的住处太多")),
                                clock.now(),
                                inDays(7),
                                null))
                .orThrow();
        measures.fillSupport(actor("officer"), measure.id(), "HELP_LINE", "021 5555 0100")
                .orThrow();
        measures.start(actor("officer"), measure.id(), measure.version()).orThrow();
        add("/measures/", "id", measure.id());
        add("/residents/measures/", "id", measure.id());
        complaints
                .file(
                        measure.id(),
                        new NewComplaint("封得太久", "", UUID.randomUUID().toString()))
                .orThrow();
        add("/complaints/", "id", id("select id from measure_complaint"));
        add(
                "/incidents/",
                "id",
                incidents
                        .confirm(
                                actor("officer"),
                                new IncidentRatings.Rating(STREET, "养老院聚集", 3, false, 4, true, "三人发热", "同一层", "老人多"))
                        .orThrow()
                        .id());
        String exercise = exercises
                .plan(actor("officer"), new Exercises.NewExercise(ResponseMode.CO_GOVERNANCE_PLUS, "情景", "练报告", 1))
                .orThrow();
        add("/exercises/", "number", exercise);
        add("/exercises/", "card", id("select id from role_card where level = 'STREET' order by id limit 1"));
        add(
                "/exercises/",
                "call",
                id("select c.id from exercise_call c join role_card k on k.id = c.card_id where k.level = 'STREET'"
                        + " order by k.id, c.id limit 1"));
    }

    private void work() {
        RiskFactor factor = factors.report(
                        actor("community"),
                        new RiskFactors.NewFactor(
                                WILLOW, RiskFactor.Kind.OTHER, "楼道堆物", RiskFactor.Affected.FROM_10, TODAY.plusDays(3)))
                .orThrow();
        add("/risk-factors/", "id", factor.id());
        Supervision supervision = supervisions
                .open(actor("officer"), new Supervisions.Opening(STREET, "两个小区连着出", "street", 3))
                .orThrow();
        add("/supervision/", "id", supervision.id());
        add(
                "/supervision/actions/",
                "id",
                actions.add(actor("street"), supervision.id(), WILLOW, "逐户通知")
                        .orThrow()
                        .id());
        add(
                "/posts/",
                "id",
                id("select p.id from appointment p join account a on a.id = p.account_id"
                        + " where a.login = 'community'"));
        district.report(district.point("matrix", STREET), YESTERDAY, 0, 1, 0, 0, 1, 0, 40);
        add("/signals/", "id", id("select id from signal order by observed desc limit 1"));
        jdbc.sql("select number from episode order by number limit 1")
                .query(Integer.class)
                .optional()
                .ifPresent(number -> add("/episodes/", "label", Episode.label(number)));
        UUID list = imports.upload(
                        actor("street"),
                        "factors",
                        "factors.csv",
                        ("area,kind,description,affected,due\n" + WILLOW + ",OTHER,x,UNDER_10," + TODAY.plusDays(3)
                                        + "\n")
                                .getBytes(StandardCharsets.UTF_8))
                .orThrow();
        while (imports.find(actor("street"), list).orElseThrow().running()) {
            Thread.onSpinWait();
        }
        add("/imports/", "id", list);
    }

    /** What takes many steps to come about. */
    private void records() {
        UUID activation = ids.of("activation", "matrix");
        jdbc.sql("insert into plan_activation (id, mode, playbook_version, area_path, reason, response_level, matters,"
                        + " activated_at, activated_by, expected_end, event_id) values (:id, 'CO_GOVERNANCE_PLUS', '1', :area,"
                        + " '连着出', 3, '报数', now() - interval '1 day', 'signatory', now() + interval '9 days', :id)")
                .param("id", activation)
                .param("area", DISTRICT)
                .update();
        add("/plans/", "id", activation);
        add("/review/reports/", "activation", activation);
        jdbc.sql("insert into destruction (activation_id, from_at, to_at) values (?, now() - interval '2 days', now())")
                .param(activation)
                .update();
        add("/data-protection/", "activation", activation);
        add("/plans/books/", "name", "co-governance-plus");
        UUID change = ids.of("change", "matrix");
        PlanChanges.Place place = changes.places().getFirst();
        jdbc.sql("insert into plan_change (id, book, item, kind, why, proposed_by, proposed_at)"
                        + " values (?, ?, ?, 'REMOVED', '重复', 'officer', now())")
                .params(change, place.book(), place.item().code())
                .update();
        add("/plans/changes/", "id", change);
        add(
                "/review/events/",
                "id",
                id("select event_id from timeline_entry where area_path = '" + STREET
                        + "' order by occurred_at, event_id limit 1"));
        UUID delegation = ids.of("delegation", "matrix");
        jdbc.sql("insert into delegation_list (id, number, basis, state, proposed_by, proposed_at, valid_until)"
                        + " values (?, 'SQ-TEST', 'test', 'PROPOSED', 'officer', now(), now() + interval '30 days')")
                .param(delegation)
                .update();
        UUID use = ids.of("use", "matrix");
        jdbc.sql("insert into delegation_use (id, list_id, act, area_path, amount, reference, used_at)"
                        + " values (?, ?, 'HAND_OUT', ?, 5, 'x', now())")
                .params(use, delegation, WILLOW)
                .update();
        add("/delegation/", "id", delegation);
        add("/delegation/uses/", "id", use);
        jdbc.sql("insert into edition (id, number, title, as_of, units, state, uploaded_by, uploaded_at)"
                        + " values (?, 'QH-1', '2026年版', ?, 3, 'PROPOSED', 'officer', now())")
                .params(ids.of("edition", "matrix"), TODAY)
                .update();
        add("/editions/", "number", "QH-1");
        UUID scenario = ids.of("scenario", "matrix");
        jdbc.sql(
                        "insert into simulation_scenario (id, number, area_path, name, situation, courses, members, days, scale,"
                                + " later, capacities, costs, seed, state, created_by, created_at) values (?, 'TY-TEST', ?, '更早筛查',"
                                + " cast(? as jsonb), '[{\"code\": \"NOTHING\", \"rules\": []}]', 4, 14, 0.1, false, cast(? as jsonb),"
                                + " '{\"perHeldDay\": 1, \"perTest\": 1, \"perStaffDay\": 1, \"perBedDay\": 1}', 1, 'CANCELLED', 'analyst',"
                                + " now())")
                .params(scenario, DISTRICT, SITUATION, CAPACITIES)
                .update();
        add("/scenarios/", "id", scenario);
        UUID task = id("select id from task where area_path = '" + STREET + "' limit 1");
        UUID order = id("select order_id from task where id = '" + task + "'");
        add("/tasks/orders/", "id", order);
        UUID question = ids.of("question", "matrix");
        jdbc.sql("insert into figure_question (id, kind, label, area_path, first_order, second_order, opened_at)"
                        + " values (?, 'ORDERS', '独居老人', ?, ?, ?, now())")
                .params(question, STREET, order, order)
                .update();
        add("/tasks/questions/", "id", question);
    }

    private void supplies() {
        Actor officer = actor("officer");
        house.stock("matrix", Storehouse.MASK, 1_000, null);
        Need need = house.ask("street", WILLOW, Storehouse.MASK, 5);
        add("/supplies/needs/", "id", need.id());
        add("/supplies/places/", "id", house.warehouse());
        add("/supplies/items/", "code", Storehouse.MASK);
        add(
                "/supplies/deliveries/",
                "id",
                deliveries
                        .propose(officer, "matrix", need.id(), house.warehouse(), null, 5)
                        .orThrow()
                        .id());
        add("/supplies/deliveries/", "act", "acceptance");
        add(
                "/supplies/offers/",
                "id",
                offers.offer(
                                officer,
                                "matrix",
                                new Offers.Proposal(
                                        Offer.Giver.DONOR,
                                        "方女士",
                                        null,
                                        WILLOW,
                                        new Goods(Storehouse.MASK, 10, null),
                                        inDays(3)))
                        .orThrow()
                        .id());
        add(
                "/supplies/transfers/",
                "id",
                transfers
                        .propose(officer, "matrix", house.transfer(Transfer.Direction.OUT, 10))
                        .orThrow()
                        .id());
        add(
                "/supplies/requisitions/",
                "id",
                requisitions
                        .decide(actor("signatory"), "matrix", house.requisition(Storehouse.MASK, 10))
                        .orThrow()
                        .id());
        Supplier supplier = procurement
                .addSupplier(officer, "柳荫商贸", "Liuyin Trade", "业务部 021-5555-0100", STREET, true)
                .orThrow();
        Agreement agreement = procurement
                .addAgreement(
                        officer,
                        "XY-1",
                        supplier.id(),
                        new Procurement.Terms(Storehouse.MASK, 100, 1_000, 10_000, 1, TODAY, TODAY.plusDays(90)))
                .orThrow();
        add(
                "/supplies/procurement/orders/",
                "id",
                procurement
                        .order(officer, "matrix", agreement.id(), house.warehouse(), 10)
                        .orThrow()
                        .id());
        Producer producer = producers
                .register(
                        officer,
                        new Producers.Registration(
                                "柳荫制造", "Liuyin Works", STREET, Storehouse.MASK, 500, "厂办 021-5555-0101", true))
                .orThrow();
        add("/supplies/producers/", "id", producer.id());
        add(
                "/supplies/producers/blocks/",
                "id",
                producers
                        .block(
                                officer,
                                producer.id(),
                                new Producers.Obstacle(Block.Kind.STAFF, "缺工人", 100, "区工信局", TODAY.plusDays(5)))
                        .orThrow()
                        .id());
    }
}
