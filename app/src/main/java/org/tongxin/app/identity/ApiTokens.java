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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.Outcome;

/**
 * Keys with which programs act for an account. Only a hash is kept; who lost a key is issued another. They expire in real
 * time, whatever the district's clock shows, and give the rights of the post that the account holds at that moment, as long as
 * it lies in the territory for which the key was issued.
 */
@Component
public class ApiTokens {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, Accounts accounts, Audit audit) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * A key that was just made.
     *
     * @param token to be shown once; nobody can read it again
     * @param expires real time
     */
    public record Issued(UUID id, String token, Instant expires) {

        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /**
     * Makes a key for the account, for the territory of its post of now. Refused: I-003, I-004 no post, I-008, I-016, I-034 the
     * account's post lies outside the administrator's territory.
     *
     * @param validFor positive, at most 366 days
     */
    @Transactional
    public Outcome<Issued> issue(Actor by, String login, String purpose, Duration validFor) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
            return Outcome.refused("I-016", validFor.toDays(), LONGEST.toDays());
        }
        Optional<UUID> account = jdbc.sql(
                        "select id from account where login = ? and disabled_at is null and not scripted")
                .param(login)
                .query(UUID.class)
                .optional();
        if (account.isEmpty()) {
            return Outcome.refused("I-008", login);
        }
        Optional<Actor> holder = accounts.findActor(account.get());
        if (holder.isEmpty()) {
            return Outcome.refused("I-004", login);
        }
        if (!by.covers(holder.get().territory())) {
            return Outcome.refused("I-034", login);
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        String token = "tx_" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        UUID id = UUID.randomUUID();
        OffsetDateTime expires = OffsetDateTime.now(ZoneOffset.UTC).plus(validFor);
        jdbc.sql("insert into api_token (id, account_id, purpose, hash, expires, area_path) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        account.get(),
                        purpose,
                        hash(token),
                        expires,
                        holder.get().territory())
                .update();
        audit.record(by, "token.issued", "account:" + login, Map.of("token", id, "purpose", purpose));
        return Outcome.accepted(new Issued(id, token, expires.toInstant()));
    }

    private record Bound(UUID accountId, String areaPath) {}

    /** Makes a key useless from now on. Refused: I-003, I-012. */
    @Transactional
    public Outcome<UUID> revoke(Actor by, UUID id) {
        if (!by.mayAdminister()) {
            return Outcome.refused("I-003");
        }
        if (jdbc.sql("update api_token set revoked_at = now() where id = ? and revoked_at is null"
                                + " and starts_with(area_path, ?)")
                        .params(id, by.territory())
                        .update()
                == 0) {
            return Outcome.refused("I-012");
        }
        audit.record(by, "token.revoked", "token:" + id, Map.of());
        return Outcome.accepted(id);
    }

    /**
     * Who acts with this key; empty when it is unknown, expired or revoked, its account holds no post, holds it outside the key's
     * territory, or waits for a second person.
     */
    public Optional<Actor> findActor(String token) {
        return jdbc.sql("select account_id, area_path from api_token"
                        + " where hash = ? and revoked_at is null and expires > now()")
                .param(hash(token))
                .query(Bound.class)
                .optional()
                .flatMap(key -> accounts.findAccess(key.accountId())
                        .filter(access -> !access.waiting())
                        .map(Access::actor)
                        .filter(actor -> actor.territory().startsWith(key.areaPath())));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
