package org.tongxin.app.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down the guessing of passwords. Each try is counted as failed before the password is looked at, and struck out
 * when it was right, so that many tries at once are no more than the same tries one by one.
 */
@Component
class LoginAttempts {

    private final JdbcClient jdbc;
    private final IdentitySettings settings;

    LoginAttempts(JdbcClient jdbc, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Counts a try; when the login is closed, counts nothing and says until when. */
    @Transactional
    public Optional<Instant> begin(String login) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('login ' || ?, 0))::text")
                .param(login)
                .query(String.class)
                .optional();
        OffsetDateTime from = OffsetDateTime.now(ZoneOffset.UTC).minus(settings.window());
        Optional<OffsetDateTime> deciding = jdbc.sql(
                        "select at from login_failure where login = ? and at > ? order by at desc offset ? limit 1")
                .params(login, from, settings.failures() - 1)
                .query(OffsetDateTime.class)
                .optional();
        if (deciding.isEmpty()) {
            jdbc.sql("delete from login_failure where at <= ?").param(from).update();
            jdbc.sql("insert into login_failure (login) values (?)")
                    .param(login)
                    .update();
        }
        return deciding.map(at -> at.plus(settings.window()).toInstant());
    }

    @Transactional
    public void succeeded(String login) {
        jdbc.sql("delete from login_failure where login = ?").param(login).update();
    }
}
