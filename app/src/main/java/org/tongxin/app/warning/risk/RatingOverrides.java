package org.tongxin.app.warning.risk;

import java.sql.Timestamp;
import java.time.Duration;
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
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.warning.RatingLevel;

/** Sets another level beside the computed one, by the duty officer or the analyst, for at most 72 hours. Thread-safe. */
@Service
public class RatingOverrides {

    /** The longest time, and the one that is proposed. Suggested value. */
    public static final int MOST_HOURS = 72;

    private static final int LONGEST = 500;
    private static final String SELECT = """
            select * from rating_override where area_path >= :territory and area_path < :territory || '~'
            """;
    private static final String ACTIVE = " and ended_at is null and ends_at > :now";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;

    RatingOverrides(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit, Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
    }

    public static boolean mayOverride(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER || actor.role() == Role.CDC_ANALYST;
    }

    /** What holds at this moment in the territory, in code order. */
    public List<RatingOverride> active(String territory) {
        return jdbc.sql(SELECT + ACTIVE + " order by area_path")
                .param("territory", territory)
                .param("now", now())
                .query(RatingOverride.class)
                .list();
    }

    /** All that were ever set for one street, newest first. */
    public List<RatingOverride> history(String areaPath) {
        return jdbc.sql(SELECT + " order by set_at desc, id")
                .param("territory", areaPath)
                .query(RatingOverride.class)
                .list();
    }

    @Transactional
    public Outcome<RatingOverride> set(Actor actor, String areaPath, RatingLevel level, String reason, int hours) {
        if (!mayOverride(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Area> street = organisation
                .findArea(areaPath)
                .filter(area -> area.level() == AreaLevel.STREET && area.tasked() && actor.covers(area.path()));
        if (street.isEmpty()) {
            return Outcome.refused("W-013", areaPath);
        }
        if (level == RatingLevel.INSUFFICIENT) {
            return Outcome.refused("W-014", level);
        }
        if (reason.isBlank()) {
            return Outcome.refused("W-003");
        }
        if (reason.strip().length() > LONGEST || PersonalData.find(reason).isPresent()) {
            return Outcome.refused("W-028", reason.strip().length(), LONGEST);
        }
        if (hours < 1 || hours > MOST_HOURS) {
            return Outcome.refused("W-015", hours, MOST_HOURS);
        }
        return Outcome.accepted(set(actor, areaPath, level, reason.strip(), clock.now(), hours));
    }

    private RatingOverride set(Actor actor, String areaPath, RatingLevel level, String reason, Instant now, int hours) {
        jdbc.sql("select path from area where path = ? for update")
                .param(areaPath)
                .query(String.class)
                .single();
        close(actor, areaPath);
        int serial = history(areaPath).size();
        UUID id = ids.of("override", areaPath, serial);
        Instant end = now.plus(Duration.ofHours(hours));
        jdbc.sql("insert into rating_override (id, area_path, level, reason, set_by, set_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, areaPath, level.name(), reason, actor.login(), Timestamp.from(now), Timestamp.from(end))
                .update();
        audit.record(
                actor,
                "override.set",
                areaPath,
                Map.of("level", level.name(), "reason", reason, "endsAt", end.toString()));
        return active(areaPath).getFirst();
    }

    private int close(Actor actor, String areaPath) {
        return jdbc.sql("update rating_override set ended_by = :who, ended_at = :now, version = version + 1"
                        + " where area_path = :path" + ACTIVE)
                .param("who", actor.login())
                .param("now", now())
                .param("path", areaPath)
                .update();
    }

    /** Ends it before its time. */
    @Transactional
    public Outcome<String> end(Actor actor, String areaPath) {
        if (!mayOverride(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (!actor.covers(areaPath) || close(actor, areaPath) == 0) {
            return Outcome.refused("W-016", areaPath);
        }
        audit.record(actor, "override.ended", areaPath, Map.of());
        return Outcome.accepted(areaPath);
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
