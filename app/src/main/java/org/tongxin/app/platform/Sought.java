package org.tongxin.app.platform;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody typed to find something: part of a name in either language, the beginning of a code, or pinyin.
 *
 * @param words what was typed, in lower case, full-width letters made plain, at most {@value #LONGEST} characters
 * @param letters what was typed where it can be pinyin, without spaces and with {@code u} for {@code v}; else empty
 */
public record Sought(String words, String letters) {

    private static final int LONGEST = 60;

    public static Sought of(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        String words = plain.substring(0, plain.offsetByCodePoints(0, Math.min(LONGEST, length(plain))));
        boolean pinyin = words.matches("[a-z][a-z0-9' ]*");
        return new Sought(words, pinyin ? words.replaceAll("[' ]", "").replace('v', 'u') : "");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** As {@link #matches}, for the few things that are not in the database. */
    public boolean fits(String names, String spelling) {
        return Normalizer.normalize(names, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .contains(words)
                || (!letters.isEmpty() && (" " + spelling).contains(" " + letters));
    }

    /**
     * A condition of SQL: whether a row is one of those looked for. Wants the parameters of {@link #bind}.
     *
     * @param code expression of the row's code or number
     * @param names expression of its names in both languages
     * @param spelling expression of what {@link Spelling} made of its name; {@code ''} where it has none
     */
    public static String matches(String code, String names, String spelling) {
        return " (:words = '' or starts_with(lower(%s), :words) or strpos(normalize(lower(%s), NFKC), :words) > 0"
                        .formatted(code, names)
                + " or (:letters <> '' and strpos(' ' || %s, ' ' || :letters) > 0)) ".formatted(spelling);
    }

    /** An expression of SQL that puts the best rows first: that code, that name, a name that begins so, any other. */
    public static String rank(String code, String name, String spelling) {
        return " case when lower(%1$s) = :words then 0 when normalize(lower(%2$s), NFKC) = :words then 1"
                        .formatted(code, name)
                + " when starts_with(normalize(lower(%s), NFKC), :words) then 2".formatted(name)
                + " when :letters <> '' and starts_with(%s, :letters) then 3 else 4 end ".formatted(spelling);
    }

    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.param("words", words).param("letters", letters);
    }
}
