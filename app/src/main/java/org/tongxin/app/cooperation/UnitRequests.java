package org.tongxin.app.cooperation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * Requests to member units, on the district's side: drafted, signed, sent, taken back; one friendly reminder. Any unit can
 * be asked, one under the district too. Thread-safe.
 */
@Service
public class UnitRequests {

    private static final int LONGEST = 400;
    /** Suggested value: help is asked for at most half a year ahead. */
    private static final int LONGEST_DAYS = 183;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final MemberUnits units;
    private final RequestBook book;

    UnitRequests(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit, MemberUnits units, RequestBook book) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.units = units;
        this.book = book;
    }

    /** Requests for a territory, newest first; answers only where the reader may know them. */
    public List<UnitRequest> list(Actor reader, int limit) {
        return book.list(reader.territory(), limit).stream()
                .map(each -> asSeenBy(reader, each))
                .toList();
    }

    /** A page of {@link #list}. @param unit only those to it; {@code null} for all */
    public Paged<UnitRequest> page(Actor reader, @Nullable UUID unit, @Nullable Seen after) {
        Paged<UnitRequest> page = book.page(reader.territory(), unit, after);
        return new Paged<>(
                page.rows().stream().map(each -> asSeenBy(reader, each)).toList(), page.next(), page.first());
    }

    /** @param total how many there are @param toSign how many of them wait for the reader's signature */
    public record Counted(int total, int toSign) {}

    public Counted counted(Actor reader) {
        return book.counted(reader.territory(), reader.role());
    }

    public Optional<UnitRequest> find(Actor reader, UUID id) {
        return book.find(id, reader.territory()).map(each -> asSeenBy(reader, each));
    }

    private static UnitRequest asSeenBy(Actor reader, UnitRequest request) {
        return asks(reader) || reader.role() == Role.SIGNATORY ? request : RequestBook.unanswered(request);
    }

    /** Whether a post drafts requests: the duty officer, and a street for its own ground. */
    public static boolean asks(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER || actor.role() == Role.STREET_WORKER;
    }

    /** What is asked of a unit. @param contact an office with its public number */
    public record Draft(String asked, String why, String basis, Instant until, String contact) {}

    /**
     * Drafts a request. Refused: I-003, U-020 no unit of the territory, U-021 a text, U-022 personal data, U-023 the end,
     * U-038 the contact.
     */
    @Transactional
    public Outcome<UnitRequest> draft(Actor actor, UUID unit, Draft draft) {
        if (!asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<MemberUnit> found = units.find(unit, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("U-020", unit);
        }
        Optional<Refusal> wrong = wrong(draft);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        String number = book.nextNumber();
        UUID id = ids.of("unit request", number);
        jdbc.sql("insert into unit_request (id, number, unit_id, area_path, asked, why, basis, until, contact, signer,"
                        + " drafted_by, drafted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        unit,
                        actor.territory(),
                        draft.asked().strip(),
                        draft.why().strip(),
                        draft.basis().strip(),
                        Timestamp.from(draft.until()),
                        draft.contact().strip(),
                        signer(found.get()).name(),
                        actor.login(),
                        Timestamp.from(clock.now()))
                .update();
        audit.record(actor, "request.drafted", number, Map.of("unit", unit.toString()));
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    private static Role signer(MemberUnit unit) {
        return unit.isAskedBySignatory() ? Role.SIGNATORY : Role.DUTY_OFFICER;
    }

    private Optional<Refusal> wrong(Draft draft) {
        for (String text : List.of(draft.asked(), draft.why(), draft.basis())) {
            if (text.isBlank() || text.length() > LONGEST) {
                return Optional.of(Refusal.of("U-021", text.strip().length(), LONGEST));
            }
            Optional<String> personal = PersonalData.find(text);
            if (personal.isPresent()) {
                return Optional.of(Refusal.of("U-022", personal.get()));
            }
        }
        Instant last = clock.now().plus(Duration.ofDays(LONGEST_DAYS));
        if (!draft.until().isAfter(clock.now()) || draft.until().isAfter(last)) {
            return Optional.of(Refusal.of("U-023", clock.dayOf(draft.until()), clock.dayOf(last)));
        }
        String contact = draft.contact().strip();
        boolean office = !contact.isEmpty() && contact.length() <= 80 && !OfficeNumbers.namesAPersonsPhone(contact);
        return office ? Optional.empty() : Optional.of(Refusal.of("U-038", contact.length()));
    }

    /**
     * The one who signs sends it: the signatory to units above the district or of unknown affiliation, the duty officer to
     * all others. Who signs is read again at this moment. Refused: U-024 somebody else signs, U-025 it has changed.
     */
    @Transactional
    public Outcome<UnitRequest> send(Actor actor, UUID id, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version, UnitRequest.State.DRAFT);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        Role signer = signer(units.find(found.value().unitId(), "").orElseThrow());
        if (actor.role() != signer) {
            return Outcome.refused("U-024", found.value().number(), signer);
        }
        if (!found.value().until().isAfter(clock.now())) {
            return Outcome.refused(
                    "U-023",
                    clock.dayOf(found.value().until()),
                    clock.dayOf(clock.now().plus(Duration.ofDays(LONGEST_DAYS))));
        }
        jdbc.sql("update unit_request set state = 'SENT', signer = ?, sent_by = ?, sent_at = ?, version = version + 1"
                        + " where id = ?")
                .params(signer.name(), actor.login(), Timestamp.from(clock.now()), id)
                .update();
        audit.record(actor, "request.sent", found.value().number(), Map.of("signedAs", signer.name()));
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    /** Whoever asks for this ground, or signs, takes it back; the desk of the unit no longer shows it. Refused: U-025. */
    @Transactional
    public Outcome<UnitRequest> withdraw(Actor actor, UUID id, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version, UnitRequest.State.DRAFT, UnitRequest.State.SENT);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        jdbc.sql("update unit_request set state = 'WITHDRAWN', version = version + 1 where id = ?")
                .param(id)
                .update();
        audit.record(actor, "request.withdrawn", found.value().number(), Map.of());
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    /** A friendly reminder, by hand and once; none where the unit has said something. Refused: U-025, U-026. */
    @Transactional
    public Outcome<UnitRequest> remind(Actor actor, UUID id, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version, UnitRequest.State.SENT);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        if (found.value().remindedAt() != null || found.value().answer() != null) {
            return Outcome.refused("U-026", found.value().number());
        }
        jdbc.sql("update unit_request set reminded_at = ?, version = version + 1 where id = ?")
                .params(Timestamp.from(clock.now()), id)
                .update();
        audit.record(actor, "request.reminded", found.value().number(), Map.of());
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    /** Answers a unit's question. Refused: U-025 nothing is asked, U-021, U-022. */
    @Transactional
    public Outcome<UnitRequest> reply(Actor actor, UUID id, String words, int version) {
        Outcome<UnitRequest> ready = ready(actor, id, version, UnitRequest.State.SENT);
        if (!(ready instanceof Outcome.Accepted<UnitRequest> found)) {
            return ready;
        }
        UnitAnswer answer = found.value().answer();
        if (answer == null || answer.kind() != UnitAnswer.Kind.ASKS) {
            return Outcome.refused(
                    "U-025", found.value().number(), "REQUEST_" + found.value().state());
        }
        Optional<Refusal> wrong = book.wrong(words);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        jdbc.sql("update unit_answer set reply = ?, replied_by = ?, replied_at = ? where request_id = ?")
                .params(words.strip(), actor.login(), Timestamp.from(clock.now()), id)
                .update();
        book.turn(id);
        audit.record(actor, "request.replied", found.value().number(), Map.of());
        return Outcome.accepted(book.find(id, "").orElseThrow());
    }

    private Outcome<UnitRequest> ready(Actor actor, UUID id, int version, UnitRequest.State... states) {
        if (!asks(actor) && actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        return book.ready(id, actor.territory(), version, states);
    }
}
