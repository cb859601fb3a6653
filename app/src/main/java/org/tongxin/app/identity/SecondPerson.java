package org.tongxin.app.identity;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;

/**
 * Posts that sign or open accounts are opened by two people. An administrator who opens such an account, or gives it another
 * password, is the first to see the one-time password and could sign in that name. So the account waits: its holder comes in
 * and chooses an own password, and nothing more, until a signatory or the auditor has asked the holder in person and confirms.
 * The audit shows both. A post renewed for who holds it already does not wait, as nothing secret was handed out.
 *
 * <p>What it does not prevent: an administrator who opens two such accounts for two helpers, or an auditor of their own
 * beforehand. That needs a helper and stands in the audit under the administrator's name.
 */
@Component
public class SecondPerson {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final PostBook book;
    private final Wholly wholly;
    private final Audit audit;

    SecondPerson(JdbcClient jdbc, DistrictClock clock, PostBook book, Wholly wholly, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.book = book;
        this.wholly = wholly;
        this.audit = audit;
    }

    /** Whether this actor may confirm somebody else. */
    public static boolean confirms(Actor actor) {
        return actor.role() == Role.SIGNATORY || actor.role() == Role.AUDITOR;
    }

    /**
     * Confirms that the holder of a line is who it says and chose the own password. Refused: I-003, I-025 where the line is
     * unknown, vacant or waits no longer, I-042 for the own account, I-043 where no own password was chosen yet.
     */
    public Outcome<UUID> confirm(Actor by, UUID appointment) {
        if (!confirms(by)) {
            return Outcome.refused("I-003");
        }
        return wholly.orNot(() -> {
            Optional<HeldPost> held =
                    book.lock(appointment).filter(line -> by.covers(line.areaPath()) && line.open() && line.waiting());
            if (held.isEmpty()) {
                return Outcome.refused("I-025");
            }
            if (held.get().account().equals(by.account())) {
                return Outcome.refused("I-042", by.login());
            }
            int confirmed = jdbc.sql("update account set waiting_since = null, version = version + 1"
                            + " where id = ? and waiting_since is not null and not must_change")
                    .param(held.get().account())
                    .update();
            if (confirmed == 0) {
                return Outcome.refused("I-043", held.get().login());
            }
            audit.record(
                    by,
                    "account.confirmed",
                    "account:" + held.get().login(),
                    Map.of("role", held.get().role(), "at", clock.now()));
            return Outcome.accepted(held.get().account());
        });
    }
}
