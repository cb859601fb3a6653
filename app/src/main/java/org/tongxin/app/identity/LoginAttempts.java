package org.tongxin.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down the guessing of passwords without letting a stranger lock a duty officer out. Each try is counted as failed
 * before the password is looked at, and struck out when it was right, so that many tries at once are no more than the same
 * tries one by one.
 *
 * <p>Tries count by login and by where they come from: a browser in which this login succeeded before, or else a network
 * address (of IPv6 its network). So wrong passwords typed elsewhere close nothing for the owner. What strangers try from
 * many addresses is bounded besides, {@value #STRANGERS} times the tries of one; when that is reached, only browsers that
 * are known go on. Considered and left: closing the login as a whole, which anybody who knows it can do; answering ever
 * slower, which holds the program's threads; remembering good addresses, which would say where people work.
 */
@Component
public class LoginAttempts {

    /** Suggested value: all strangers together have as many tries as ten addresses. */
    static final int STRANGERS = 10;

    /** How long a browser is known after its last login; a suggested value. */
    public static final Duration KNOWN = Duration.ofDays(90);

    private static final String ADDRESS = "address ";
    private static final String DEVICE = "device ";
    private static final String SESSION = "session";

    private final JdbcClient jdbc;
    private final IdentitySettings settings;
    private final SecureRandom random = new SecureRandom();

    LoginAttempts(JdbcClient jdbc, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Counts a try at the door; when it is closed, counts nothing and says until when. */
    @Transactional
    public Optional<Instant> begin(String login, LoginSource from) {
        lock(login);
        String source = source(login, from);
        Optional<OffsetDateTime> deciding = deciding(login, source, settings.failures());
        if (deciding.isEmpty() && source.startsWith(ADDRESS)) {
            deciding = deciding(login, ADDRESS, settings.failures() * STRANGERS);
        }
        return count(login, source, deciding);
    }

    /** As {@link #begin}, of somebody who is in already and types the password of now. */
    @Transactional
    public Optional<Instant> beginWithin(String login) {
        lock(login);
        return count(login, SESSION, deciding(login, SESSION, settings.failures()));
    }

    /** Two tries for one login wait for each other. */
    private void lock(String login) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('login ' || ?, 0))::text")
                .param(login)
                .query(String.class)
                .optional();
    }

    private Optional<OffsetDateTime> deciding(String login, String source, int most) {
        return jdbc.sql("select at from login_failure where login = ? and starts_with(source, ?) and at > ?"
                        + " order by at desc offset ? limit 1")
                .params(login, source, begun(), most - 1)
                .query(OffsetDateTime.class)
                .optional();
    }

    private Optional<Instant> count(String login, String source, Optional<OffsetDateTime> deciding) {
        if (deciding.isEmpty()) {
            jdbc.sql("delete from login_failure where at <= ?").param(begun()).update();
            jdbc.sql("insert into login_failure (login, source) values (?, ?)")
                    .params(login, source)
                    .update();
        }
        return deciding.map(at -> at.plus(settings.window()).toInstant());
    }

    private OffsetDateTime begun() {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(settings.window());
    }

    /** What failed from here counts no longer; what strangers tried still does. */
    @Transactional
    public void succeeded(String login, LoginSource from) {
        strike(login, source(login, from));
    }

    @Transactional
    public void succeededWithin(String login) {
        strike(login, SESSION);
    }

    private void strike(String login, String source) {
        jdbc.sql("delete from login_failure where login = ? and source = ?")
                .params(login, source)
                .update();
    }

    /**
     * Knows a browser from now on.
     *
     * @param device what it kept; empty for one that kept nothing
     * @return what it is to keep: 32 bytes of chance, of which only a hash is stored
     */
    @Transactional
    public String remember(String login, String device) {
        String kept = device.matches("[A-Za-z0-9_-]{43}") ? device : chance();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.sql("delete from login_device where until <= ?").param(now).update();
        jdbc.sql("insert into login_device (hash, login, until) values (?, ?, ?)"
                        + " on conflict (hash, login) do update set until = excluded.until")
                .params(hash(kept), login, now.plus(KNOWN))
                .update();
        return kept;
    }

    private String chance() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String source(String login, LoginSource from) {
        return knows(login, from.device())
                ? DEVICE + hash(from.device())
                : ADDRESS + hash(login + ' ' + network(from.address()));
    }

    private boolean knows(String login, String device) {
        return !device.isEmpty()
                && jdbc.sql("select count(*) from login_device where hash = ? and login = ? and until > now()")
                                .params(hash(device), login)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** Of IPv6 the first four groups: who has one address of such a network has them all. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
