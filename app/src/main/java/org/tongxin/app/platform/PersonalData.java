package org.tongxin.app.platform;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what points to a person in a text that is to speak of places: numbers of telephones and of identity cards, also
 * with blanks or hyphens between digits and in full width. Names cannot be found this way; the page asks to leave them out.
 */
public final class PersonalData {

    private static final String BETWEEN = "[\\s.\\-—]?";
    private static final Pattern IDENTITY =
            Pattern.compile("(?<!\\d)\\d(?:" + BETWEEN + "\\d){16}" + BETWEEN + "[\\dXx]");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:86" + BETWEEN + ")?1" + BETWEEN + "[3-9](?:" + BETWEEN + "\\d){9}(?!\\d)");
    /** A day such as 20220325, or two years: eight digits too. */
    private static final String DAY_OR_YEARS =
            "20\\d{2}" + BETWEEN + "(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|20\\d{2})(?!\\d)";

    private static final Pattern LANDLINE = Pattern.compile(
            "(?<!\\d)(?:0\\d{2,3}" + BETWEEN + ")?(?!" + DAY_OR_YEARS + ")[2-9]\\d{3}" + BETWEEN + "\\d{4}(?!\\d)");

    private PersonalData() {}

    /** The kind of what was found, worded by the pages; nothing of the number itself. */
    public static Optional<String> find(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (IDENTITY.matcher(plain).find()) {
            return Optional.of("IDENTITY_NUMBER");
        }
        return MOBILE.matcher(plain).find() || LANDLINE.matcher(plain).find()
                ? Optional.of("PHONE_NUMBER")
                : Optional.empty();
    }

    /** Refused with P-023 when a reason holds such a number: reasons are read by others than they were told to. */
    public static Optional<Refusal> refusal(String reason) {
        return find(reason).map(kind -> Refusal.of("P-023", kind));
    }

    /**
     * Refused with P-024 when a text that residents are to read holds such a number.
     *
     * @param field its word, as the pages name the field
     */
    public static Optional<Refusal> refusal(String field, String text) {
        return find(text).map(kind -> Refusal.of("P-024", field, kind));
    }
}
