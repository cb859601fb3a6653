package org.tongxin.app.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.identity.TemporaryHelp;
import org.tongxin.app.platform.Outcome;

/**
 * Who answers for a place that receives goods: who works in its community, or in its street for a place of the street, and whom
 * these have named; whom temporary help has named answers while that help lasts. Who sends goods is never named, so that two people sign for what goes from one to the other. Thread-safe.
 */
@Service
public class Deputies {

    /** Who works with goods on the ground; whoever only reads, reports, signs or sends receives nothing for a place. */
    private static final Set<Role> STAND_IN = Set.of(Role.STREET_WORKER, Role.COMMUNITY_WORKER, Role.CDC_ANALYST);

    /** Code paths of communities have so many digits, those of streets fewer. */
    private static final int COMMUNITY_DIGITS = 12;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Holders holders;
    private final Accounts accounts;
    private final TemporaryHelp help;

    Deputies(JdbcClient jdbc, Clerk clerk, Holders holders, Accounts accounts, TemporaryHelp help) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.holders = holders;
        this.accounts = accounts;
        this.help = help;
    }

    boolean answers(Actor actor, UUID place, String areaPath) {
        return worksAt(actor, areaPath) || (actor.role() != Role.DUTY_OFFICER && named(place, actor.login()));
    }

    private static boolean worksAt(Actor actor, String areaPath) {
        boolean community = areaPath.length() >= COMMUNITY_DIGITS;
        boolean works = actor.role() == Role.COMMUNITY_WORKER || (actor.role() == Role.STREET_WORKER && !community);
        return works && actor.covers(areaPath);
    }

    private boolean named(UUID place, String login) {
        return namings(place).stream().anyMatch(naming -> naming.login().equals(login));
    }

    private record Naming(String login, String namedBy, boolean byHelp) {}

    /** Those that count now: what temporary help has named ends with it. */
    private List<Naming> namings(UUID place) {
        return jdbc
                .sql("select login, named_by, by_help from supply_deputy where holder_id = ? order by login")
                .param(place)
                .query(Naming.class)
                .list()
                .stream()
                .filter(naming ->
                        !naming.byHelp() || accounts.findActor(naming.namedBy()).isPresent())
                .toList();
    }

    /** Whether a post names those who may answer for a place. */
    public static boolean names(Actor actor, Holder place) {
        return place.kind().receives() && worksAt(actor, place.areaPath());
    }

    /** Logins that a place has named, in alphabetical order. */
    public List<String> of(UUID place) {
        return namings(place).stream().map(Naming::login).toList();
    }

    /** The place names somebody whose post covers it, and who does not send goods. */
    @Transactional
    public Outcome<String> name(Actor actor, UUID place, String login) {
        Optional<Outcome<String>> refused = refusal(actor, place);
        if (refused.isPresent()) {
            return refused.get();
        }
        String areaPath = holders.find(place, "").map(Holder::areaPath).orElseThrow();
        boolean fit = accounts.findActor(login.strip())
                .filter(each -> STAND_IN.contains(each.role()) && each.covers(areaPath))
                .isPresent();
        if (!fit) {
            return Outcome.refused("G-049", login.isBlank() ? "-" : login.strip());
        }
        jdbc.sql("insert into supply_deputy (holder_id, login, named_by, named_at, by_help)"
                        + " values (?, ?, ?, ?, ?) on conflict (holder_id, login) do update set named_by = excluded.named_by,"
                        + " named_at = excluded.named_at, by_help = excluded.by_help where supply_deputy.by_help")
                .params(place, login.strip(), actor.login(), clerk.stamp(), !help.mayOpen(actor))
                .update();
        clerk.audit(actor, "supply.deputyNamed", place.toString(), Map.of("login", login.strip()));
        return Outcome.accepted(login.strip());
    }

    /** The place takes it back. */
    @Transactional
    public Outcome<String> end(Actor actor, UUID place, String login) {
        Optional<Outcome<String>> refused = refusal(actor, place);
        if (refused.isPresent()) {
            return refused.get();
        }
        jdbc.sql("delete from supply_deputy where holder_id = ? and login = ?")
                .params(place, login.strip())
                .update();
        clerk.audit(actor, "supply.deputyEnded", place.toString(), Map.of("login", login.strip()));
        return Outcome.accepted(login.strip());
    }

    private Optional<Outcome<String>> refusal(Actor actor, UUID place) {
        Optional<Holder> found = holders.find(place, actor.territory());
        if (found.isEmpty()) {
            return Optional.of(Outcome.refused("G-005", place));
        }
        return names(actor, found.get()) ? Optional.empty() : Optional.of(Outcome.refused("I-003", actor.role()));
    }
}
