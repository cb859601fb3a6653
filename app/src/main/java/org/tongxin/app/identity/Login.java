package org.tongxin.app.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;

/**
 * Lets people in. Unknown logins, wrong passwords and accounts that nobody may enter get the same answer after the same
 * work.
 */
@Component
public class Login {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final LoginAttempts attempts;
    private final Accounts accounts;
    private final Audit audit;
    private final PlatformSettings settings;
    private final DistrictClock clock;
    private final TransactionTemplate transactions;
    private final OneTimePasswords oneTime;
    private final String nobodysHash;

    Login(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            LoginAttempts attempts,
            Accounts accounts,
            Audit audit,
            PlatformSettings settings,
            DistrictClock clock,
            TransactionTemplate transactions,
            OneTimePasswords oneTime) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.attempts = attempts;
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.oneTime = oneTime;
        this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    private record Entry(UUID account, String hash, boolean mustChange, int credential) {}

    /**
     * By password; a one-time password opens once. Refused: I-004 no post, I-010 wrong, I-011 closed for a while. Holds no
     * connection while it computes the hash, which takes its time on purpose.
     */
    public Outcome<Access> byPassword(String typedLogin, String password, LoginSource from) {
        String login = plain(typedLogin);
        Optional<Instant> closedUntil = attempts.begin(login, from);
        if (closedUntil.isPresent()) {
            return Outcome.refused(
                    "I-011", login, clock.local(closedUntil.get()).toLocalTime().withNano(0));
        }
        Optional<Entry> entry = entry(login);
        boolean right = passwords.matches(password, entry.map(Entry::hash).orElse(nobodysHash));
        if (!right || entry.isEmpty()) {
            return Outcome.refused("I-010");
        }
        attempts.succeeded(login, from);
        Optional<Actor> actor = accounts.findActor(entry.get().account());
        if (actor.isPresent()
                && entry.get().mustChange()
                && !oneTime.useUp(entry.get().account(), entry.get().credential())) {
            return Outcome.refused("I-010");
        }
        return entered(actor, login, "password")
                .map(known -> accounts.findAccess(known.account()).orElseThrow());
    }

    private static String plain(String typed) {
        String login = typed.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return login.substring(0, Math.min(login.length(), 64));
    }

    private Optional<Entry> entry(String login) {
        return jdbc.sql("""
                select id, password_hash, must_change, credential from account
                where login = ? and password_hash is not null and not scripted and disabled_at is null
                  and (password_until is null or password_until > now())
                """)
                .param(login)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("password_hash"),
                        row.getBoolean("must_change"),
                        row.getInt("credential")))
                .optional();
    }

    /** Without a password, in a demonstration only and only as one of its logins. Refused: I-015. */
    public Outcome<Access> forDemonstration(String login) {
        boolean open = settings.demonstration()
                && accounts.listDemonstrationLogins().stream()
                        .anyMatch(known -> known.login().equals(login));
        if (!open) {
            return Outcome.refused("I-015", login);
        }
        return entered(accounts.findActor(login), login, "demonstration")
                .map(actor -> accounts.findAccess(actor.account()).orElseThrow());
    }

    /**
     * As whom the office's provider vouches for; a one-time password that was still open is of no use any more. Refused: I-004 no post,
     * I-038 no such account.
     */
    public Outcome<Access> byOffice(String claimed) {
        String login = plain(claimed);
        Optional<UUID> account = jdbc.sql(
                        "select id from account where login = ? and not scripted and disabled_at is null")
                .param(login)
                .query(UUID.class)
                .optional();
        if (account.isEmpty()) {
            return Outcome.refused("I-038", login);
        }
        return entered(accounts.findActor(account.get()), login, "office").map(actor -> {
            jdbc.sql("update account set password_hash = null, password_until = null, must_change = false,"
                            + " credential = credential + 1, version = version + 1 where id = ? and must_change")
                    .param(account.get())
                    .update();
            return accounts.findAccess(account.get()).orElseThrow();
        });
    }

    private Outcome<Actor> entered(Optional<Actor> actor, String login, String way) {
        if (actor.isEmpty()) {
            return Outcome.refused("I-004", login);
        }
        transactions.executeWithoutResult(
                status -> audit.record(actor.get(), "login", "account:" + login, Map.of("way", way)));
        return Outcome.accepted(actor.get());
    }
}
