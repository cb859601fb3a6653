package org.tongxin.app.supervision;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
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
import org.tongxin.app.identity.Audit;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/** The register of risk factors: written down by those who work there, solved at the lowest ring that can. Thread-safe. */
@Service
public class RiskFactors {

    private static final int LONGEST = 400;

    private static final String SELECT = """
            select f.*, a.name as area_name, a.name_en as area_name_en
            from risk_factor f join area a on a.path = f.area_path
            where f.area_path >= :territory and f.area_path < :territory || '~'
            """;

    private static final Keyset BY_DAY = new Keyset("risk_factor", "f", "@.state = 'SOLVED'", "@.due_day", "@.number");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;

    RiskFactors(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit, Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
    }

    /** Unsolved ones first, then by due day. @param kind only this one; {@code null} for all */
    public List<RiskFactor> list(String territory, RiskFactor.@Nullable Kind kind, int limit) {
        return jdbc.sql(SELECT + " and (cast(:kind as text) is null or f.kind = :kind)"
                        + " order by (f.state = 'SOLVED'), f.due_day, f.number limit :limit")
                .param("territory", territory)
                .param("kind", kind == null ? null : kind.name())
                .param("limit", limit)
                .query(RiskFactor.class)
                .list();
    }

    /** A page of {@link #list}. @param kind only this one; {@code null} for all */
    public Paged<RiskFactor> page(String territory, RiskFactor.@Nullable Kind kind, @Nullable Seen after) {
        return BY_DAY.read(
                jdbc,
                SELECT + " and (:kind = '' or f.kind = :kind) and",
                Map.of("territory", territory, "kind", kind == null ? "" : kind.name()),
                RiskFactor.class,
                after,
                Paged.SIZE,
                RiskFactor::id);
    }

    /** @param total how many there are @param unsolved of them not solved @param overdue of those past their day */
    public record Counted(int total, int unsolved, int overdue) {}

    /** What {@link #page} would give in all. */
    public Counted counted(String territory, RiskFactor.@Nullable Kind kind) {
        return jdbc.sql("select count(*)::int as total, (count(*) filter (where state <> 'SOLVED'))::int as unsolved,"
                        + " (count(*) filter (where state <> 'SOLVED' and due_day < :today))::int as overdue from ("
                        + SELECT + " and (:kind = '' or f.kind = :kind)) listed")
                .param("territory", territory)
                .param("kind", kind == null ? "" : kind.name())
                .param("today", Date.valueOf(clock.today()))
                .query(Counted.class)
                .single();
    }

    public Optional<RiskFactor> find(UUID id, String territory) {
        return find(id, territory, "");
    }

    private Optional<RiskFactor> find(UUID id, String territory, String locking) {
        return jdbc.sql(SELECT + " and f.id = :id" + locking)
                .param("territory", territory)
                .param("id", id)
                .query(RiskFactor.class)
                .optional();
    }

    /** What is written down. */
    public record NewFactor(
            String areaPath,
            RiskFactor.Kind kind,
            String description,
            RiskFactor.Affected affected,
            LocalDate dueDay) {}

