package org.tongxin.app.dispatch.duty;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The code of a post on a day: six digits, on paper at the post, derived and never stored. It shows that somebody who is
 * expected there has been there; to anyone else it is worth nothing. Thread-safe.
 */
@Component
class PostCodes {

    private static final int CODES = 1_000_000;

    private final InstallationKey key;

    PostCodes(InstallationKey key) {
        this.key = key;
    }

    String code(LocalDate day, UUID post) {
        long number = ByteBuffer.wrap(key.derive("code", day.toString(), post.toString()))
                .getLong();
        return "%06d".formatted(Long.remainderUnsigned(number, CODES));
    }

    /** Full-width digits and spaces count as what they mean. */
    boolean matches(LocalDate day, UUID post, String typed) {
        return MessageDigest.isEqual(bytes(code(day, post)), bytes(clean(typed)));
    }

    private static String clean(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints()
                .map(Character::getNumericValue)
                .filter(value -> value >= 0 && value <= 9)
                .limit(12)
                .forEach(digits::append);
        return digits.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
