package org.tongxin.app.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords that open the door once. Only a hash is kept; who lost one is given another. One that was never used runs out
 * three days (real time; a suggested value) after it was made, or after the post begins.
 */
@Component
class OneTimePasswords {

    /** Without the signs that are mistaken for one another when read aloud or copied by hand. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final SecureRandom random = new SecureRandom();

    OneTimePasswords(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** A password and its hash, made before a transaction, because the hash takes its time on purpose. */
    record Made(String password, String hash) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    /** About 79 bits of chance. */
    Made make() {
        String password = signs(GROUP) + "-" + signs(GROUP) + "-" + signs(GROUP) + "-" + signs(GROUP);
        return new Made(password, String.valueOf(passwords.encode(password)));
    }

    /** So many, side by side on the machine's cores; no connection should be held meanwhile. */
    List<Made> make(int count) {
        return IntStream.range(0, count).parallel().mapToObj(number -> make()).toList();
    }

    /** Signs for a login that nobody has to remember. */
    String signs(int count) {
        StringBuilder signs = new StringBuilder(count);
        for (int sign = 0; sign < count; sign++) {
            signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return signs.toString();
    }

    /**
     * Gives it to an account in place of any other, and ends its sessions.
     *
     * @param from when the account can first be used
     */
    void give(UUID account, Made made, Instant from) {
        jdbc.sql("""
                update account set password_hash = :hash, must_change = true, credential = credential + 1,
                       password_until = greatest(now(), :from) + interval '3 days', version = version + 1
                where id = :id
                """)
                .param("hash", made.hash())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("id", account)
                .update();
    }

    /** Uses it up; whether it had not been before. */
    boolean useUp(UUID account, int credential) {
        return jdbc.sql("update account set password_until = now() where id = ? and credential = ? and must_change"
                                + " and password_until > now()")
                        .params(account, credential)
                        .update()
                > 0;
    }
}
