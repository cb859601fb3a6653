package org.tongxin.app.dispatch.duty;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links that open one thing without an account: a person's own page, a street's rota. A link is what it opens and a proof
 * of 160 bits over it and its edition; nothing of it is stored. Renewing makes the next edition, and every earlier link
 * opens nothing from then on. Thread-safe.
 */
@Component
public class Links {

    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 20;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final JdbcClient jdbc;
    private final InstallationKey key;

    Links(JdbcClient jdbc, InstallationKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The token of a person's own page: 48 letters, digits, hyphens and underscores. */
    public String ofPerson(UUID person) {
        byte[] token = ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .put(proof("person", person.toString()))
                .array();
        return ENCODER.encodeToString(token);
    }

    /** Whose page the token opens; empty for a wrong or renewed one, which look the same. */
    public Optional<UUID> findPerson(String token) {
        byte[] bytes = decode(token);
        if (bytes.length != ID_BYTES + PROOF_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID person = new UUID(buffer.getLong(), buffer.getLong());
        byte[] proof = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return MessageDigest.isEqual(proof, proof("person", person.toString()))
                ? Optional.of(person).filter(this::exists)
                : Optional.empty();
    }

    private boolean exists(UUID person) {
        return jdbc.sql("select exists (select from person where id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** The token of a street's rota: its code, a hyphen and the proof. @param street code path of a street or town */
    public String ofRota(String street) {
        return street + '-' + ENCODER.encodeToString(proof("rota", street));
    }

    /** Which street's rota the token opens. */
    public Optional<String> findRota(String token) {
        int end = token.indexOf('-');
        if (end < 0) {
            return Optional.empty();
        }
        String street = token.substring(0, end);
        return MessageDigest.isEqual(decode(token.substring(end + 1)), proof("rota", street))
                ? Optional.of(street)
                : Optional.empty();
    }

    /** Makes every earlier link to this person or street worthless. @param subject id of a person or path of a street */
    void renew(String subject) {
        jdbc.sql("insert into link_edition (subject, edition) values (?, 2)"
                        + " on conflict (subject) do update set edition = link_edition.edition + 1")
                .param(subject)
                .update();
    }

    private byte[] proof(String purpose, String subject) {
        return Arrays.copyOf(key.derive(purpose, subject, Integer.toString(edition(subject))), PROOF_BYTES);
    }

    private int edition(String subject) {
        return jdbc.sql("select edition from link_edition where subject = ?")
                .param(subject)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private static byte[] decode(String text) {
        try {
            return DECODER.decode(text);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
