package org.tongxin.app.plans.complaints;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
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
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.MeasureReviews;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.PublishedMeasures;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/**
 * Complaints about measures: received from residents, read by the duty officer and the signatory of the district, answered
 * by the signatory (Infectious Disease Law, article 74; Emergency Response Law, article 9). Thread-safe.
 */
@Service
public class Complaints implements DueWork {

    /** Longest complaint, in characters. */
    public static final int LONGEST = 1_000;

    private static final int LONGEST_CONTACT = 100;
    private static final int LONGEST_ANSWER = 2_000;

    private static final String SELECT = """
            select c.id, c.number, c.measure_id, m.kind, m.area_path, a.name as area_name, a.name_en as area_name_en,
                   c.text, c.received_at, c.due_at, c.outcome, c.answer, c.answered_by, c.answered_at, c.destroyed_at,
                   exists (select 1 from complaint_contact k where k.complaint_id = c.id) as has_contact, c.version
            from measure_complaint c join measure m on m.id = c.measure_id join area a on a.path = m.area_path
            """;

    /** In every statement that an official's request reaches. */
    private static final String READER =
            " where reads_complaints(:role, :territory) and m.area_path >= :territory and m.area_path < :territory || '~'";

    private static final Keyset LONGEST_DUE = new Keyset(
            "measure_complaint",
            "c",
            "@.outcome is not null",
            "case when @.outcome is null then @.due_at else 'infinity' end",
            "coalesce(@.answered_at, '-infinity') desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Measures measures;
    private final PublishedMeasures published;
    private final MeasureReviews reviews;
    private final FloodGate gate;
    private final ComplaintSettings settings;

    Complaints(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Measures measures,
            PublishedMeasures published,
            MeasureReviews reviews,
            FloodGate gate,
            ComplaintSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.measures = measures;
        this.published = published;
        this.reviews = reviews;
        this.gate = gate;
        this.settings = settings;
    }

    /** Whether this actor belongs to the deciding body. */
    public static boolean reads(Actor actor) {
        return (actor.role() == Role.SIGNATORY || actor.role() == Role.DUTY_OFFICER)
                && actor.territory().length() == 6;
    }

    /**
     * Takes a complaint about a published measure from anybody. The measure goes on.
     * Refused: L-020 for the length of the text, L-021 for a contact that is none, L-022 for too many, L-023 for a measure
     * that is not published.
     */
    @Transactional
    public Outcome<Receipt> file(UUID measure, NewComplaint complaint) {
        String text = complaint.text().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Outcome.refused("L-020", text.length(), LONGEST);
        }
        String contact = complaint.contact().strip();
        if (!contact.isEmpty() && !isContact(contact)) {
            return Outcome.refused("L-021", LONGEST_CONTACT);
        }
        if (published.find(measure).isEmpty()) {
            return Outcome.refused("L-023");
        }
        if (!gate.passesComplaint(complaint.sender())) {
            return Outcome.refused("L-022");
        }
        return Outcome.accepted(insert(measure, text, contact));
    }

    private static boolean isContact(String contact) {
        return contact.length() <= LONGEST_CONTACT
                && (contact.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || contact.matches("\\+?[0-9 ()-]{5,24}"));
    }

    private Receipt insert(UUID measure, String text, String contact) {
        String number = "SS-"
                + jdbc.sql("select nextval('measure_complaint_number')")
                        .query(Long.class)
                        .single();
        UUID id = ids.of("complaint", number);
        Receipt receipt = new Receipt(number, SecretCode.fresh(), due());
        jdbc.sql("insert into measure_complaint (id, number, measure_id, code_hash, text, received_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        measure,
                        SecretCode.hash(number, receipt.code()),
                        text,
                        now(),
                        Timestamp.from(receipt.dueAt()))
                .update();
        if (!contact.isEmpty()) {
            jdbc.sql("insert into complaint_contact (complaint_id, contact, destroy_by) values (?, ?, ?)")
                    .params(id, contact, Date.valueOf(clock.today().plusDays(settings.longestContactDays())))
                    .update();
        }
        return receipt;
    }

    /** The end of the last working day, Monday to Friday; the day of receipt does not count. */
    private Instant due() {
        LocalDate day = clock.today();
        for (int left = settings.workingDays(); left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return clock.at(day.plusDays(1), LocalTime.MIDNIGHT);
    }

    /** What became of a complaint, for who holds its number and code. Refused: L-022, L-024. */
    public Outcome<Complaint> look(String number, String code, String sender) {
        if (!gate.passesLook(sender)) {
            return Outcome.refused("L-022");
        }
        String known = number.strip().toUpperCase(Locale.ROOT);
        return jdbc.sql(SELECT + " where c.number = :number and c.code_hash = :hash")
                .param("number", known)
                .param("hash", SecretCode.hash(known, code))
                .query(Complaint.class)
                .optional()
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused("L-024"));
    }

