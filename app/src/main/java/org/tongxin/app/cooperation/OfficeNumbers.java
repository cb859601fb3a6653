package org.tongxin.app.cooperation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Tells the public number of an office from somebody's own telephone. */
final class OfficeNumbers {

    /** Eleven digits that begin with 13 to 19, however they are set apart, with the country's code or without. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86[\\s\\p{Pd}]*)?1[\\s\\p{Pd}]*[3-9](?:[\\s\\p{Pd}]*\\d){9}(?!\\d)");

    private OfficeNumbers() {}

    static boolean namesAPersonsPhone(String text) {
        return MOBILE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
