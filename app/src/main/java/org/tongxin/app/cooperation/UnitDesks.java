package org.tongxin.app.cooperation;

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
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.MemberUnit;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;

/** Who sits at the desk of which unit, and until when. Thread-safe. */
@Service
public class UnitDesks {

    /** Suggested value: a desk is looked at once a year. */
    private static final int LONGEST_DAYS = 366;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final Accounts accounts;
    private final MemberUnits units;

    UnitDesks(JdbcClient jdbc, DistrictClock clock, Audit audit, Accounts accounts, MemberUnits units) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.accounts = accounts;
        this.units = units;
    }

    /** One desk of a unit. */
    public record Desk(String login, Instant since, Instant until) {}

    /** The desks of a unit that are open now. */
    public List<Desk> of(UUID unit) {
        return jdbc.sql(
                        "select login, since, until from unit_desk where unit_id = :unit and since <= :now and until > :now"
                                + " order by login")
                .param("unit", unit)
                .param("now", Timestamp.from(clock.now()))
                .query(Desk.class)
                .list();
    }

    /** The units at whose desk the actor sits now; of no use to any other post. */
    public List<MemberUnit> units(Actor actor) {
        if (actor.role() != Role.MEMBER_UNIT) {
            return List.of();
        }
        return jdbc
                .sql("select distinct unit_id from unit_desk where login = :login and since <= :now and until > :now")
                .param("login", actor.login())
                .param("now", Timestamp.from(clock.now()))
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(unit -> units.find(unit, "").stream())
                .sorted(java.util.Comparator.comparing(MemberUnit::name))
                .toList();
    }

    boolean sits(Actor actor, UUID unit) {
        return units(actor).stream().anyMatch(each -> each.id().equals(unit));
    }

    /**
     * The administrator opens a unit's desk for an account whose post is that of a member unit. Refused: I-003, U-020 no
     * such unit, U-028 no such post or too long.
     *
     * @param days 1 to 366
     */
    @Transactional
    public Outcome<Desk> open(Actor actor, UUID unit, String login, int days) {
        if (actor.role() != Role.ADMINISTRATOR && !actor.equals(Actor.system())) {
            return Outcome.refused("I-003", actor.role());
        }
        if (units.find(unit, actor.territory()).isEmpty()) {
            return Outcome.refused("U-020", unit);
        }
        Optional<Actor> holder = accounts.findActor(login.strip()).filter(each -> each.role() == Role.MEMBER_UNIT);
        if (holder.isEmpty() || days < 1 || days > LONGEST_DAYS) {
            return Outcome.refused("U-028", login.isBlank() ? "-" : login.strip(), days, LONGEST_DAYS);
        }
        Instant now = clock.now();
        Desk desk = new Desk(login.strip(), now, now.plus(Duration.ofDays(days)));
        end(unit, desk.login());
        jdbc.sql("insert into unit_desk (unit_id, login, since, until, opened_by) values (?, ?, ?, ?, ?)"
                        + " on conflict (unit_id, login, since) do update set until = excluded.until")
                .params(unit, desk.login(), Timestamp.from(now), Timestamp.from(desk.until()), actor.login())
                .update();
        audit.record(actor, "unit.deskOpened", unit.toString(), Map.of("days", days));
        return Outcome.accepted(desk);
    }

    /** The administrator closes a desk at once. Refused: I-003, U-020. */
    @Transactional
    public Outcome<UUID> close(Actor actor, UUID unit, String login) {
        if (actor.role() != Role.ADMINISTRATOR) {
            return Outcome.refused("I-003", actor.role());
        }
        if (units.find(unit, actor.territory()).isEmpty() || end(unit, login.strip()) == 0) {
            return Outcome.refused("U-020", unit);
        }
        audit.record(actor, "unit.deskClosed", unit.toString(), Map.of());
        return Outcome.accepted(unit);
    }

    /** A desk that was opened this very moment leaves no trace; any other ends now. */
    private int end(UUID unit, String login) {
        Timestamp now = Timestamp.from(clock.now());
        int gone = jdbc.sql("delete from unit_desk where unit_id = ? and login = ? and since >= ?")
                .params(unit, login, now)
                .update();
        return gone
                + jdbc.sql("update unit_desk set until = ? where unit_id = ? and login = ? and until > ? and since < ?")
                        .params(now, unit, login, now, now)
                        .update();
    }
}
