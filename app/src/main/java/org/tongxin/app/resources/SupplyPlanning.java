package org.tongxin.app.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.GoodsPlan.Line;

/**
 * Puts what is and will be there and the open needs of the district together in the best way over the coming days, and turns a
 * plan that a duty officer adopts into proposed deliveries. What has yet to be made or to come is advice: nothing is booked for it. Thread-safe.
 */
@Service
public class SupplyPlanning {

    private static final String ADOPTED = """
            select p.id, p.number, p.rule, p.tables, p.day, p.wanted, p.units, p.advised, p.unit_metres, p.worst, p.adopted_by,
                   p.adopted_at,
                   (select count(*) from supply_plan_line l where l.plan_id = p.id)::int as deliveries
            from supply_plan p
            """;

    private static final Keyset NEWEST = new Keyset("supply_plan", "p", "@.adopted_at desc", "@.number desc");
    private static final int ADOPTED_A_PAGE = 8;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Needs needs;
    private final Catalogue catalogue;
    private final GoodsSources sources;
    private final Deliveries deliveries;
    private final Organisation organisation;

    SupplyPlanning(
            JdbcClient jdbc,
            Clerk clerk,
            Ledger ledger,
            Needs needs,
            Catalogue catalogue,
            GoodsSources sources,
            Deliveries deliveries,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.needs = needs;
        this.catalogue = catalogue;
        this.sources = sources;
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
        List<Shelf> shelves = sources.list(district, open);
        return new GoodsPlanner(rule, open, shelves, catalogue.standIns(), this::lastDay)
                .plan(lines -> id(rule, open, shelves, lines))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused("G-041"));
    }

    /** What arrives at the very end of its time is of no use any more. */
    private int lastDay(Need need) {
        return clerk.daysUntil(need.until().minusSeconds(1));
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
                        .map(need -> need.id() + ":" + need.welcome() + ":" + need.wanted() + ":" + need.priority()
                                + ":" + lastDay(need))
                        .sorted()
                        .collect(Collectors.joining(";")),
                shelves.stream()
                        .map(shelf -> shelf.origin() + ":" + shelf.holderId() + shelf.number() + shelf.itemCode() + ":"
                                + shelf.available() + ":" + shelf.fromDay())
                        .collect(Collectors.joining(";")),
                lines.stream()
                        .map(line -> line.need().id() + ":" + line.from().holderId()
                                + line.from().number() + ":" + line.from().itemCode() + ":" + line.quantity() + ":"
                                + line.firstDay())
                        .collect(Collectors.joining(";")));
    }

    private int adoptions() {
        return jdbc.sql("select count(*) from supply_plan").query(Integer.class).single();
    }

    /**
     * The duty officer adopts a plan that was shown: its lines that can be proposed today become proposed deliveries, all or none.
     * Adopted twice it is there once.
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
        if (made.value().bookable().isEmpty()) {
            return made.value().lines().isEmpty()
                    ? Outcome.refused("G-042")
                    : Outcome.refused("G-051", made.value().lines().size());
        }
        return Outcome.accepted(keep(actor, made.value()));
    }

    /** Needs before offers before items, each in order, as whoever moves goods does. */
    private void holdStill() {
        jdbc.sql("select id from supply_need where state = 'OPEN' order by id for update")
                .query(UUID.class)
                .list();
        jdbc.sql("select id from supply_offer where state = 'OPEN' order by id for update")
                .query(UUID.class)
                .list();
        jdbc.sql(
                        "select item_code from supply_need where state = 'OPEN' union select x.item_code from supply_substitute x"
                                + " join supply_need n on n.item_code = x.for_code and n.state = 'OPEN' order by item_code")
                .query(String.class)
                .list()
                .forEach(ledger::lock);
    }

    private AdoptedPlan keep(Actor actor, GoodsPlan plan) {
        String number = clerk.number("M");
        jdbc.sql("insert into supply_plan (id, number, rule, tables, day, wanted, units, advised, unit_metres, worst,"
                        + " adopted_by, adopted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        plan.id(),
                        number,
                        plan.rule().name(),
                        ShortageTable.VERSION,
                        clerk.today(),
                        plan.wanted(),
                        plan.units(),
                        plan.advised(),
                        plan.unitMetres(),
                        plan.worst(),
                        actor.login(),
                        clerk.stamp())
                .update();
        plan.bookable().forEach(line -> propose(actor, plan, line));
        clerk.audit(
                actor,
                "supply.planAdopted",
                number,
                Map.of(
                        "rule",
                        plan.rule(),
                        "units",
                        plan.units(),
                        "advised",
                        plan.advised(),
                        "deliveries",
                        plan.bookable().size()));
        return find(plan.id()).orElseThrow();
    }

    private void propose(Actor actor, GoodsPlan plan, Line line) {
        Shelf from = line.from();
        boolean offered = from.origin() == Shelf.Origin.OFFER;
        String key = plan.id() + "/" + line.need().id() + "/" + from.holderId() + "/" + from.itemCode();
        Delivery proposed = deliveries
                .propose(
                        actor,
                        key,
                        line.need().id(),
                        new Deliveries.Answer(
                                offered ? null : from.holderId(),
                                offered ? from.holderId() : null,
                                from.itemCode(),
                                line.quantity()))
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

    /** A page of the plans adopted, the newest first; none for who does not see plans. */
    public Paged<AdoptedPlan> adopted(Actor actor, @Nullable Seen after) {
        return sees(actor)
                ? NEWEST.read(
                        jdbc, ADOPTED + " where", Map.of(), AdoptedPlan.class, after, ADOPTED_A_PAGE, AdoptedPlan::id)
                : new Paged<>(List.of(), null, true);
    }
}
