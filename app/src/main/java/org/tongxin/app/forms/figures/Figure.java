package org.tongxin.app.forms.figures;

import java.util.List;

/**
 * A number that the district holds of places, day by day. Numbers of places add up to that of the place around them.
 *
 * @param key never changes: the module, a dot, and the module's own word
 * @param label what it counts, in Chinese
 * @param labelEn the same in English
 * @param unit in Chinese, empty for plain counts
 * @param definition by what rule it is counted (口径), in Chinese
 * @param definitionEn the same in English
 * @param words other words that a head may have for it, in either language
 */
public record Figure(
        String key,
        String label,
        String labelEn,
        String unit,
        String definition,
        String definitionEn,
        List<String> words) {

    public Figure {
        words = List.copyOf(words);
        if (key.indexOf('.') < 1) {
            throw new IllegalArgumentException("The key of a figure must begin with its module and a dot: " + key);
        }
    }
}