    /** A page of {@link #list}. */
    public Paged<Complaint> page(Actor actor, @Nullable Seen after) {
        return LONGEST_DUE.read(
                jdbc,
                SELECT + READER + " and",
                Map.of("role", actor.role().name(), "territory", actor.territory()),
                Complaint.class,
                after,
                Paged.SIZE,
                Complaint::id);
    }

    /** What the deciding body has to answer, longest due first, then what was answered, newest first; for others nothing. */
    public List<Complaint> list(Actor actor) {
        return jdbc.sql(SELECT + READER
                        + " order by c.outcome is not null, case when c.outcome is null then c.due_at end,"
                        + " c.answered_at desc, c.id")
                .param("role", actor.role().name())
                .param("territory", actor.territory())
                .query(Complaint.class)
                .list();
    }

    /** One complaint, for the deciding body; for others none. */
    public Optional<Complaint> find(Actor actor, UUID id) {
        return jdbc.sql(SELECT + READER + " and c.id = :id")
                .param("role", actor.role().name())
                .param("territory", actor.territory())
                .param("id", id)
                .query(Complaint.class)
                .optional();
    }

    /** How the complainant can be reached, for the deciding body. Each reading is noted in the audit. */
    @Transactional
    public Optional<String> contact(Actor actor, UUID id) {
        Optional<String> contact = jdbc.sql("select k.contact from complaint_contact k"
                        + " join measure_complaint c on c.id = k.complaint_id join measure m on m.id = c.measure_id"
                        + READER + " and c.id = :id")
                .param("role", actor.role().name())
                .param("territory", actor.territory())
                .param("id", id)
                .query(String.class)
                .optional();
        if (contact.isPresent()) {
            audit.record(actor, "complaint.contactRead", id.toString(), Map.of());
        }
        return contact;
    }

    /**
     * The signatory answers. Where the complaint is upheld, the measure is ended or changed in the same act.
     * Refused: I-003, L-025 for words that are missing or too long, L-026 for one that is answered or changed meanwhile,
     * and what ending or changing a measure is refused for.
     */
    @Transactional
    public Outcome<Complaint> answer(Actor actor, UUID id, Answer answer, int version) {
        if (actor.role() != Role.SIGNATORY || !reads(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        String words = answer.words().strip();
        if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
            return Outcome.refused("L-025", words.length(), LONGEST_ANSWER);
        }
        jdbc.sql("select 1 from measure_complaint where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        Optional<Complaint> found = find(actor, id);
        if (found.isEmpty()
                || found.get().version() != version
                || !found.get().open()
                || found.get().destroyedAt() != null) {
            return Outcome.refused("L-026");
        }
        Outcome<Boolean> redress = redress(actor, found.get(), answer);
        if (redress instanceof Outcome.Refused<Boolean> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        return Outcome.accepted(write(actor, found.get(), answer.outcome(), words));
    }

    /** Ends or changes the measure; a measure that is over already needs neither. */
    private Outcome<Boolean> redress(Actor actor, Complaint complaint, Answer answer) {
        Measure measure =
                measures.find(complaint.measureId(), actor.territory()).orElseThrow();
        if (!answer.outcome().upheld() || measure.closedAt() != null) {
            return Outcome.accepted(false);
        }
        if (answer.outcome() == ComplaintOutcome.ENDED) {
            return measures.end(actor, measure.id(), answer.published(), measure.version())
                    .map(ended -> true);
        }
        Instant end = answer.endsAt();
        return reviews.change(
                        actor,
                        measure.id(),
                        answer.content(),
                        end == null ? measure.endsAt() : end,
                        answer.published(),
                        measure.version())
                .map(changed -> true);
    }

    private Complaint write(Actor actor, Complaint complaint, ComplaintOutcome outcome, String words) {
        jdbc.sql("update measure_complaint set outcome = ?, answer = ?, answered_by = ?, answered_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(outcome.name(), words, actor.login(), now(), complaint.id())
                .update();
        jdbc.sql("update complaint_contact set destroy_by = least(destroy_by, ?) where complaint_id = ?")
                .params(Date.valueOf(clock.today().plusDays(settings.contactDays())), complaint.id())
                .update();
        audit.record(actor, "complaint.answered", complaint.number(), Map.of("outcome", outcome));
        return find(actor, complaint.id()).orElseThrow();
    }

    /**
     * Destroys contacts whose day has come, and the words of complaints about measures that belong to no incident: those of an
     * incident go with it.
     */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("delete from complaint_contact where destroy_by <= ?")
                .param(Date.valueOf(clock.today()))
                .update();
        int blanked = jdbc.sql("""
                update measure_complaint c set text = null, answer = null, destroyed_at = :now, version = c.version + 1
                from measure m where m.id = c.measure_id and m.activation_id is null and c.destroyed_at is null
                 and c.answered_at <= :long_ago and m.closed_at <= :long_ago
                """)
                .param("now", now())
                .param("long_ago", Timestamp.from(clock.now().minus(Duration.ofDays(settings.contactDays()))))
                .update();
        if (blanked > 0) {
            audit.record(Actor.system(), "complaint.destroyed", "measure_complaint", Map.of("rows", blanked));
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
