package org.tongxin.app.identity;

import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, kept for good. The database refuses to change or remove an entry. */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final JsonMapper json;

    Audit(JdbcClient jdbc, DistrictClock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Writes one entry in the transaction of the act itself, so that both are kept or lost together.
     *
     * @param action what was done, such as {@code warning.signed}
     * @param subject what it was done to, such as {@code warning:W-2022-007}
     * @param details values worth keeping; no personal data beyond need, never a password or token
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subject, Map<String, ?> details) {
        jdbc.sql("""
                insert into audit_entry (at, login, name, scripted, action, subject, details)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """)
                .params(
                        clock.now().atOffset(ZoneOffset.UTC),
                        actor.login(),
                        actor.name(),
                        actor.scripted(),
                        action,
                        subject,
                        json.writeValueAsString(details))
                .update();
    }
}
