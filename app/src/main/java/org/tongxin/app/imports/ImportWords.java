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

    /** The column of a kind that a word of its head means; where several are called so, the first that is not named yet. */
    Optional<String> column(ImportKind kind, String text, Collection<String> named) {
        String sought = text.strip();
        List<String> meant = kind.columns().stream()
                .filter(column -> sought.equalsIgnoreCase(column)
                        || LANGUAGES.stream()
                                .anyMatch(language -> sought.equalsIgnoreCase(column(kind, column, language))))
                .toList();
        return meant.stream()
                .filter(column -> !named.contains(column))
                .findFirst()
                .or(() -> meant.stream().findFirst());
    }

    /** The word of a column in the reader's language. */
    public String columnWord(ImportKind kind, String column) {
        return column(kind, column, LocaleContextHolder.getLocale());
    }

    private String column(ImportKind kind, String column, Locale language) {
        return kind.label(column, language).orElseGet(() -> messages.getMessage(kind.key(column), null, language));
    }

    /** Columns in the words of whoever reads, for a sentence. */
    String columns(ImportKind kind, Collection<String> columns) {
        return columns.stream().map(column -> columnWord(kind, column)).collect(Collectors.joining(" / "));
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
