package org.tongxin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.callers.CallerRequest;
import org.tongxin.app.callers.CallerRequests;
import org.tongxin.app.dispatch.Weeks;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.Rota;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.exercises.Exercises;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewProposal;
import org.tongxin.app.identity.Proposals;
import org.tongxin.app.identity.Role;
import org.tongxin.app.plans.Alternative;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.PlanChanges;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.plans.complaints.NewComplaint;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;
import org.tongxin.app.supervision.Supervisions;
import org.tongxin.app.warning.risk.IncidentRatings;

/**
 * Puts rows into those lists of a replayed district that the demonstration leaves empty, of some more than a page, and names that
 * begin as formulas into all of them.
 */
@TestComponent
class FilledLists {

    private static final int MORE_THAN_A_PAGE = 55;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Offers offers;
    private final CallerRequests callers;
    private final UrgentCalls calls;
    private final Weeks weeks;
    private final Rota rota;
    private final ShiftHours hours;
    private final Exercises exercises;
    private final Proposals proposals;
    private final PlanChanges changes;
    private final Measures measures;
    private final Complaints complaints;
    private final Supervisions supervisions;
    private final IncidentRatings incidents;
    private final DistrictClock clock;
    private final TransactionTemplate transactions;

    FilledLists(
            JdbcClient jdbc,
            Accounts accounts,
            Offers offers,
            CallerRequests callers,
            UrgentCalls calls,
            Weeks weeks,
            Rota rota,
            ShiftHours hours,
            Exercises exercises,
            Proposals proposals,
            PlanChanges changes,
            Measures measures,
            Complaints complaints,
            Supervisions supervisions,
            IncidentRatings incidents,
            DistrictClock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.offers = offers;
        this.callers = callers;
        this.calls = calls;
        this.weeks = weeks;
        this.rota = rota;
        this.hours = hours;
        this.exercises = exercises;
        this.proposals = proposals;
        this.changes = changes;
        this.measures = measures;
        this.complaints = complaints;
        this.supervisions = supervisions;
        this.incidents = incidents;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Once, when the replay has finished. */
    void fill() {
        people();
        goods();
        decisions();
        rest();
        for (String named : List.of(
                "area",
                "account",
                "member_unit",
                "duty_post",
                "monitoring_point",
                "supply_item",
                "supply_holder",
                "supply_producer",
                "supply_supplier",
                "simulation_scenario")) {
            jdbc.sql("update " + named + " set name = '=' || name where name not like '=%'")
                    .update();
        }
        jdbc.sql("update task_order set title = '=' || title").update();
        jdbc.sql("update lesson set finding = '=' || finding").update();
        jdbc.sql("update timeline_entry set actor = '=' || actor").update();
        jdbc.sql("update duty_notice set work = '=' || work, work_en = '=' || work_en")
                .update();
        jdbc.sql("update plan_activation set matters = '=' || matters").update();
        jdbc.sql("update supply_donation set donor = '=' || donor where donor is not null")
                .update();
    }

    private Actor actor(String login) {
        return accounts.findActor(login).orElseThrow();
    }

    /** Where somebody of a community can be played, in the street where somebody of a street can. */
    private String community() {
        return actor("lina").territory();
    }

    private Instant tomorrow() {
        return clock.now().plus(Duration.ofDays(1));
    }

    private void people() {
        List<NewProposal> rows = IntStream.range(0, MORE_THAN_A_PAGE)
                .mapToObj(number -> new NewProposal(
                        "=被提议" + number,
                        "proposed" + number,
                        Role.COMMUNITY_WORKER,
                        community(),
                        "=岗" + number,
                        null,
                        clock.today().plusDays(60)))
                .toList();
        transactions.executeWithoutResult(status -> proposals.take(actor("guanli"), rows));
        jdbc.sql("update account set must_change = true where login = 'heqing'").update();
        for (int number = 0; number < MORE_THAN_A_PAGE; number++) {
            callers.file(
                            actor("lina"),
                            new CallerRequests.Filed(
                                    "call" + number, community(), CallerRequest.Kind.QUESTION, "=几点开门", ""))
                    .orThrow();
        }
        CallerRequest first = callers.open(actor("lina"), null).rows().getFirst();
        callers.answer(actor("lina"), first.id(), CallerRequest.Answered.BY_PHONE, first.version())
                .orThrow();
        calls.open(actor("chenli"), new NewCall(null, community(), "MEDICINE", "=送药", null, 1, 1000, 30))
                .orThrow();
        weeks.plan(actor("chenli"), rota.firstStreet("310115", hours.day()).orElseThrow())
                .orThrow();
    }

    private void goods() {
        String item = jdbc.sql("select code from supply_item where shelf_days is null order by code limit 1")
                .query(String.class)
                .single();
        for (int number = 0; number < MORE_THAN_A_PAGE; number++) {
            Goods goods = new Goods(item, 10 + number, null);
            offers.offer(
                            actor("chenli"),
                            "offer" + number,
                            new Offers.Proposal(Offer.Giver.DONOR, "=捐赠者", null, community(), goods, tomorrow()))
                    .orThrow();
        }
        jdbc.sql("update supply_delivery set state = 'SENT', received_at = null, received = null where id ="
                        + " (select id from supply_delivery order by number limit 1)")
                .update();
    }

    private void decisions() {
        Measure measure = measures.decide(
                        actor("zhoumin"),
                        new Measures.Decision(
                                "LIMIT_VENUE",
                                "DISTRICT_COMMAND",
                                community(),
                                "=非必要不出入",
                                "近日通报增多",
                                List.of(new Alternative("只加强筛查", "涉及的住处太多")),
                                clock.now(),
                                clock.now().plus(Duration.ofDays(7)),
                                null))
                .orThrow();
        measures.fillSupport(actor("chenli"), measure.id(), "HELP_LINE", "021 5555 0100")
                .orThrow();
        measures.start(actor("chenli"), measure.id(), measure.version()).orThrow();
        complaints
                .file(
                        measure.id(),
                        new NewComplaint("=封得太久，买菜都要绕路", "", UUID.randomUUID().toString()))
                .orThrow();
        supervisions
                .open(actor("chenli"), new Supervisions.Opening("310115105", "=两个小区连着出", "wangmin", 3))
                .orThrow();
        incidents
                .confirm(
                        actor("chenli"),
                        new IncidentRatings.Rating("310115105", "=养老院聚集", 3, false, 4, true, "三人发热", "同一层", "老人多"))
                .orThrow();
        exercises
                .plan(actor("chenli"), new Exercises.NewExercise(ResponseMode.CO_GOVERNANCE_PLUS, "=情景", "=练报告", 1))
                .orThrow();
    }

    /** What has no action of its own in a demonstration. */
    private void rest() {
        jdbc.sql(
                        "insert into received_notice (id, sender, identifier, sent, status, kind, scope, event, headline, area,"
                                + " severity, instruction, message, received_at, received_by) values (:id, 'city', 'N-1', now(),"
                                + " 'Actual', 'Alert', 'Public', '=event', '=headline', '=area', 'Severe', '=do', '', now(), 'chenli')")
                .param("id", UUID.randomUUID())
                .update();
        sent();
        UUID list = UUID.randomUUID();
        jdbc.sql("insert into delegation_list (id, number, basis, state, proposed_by, proposed_at, valid_until)"
                        + " values (:id, 'SQ-TEST', 'test', 'PROPOSED', 'chenli', now(), now() + interval '30 days')")
                .param("id", list)
                .update();
        for (String street : List.of("310115105", "310115106")) {
            jdbc.sql("insert into delegation_use (id, list_id, act, area_path, amount, reference, used_at)"
                            + " values (:id, :list, 'HAND_OUT', :street, 5, :reference, now())")
                    .param("id", UUID.randomUUID())
                    .param("list", list)
                    .param("street", street)
                    .param("reference", "=" + street)
                    .update();
        }
    }

    /** A form, an edition, files of the duty officer, a question, and a change of a plan. */
    private void sent() {
        jdbc.sql(
                        "insert into form_template (id, number, name, issuer, area_path, file_name, workbook, file, kept_by, kept_at)"
                                + " values (:id, 900, '=form', '=issuer', '310115', 'x.csv', false, 'x', 'chenli', now())")
                .param("id", UUID.randomUUID())
                .update();
        jdbc.sql("insert into edition (id, number, title, as_of, units, state, uploaded_by, uploaded_at)"
                        + " values (:id, 'QH-900', '=edition', current_date, 3, 'PROPOSED', 'chenli', now())")
                .param("id", UUID.randomUUID())
                .update();
        for (int number = 0; number < MORE_THAN_A_PAGE; number++) {
            jdbc.sql(
                            "insert into import_file (id, number, kind, title, fingerprint, state, uploaded_by, uploaded_at, total)"
                                    + " values (:id, :number, 'factors', '=list.csv', 'x', 'STOPPED', 'chenli', now(), 3)")
                    .param("id", UUID.randomUUID())
                    .param("number", 900 + number)
                    .update();
        }
        jdbc.sql("insert into figure_question (id, kind, label, area_path, first_order, second_order, first_value,"
                        + " second_value, opened_at) select :id, 'FIGURES', '=label', '310115105', o.id, o.id, 1, 2, now()"
                        + " from task_order o order by o.number limit 1")
                .param("id", UUID.randomUUID())
                .update();
        PlanChanges.Place place = changes.places().getFirst();
        jdbc.sql("insert into plan_change (id, book, item, kind, why, proposed_by, proposed_at)"
                        + " values (:id, :book, :item, 'REMOVED', '=why', 'chenli', now())")
                .param("id", UUID.randomUUID())
                .param("book", place.book())
                .param("item", place.item().code())
                .update();
    }
}
