package org.tongxin.app.resources;

import java.text.Normalizer;
import java.util.Optional;

/** Whole quantities as people type them. */
public final class Quantities {

    private Quantities() {}

    /** A whole number from 1 to a thousand million, spaces and separators left out; empty where it is none. */
    public static Optional<Long> read(String typed) {
        return readFromNothing(typed).filter(number -> number > 0);
    }

    /** As {@link #read}, with 0 allowed. */
    public static Optional<Long> readFromNothing(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        if (!plain.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(plain)).filter(number -> number <= Clerk.MOST);
    }

    /** An amount in fen from yuan with at most two decimals; empty where it is none. */
    public static Optional<Long> readFen(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        return Optional.of(new java.math.BigDecimal(plain).movePointRight(2).longValueExact());
    }
}
