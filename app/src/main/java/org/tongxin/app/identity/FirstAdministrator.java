package org.tongxin.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;

/**
 * Somebody has to open the first account of real use, and the way back in when the last administrator's post has run out.
 * Whenever nobody holds such a post at start, the login {@value #LOGIN} gets one and a new password, which only the owner
 * of the data folder can read.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    static final String LOGIN = "administrator";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    /** Assumption: an installation is looked after at least once a year. */
    private static final Duration TERM = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final PlatformSettings platform;
    private final IdentitySettings settings;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final DistrictClock clock;
    private final TransactionTemplate transactions;
    private final NoScriptsInOperation scripts;

    FirstAdministrator(
            JdbcClient jdbc,
            PlatformSettings platform,
            IdentitySettings settings,
            Accounts accounts,
            PasswordEncoder passwords,
            DistrictClock clock,
            TransactionTemplate transactions,
            NoScriptsInOperation scripts) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.transactions = transactions;
        this.scripts = scripts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        scripts.afterSingletonsInstantiated();
        if (!platform.demonstration() && !administratorExists()) {
            transactions.executeWithoutResult(status -> appoint());
        }
    }

    private boolean administratorExists() {
        return jdbc.sql("""
                        select count(*) from account a join appointment p on p.account_id = a.id
                        where p.role = 'ADMINISTRATOR' and p.since <= :now and p.until > :now
                          and a.disabled_at is null and a.password_hash is not null
                        """)
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void appoint() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        accounts.open(Actor.system(), NewAccount.withPassword(LOGIN, "管理员", password));
        jdbc.sql("update account set password_hash = ?, disabled_at = null, version = version + 1 where login = ?")
                .params(passwords.encode(password), LOGIN)
                .update();
        Instant now = clock.now();
        accounts.appoint(
                        Actor.system(),
                        LOGIN,
                        new Post(Role.ADMINISTRATOR, settings.district(), "管理员", now, now.plus(TERM)))
                .orThrow();
        log.info(
                "Nobody was administrator. The login {} and its password are in {}; delete the file after use.",
                LOGIN,
                write(password));
    }

    private Path write(String password) {
        Path file = platform.data().resolve("first-administrator").toAbsolutePath();
        try {
            Files.createDirectories(platform.data());
            Files.deleteIfExists(file);
            if (Files.getFileStore(platform.data()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.writeString(file, LOGIN + "\n" + password + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("The administrator's password could not be written to " + file, failure);
        }
    }
}
