package org.tongxin.app.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;

/** Everybody's own password: chosen after a one-time password, changed whenever they like. Other sessions end with it. */
@Component
public class OwnPassword {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final LoginAttempts attempts;
    private final Accounts accounts;
    private final DistrictClock clock;
    private final Audit audit;
    private final TransactionTemplate transactions;

    OwnPassword(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            LoginAttempts attempts,
            Accounts accounts,
            DistrictClock clock,
            Audit audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.attempts = attempts;
        this.accounts = accounts;
        this.clock = clock;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What was typed.
     *
     * @param current the password of now; not looked at after a one-time password, which was used up at the door
     */
    public record Typed(String current, String chosen, String again) {

        @Override
        public String toString() {
            return "Typed";
        }
    }

    private record Known(@Nullable String hash, boolean mustChange, int credential) {}

    /** Refused: I-006, I-011, I-025, I-028, I-029, I-030, I-032. Holds no connection while it computes hashes. */
    public Outcome<Access> change(Actor by, Typed typed) {
        Known known = known(by.account());
        String hash = known.hash();
        if (hash == null) {
            return Outcome.refused("I-030", by.login());
        }
        if (!known.mustChange()) {
            Optional<Instant> closedUntil = attempts.beginWithin(by.login());
            if (closedUntil.isPresent()) {
                return Outcome.refused(
                        "I-011",
                        by.login(),
                        clock.local(closedUntil.get()).toLocalTime().withNano(0));
            }
            if (!passwords.matches(typed.current(), hash)) {
                return Outcome.refused("I-028");
            }
            attempts.succeededWithin(by.login());
        }
        if (!typed.chosen().equals(typed.again())) {
            return Outcome.refused("I-029");
        }
        if (!Accounts.acceptable(typed.chosen())) {
            return Outcome.refused("I-006", typed.chosen().length());
        }
        if (passwords.matches(typed.chosen(), hash)) {
            return Outcome.refused("I-032");
        }
        return keep(by, known, String.valueOf(passwords.encode(typed.chosen())));
    }

    private Known known(UUID account) {
        return jdbc.sql("select password_hash, must_change, credential from account where id = ?")
                .param(account)
                .query((row, number) -> new Known(
                        row.getString("password_hash"), row.getBoolean("must_change"), row.getInt("credential")))
                .single();
    }

    /** I-025 where another password came in between. */
    private Outcome<Access> keep(Actor by, Known known, String hash) {
        Boolean kept = transactions.execute(status -> {
            int changed = jdbc.sql("""
                    update account set password_hash = :hash, must_change = false, password_until = null,
                           credential = credential + 1, version = version + 1
                    where id = :id and credential = :credential
                    """)
                    .param("hash", hash)
                    .param("id", by.account())
                    .param("credential", known.credential())
                    .update();
            if (changed > 0) {
                audit.record(by, "account.password-changed", "account:" + by.login(), Map.of());
            }
            return changed > 0;
        });
        return Boolean.TRUE.equals(kept)
                ? accounts.findAccess(by.account())
                        .<Outcome<Access>>map(Outcome::accepted)
                        .orElseGet(() -> Outcome.refused("I-004", by.login()))
                : Outcome.refused("I-025");
    }
}
