package org.tongxin.app.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.GoodsPlan.Line;

/**
 * Puts free stock and open needs of the district together in the best way, and turns a plan that a duty officer adopts into
 * proposed deliveries. Stand-ins and offers are left to the officer. Thread-safe.
 */
@Service
public class SupplyPlanning {

    private static final String SHELVES = """
            select h.id as holder_id, h.name as holder_name, h.name_en as holder_name_en, a.latitude, a.longitude,
                   i.code as item_code, coalesce(s.usable, 0)::bigint as usable, coalesce(s.soon, 0)::bigint as soon,
                   coalesce((select sum(d.quantity) from supply_delivery d join supply_need n on n.id = d.need_id
                             where d.from_id = h.id and n.item_code = i.code
                               and d.state in ('PROPOSED', 'ACCEPTED')), 0)::bigint as reserved,
                   coalesce((select f.minimum from supply_floor f
                             where f.holder_id = h.id and f.item_code = i.code), 0)::bigint as floor
            from supply_holder h join area a on a.path = h.area_path
            join supply_item i on exists (select 1 from supply_need n where n.item_code = i.code and n.state = 'OPEN')
            left join lateral (
                select sum(b.quantity) as usable, sum(b.quantity) filter (where l.expires_on < cast(:today as date)
                           + least(cast(:keeps as integer), coalesce(i.shelf_days / 4, cast(:keeps as integer)))) as soon
                from supply_balance b join supply_lot l on l.id = b.lot_id
                where b.holder_id = h.id and l.item_code = i.code
                  and (l.expires_on is null or l.expires_on >= :today)) s on true
            where h.kind = 'WAREHOUSE' and h.area_path >= :territory and h.area_path < :territory || '~'
            order by h.id, i.code
            """;

