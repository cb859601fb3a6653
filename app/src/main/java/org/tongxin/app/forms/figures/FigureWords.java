package org.tongxin.app.forms.figures;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words of figures in both languages, from the bundles. Thread-safe. */
@Component
public class FigureWords {

    private static final String PREFIX = "figures.";

    private final MessageSource messages;

    FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A figure whose words all stand in the bundles under {@code figures.<key>}. */
    public Figure worded(String key) {
        return new Figure(
                key,
                text(key, Locale.SIMPLIFIED_CHINESE),
                text(key, Locale.ENGLISH),
                text(key + ".unit", Locale.SIMPLIFIED_CHINESE),
                text(key + ".definition", Locale.SIMPLIFIED_CHINESE),
                text(key + ".definition", Locale.ENGLISH),
                words(key));
    }

    /**
     * A figure that has a name of its own.
     *
     * @param rule whose definition stands in the bundles under {@code figures.<rule>.definition}, and its other words under
     *     {@code figures.<rule>.words}, where {@code *} stands for the name
     */
    public Figure named(String key, String label, String labelEn, String unit, String rule) {
        return new Figure(
                key,
                label,
                labelEn.isBlank() ? label : labelEn,
                unit,
                text(rule + ".definition", Locale.SIMPLIFIED_CHINESE),
                text(rule + ".definition", Locale.ENGLISH),
                words(rule).stream().map(word -> word.replace("*", label)).toList());
    }

    private List<String> words(String key) {
        return List.of(text(key + ".words", Locale.SIMPLIFIED_CHINESE).split(",")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String text(String key, Locale language) {
        return messages.getMessage(PREFIX + key, null, language);
    }
}
