package org.tongxin.app.callers;

import java.sql.Date;
import java.sql.Timestamp;
import java.text.Normalizer;
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
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.NeedPriority;
import org.tongxin.app.resources.Needs;

/** What residents ask by telephone or at the door, from writing it down to the answer. Thread-safe. */
@Service
public class CallerRequests implements DueWork {

    /** Longest words, in characters. */
    public static final int LONGEST = 400;

    /** Longest way back, in characters. */
    public static final int LONGEST_CONTACT = 60;

    /** Days after which a way back is destroyed though nobody answered. Suggested value. */
    public static final int CONTACT_DAYS = 14;

    /** Days after the answer until the words are destroyed. Suggested value. */
    public static final int TEXT_DAYS = 30;

    private static final Duration NEEDED_WITHIN = Duration.ofDays(2);

    private static final String SELECT = """
            select q.id, q.number, q.area_path, a.name as area_name, a.name_en as area_name_en, q.kind, q.text, q.filed_at,
                   q.answered, q.answered_as, q.answered_at, q.need_number,
                   exists (select from caller_contact c where c.request_id = q.id) as has_contact, q.version
            from resident_request q join area a on a.path = q.area_path
            where q.area_path >= :territory and q.area_path < :territory || '~'
            """;

    /** Suggested value: how long the words of a call that nobody answers are kept. */
    static final int OPEN_DAYS = 90;

    private static final Keyset NEWEST_ANSWERS = new Keyset("resident_request", "q", "@.answered_at desc");

    private static final Keyset OLDEST = new Keyset("resident_request", "q", "@.filed_at");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;
    private final Needs needs;

