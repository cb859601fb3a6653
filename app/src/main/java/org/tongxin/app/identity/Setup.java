package org.tongxin.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Refusal;

/**
 * Somebody has to open the first account of real use, and the way back in when the last administrator's post has run out.
 * Whenever nobody holds such a post at start, a new secret is written where only the owner of the data folder can read it.
 * Its holder sets login, name and own password, once and within 24 hours (real time); no password is ever written down.
 */
@Component
public class Setup implements SmartInitializingSingleton {

    static final String FILE = "setup-secret";

    private static final Logger log = LoggerFactory.getLogger(Setup.class);
    /** Assumption: an installation is looked after at least once a year. */
    private static final Duration TERM = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final PlatformSettings platform;
    private final IdentitySettings settings;
    private final Accounts accounts;
    private final DistrictClock clock;
    private final Wholly wholly;
    private final Checks checks;
    private final Audit audit;
    private final NoScriptsInOperation scripts;

    Setup(
            JdbcClient jdbc,
            PlatformSettings platform,
            IdentitySettings settings,
            Accounts accounts,
            DistrictClock clock,
            Wholly wholly,
            Checks checks,
            Audit audit,
            NoScriptsInOperation scripts) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
        this.wholly = wholly;
        this.checks = checks;
        this.audit = audit;
        this.scripts = scripts;
    }

    /** What the holder of the secret typed. */
    public record Typed(String secret, String login, String name, String password, String again) {

        @Override
        public String toString() {
            return "Typed[" + login + "]";
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        scripts.afterSingletonsInstantiated();
        if (isWaiting()) {
            renew();
        }
    }

    /** Whether the holder of the secret has still to become administrator. */
    public boolean isWaiting() {
        return !platform.demonstration() && !administratorExists();
    }

    private boolean administratorExists() {
        return jdbc.sql("""
                        select count(*) from account a join appointment p on p.account_id = a.id
                        where p.role = 'ADMINISTRATOR' and p.since <= :now and p.until > :now
                          and a.disabled_at is null and a.password_hash is not null
                          and (a.password_until is null or a.password_until > now())
                        """)
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * A new secret in place of any before. Of two programs that start at one database at once the second's stands; each is good
     * only while nobody is administrator, whenever it was made.
     */
    void renew() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().encodeToString(random);
        jdbc.sql("""
                insert into setup_secret (hash, expires) values (:hash, now() + interval '24 hours')
                on conflict (one) do update set hash = excluded.hash, expires = excluded.expires, used_at = null
                """).param("hash", hash(secret)).update();
        log.info(
                "Nobody is administrator. Open /setup within 24 hours with the secret in {}; it is good for one use.",
                write(secret));
    }

    /**
     * Opens the administrator's account and fills the post. Refused: I-005 to I-007, I-018, I-029, I-036 the secret is not
     * the one, was used or has run out, or
     * somebody is administrator by now. A refusal for another reason leaves the secret good.
     */
    public Outcome<UUID> complete(Typed typed) {
        if (platform.demonstration() || !valid(typed.secret()) || administratorExists()) {
            return Outcome.refused("I-036");
        }
        Optional<Refusal> wrong = checks.name(typed.name())
                .or(() -> Checks.refusedIf(!typed.password().equals(typed.again()), "I-029"));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        Outcome<UUID> done = wholly.orNot(
                () -> useUp(typed.secret()) && !administratorExists() ? appoint(typed) : Outcome.refused("I-036"));
        if (done instanceof Outcome.Accepted<UUID>) {
            remove();
        }
        return done;
    }

    private boolean valid(String secret) {
        return jdbc.sql("select count(*) from setup_secret where hash = ? and used_at is null and expires > now()")
                        .param(hash(secret))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean useUp(String secret) {
        return jdbc.sql(
                                "update setup_secret set used_at = now() where hash = ? and used_at is null and expires > now()")
                        .param(hash(secret))
                        .update()
                > 0;
    }

    private Outcome<UUID> appoint(Typed typed) {
        NewAccount account = NewAccount.withPassword(typed.login(), typed.name().strip(), typed.password());
        Outcome<UUID> opened = accounts.create(Actor.system(), account);
        if (opened instanceof Outcome.Refused<UUID>) {
            return opened;
        }
        Instant now = clock.now();
        audit.record(Actor.system(), "setup.used", "account:" + typed.login(), Map.of());
        return accounts.place(
                Actor.system(),
                typed.login(),
                new Post(Role.ADMINISTRATOR, settings.district(), "管理员", now, now.plus(TERM)),
                null);
    }

    private Path file() {
        return platform.data().resolve(FILE).toAbsolutePath();
    }

    private Path write(String secret) {
        Path file = file();
        try {
            Files.createDirectories(platform.data());
            Files.deleteIfExists(file);
            if (Files.getFileStore(platform.data()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.writeString(file, secret + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("The setup secret could not be written to " + file, failure);
        }
    }

    /** What lies in it is void by now; that it cannot be removed harms nobody. */
    private void remove() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException kept) {
            log.info("The used setup secret could not be removed from {}: {}", file(), kept.getMessage());
        }
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(secret.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
