package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.internal.Arrivals;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * Who is at a post: noted by the person with the post's code, or by a worker's hand. A service given online has no place where a code
 * could lie; whoever is expected there says so. Nobody's place is asked for. A code
 * typed by anyone who is not expected there, or at another time, stores nothing. Doing the same twice changes nothing
 * more. The audit, which is kept for good, holds the post and the day of what a worker noted, never whose presence it was.
 * Thread-safe.
 */
@Service
public class Attendances {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final Organisation organisation;
    private final Audit audit;
    private final OwnDuties duties;
    private final Safety safety;
    private final PostCodes codes;
    private final WrongCodes wrongCodes;
    private final ServiceRecords records;
    private final ShiftRevisions revisions;
    private final Arrivals arrivals;

    Attendances(
            JdbcClient jdbc,
            DistrictClock clock,
            ShiftHours hours,
            Organisation organisation,
            Audit audit,
            OwnDuties duties,
            Safety safety,
            PostCodes codes,
            WrongCodes wrongCodes,
            ServiceRecords records,
            ShiftRevisions revisions,
            Arrivals arrivals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.organisation = organisation;
        this.audit = audit;
        this.duties = duties;
        this.safety = safety;
        this.codes = codes;
        this.wrongCodes = wrongCodes;
        this.records = records;
        this.revisions = revisions;
        this.arrivals = arrivals;
    }

    /**
     * Someone at a post on a day, for who has to call them.
     *
     * @param dangerous whether the duty takes a confirmed risk notice
     */
    public record Presence(
            UUID assignment,
            UUID person,
            String name,
            boolean volunteer,
            String state,
            boolean dangerous,
            @Nullable Instant riskReadAt,
            @Nullable Instant cameAt,
            @Nullable String cameBy,
            @Nullable Instant leftAt,
            @Nullable String leftBy) {

        public boolean present() {
            return cameAt != null && leftAt == null;
        }
    }

    private static final String PRESENCE = """
            select a.id as assignment, a.person_id as person, n.name, n.kind = 'VOLUNTEER' as volunteer, a.state,
                   coalesce(d.dangerous, false) as dangerous, a.risk_read_at, t.came_at, t.came_by, t.left_at, t.left_by
            from assignment a join person n on n.id = a.person_id join duty_post p on p.id = a.post_id
            left join duty_notice d on d.kind = p.kind
            left join attendance t on t.shift_day = a.shift_day and t.person_id = a.person_id and t.post_id = a.post_id
            where a.shift_day = :day and a.post_id = :post
            """;

    /** Who is expected at a post and who is there, confirmed ones first. Only for who may see names. */
    public List<Presence> at(Actor worker, LocalDate day, UUID post) {
        if (!mayMark(worker, post)) {
            return List.of();
        }
        return jdbc.sql(PRESENCE + " order by a.state, a.metres, a.id")
                .param("day", day)
                .param("post", post)
                .query(Presence.class)
                .list();
    }

    private boolean mayMark(Actor worker, UUID post) {
        return Workers.may(worker)
                && organisation
                        .findPost(post)
                        .filter(found -> worker.covers(found.areaPath()))
                        .isPresent();
    }

    /** The code of a post, for the sheet that lies there. Refused: I-003, D-001, D-046, D-052 where it has no place. */
    @Transactional
    public Outcome<String> code(Actor worker, LocalDate day, UUID post) {
        if (!Workers.may(worker)) {
            return Outcome.refused("I-003");
        }
        Optional<DutyPost> found = organisation.findPost(post).filter(here -> worker.covers(here.areaPath()));
        if (found.isEmpty()) {
            return Outcome.refused("D-046");
        }
        if (day.isBefore(hours.day())) {
            return Outcome.refused("D-001", day);
        }
        if (found.get().online()) {
            return Outcome.refused("D-052");
        }
        audit.record(worker, "duty.code.shown", "post:" + post, Map.of("day", day.toString()));
        return Outcome.accepted(codes.code(day, post));
    }

    /**
     * The person is at the post. Refused: D-030 to D-036, D-039.
     *
     * @param riskRead whether the person says to have read the risk notice
     */
    @Transactional
    public Outcome<UUID> arrive(UUID person, String code, boolean riskRead) {
        LocalDate day = hours.day();
        revisions.lock(day);
        Optional<OwnDuty> duty = duties.on(person, day);
        Optional<Refusal> refusal = duty.isEmpty()
                ? Optional.of(Refusal.of("D-033"))
                : early(duty.get()).or(() -> safety.missing(duty.get().id(), riskRead));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (duty.orElseThrow().present()) {
            return Outcome.accepted(duty.get().postId());
        }
        refusal = duty.get().online()
                ? Optional.empty()
                : wrong(person, day, duty.get().postId(), code);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (riskRead) {
            safety.read(duty.get().id(), Safety.Reading.SELF);
        }
        come(day, person, duty.get().postId(), "CODE");
        return Outcome.accepted(duty.get().postId());
    }