    CallerRequests(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit, Organisation organisation, Needs needs) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
        this.needs = needs;
    }

    /** Whether a post answers the telephone of a place: of a community or a street. */
    public static boolean answers(Actor actor) {
        return actor.role() == Role.COMMUNITY_WORKER || actor.role() == Role.STREET_WORKER;
    }

    /**
     * What is written down.
     *
     * @param key the same for the same call, however often the form is sent
     * @param areaPath where the resident lives: community or street
     * @param contact a telephone number or a door to answer at; empty for none
     */
    public record Filed(String key, String areaPath, CallerRequest.@Nullable Kind kind, String text, String contact) {}

    /**
     * Writes down what a caller asks. Refused: I-003, T-033 the kind, T-034 the length, T-035 a number of a person in the
     * words, T-036 the way back, T-037 the place.
     */
    @Transactional
    public Outcome<CallerRequest> file(Actor actor, Filed filed) {
        if (!answers(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        UUID id = idOf(actor, filed);
        Optional<CallerRequest> known = find(actor, id);
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        CallerRequest.Kind kind = filed.kind();
        if (kind == null) {
            return Outcome.refused("T-033");
        }
        Optional<Refusal> wrong = wrong(actor, filed);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        return Outcome.accepted(insert(actor, id, kind, filed));
    }

    /** The same for the same call sent twice; another when anything of it differs, or when the form has no key. */
    private UUID idOf(Actor actor, Filed filed) {
        return ids.of(
                "resident-request",
                actor.login(),
                filed.key().isBlank() ? clock.now() : filed.key(),
                String.valueOf(filed.kind()),
                filed.areaPath(),
                filed.text().strip(),
                filed.contact().strip());
    }

    private Optional<Refusal> wrong(Actor actor, Filed filed) {
        String text = filed.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of(Refusal.of("T-034", text.length(), LONGEST));
        }
        Optional<String> personal = PersonalData.find(text);
        if (personal.isPresent()) {
            return Optional.of(Refusal.of("T-035", personal.get()));
        }
        String contact =
                Normalizer.normalize(filed.contact(), Normalizer.Form.NFKC).strip();
        boolean identity = PersonalData.find(contact)
                .filter(kind -> kind.equals("IDENTITY_NUMBER"))
                .isPresent();
        if (identity || contact.length() > LONGEST_CONTACT) {
            return Optional.of(Refusal.of("T-036", LONGEST_CONTACT));
        }
        Optional<Area> area = organisation
                .findArea(filed.areaPath())
                .filter(found -> actor.covers(found.path()) && found.path().length() >= 9);
        return area.isPresent() ? Optional.empty() : Optional.of(Refusal.of("T-037", filed.areaPath()));
    }

    private CallerRequest insert(Actor actor, UUID id, CallerRequest.Kind kind, Filed filed) {
        String number = jdbc.sql("select nextval('resident_request_number')::text")
                .query(String.class)
                .single();
        int inserted = jdbc.sql(
                        "insert into resident_request (id, number, area_path, kind, text, filed_by, filed_at, destroy_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(
                        id,
                        number,
                        filed.areaPath(),
                        kind.name(),
                        filed.text().strip(),
                        actor.login(),
                        Timestamp.from(clock.now()),
                        Date.valueOf(clock.today().plusDays(OPEN_DAYS)))
                .update();
        if (inserted == 0) {
            // Sent twice at once: the other one wrote it down.
            return find(actor, id).orElseThrow();
        }
        if (!filed.contact().isBlank()) {
            jdbc.sql("insert into caller_contact (request_id, contact, destroy_by) values (?, ?, ?)")
                    .params(
                            id,
                            Normalizer.normalize(filed.contact(), Normalizer.Form.NFKC)
                                    .strip(),
                            Date.valueOf(clock.today().plusDays(CONTACT_DAYS)))
                    .update();
        }
        audit.record(actor, "caller.filed", number, Map.of("kind", kind.name(), "place", filed.areaPath()));
        return find(actor, id).orElseThrow();
    }

    /** Open ones of the actor's place, the longest waiting first; for who answers no telephone none. */
    public Paged<CallerRequest> open(Actor actor, @Nullable Seen after) {
        return answers(actor)
                ? OLDEST.read(
                        jdbc,
                        SELECT + " and q.answered is null and",
                        Map.of("territory", actor.territory()),
                        CallerRequest.class,
                        after,
                        Paged.SIZE,
                        CallerRequest::id)
                : new Paged<>(List.of(), null, true);
    }

    public int countOpen(Actor actor) {
        return answers(actor)
                ? jdbc.sql("select count(*)::int from resident_request where answered is null"
                                + " and area_path >= :territory and area_path < :territory || '~'")
                        .param("territory", actor.territory())
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** A page of those that are answered, newest first. */
    public Paged<CallerRequest> answered(Actor actor, @Nullable Seen after, int size) {
        return answers(actor)
                ? NEWEST_ANSWERS.read(
                        jdbc,
                        SELECT + " and q.answered is not null and",
                        Map.of("territory", actor.territory()),
                        CallerRequest.class,
                        after,
                        size,
                        CallerRequest::id)
                : new Paged<>(List.of(), null, true);
    }

    public Optional<CallerRequest> find(Actor actor, UUID id) {
        return answers(actor)
                ? jdbc.sql(SELECT + " and q.id = :id")
                        .param("territory", actor.territory())
                        .param("id", id)
                        .query(CallerRequest.class)
                        .optional()
                : Optional.empty();
    }

    /** The request that a resident asks again about, by its number. */
    public Optional<CallerRequest> find(Actor actor, String number) {
        return answers(actor)
                ? jdbc.sql(SELECT + " and q.number = :number")
                        .param("territory", actor.territory())
                        .param(
                                "number",
                                Normalizer.normalize(number, Normalizer.Form.NFKC)
                                        .strip())
                        .query(CallerRequest.class)
                        .optional()
                : Optional.empty();
    }

    /** The way back of a request that the actor may see; empty once it is destroyed. */
    public Optional<String> contact(Actor actor, UUID id) {
        return find(actor, id)
                .flatMap(request -> jdbc.sql("select contact from caller_contact where request_id = ?")
                        .param(request.id())
                        .query(String.class)
                        .optional());
    }

    /** Records that the resident has the answer, and destroys the way back. Refused: I-003, T-038 done or changed meanwhile. */
    @Transactional
    public Outcome<CallerRequest> answer(Actor actor, UUID id, CallerRequest.Answered how, int version) {
        Outcome<CallerRequest> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<CallerRequest> found)) {
            return ready;
        }
        jdbc.sql("update resident_request set answered = ?, answered_as = ?, answered_at = ?, destroy_by = ?,"
                        + " version = version + 1 where id = ?")
                .params(
                        how.name(),
                        actor.role().name(),
                        Timestamp.from(clock.now()),
                        Date.valueOf(clock.today().plusDays(TEXT_DAYS)),
                        id)
                .update();
        jdbc.sql("delete from caller_contact where request_id = ?").param(id).update();
        audit.record(actor, "caller.answered", found.value().number(), Map.of("how", how.name()));
        return Outcome.accepted(find(actor, id).orElseThrow());
    }

    private Outcome<CallerRequest> ready(Actor actor, UUID id, int version) {
        if (!answers(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        jdbc.sql("select 1 from resident_request where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(actor, id)
                .filter(request -> request.open() && request.version() == version)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused("T-038"));
    }

    /**
     * Turns a request for goods into a need of the place; the request stays open until the resident has an answer. Refused:
     * I-003, T-038, T-039 for a kind that goods do not answer or a need that stands, and what a need is refused for.
     *
     * @param quantity base units
     */
    @Transactional
    public Outcome<CallerRequest> need(Actor actor, UUID id, String item, long quantity, int version) {
        Outcome<CallerRequest> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<CallerRequest> found)) {
            return ready;
        }
        CallerRequest request = found.value();
        if (!request.kind().isForGoods() || request.needNumber() != null) {
            return Outcome.refused("T-039");
        }
        Instant until = clock.now().plus(NEEDED_WITHIN);
        Outcome<Need> asked = needs.ask(
                actor,
                "caller-" + request.number(),
                new Needs.Request(
                        request.areaPath(),
                        null,
                        item,
                        quantity,
                        request.kind() == CallerRequest.Kind.MEDICINE ? NeedPriority.URGENT : NeedPriority.ORDINARY,
                        until,
                        1,
                        Needs.CALLED + request.number(),
                        null));
        if (!(asked instanceof Outcome.Accepted<Need> need)) {
            return asked.map(never -> request);
        }
        jdbc.sql("update resident_request set need_number = ?, version = version + 1 where id = ?")
                .params(need.value().number(), id)
                .update();
        audit.record(
                actor,
                "caller.need",
                request.number(),
                Map.of("need", need.value().number()));
        return Outcome.accepted(find(actor, id).orElseThrow());
    }

    /** Destroys ways back and words whose day has come. */
    @Override
    @Transactional
    public void runDue() {
        Date today = Date.valueOf(clock.today());
        int contacts = jdbc.sql("delete from caller_contact where destroy_by <= ?")
                .param(today)
                .update();
        int texts = jdbc.sql("update resident_request set text = null, version = version + 1"
                        + " where text is not null and destroy_by <= ?")
                .param(today)
                .update();
        if (contacts + texts > 0) {
            audit.record(
                    Actor.system(), "caller.destroyed", today.toString(), Map.of("contacts", contacts, "texts", texts));
        }
    }
}
