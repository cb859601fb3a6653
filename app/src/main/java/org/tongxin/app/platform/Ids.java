package org.tongxin.app.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ids derived from what a thing is: its kind and its business key. The same installation gives the same thing the same
 * id however often and in whatever order it is asked, so a step repeated after a crash doubles nothing and a replay with
 * the same seed has the same ids. Ids are UUIDs of version 8 (RFC 9562): the first 122 free bits of SHA-256. Thread-safe.
 */
@Component
public class Ids {

    private final String salt;

    Ids(PlatformSettings settings) {
        this.salt = Long.toString(settings.seed());
    }

    /** The id of the {@code kind} of thing with this business key. Parts are told apart by an unused character. */
    public UUID of(String kind, Object... key) {
        String text = salt
                + '\u0000'
                + kind
                + '\u0000'
                + Arrays.stream(key).map(String::valueOf).collect(Collectors.joining("\u0000"));
        ByteBuffer hash = ByteBuffer.wrap(sha256(text));
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