    private static final String ADOPTED = """
            select p.id, p.number, p.rule, p.tables, p.day, p.wanted, p.units, p.unit_metres, p.worst, p.adopted_by,
                   p.adopted_at,
                   (select count(*) from supply_plan_line l where l.plan_id = p.id)::int as deliveries
            from supply_plan p
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Needs needs;
    private final Deliveries deliveries;
    private final Organisation organisation;

    SupplyPlanning(
            JdbcClient jdbc,
            Clerk clerk,
            Ledger ledger,
            Needs needs,
            Deliveries deliveries,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.needs = needs;
        this.deliveries = deliveries;
        this.organisation = organisation;
    }

    /** Whether a post sees the plan: it is made for the whole district, so only who answers for the whole district. */
    public boolean sees(Actor actor) {
        return actor.covers(organisation.district().path());
    }

    /** The best plan for today as things stand now; {@code G-041} where its own check does not confirm it. */
    public Outcome<GoodsPlan> plan(Actor actor, GoodsPlan.Rule rule) {
        if (!sees(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        String district = organisation.district().path();
        List<Need> open = needs.open(district, Integer.MAX_VALUE);
        List<Shelf> shelves = shelves(district);
        return new GoodsPlanner(rule, open, shelves)
                .plan(lines -> id(rule, open, shelves, lines))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused("G-041"));
    }

    private List<Shelf> shelves(String territory) {
        return jdbc.sql(SHELVES)
                .param("territory", territory)
                .param("today", clerk.today())
                .param("keeps", ShortageTable.KEEPS_DAYS)
                .query(Shelf.class)
                .list();
    }

    /** Of everything that the plan rests on, and of how many were adopted before, so that no two adoptions share one. */
    private UUID id(GoodsPlan.Rule rule, List<Need> open, List<Shelf> shelves, List<Line> lines) {
        return clerk.id(
                "supply-plan",
                rule,
                ShortageTable.VERSION,
                clerk.today(),
                adoptions(),
                open.stream()
                        .map(need -> need.id() + ":" + need.quantity() + ":" + need.remaining() + ":" + need.priority())
                        .sorted()
                        .collect(Collectors.joining(";")),
                shelves.stream()
                        .map(shelf -> shelf.holderId() + shelf.itemCode() + ":" + shelf.available())
                        .collect(Collectors.joining(";")),
                lines.stream()
                        .map(line -> line.need().id() + ":" + line.from().holderId() + ":" + line.quantity())
                        .collect(Collectors.joining(";")));
    }

    private int adoptions() {
        return jdbc.sql("select count(*) from supply_plan").query(Integer.class).single();
    }

    /**
     * The duty officer adopts a plan that was shown: its lines become proposed deliveries, all or none. Adopted twice it is there
     * once.
     *
     * @param plan the id of the plan that was shown; where stock or needs have changed since, the plan is another one and
     *     {@code G-040} says so
     */
    @Transactional
    public Outcome<AdoptedPlan> adopt(Actor actor, UUID plan, GoodsPlan.Rule rule) {
        if (actor.role() != Role.DUTY_OFFICER || !sees(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        clerk.oneAtATime("plan");
        Optional<AdoptedPlan> known = find(plan);
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        holdStill();
        Outcome<GoodsPlan> now = plan(actor, rule);
        if (!(now instanceof Outcome.Accepted<GoodsPlan> made)) {
            return new Outcome.Refused<>(((Outcome.Refused<GoodsPlan>) now).refusal());
        }
        if (!made.value().id().equals(plan)) {
            return Outcome.refused("G-040");
        }
        return made.value().lines().isEmpty() ? Outcome.refused("G-042") : Outcome.accepted(keep(actor, made.value()));
    }

    /** Needs before items, each in order, as whoever moves goods does. */
    private void holdStill() {
        jdbc.sql("select id from supply_need where state = 'OPEN' order by id for update")
                .query(UUID.class)
                .list();
        jdbc.sql("select distinct item_code from supply_need where state = 'OPEN' order by item_code")
                .query(String.class)
                .list()
                .forEach(ledger::lock);
    }

    private AdoptedPlan keep(Actor actor, GoodsPlan plan) {
        String number = clerk.number("M");
        jdbc.sql(
                        "insert into supply_plan (id, number, rule, tables, day, wanted, units, unit_metres, worst, adopted_by,"
                                + " adopted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        plan.id(),
                        number,
                        plan.rule().name(),
                        ShortageTable.VERSION,
                        clerk.today(),
                        plan.wanted(),
                        plan.units(),
                        plan.unitMetres(),
                        plan.places().getFirst().coverage(),
                        actor.login(),
                        clerk.stamp())
                .update();
        plan.lines().forEach(line -> propose(actor, plan, line));
        clerk.audit(
                actor,
                "supply.planAdopted",
                number,
                Map.of(
                        "rule",
                        plan.rule(),
                        "units",
                        plan.units(),
                        "deliveries",
                        plan.lines().size()));
        return find(plan.id()).orElseThrow();
    }

    private void propose(Actor actor, GoodsPlan plan, Line line) {
        String key = plan.id() + "/" + line.need().id() + "/" + line.from().holderId();
        Delivery proposed = deliveries
                .propose(actor, key, line.need().id(), line.from().holderId(), null, line.quantity())
                .orThrow();
        jdbc.sql("insert into supply_plan_line (plan_id, delivery_id) values (?, ?)")
                .params(plan.id(), proposed.id())
                .update();
    }

    private Optional<AdoptedPlan> find(UUID id) {
        return jdbc.sql(ADOPTED + " where p.id = ?")
                .param(id)
                .query(AdoptedPlan.class)
                .optional();
    }

    /** Plans adopted, the newest first; none for who does not see plans. */
    public List<AdoptedPlan> adopted(Actor actor, int limit) {
        return !sees(actor)
                ? List.of()
                : jdbc.sql(ADOPTED + " order by p.adopted_at desc, p.number desc limit ?")
                        .param(limit)
                        .query(AdoptedPlan.class)
                        .list();
    }
}
