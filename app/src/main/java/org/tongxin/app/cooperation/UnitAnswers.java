package org.tongxin.app.cooperation;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.MemberUnit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/** The desk of a unit: what is asked of it, what it says, what it takes back. Thread-safe. */
@Service
public class UnitAnswers {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final RequestBook book;
    private final UnitDesks desks;

    UnitAnswers(JdbcClient jdbc, DistrictClock clock, Audit audit, RequestBook book, UnitDesks desks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.book = book;
        this.desks = desks;
    }

    /** A page of what was sent to the units at whose desk the actor sits, newest first. @param answered whether they said something to it */
    public Paged<UnitRequest> asked(Actor actor, boolean answered, @Nullable Seen after) {
        return book.sentTo(units(actor), answered, after);
    }

    /** How many of {@link #asked} are not answered. */
    public int unanswered(Actor actor) {
        return book.unanswered(units(actor));
    }

    private List<UUID> units(Actor actor) {
        return desks.units(actor).stream().map(MemberUnit::id).toList();
    }

    /**
     * The unit says something; what it said before is replaced. Whoever declines need not say why. Refused: I-003, U-029
     * nothing like it was asked of the unit, U-025 it has changed, U-027 words are missing, U-021, U-022.
     */
    @Transactional
    public Outcome<UnitRequest> answer(Actor actor, UUID id, UnitAnswer.Kind kind, String words, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        if (words.isBlank() && kind != UnitAnswer.Kind.DECLINES) {
            return Outcome.refused("U-027", "ANSWER_" + kind);
        }
        Optional<Refusal> wrong = words.isBlank() ? Optional.empty() : book.wrong(words);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        jdbc.sql("insert into unit_answer (request_id, kind, words, given_by, given_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (request_id) do update set kind = excluded.kind, words = excluded.words,"
                        + " given_by = excluded.given_by, given_at = excluded.given_at, reply = null, replied_by = null,"
                        + " replied_at = null")
                .params(id, kind.name(), words.strip(), actor.login(), Timestamp.from(clock.now()))
                .update();
        book.turn(id);
        audit.record(actor, "request.answered", found.value().number(), Map.of());
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    /** The unit takes back what it said: the request stands as if nothing had been said. Refused: I-003, U-029, U-025. */
    @Transactional
    public Outcome<UnitRequest> takeBack(Actor actor, UUID id, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        jdbc.sql("delete from unit_answer where request_id = ?").param(id).update();
        book.turn(id);
        audit.record(actor, "request.answerTakenBack", found.value().number(), Map.of());
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    private Outcome<UnitRequest> ready(Actor actor, UUID id, int version) {
        if (actor.role() != Role.MEMBER_UNIT) {
            return Outcome.refused("I-003", actor.role());
        }
        boolean asked = book.find(id, "")
                .filter(request -> request.state() == UnitRequest.State.SENT && desks.sits(actor, request.unitId()))
                .isPresent();
        return asked ? book.ready(id, "", version, UnitRequest.State.SENT) : Outcome.refused("U-029", id);
    }
}
