package org.tongxin.app.supervision;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;

/**
 * What is to be done under a close watch: with the lowest ring that can do it, done there or passed up with a reason.
 * Thread-safe.
 */
@Service
public class SupervisionActions {

    private static final String SELECT = """
            select x.*, a.name as area_name, a.name_en as area_name_en
            from supervision_action x join area a on a.path = x.area_path
            join supervision s on s.id = x.supervision_id
            where x.area_path >= :territory and x.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;
    private final Supervisions supervisions;

    SupervisionActions(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Organisation organisation,
            Supervisions supervisions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
        this.supervisions = supervisions;
    }

    /** Of one close watch, those of the territory, open ones first. */
    public List<SupervisionAction> of(UUID supervision, String territory) {
        return jdbc.sql(SELECT + " and x.supervision_id = :id order by x.state desc, x.area_path, x.id")
                .param("territory", territory)
                .param("id", supervision)
                .query(SupervisionAction.class)
                .list();
    }

    /** All that is still to be done in the territory under a close watch that stands. */
    public List<SupervisionAction> toDo(String territory) {
        return jdbc.sql(SELECT + " and x.state = 'OPEN' and s.state = 'OPEN' order by s.ends_at, x.area_path, x.id")
                .param("territory", territory)
                .query(SupervisionAction.class)
                .list();
    }

    private Optional<SupervisionAction> lock(UUID id, String territory) {
        return jdbc.sql(SELECT + " and x.id = :id for update of x")
                .param("territory", territory)
                .param("id", id)
                .query(SupervisionAction.class)
                .optional();
    }

    /** The duty officer or the street gives the lowest ring that can do it something to do. */
    @Transactional
    public Outcome<SupervisionAction> add(Actor actor, UUID supervision, String areaPath, String what) {
        if (actor.role() != Role.DUTY_OFFICER && actor.role() != Role.STREET_WORKER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Supervision> stands =
                supervisions.find(supervision, actor.territory()).filter(Supervision::open);
        if (stands.isEmpty()) {
            return Outcome.refused("V-006", supervision);
        }
        Optional<Area> area = organisation.findArea(areaPath).filter(found -> below(found, stands.get()));
        if (area.isEmpty()) {
            return Outcome.refused("V-010", areaPath);
        }
        if (what.isBlank()) {
            return Outcome.refused("V-011");
        }
        if (PersonalData.find(what).isPresent()) {
            return Outcome.refused("F-003", PersonalData.find(what).get());
        }
        int serial = of(supervision, "").size();
        UUID id = ids.of("supervision action", supervision, serial);
        jdbc.sql("insert into supervision_action (id, supervision_id, area_path, what) values (?, ?, ?, ?)")
                .params(id, supervision, areaPath, what.strip())
                .update();
        audit.record(
                actor, "supervision.action", stands.get().number(), Map.of("area", areaPath, "what", what.strip()));
        return Outcome.accepted(lock(id, "").orElseThrow());
    }

    private static boolean below(Area area, Supervision supervision) {
        int length = area.path().length();
        return area.path().startsWith(supervision.areaPath()) && (length == 9 || length == 12)
                || length == 6 && supervision.areaPath().startsWith(area.path());
    }

    @Transactional
    public Outcome<SupervisionAction> done(Actor actor, UUID id, int version) {
        Optional<SupervisionAction> found = lock(id, actor.territory());
        Optional<Outcome<SupervisionAction>> refused = refusal(actor, found, id, version);
        if (refused.isPresent()) {
            return refused.get();
        }
        jdbc.sql("update supervision_action set state = 'DONE', done_by = ?, done_at = ?, version = version + 1"
                        + " where id = ?")
                .params(actor.login(), Timestamp.from(clock.now()), id)
                .update();
        audit.record(
                actor,
                "supervision.done",
                id.toString(),
                Map.of("area", found.orElseThrow().areaPath()));
        return Outcome.accepted(lock(id, "").orElseThrow());
    }

    /** It cannot be done here: the next wider ring gets it, with the reason. */
    @Transactional
    public Outcome<SupervisionAction> passUp(Actor actor, UUID id, String reason, int version) {
        Optional<SupervisionAction> found = lock(id, actor.territory());
        Optional<Outcome<SupervisionAction>> refused = refusal(actor, found, id, version);
        if (refused.isPresent()) {
            return refused.get();
        }
        SupervisionAction action = found.orElseThrow();
        Optional<Ring> above = action.ring().above();
        if (above.isEmpty()) {
            return Outcome.refused("V-013");
        }
        if (reason.isBlank()) {
            return Outcome.refused("V-007");
        }
        String wider = above.get().widen(action.areaPath());
        jdbc.sql("update supervision_action set area_path = ?, passed_from = ?, pass_reason = ?,"
                        + " version = version + 1 where id = ?")
                .params(wider, action.areaPath(), reason.strip(), id)
                .update();
        audit.record(
                actor,
                "supervision.passedUp",
                id.toString(),
                Map.of("from", action.areaPath(), "to", wider, "reason", reason));
        return Outcome.accepted(lock(id, "").orElseThrow());
    }

    private static Optional<Outcome<SupervisionAction>> refusal(
            Actor actor, Optional<SupervisionAction> found, UUID id, int version) {
        if (found.isEmpty()) {
            return Optional.of(Outcome.refused("V-006", id));
        }
        SupervisionAction action = found.get();
        if (!action.ring().reaches(actor, action.areaPath())) {
            return Optional.of(Outcome.refused("I-003", actor.role()));
        }
        boolean stale = action.version() != version || !action.open();
        return stale ? Optional.of(Outcome.refused("V-012")) : Optional.empty();
    }
}