    /** Anyone with a post may write down what they see in their own territory. */
    @Transactional
    public Outcome<RiskFactor> report(Actor actor, NewFactor factor) {
        String description = factor.description().strip();
        return problem(actor, factor)
                .<Outcome<RiskFactor>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.accepted(store(actor, factor, description)));
    }

    /** Why an actor could not write it down; empty where nothing stands in the way. F-001 to F-004. */
    Optional<Refusal> problem(Actor actor, NewFactor factor) {
        Optional<Area> area = organisation
                .findArea(factor.areaPath())
                .filter(found -> Ring.of(found.path()).reaches(actor, found.path()));
        if (area.isEmpty()) {
            return Optional.of(Refusal.of("F-001", factor.areaPath()));
        }
        String description = factor.description().strip();
        if (description.isEmpty() || description.length() > LONGEST) {
            return Optional.of(Refusal.of("F-002", description.length(), LONGEST));
        }
        Optional<String> personal = PersonalData.find(description);
        if (personal.isPresent()) {
            return Optional.of(Refusal.of("F-003", personal.get()));
        }
        return factor.dueDay().isBefore(clock.today())
                ? Optional.of(Refusal.of("F-004", factor.dueDay()))
                : Optional.empty();
    }

    /** Whether the same words of the same kind were written down of the same place, solved or not. */
    boolean isKnown(NewFactor factor) {
        return jdbc.sql(
                        "select exists (select 1 from risk_factor where area_path = ? and kind = ? and description = ?)")
                .params(
                        factor.areaPath(),
                        factor.kind().name(),
                        factor.description().strip())
                .query(Boolean.class)
                .single();
    }

    private RiskFactor store(Actor actor, NewFactor factor, String description) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('risk.factor.number'))")
                .query((row, number) -> true)
                .single();
        int serial = jdbc.sql("select count(*)::int + 1 from risk_factor")
                .query(Integer.class)
                .single();
        String number = "F%d-%04d".formatted(clock.today().getYear(), serial);
        UUID id = ids.of("risk factor", number);
        Timestamp now = Timestamp.from(clock.now());
        jdbc.sql(
                        "insert into risk_factor (id, number, area_path, kind, description, affected, ring, owner, due_day,"
                                + " reported_by, reported_at, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        factor.areaPath(),
                        factor.kind().name(),
                        description,
                        factor.affected().name(),
                        Ring.of(factor.areaPath()).name(),
                        actor.login(),
                        factor.dueDay(),
                        actor.login(),
                        now,
                        actor.login(),
                        now)
                .update();
        audit.record(
                actor,
                "factor.reported",
                number,
                Map.of("area", factor.areaPath(), "kind", factor.kind().name()));
        return find(id, "").orElseThrow();
    }

    /** Whether an actor may change it: a post of the ring that has it, or of a wider one. */
    public static boolean mayChange(Actor actor, RiskFactor factor) {
        return factor.state() != RiskFactor.State.SOLVED && factor.ring().reaches(actor, factor.areaPath());
    }

    /** Takes it up, solves it, or passes it to the next wider ring; the last two need a word. */
    @Transactional
    public Outcome<RiskFactor> change(Actor actor, UUID id, RiskFactor.State state, String note, int version) {
        Optional<RiskFactor> found = find(id, actor.territory(), " for update of f");
        if (found.isEmpty()) {
            return Outcome.refused("F-005", id);
        }
        RiskFactor factor = found.get();
        if (factor.version() != version || factor.state() == RiskFactor.State.SOLVED) {
            return Outcome.refused("F-006", factor.number(), factor.changedBy());
        }
        if (!mayChange(actor, factor) || state == RiskFactor.State.OPEN) {
            return Outcome.refused("I-003", actor.role());
        }
        if (note.isBlank() && state != RiskFactor.State.BEING_SOLVED) {
            return Outcome.refused("F-007");
        }
        if (PersonalData.find(note).isPresent()) {
            return Outcome.refused("F-003", PersonalData.find(note).get());
        }
        Optional<Ring> above = factor.ring().above();
        if (state == RiskFactor.State.PASSED_UP && above.isEmpty()) {
            return Outcome.refused("V-013");
        }
        Ring ring = state == RiskFactor.State.PASSED_UP ? above.orElseThrow() : factor.ring();
        return Outcome.accepted(keep(actor, factor, state, ring, note.strip()));
    }

    private RiskFactor keep(Actor actor, RiskFactor factor, RiskFactor.State state, Ring ring, String note) {
        Ring solved = state == RiskFactor.State.SOLVED ? ring(actor, factor) : null;
        jdbc.sql("update risk_factor set state = ?, ring = ?, solved_ring = ?, owner = ?, note = ?, changed_by = ?,"
                        + " changed_at = ?, version = version + 1 where id = ?")
                .params(Arrays.asList(
                        state.name(),
                        ring.name(),
                        solved == null ? null : solved.name(),
                        actor.login(),
                        note.isEmpty() ? factor.note() : note,
                        actor.login(),
                        Timestamp.from(clock.now()),
                        factor.id()))
                .update();
        audit.record(
                actor,
                "factor." + state.name(),
                factor.number(),
                Map.of("from", factor.state().name(), "ring", ring.name(), "note", note));
        return find(factor.id(), "").orElseThrow();
    }

    /** The ring of the post that solved it: a wider one may have done what lay with a narrower one. */
    private static Ring ring(Actor actor, RiskFactor factor) {
        Ring own = switch (actor.role()) {
            case COMMUNITY_WORKER -> Ring.COMMUNITY;
            case STREET_WORKER -> Ring.STREET;
            default -> Ring.DISTRICT;
        };
        return own.ordinal() > factor.ring().ordinal() ? own : factor.ring();
    }
}
