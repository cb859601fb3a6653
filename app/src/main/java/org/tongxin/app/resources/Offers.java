package org.tongxin.app.resources;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Outcome;

/** What units, donors and residents offer. Goods enter the ledger when they are sent. Thread-safe. */
@Service
public class Offers implements DueWork {

    private static final String SELECT = """
            select o.id, o.number, o.giver, o.name, o.area_path, a.name as area_name, a.name_en as area_name_en,
                   a.latitude, a.longitude, o.item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en,
                   o.quantity, coalesce((select sum(d.quantity) from supply_delivery d where d.offer_id = o.id
                       and d.state in ('PROPOSED', 'ACCEPTED', 'SENT', 'RECEIVED')), 0)::bigint as taken,
                   o.expires_on, o.until, o.state, o.version
            from supply_offer o join area a on a.path = o.area_path join supply_item i on i.code = o.item_code
            where o.area_path >= :territory and o.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Organisation organisation;

    Offers(JdbcClient jdbc, Clerk clerk, Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.organisation = organisation;
    }

    /** @param name who offers; {@code null} or blank for who does not want to be named, which is then not kept */
    public record Proposal(Offer.Giver giver, @Nullable String name, String areaPath, Goods goods, Instant until) {}

    /** Offers that still have something left, by item and age. */
    public List<Offer> open(String territory, int limit) {
        return jdbc.sql("select * from (" + SELECT + " and o.state = 'OPEN') s where quantity > taken"
                        + " order by item_code, number limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Offer.class)
                .list();
    }

    public Optional<Offer> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and o.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Offer.class)
                .optional();
    }

    Optional<Offer> lock(UUID id, String territory) {
        jdbc.sql("select 1 from supply_offer where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id, territory);
    }

    /** Writes down an offer. @param key what makes it this offer: written twice it is there once */
    @Transactional
    public Outcome<Offer> offer(Actor actor, String key, Proposal proposal) {
        if (!Needs.asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        UUID id = clerk.id("supply-offer", key);
        clerk.oneAtATime("offer");
        Optional<Offer> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        Optional<Outcome<Offer>> refused = proposal.goods().refusal(jdbc, clerk.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (organisation.findArea(proposal.areaPath()).isEmpty() || !actor.covers(proposal.areaPath())) {
            return Outcome.refused("G-005", proposal.areaPath());
        }
        if (!proposal.until().isAfter(clerk.now())) {
            return Outcome.refused("G-009", proposal.until());
        }
        return Outcome.accepted(insert(actor, id, proposal));
    }

    private Offer insert(Actor actor, UUID id, Proposal proposal) {
        String number = clerk.number("F");
        String name = proposal.name();
        jdbc.sql("insert into supply_offer (id, number, giver, name, area_path, item_code, quantity, expires_on, until,"
                        + " offered_by, offered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        proposal.giver().name(),
                        name == null || name.isBlank() ? null : name.strip(),
                        proposal.areaPath(),
                        proposal.goods().itemCode(),
                        proposal.goods().quantity(),
                        proposal.goods().expiresOn(),
                        Timestamp.from(proposal.until()),
                        actor.login(),
                        clerk.stamp()))
                .update();
        clerk.audit(
                actor, "supply.offered", number, Map.of("item", proposal.goods().itemCode()));
        return find(id, "").orElseThrow();
    }

    /** Whoever keeps offers of this ground takes one back; what is on the road still arrives. */
    @Transactional
    public Outcome<Offer> withdraw(Actor actor, UUID id, int version) {
        if (!Needs.asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Offer> found = lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("G-010", id);
        }
        if (found.get().version() != version || found.get().state() != Offer.State.OPEN) {
            return Outcome.refused(
                    "G-007", found.get().number(), Clerk.word(found.get().state()));
        }
        close(id, Offer.State.WITHDRAWN);
        clerk.audit(actor, "supply.offerWithdrawn", found.get().number(), Map.of());
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    private void close(UUID id, Offer.State state) {
        jdbc.sql("update supply_delivery set state = 'WITHDRAWN', version = version + 1"
                        + " where offer_id = ? and state in ('PROPOSED', 'ACCEPTED')")
                .param(id)
                .update();
        jdbc.sql("update supply_offer set state = ?, version = version + 1 where id = ?")
                .params(state.name(), id)
                .update();
    }

    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("select id from supply_offer where state = 'OPEN' and (until <= ? or expires_on < ?)"
                        + " order by number for update")
                .params(clerk.stamp(), clerk.today())
                .query(UUID.class)
                .list()
                .forEach(id -> close(id, Offer.State.LAPSED));
    }
}
