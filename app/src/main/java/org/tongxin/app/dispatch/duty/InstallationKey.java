package org.tongxin.app.dispatch.duty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The secret of this installation, made once at the first start and kept in the database. Whoever has it can make every link, code
 * and checksum; nothing shows it. It is made in a transaction of its own, so that what is known in memory is always what was stored.
 * Starting a replay again does not change it. Thread-safe.
 */
@Component
class InstallationKey implements SmartInitializingSingleton {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private volatile byte @Nullable [] known;

    InstallationKey(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void afterSingletonsInstantiated() {
        secret();
    }

    /**
     * 32 bytes that only this installation can derive from the words.
     *
     * @param purpose keeps links, codes and checksums apart: none of them helps to guess another
     */
    byte[] derive(String purpose, String... words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            add(mac, purpose);
            for (String word : words) {
                add(mac, word);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
            throw new IllegalStateException("Every Java platform must provide " + ALGORITHM + ".", absent);
        }
    }

    /** With its length before it, so that no two lists of words read the same. */
    private static void add(Mac mac, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private byte[] secret() {
        byte[] secret = known;
        if (secret == null) {
            secret = Objects.requireNonNull(apart.execute(status -> load()));
            known = secret;
        }
        return secret;
    }

    /** Two that make one at once both read the one that was stored. */
    private byte[] load() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into installation_key (name, secret) values ('duty', ?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select secret from installation_key where name = 'duty'")
                .query((row, number) -> row.getBytes("secret"))
                .single();
    }
}
