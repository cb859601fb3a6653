package org.tongxin.app.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.review.Reviews;
import tools.jackson.core.type.TypeReference;

/**
 * Changes of the prepared plans: proposed item by item by whoever records lessons, signed together as a revision by the
 * signatory. A plan that is being carried out keeps the version under which it began. Thread-safe.
 */
@Service
public class PlanChanges {

    private static final Set<Role> PROPOSE = Set.of(Role.DUTY_OFFICER, Role.SIGNATORY, Role.CDC_ANALYST);
    private static final Set<String> LEVELS = Set.of("DISTRICT", "STREET", "COMMUNITY", "UNIT");
    private static final int LONGEST = 200;
    private static final int LONGEST_WHY = 500;
    private static final int MOST_HOURS = 720;
    private static final int MOST_MINUTES = 60;
    private static final TypeReference<PlanItem> ITEM = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;
    private final PlanLibrary library;
    private final Reviews reviews;

    PlanChanges(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Json json,
            Announcer announcer,
            Audit audit,
            Organisation organisation,
            PlanLibrary library,
            Reviews reviews) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
        this.library = library;
        this.reviews = reviews;
    }

    /**
     * What is proposed.
     *
     * @param book of {@link PlanLibrary}, or the name of a response mode
     * @param item code of an item in force, or empty for a new one
     * @param after the item as it is to be; {@code null} to remove it. Of an item in force, code, kinds of basis, source and answer
     *     fields stay as they are; a new one takes basis and answer fields from {@code after}
     * @param lesson the lesson behind it
     */
    public record Proposal(
            String book,
            String item,
            @Nullable PlanItem after,
            String why,
            @Nullable UUID lesson) {}

    /** Whether this actor may propose. */
    public static boolean proposes(Actor actor) {
        return PROPOSE.contains(actor.role()) && actor.territory().length() == 6;
    }

    /** The item in force, and the book it stands in. */
    public record Place(String book, PlanItem item) {}

    /** An item in force by its code. */
    public Optional<Place> find(String code) {
        return PlanLibrary.books().stream()
                .flatMap(book -> library.items(book).stream().map(item -> new Place(book, item)))
                .filter(place -> place.item().code().equals(code))
                .findFirst();
    }

    /** Every item in force with its book, in the order of the books. */
    public List<Place> places() {
        return PlanLibrary.books().stream()
                .flatMap(book -> library.items(book).stream().map(item -> new Place(book, item)))
                .toList();
    }

    /**
     * Proposes a change. Refused: I-003, A-007 for an unknown book or item, A-008 for words that are missing or too long or
     * numbers out of range, A-009 where nothing changes, A-010 where a change of the item is proposed already.
     */
    @Transactional
    public Outcome<UUID> propose(Actor actor, Proposal proposal) {
        if (!proposes(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (!PlanLibrary.books().contains(proposal.book())) {
            return Outcome.refused("A-007", proposal.book());
        }
        Optional<PlanItem> before = library.items(proposal.book()).stream()
                .filter(item -> item.code().equals(proposal.item()))
                .findFirst();
        if (before.isEmpty() && (!proposal.item().isEmpty() || proposal.after() == null)) {
            return Outcome.refused("A-007", proposal.item());
        }
        PlanItem after = before.isEmpty()
                ? renamed(Objects.requireNonNull(proposal.after()), newCode(proposal.book()))
                : kept(before.get(), proposal.after());
        Optional<Refusal> wrong = refusal(proposal.why(), before.orElse(null), after);
        return wrong.isPresent()
                ? new Outcome.Refused<>(wrong.get())
                : insert(actor, proposal, before.orElse(null), after);
    }

    private static Optional<Refusal> refusal(String why, @Nullable PlanItem before, @Nullable PlanItem after) {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            return Optional.of(Refusal.of("A-008", "why", why.length()));
        }
        if (after == null) {
            return Optional.empty();
        }
        for (String text : List.of(after.title(), after.titleEn(), after.post(), after.basisText())) {
            if (text.isBlank() || text.length() > LONGEST) {
                return Optional.of(Refusal.of("A-008", "text", text.length()));
            }
        }
        if (after.dueHours() < 1 || after.dueHours() > MOST_HOURS) {
            return Optional.of(Refusal.of("A-008", "dueHours", after.dueHours()));
        }
        if (after.minutes() < 1 || after.minutes() > MOST_MINUTES || !LEVELS.contains(after.level())) {
            return Optional.of(Refusal.of("A-008", "minutes", after.minutes()));
        }
        return after.equals(before) ? Optional.of(Refusal.of("A-009", after.code())) : Optional.empty();
    }

    private static @Nullable PlanItem kept(PlanItem before, @Nullable PlanItem after) {
        return after == null
                ? null
                : new PlanItem(
                        before.code(),
                        after.level(),
                        after.post().strip(),
                        after.title().strip(),
                        after.titleEn().strip(),
                        after.dueHours(),
                        before.basis(),
                        after.basisText().strip(),
                        before.source(),
                        after.staffing(),
                        after.minutes(),
                        before.fields());
    }

    private static PlanItem renamed(PlanItem item, String code) {
        return new PlanItem(
                code,
                item.level(),
                item.post().strip(),
                item.title().strip(),
                item.titleEn().strip(),
                item.dueHours(),
                item.basis(),
                item.basisText().strip(),
                "OURS",
                item.staffing(),
                item.minutes(),
                item.fields());
    }

    /** The letter of the book and the number after the largest that it ever had. */
    private String newCode(String book) {
        List<String> codes = new java.util.ArrayList<>(
                library.items(book).stream().map(PlanItem::code).toList());
        codes.addAll(jdbc.sql("select item from plan_change where book = ?")
                .param(book)
                .query(String.class)
                .list());
        String letter = codes.getFirst().replaceAll("[0-9]", "");
        int last = codes.stream()
                .mapToInt(code -> Integer.parseInt(code.replaceAll("[^0-9]", "")))
                .max()
                .orElse(0);
        return letter + (last + 1);
    }

    private Outcome<UUID> insert(Actor actor, Proposal proposal, @Nullable PlanItem before, @Nullable PlanItem after) {
        String code = Objects.requireNonNull(before == null ? after : before).code();
        PlanChange.Kind kind = after == null
                ? PlanChange.Kind.REMOVED
                : before == null ? PlanChange.Kind.ADDED : PlanChange.Kind.CHANGED;
        long earlier = jdbc.sql("select count(*) from plan_change where book = ? and item = ?")
                .params(proposal.book(), code)
                .query(Long.class)
                .single();
        UUID id = ids.of("planChange", clock.now(), proposal.book(), code, actor.login(), earlier);
        int inserted = jdbc.sql("insert into plan_change (id, book, item, kind, content, why, lesson_id, proposed_by,"
                        + " proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(
                        id,
                        proposal.book(),
                        code,
                        kind.name(),
                        after == null ? null : json.parameter(after),
                        proposal.why().strip(),
                        proposal.lesson(),
                        actor.login(),
                        Timestamp.from(clock.now())))
                .update();
        if (inserted == 0) {
            return Outcome.refused("A-010", code);
        }
        audit.record(actor, "plan.changeProposed", id.toString(), Map.of("item", code, "kind", kind));
        return Outcome.accepted(id);
    }

    /** Proposed and neither signed nor dropped, oldest first. */
    public List<PlanChange> proposed() {
        return jdbc.sql(
                        "select * from plan_change where revision is null and dropped_at is null order by proposed_at, id")
                .query(this::change)
                .list();
    }

    /** Revisions, newest first. */
    public List<PlanRevision> revisions() {
        return jdbc.sql("select * from plan_revision order by number desc")
                .query(PlanRevision.class)
                .list();
    }

    /** What a revision changed, by item. */
    public List<PlanChange> of(int revision) {
        return jdbc.sql("select * from plan_change where revision = ? order by book, item")
                .param(revision)
                .query(this::change)
                .list();
    }

    /** What was signed into the plan of a mode after a version of it, oldest first; everything where it never had that version. */
    public List<PlanChange> since(ResponseMode mode, String version) {
        return jdbc.sql("select * from plan_change where revision > ? and book in (?, ?) order by revision, book, item")
                .params(
                        library.find(mode, version)
                                .map(known -> PlanLibrary.revision(known.version()))
                                .orElse(0),
                        PlanLibrary.COMMON,
                        mode.name())
                .query(this::change)
                .list();
    }

    /** Drops a proposal. Refused: I-003, A-011 for one that is signed, dropped or unknown. */
    @Transactional
    public Outcome<UUID> drop(Actor actor, UUID id, int version) {
        if (!proposes(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        int dropped = jdbc.sql("update plan_change set dropped_by = ?, dropped_at = ?, version = version + 1"
                        + " where id = ? and version = ? and revision is null and dropped_at is null")
                .params(actor.login(), Timestamp.from(clock.now()), id, version)
                .update();
        if (dropped == 0) {
            return Outcome.refused("A-011");
        }
        audit.record(actor, "plan.changeDropped", id.toString(), Map.of());
        return Outcome.accepted(id);
    }

    /**
     * The signatory takes proposals into a revision. Refused: I-003, A-013 without a reason or with one too long, A-011 where one of them is signed or
     * dropped meanwhile, A-012 for none.
     */
    @Transactional
    public Outcome<Integer> sign(Actor actor, List<UUID> changes, String reason) {
        if (actor.role() != Role.SIGNATORY || actor.territory().length() != 6) {
            return Outcome.refused("I-003", actor.role());
        }
        if (changes.isEmpty()) {
            return Outcome.refused("A-012");
        }
        if (reason.isBlank() || reason.length() > LONGEST_WHY) {
            return Outcome.refused("A-013", reason.length());
        }
        jdbc.sql("lock table plan_revision in exclusive mode").update();
        jdbc.sql("select id from plan_change where revision is null and dropped_at is null for update")
                .query(UUID.class)
                .list();
        List<PlanChange> open = proposed().stream()
                .filter(change -> changes.contains(change.id()))
                .toList();
        if (open.size() != Set.copyOf(changes).size()) {
            return Outcome.refused("A-011");
        }
        return Outcome.accepted(write(actor, open, reason.strip()));
    }

    private int write(Actor actor, List<PlanChange> open, String reason) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from plan_revision")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into plan_revision (number, signed_by, signed_at, reason) values (?, ?, ?, ?)")
                .params(number, actor.login(), Timestamp.from(clock.now()), reason)
                .update();
        for (PlanChange change : open) {
            jdbc.sql("update plan_change set revision = ?, version = version + 1 where id = ?")
                    .params(number, change.id())
                    .update();
            UUID lesson = change.lesson();
            if (lesson != null) {
                reviews.met(lesson, number);
            }
        }
        audit.record(actor, "plan.revised", "revision:" + number, Map.of("changes", open.size(), "reason", reason));
        announcer.announce(new PlanRevised(
                announcer.facts(
                        PlanRevised.class,
                        Integer.toString(number),
                        organisation.district().path(),
                        actor.login(),
                        null,
                        Reason.of("planRevised", number, open.size())),
                number));
        return number;
    }

    private PlanChange change(ResultSet row, int number) throws SQLException {
        String book = row.getString("book");
        String item = row.getString("item");
        String content = row.getString("content");
        Integer revision = row.getObject("revision", Integer.class);
        PlanItem before = library.items(book, revision == null ? Integer.MAX_VALUE : revision - 1).stream()
                .filter(each -> each.code().equals(item))
                .findFirst()
                .orElse(null);
        return new PlanChange(
                row.getObject("id", UUID.class),
                book,
                item,
                PlanChange.Kind.valueOf(row.getString("kind")),
                before,
                content == null ? null : json.read(content, ITEM),
                row.getString("why"),
                row.getObject("lesson_id", UUID.class),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                revision,
                row.getInt("version"));
    }
}
