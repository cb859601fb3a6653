package org.tongxin.app.dispatch.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * What one person is asked for, and that person's answers. An offer that is not taken leaves what somebody leaves who was noted as
 * not free that day, which goes with the shift. Thread-safe.
 */
@Service
public class OwnDuties {

    private static final UUID NO_ACCOUNT = new UUID(0, 0);
    private static final String SELECT = """
            select a.id, a.shift_day, a.post_id, p.kind, p.name, p.name_en, p.skill, p.area_path,
                   r.name as area_name, r.name_en as area_name_en, s.name as street_name, s.name_en as street_name_en,
                   n.kind = 'VOLUNTEER' as volunteer, n.trained, n.insured, a.state, a.metres, a.risk_read_at,
                   t.came_at, t.left_at, p.online, p.starts, p.ends
            from assignment a join person n on n.id = a.person_id join duty_post p on p.id = a.post_id
            join area r on r.path = substr(p.area_path, 1, 12) join area s on s.path = substr(p.area_path, 1, 9)
            left join attendance t on t.shift_day = a.shift_day and t.person_id = a.person_id and t.post_id = a.post_id
            where a.person_id = :person
            """;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ShiftHours hours;
    private final Dispatch dispatch;
    private final Safety safety;
    private final ShiftRevisions revisions;

    OwnDuties(
            JdbcClient jdbc,
            DistrictClock clock,
            ShiftHours hours,
            Dispatch dispatch,
            Safety safety,
            ShiftRevisions revisions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hours = hours;
        this.dispatch = dispatch;
        this.safety = safety;
        this.revisions = revisions;
    }

    /** Who a page belongs to. */
    public record Owner(UUID id, String name, boolean volunteer) {}

    public Optional<Owner> findOwner(UUID person) {
        return jdbc.sql("select id, name, kind = 'VOLUNTEER' as volunteer from person where id = ?")
                .param(person)
                .query(Owner.class)
                .optional();
    }

    /** From today on, in order. */
    public List<OwnDuty> coming(UUID person) {
        return jdbc.sql(SELECT + " and a.shift_day >= :day order by a.shift_day")
                .param("person", person)
                .param("day", hours.day())
                .query(OwnDuty.class)
                .list();
    }

    /** A shift that was called off before it began. */
    public record CalledOff(LocalDate day, String name, String nameEn) {}

    /** Those from today on to which the person need not come any more, in order. */
    public List<CalledOff> calledOff(UUID person) {
        return jdbc.sql("select c.shift_day as day, p.name, p.name_en from shift_called_off c"
                        + " join duty_post p on p.id = c.post_id where c.person_id = :person and c.shift_day >= :day"
                        + " and not exists (select from assignment a where a.shift_day = c.shift_day"
                        + " and a.person_id = c.person_id) order by c.shift_day")
                .param("person", person)
                .param("day", hours.day())
                .query(CalledOff.class)
                .list();
    }

    Optional<OwnDuty> on(UUID person, LocalDate day) {
        return jdbc.sql(SELECT + " and a.shift_day = :day")
                .param("person", person)
                .param("day", day)
                .query(OwnDuty.class)
                .optional();
    }

    private Optional<OwnDuty> find(UUID person, UUID assignment) {
        return jdbc.sql(SELECT + " and a.id = :id")
                .param("person", person)
                .param("id", assignment)
                .query(OwnDuty.class)
                .optional();
    }

    /**
     * Takes the person's own answer; posted staff answer "no" by which their unit sends somebody else. Answering the same
     * again changes nothing. Refused: D-001, D-003, D-030, D-031, D-035, D-039.
     *
     * @param riskRead whether the person says to have read the risk notice
     */
    @Transactional
    public Outcome<UUID> answer(UUID person, UUID assignment, boolean comes, boolean riskRead) {
        Optional<OwnDuty> found = find(person, assignment).flatMap(seen -> locked(person, seen));
        if (found.isEmpty()) {
            return Outcome.refused("D-003");
        }
        OwnDuty duty = found.get();
        if (duty.shiftDay().isBefore(hours.day())) {
            return Outcome.refused("D-001", duty.shiftDay());
        }
        return comes ? come(duty, riskRead) : stayAway(duty);
    }

    /** As it stands when nobody else can change it. */
    private Optional<OwnDuty> locked(UUID person, OwnDuty seen) {
        revisions.lock(seen.shiftDay());
        return find(person, seen.id());
    }

    private Outcome<UUID> come(OwnDuty duty, boolean riskRead) {
        DutyTimes times = hours.of(duty.shiftDay(), duty.starts(), duty.ends());
        if (times.isOver(clock.now())) {
            return Outcome.refused("D-035", times.end());
        }
        Optional<Refusal> missing = safety.missing(duty.id(), riskRead);
        if (missing.isPresent()) {
            return new Outcome.Refused<>(missing.get());
        }
        if (riskRead) {
            safety.read(duty.id(), Safety.Reading.SELF);
        }
        return duty.invited() ? pass(duty, true) : Outcome.accepted(duty.id());
    }

    private Outcome<UUID> stayAway(OwnDuty duty) {
        return duty.cameAt() != null ? Outcome.refused("D-039") : pass(duty, false);
    }

    private Outcome<UUID> pass(OwnDuty duty, boolean comes) {
        return dispatch.answer(ownPage(duty.areaPath()), duty.shiftDay(), Map.of(duty.id(), comes))
                .map(count -> duty.id());
    }

    /** Acts for the page, not for a named person: the audit shows that an answer came, not whose it was. */
    private static Actor ownPage(String territory) {
        return new Actor(NO_ACCOUNT, "own-page", "本人页面", Role.COMMUNITY_WORKER, territory, false);
    }
}
