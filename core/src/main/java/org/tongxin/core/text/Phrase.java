package org.tongxin.core.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grows a gram to the phrase it stands in: character by character to the left and right, as long as one character stands
 * there in most of the texts. Where many different ones do, the phrase ends; that is the place of high entropy at which
 * finders of new words cut. Stateless.
 */
final class Phrase {

    /** Share of the texts in which the same character must follow. */
    private static final double MOST = 0.6;

    private static final int LONGEST = 12;

    private Phrase() {}

    static String longest(String seed, List<String> texts) {
        String phrase = seed;
        boolean grown = true;
        while (grown && phrase.length() < LONGEST) {
            String before = phrase;
            phrase = neighbour(phrase, texts, -1).orElse(phrase);
            phrase = neighbour(phrase, texts, 1).orElse(phrase);
            grown = phrase.length() > before.length();
        }
        return phrase;
    }

    private static Optional<String> neighbour(String phrase, List<String> texts, int side) {
        Map<Character, Integer> count = new HashMap<>();
        for (String text : texts) {
            int at = text.indexOf(phrase);
            int next = side < 0 ? at - 1 : at + phrase.length();
            if (at >= 0 && next >= 0 && next < text.length()) {
                count.merge(text.charAt(next), 1, Integer::sum);
            }
        }
        return count.entrySet().stream()
                .filter(entry -> entry.getValue() >= MOST * texts.size())
                .filter(entry -> Character.UnicodeScript.of(entry.getKey()) == Character.UnicodeScript.HAN)
                .map(entry -> side < 0 ? entry.getKey() + phrase : phrase + entry.getKey())
                .findFirst();
    }
}
