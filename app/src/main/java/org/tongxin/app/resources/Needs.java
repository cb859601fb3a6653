package org.tongxin.app.resources;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** What places ask for. Thread-safe. */
@Service
public class Needs implements DueWork {

    private static final int FETCHED = 500;

    private static final int LONGEST = 400;

    static final String SELECT = """
            select n.id, n.number, n.holder_id, h.name as holder_name, h.name_en as holder_name_en, h.area_path,
                   a.latitude, a.longitude, n.item_code, i.name as item_name, i.name_en as item_name_en,
                   i.kind as item_kind, i.unit, i.unit_en, n.quantity, n.received,
                   coalesce((select sum(d.quantity * d.stands_for) from supply_delivery d
                             where d.need_id = n.id and d.state in ('PROPOSED', 'ACCEPTED', 'SENT')), 0)::bigint as promised,
                   n.declined, n.priority, n.until, n.people, n.why, n.state, n.asked_by, n.asked_at, n.version
            from supply_need n join supply_holder h on h.id = n.holder_id join area a on a.path = h.area_path
            join supply_item i on i.code = n.item_code
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    /** The most pressing first, then the earliest end. */
    private static final String ORDER = " order by case n.priority when 'LIFE' then 0 when 'URGENT' then 1 else 2 end,"
            + " n.until, n.number limit :limit";

    /** How the reason of a need begins that came from a resident's call; the number of the call follows. Pages say it in words. */
    public static final String CALLED = "CALLED ";

    private static final Keyset PRESSING = new Keyset(
            "supply_need",
            "n",
            "case @.priority when 'LIFE' then 0 when 'URGENT' then 1 else 2 end",
            "@.until",
            "@.number");

    private static final Keyset OVER =
            new Keyset("supply_need", "n", "coalesce(@.closed_at, @.asked_at) desc", "@.number desc");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Holders holders;

    Needs(JdbcClient jdbc, Clerk clerk, Holders holders) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.holders = holders;
    }

    /**
     * What is asked for.
     *
     * @param areaPath the street or community whose store asks; of no account where a unit asks
     * @param unit the unit that asks; {@code null} for a street or community
     * @param quantity base units
     */
    public record Request(
            String areaPath,
            @Nullable UUID unit,
            String itemCode,
            long quantity,
            NeedPriority priority,
            Instant until,
            int people,
            String why,
            @Nullable UUID causedBy) {}

    /** Open needs of a territory, the most pressing first. */
    public List<Need> open(String territory, int limit) {
        return jdbc.sql(SELECT + " and n.state = 'OPEN'" + ORDER)
                .param("territory", territory)
                .param("limit", limit)
                .query(Need.class)
                .list();
    }

    /** A page of {@link #open(String, int)}. */
    public Paged<Need> openPage(String territory, @Nullable Seen after) {
        return PRESSING.read(
                jdbc,
                SELECT + " and n.state = 'OPEN' and",
                Map.of("territory", territory),
                Need.class,
                after,
                Paged.SIZE,
                Need::id);
    }

    /** A page of {@link #over}. */
    public Paged<Need> overPage(String territory, @Nullable Seen after, int size) {
        return OVER.read(
                jdbc,
                SELECT + " and n.state <> 'OPEN' and",
                Map.of("territory", territory),
                Need.class,
                after,
                size,
                Need::id);
    }

    /** Hands on all of a territory, in order, as they are read. */
    @Transactional(readOnly = true)
    public void each(String territory, Consumer<Need> next) {
        try (Stream<Need> all = jdbc
                .sql(SELECT + " order by n.number")
                .param("territory", territory)
                .withFetchSize(FETCHED)
                .query(Need.class)
                .stream()) {
            all.forEach(next);
        }
    }

    /** How many are open, and of them for how many nothing was found yet. */
    public Counted counted(String territory) {
        return jdbc.sql("select (count(*))::int as open, (count(*) filter (where quantity > received + promised))::int"
                        + " as unanswered from (" + SELECT + " and n.state = 'OPEN') s")
                .param("territory", territory)
                .query(Counted.class)
                .single();
    }

    public record Counted(int open, int unanswered) {}

    /** Needs of the last days that are over, newest first. */
    public List<Need> over(String territory, int limit) {
        return jdbc.sql(SELECT + " and n.state <> 'OPEN' order by n.closed_at desc, n.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Need.class)
                .list();
    }

    public Optional<Need> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and n.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Need.class)
                .optional();
    }

    /** Reads it and keeps others from changing it until the end of the transaction. */
    Optional<Need> lock(UUID id, String territory) {
        jdbc.sql("select 1 from supply_need where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id, territory);
    }

    /** Asks. @param key what makes it this request: asked twice it is there once */
    @Transactional
    public Outcome<Need> ask(Actor actor, String key, Request request) {
        if (!asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<Need>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        UUID id = clerk.id("supply-need", actor.login(), key);
        clerk.oneAtATime("need");
        Optional<Need> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        Optional<Outcome<Need>> refused = refusal(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Holder> place = place(actor, request);
        if (place.isEmpty()) {
            return Outcome.refused("G-005", request.areaPath());
        }
        return Outcome.accepted(insert(actor, id, place.get(), request));
    }

    /** Whether a post may ask for goods. */
    public static boolean asks(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER
                || actor.role() == Role.STREET_WORKER
                || actor.role() == Role.COMMUNITY_WORKER;
    }

    private Optional<Outcome<Need>> refusal(Request request) {
        boolean known = jdbc.sql("select exists (select 1 from supply_item where code = ?)")
                .param(request.itemCode())
                .query(Boolean.class)
                .single();
        if (!known) {
            return Optional.of(Outcome.refused("G-001", request.itemCode()));
        }
        if (request.quantity() < 1 || request.quantity() > Clerk.MOST) {
            return Optional.of(Outcome.refused("G-002", request.quantity()));
        }
        if (!request.until().isAfter(clerk.now())) {
            return Optional.of(Outcome.refused("G-009", request.until()));
        }
        if (request.why().isBlank() || request.why().length() > LONGEST) {
            return Optional.of(Outcome.refused("G-008"));
        }
        if (request.people() < 0) {
            return Optional.of(Outcome.refused("G-002", request.people()));
        }
        return Clerk.namesAPersonsPhone(request.why()) ? Optional.of(Outcome.refused("G-016")) : Optional.empty();
    }

    private Optional<Holder> place(Actor actor, Request request) {
        UUID unit = request.unit();
        if (unit != null) {
            return holders.find(unit, actor.territory())
                    .filter(found -> found.kind().receives());
        }
        return actor.covers(request.areaPath()) ? holders.store(request.areaPath()) : Optional.empty();
    }

    private Need insert(Actor actor, UUID id, Holder place, Request request) {
        String number = clerk.number("N");
        jdbc.sql("insert into supply_need (id, number, holder_id, item_code, quantity, priority, until, people,"
                        + " why, asked_by, asked_at, caused_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        place.id(),
                        request.itemCode(),
                        request.quantity(),
                        request.priority().name(),
                        Timestamp.from(request.until()),
                        request.people(),
                        request.why().strip(),
                        actor.login(),
                        clerk.stamp(),
                        request.causedBy()))
                .update();
        clerk.audit(actor, "supply.asked", number, Map.of("item", request.itemCode(), "quantity", request.quantity()));
        return find(id, "").orElseThrow();
    }

    /**
     * Whoever asks on this ground changes what is asked for; what was declined of it is then looked for again.
     *
     * @param quantity base units, not fewer than arrived and promised
     */
    @Transactional
    public Outcome<Need> change(
            Actor actor, UUID id, long quantity, NeedPriority priority, Instant until, int version) {
        if (!asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Need> ready =
                clerk.ready("supply_need", id, each -> find(each, actor.territory()), version, Need.State.OPEN);
        if (!(ready instanceof Outcome.Accepted<Need> found)) {
            return ready;
        }
        if (quantity < 1 || quantity > Clerk.MOST) {
            return Outcome.refused("G-002", quantity);
        }
        long answered = found.value().received() + found.value().promised();
        if (quantity < answered) {
            return Outcome.refused("G-050", answered, quantity);
        }
        if (!until.isAfter(clerk.now())) {
            return Outcome.refused("G-009", until);
        }
        jdbc.sql("update supply_need set quantity = ?, priority = ?, until = ?, declined = 0, version = version + 1"
                        + " where id = ?")
                .params(quantity, priority.name(), Timestamp.from(until), id)
                .update();
        clerk.audit(actor, "supply.needChanged", found.value().number(), Map.of("quantity", quantity));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /** Notes that the place did not want so many units, so that the plan does not propose them again. */
    void declined(UUID id, long quantity) {
        jdbc.sql("update supply_need set declined = declined + ?, version = version + 1 where id = ?")
                .params(quantity, id)
                .update();
    }

    /** Whoever asks on this ground withdraws what is not needed any more; what is on the road still arrives. */
    @Transactional
    public Outcome<Need> withdraw(Actor actor, UUID id, int version) {
        if (!asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Need> ready =
                clerk.ready("supply_need", id, each -> find(each, actor.territory()), version, Need.State.OPEN);
        if (!(ready instanceof Outcome.Accepted<Need> found)) {
            return ready;
        }
        close(id, Need.State.WITHDRAWN);
        clerk.audit(actor, "supply.needWithdrawn", found.value().number(), Map.of());
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    void close(UUID id, Need.State state) {
        jdbc.sql("update supply_delivery set state = 'WITHDRAWN', version = version + 1"
                        + " where need_id = ? and state in ('PROPOSED', 'ACCEPTED')")
                .param(id)
                .update();
        jdbc.sql("update supply_need set state = ?, closed_at = ?, version = version + 1 where id = ?")
                .params(state.name(), clerk.stamp(), id)
                .update();
    }

    /** Adds what arrived; tells whether that is all that was asked for. */
    boolean arrived(Need need, long quantity) {
        jdbc.sql("update supply_need set received = received + ?, version = version + 1 where id = ?")
                .params(quantity, need.id())
                .update();
        boolean all = need.open() && need.received() + quantity >= need.quantity();
        if (all) {
            close(need.id(), Need.State.MET);
        }
        return all;
    }

    /** What is of no use any more lapses, unless something is on the road. */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("select id from supply_need n where state = 'OPEN' and until <= ? and not exists"
                        + " (select 1 from supply_delivery d where d.need_id = n.id and d.state = 'SENT')"
                        + " order by id for update")
                .param(clerk.stamp())
                .query(UUID.class)
                .list()
                .forEach(id -> close(id, Need.State.LAPSED));
    }

    /** Of what was asked for: how many needs are met, of all that are open or ended unwithdrawn. */
    public record Met(int met, int all) {}

    private record StreetMet(String street, int met, int total) {}

    /** What was asked for since a moment, by the path of the street; a street that asked for nothing is absent. */
    public Map<String, Met> metByStreet(String territory, Instant since) {
        Map<String, Met> byStreet = new LinkedHashMap<>();
        jdbc.sql("select substr(h.area_path, 1, 9) as street, (count(*) filter (where n.state = 'MET'))::int as met,"
                        + " count(*)::int as total from supply_need n join supply_holder h on h.id = n.holder_id"
                        + " where h.area_path >= :territory and h.area_path < :territory || '~'"
                        + " and n.state <> 'WITHDRAWN' and n.asked_at >= :since group by 1 order by 1")
                .param("territory", territory)
                .param("since", Timestamp.from(since))
                .query(StreetMet.class)
                .list()
                .forEach(each -> byStreet.put(each.street(), new Met(each.met(), each.total())));
        return byStreet;
    }
}
