package org.tongxin.app.forms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of cells as they are compared: full-width signs narrow, without blanks and punctuation, in small letters. */
final class TextOfCells {

    private static final Pattern DROPPED = Pattern.compile("[\\s\\p{P}\\p{S}\\u00A0\\u3000\\uFEFF]+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|【[^【】]*】");
    private static final Pattern SUM =
            Pattern.compile("(全区|全市|全街道|全镇|本区|区级)?(合计|总计|共计|小计|总数)|(sub|grand)?total(s)?|sum");
    private static final Pattern PART = Pattern.compile(".*(小计|subtotal).*");

    private TextOfCells() {}

    static String bare(String text) {
        return DROPPED.matcher(narrow(text)).replaceAll("");
    }

    /** Without what stands in brackets: units and notes. */
    static String bareOfNotes(String text) {
        String without = BRACKETS.matcher(narrow(text)).replaceAll("");
        String bare = bare(without);
        return bare.isEmpty() ? bare(text) : bare;
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Whether a line with this text adds up others. */
    static boolean isSum(String text) {
        return SUM.matcher(bareOfNotes(text)).matches();
    }

    /** Whether such a line adds up only those since the last such line. */
    static boolean isPartSum(String text) {
        return PART.matcher(bareOfNotes(text)).matches();
    }
}
