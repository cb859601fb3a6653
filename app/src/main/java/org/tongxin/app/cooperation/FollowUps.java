package org.tongxin.app.cooperation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Offer;
import org.tongxin.app.resources.Offers;

/** What was agreed becomes something other modules know: an offer of supplies, a post, a delivery. Thread-safe. */
@Service
public class FollowUps {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final RequestBook book;
    private final Offers offers;

    FollowUps(JdbcClient jdbc, DistrictClock clock, Audit audit, RequestBook book, Offers offers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.book = book;
        this.offers = offers;
    }

    /** What it became. */
    public enum Kind {
        OFFER,
        POST,
        DELIVERY
    }

    /** One thing that came of an agreement. @param reference its number, or words that say what it is */
    public record FollowUp(Kind kind, String reference, String addedBy, Instant addedAt) {}

    public List<FollowUp> of(UUID request) {
        return jdbc.sql("select kind, reference, added_by, added_at from unit_follow_up where request_id = ?"
                        + " order by position")
                .param(request)
                .query(FollowUp.class)
                .list();
    }

    /**
     * Writes what was agreed down as an offer of supplies, which answers needs from then on. Refused: I-003, U-020, U-025
     * nothing was agreed or it has changed, and whatever refuses an offer.
     */
    @Transactional
    public Outcome<Offer> offer(Actor actor, UUID id, Goods goods, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready.map(never -> offers.find(id, "").orElseThrow());
        }
        UnitRequest request = found.value();
        Outcome<Offer> offered = offers.offer(
                actor,
                "request:" + request.number() + ':' + of(id).size(),
                new Offers.Proposal(
                        Offer.Giver.UNIT, request.unitName(), null, request.areaPath(), goods, request.until()));
        if (offered instanceof Outcome.Accepted<Offer> accepted) {
            add(actor, request, Kind.OFFER, accepted.value().number());
        }
        return offered;
    }

    /** Notes a post or a delivery that stands elsewhere, by its number. Refused: I-003, U-020, U-021, U-022, U-025. */
    @Transactional
    public Outcome<UnitRequest> link(Actor actor, UUID id, Kind kind, String reference, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        Optional<Refusal> wrong = book.wrong(reference);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        add(actor, found.value(), kind, reference.strip());
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    private Outcome<UnitRequest> ready(Actor actor, UUID id, int version) {
        if (!UnitRequests.asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<UnitRequest> ready = book.ready(id, actor.territory(), version, UnitRequest.State.SENT);
        if (ready instanceof Outcome.Accepted<UnitRequest> found) {
            UnitAnswer answer = found.value().answer();
            return answer != null && answer.kind().isPromise()
                    ? ready
                    : Outcome.refused(
                            "U-025",
                            found.value().number(),
                            "REQUEST_" + found.value().state());
        }
        return ready;
    }

    private void add(Actor actor, UnitRequest request, Kind kind, String reference) {
        jdbc.sql("insert into unit_follow_up (request_id, position, kind, reference, added_by, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        request.id(),
                        of(request.id()).size() + 1,
                        kind.name(),
                        reference,
                        actor.login(),
                        Timestamp.from(clock.now()))
                .update();
        book.turn(request.id());
        audit.record(actor, "request.followedUp", request.number(), Map.of("kind", kind.name()));
    }
}
