package org.tongxin.app.imports;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Refusal;

/** Reads words of a file that stand for a code: the code itself, or its words in either language. Thread-safe. */
@Component
public class ImportWords {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The code that a text means. @param prefix of the codes' messages, with its dot */
    public Optional<String> find(String text, String prefix, Collection<String> codes) {
        String sought = text.strip();
        return codes.stream().filter(code -> means(sought, prefix, code)).findFirst();
    }

    private boolean means(String sought, String prefix, String code) {
        return sought.equalsIgnoreCase(code)
                || LANGUAGES.stream()
                        .anyMatch(language ->
                                sought.equalsIgnoreCase(messages.getMessage(prefix + code, null, language)));
    }

    /** What may stand there, in the words of whoever reads, for a sentence. */
    public String all(String prefix, Collection<String> codes) {
        return codes.stream().map(code -> word(prefix + code)).collect(Collectors.joining(" / "));
    }

    /** What is wrong, and what to do, in the reader's language; the second is empty where the first says both. */
    public List<String> sentences(Refusal why) {
        Object[] values = why.arguments().toArray();
        Locale language = LocaleContextHolder.getLocale();
        String key = "error." + why.code();
        return List.of(
                messages.getMessage(key, values, language),
                String.valueOf(messages.getMessage(key + ".next", values, "", language)));
    }

    /** A word in the reader's language. */
    public String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
