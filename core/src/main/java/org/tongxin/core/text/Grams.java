package org.tongxin.core.text;

/**
 * Overlapping runs of two to four Han characters, each packed into one long: sixteen bits a character, so that a gram is
 * its own key. No dictionary of words is needed; a longer word shows as the run of its grams.
 */
final class Grams {

    static final int SHORTEST = 2;
    static final int LONGEST = 4;

    private static final int BITS = 16;

    private Grams() {}

    interface Each {
        void gram(long packed);
    }

    /** Every gram of a text whose characters are all Han, once for each place it stands. */
    static void of(String text, Each each) {
        for (int at = 0; at < text.length(); at++) {
            for (int length = 1;
                    length <= LONGEST && at + length <= text.length() && han(text, at + length - 1);
                    length++) {
                if (length >= SHORTEST) {
                    each.gram(pack(text, at, length));
                }
            }
        }
    }

    private static boolean han(String text, int at) {
        return Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HAN;
    }

    static long pack(String text, int at, int length) {
        long packed = 0;
        for (int i = 0; i < length; i++) {
            packed = packed << BITS | text.charAt(at + i);
        }
        return packed;
    }

    static String text(long packed) {
        StringBuilder text = new StringBuilder();
        for (int shift = BITS * (LONGEST - 1); shift >= 0; shift -= BITS) {
            char character = (char) (packed >>> shift);
            if (character != 0) {
                text.append(character);
            }
        }
        return text.toString();
    }
}
