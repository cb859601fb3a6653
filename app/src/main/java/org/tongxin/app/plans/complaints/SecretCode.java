package org.tongxin.app.plans.complaints;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The code with which a complainant reads the answer: twelve of 32 signs (Crockford's, without I, L, O and U), 60 bits, from
 * the machine's secure source. It can be written down and read out; letters that look like digits are taken for them.
 */
final class SecretCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom SOURCE = new SecureRandom();

    private SecretCode() {}

    /** A new one, such as {@code 7K3M-09QX-BV2T}. */
    static String fresh() {
        byte[] chance = new byte[LENGTH];
        SOURCE.nextBytes(chance);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(chance[i] & 31));
        }
        return code.toString();
    }

    /** What is kept of it; the number keeps equal codes of two complaints apart. */
    static String hash(String number, String code) {
        String plain = code.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((number + '\n' + plain).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