    private Optional<Refusal> early(OwnDuty duty) {
        if (duty.invited()) {
            return Optional.of(Refusal.of("D-037"));
        }
        return outside(hours.of(duty.shiftDay(), duty.starts(), duty.ends()));
    }

    private Optional<Refusal> outside(DutyTimes times) {
        if (clock.now().isBefore(times.opening())) {
            return Optional.of(Refusal.of("D-034", times.opening()));
        }
        return times.isOver(clock.now()) ? Optional.of(Refusal.of("D-035", times.end())) : Optional.empty();
    }

    private Optional<Refusal> wrong(UUID person, LocalDate day, UUID post, String code) {
        if (!wrongCodes.begin(WrongCodes.Door.POST, person)) {
            return Optional.of(Refusal.of("D-036"));
        }
        if (!codes.matches(day, post, code)) {
            return Optional.of(Refusal.of("D-032", wrongCodes.left(WrongCodes.Door.POST, person)));
        }
        wrongCodes.succeeded(WrongCodes.Door.POST, person);
        return Optional.empty();
    }

    /** The person goes. Refused: D-032, D-036, D-038. */
    @Transactional
    public Outcome<UUID> leave(UUID person, String code) {
        LocalDate day = hours.day();
        Optional<UUID> post = openPost(day, person);
        if (post.isEmpty() || !times(day, post.get()).isOpen(clock.now())) {
            return Outcome.refused("D-038");
        }
        Optional<Refusal> refusal = isOnline(post.get()) ? Optional.empty() : wrong(person, day, post.get(), code);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        records.close(day, person, clock.now(), "CODE");
        return Outcome.accepted(post.get());
    }

    private DutyTimes times(LocalDate day, UUID post) {
        return hours.of(day, organisation.findPost(post).orElseThrow());
    }

    private boolean isOnline(UUID post) {
        return organisation.findPost(post).orElseThrow().online();
    }

    private Optional<UUID> openPost(LocalDate day, UUID person) {
        return jdbc.sql("select post_id from attendance where shift_day = ? and person_id = ? and left_at is null")
                .params(day, person)
                .query(UUID.class)
                .optional();
    }

    /**
     * A worker notes by hand that somebody is there or has gone. Refused: I-003, D-003, D-030, D-031, D-034, D-035, D-037,
     * D-038.
     *
     * @param readOut whether the worker has read the risks out
     */
    @Transactional
    public Outcome<UUID> mark(Actor worker, UUID post, UUID assignment, boolean present, boolean readOut) {
        if (!Workers.may(worker)) {
            return Outcome.refused("I-003");
        }
        LocalDate day = hours.day();
        revisions.lock(day);
        Optional<Presence> someone = at(worker, day, post).stream()
                .filter(known -> known.assignment().equals(assignment))
                .findFirst();
        if (someone.isEmpty()) {
            return Outcome.refused("D-003");
        }
        Optional<Refusal> refusal =
                present ? notYet(someone.get(), times(day, post), readOut) : notThere(someone.get(), times(day, post));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (present && readOut) {
            safety.read(assignment, Safety.Reading.READ_OUT);
        }
        note(day, post, someone.get(), present);
        audit.record(worker, present ? "duty.present" : "duty.left", "post:" + post, Map.of("day", day.toString()));
        return Outcome.accepted(assignment);
    }

    private void note(LocalDate day, UUID post, Presence someone, boolean present) {
        if (present) {
            come(day, someone.person(), post, "HAND");
        } else {
            records.close(day, someone.person(), clock.now(), "HAND");
        }
    }

    private Optional<Refusal> notYet(Presence someone, DutyTimes times, boolean readOut) {
        if (!someone.state().equals("CONFIRMED")) {
            return Optional.of(Refusal.of("D-037"));
        }
        return outside(times).or(() -> safety.missing(someone.assignment(), readOut));
    }

    private Optional<Refusal> notThere(Presence someone, DutyTimes times) {
        boolean there = someone.present() && times.isOpen(clock.now());
        return there ? Optional.empty() : Optional.of(Refusal.of("D-038"));
    }

    /** Whoever comes here has left every other post; whoever comes back has never left. */
    private void come(LocalDate day, UUID person, UUID post, String how) {
        if (openPost(day, person).filter(other -> !other.equals(post)).isPresent()) {
            records.close(day, person, clock.now(), how);
        }
        jdbc.sql("insert into attendance (shift_day, person_id, post_id, came_at, came_by) values (?, ?, ?, ?, ?)"
                        + " on conflict (shift_day, person_id, post_id) do update set left_at = null, left_by = null"
                        + " where attendance.left_at is not null")
                .params(day, person, post, Timestamp.from(clock.now()), how)
                .update();
        arrivals.came(day, person, post);
    }
}
