package org.tongxin.app.platform.sheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.web.Words;

/** Words of lists that are sent as files, in the reader's language. Thread-safe. */
@Component
public class ListWords {

    private final MessageSource messages;
    private final Words words;

    ListWords(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /** The head of a list. @param columns names that stand in the bundles under {@code lists.col} */
    public List<String> head(String... columns) {
        return Stream.of(columns).map(column -> word("lists.col." + column)).toList();
    }

    public String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** The word for a code; {@code null} for none. @param prefix of its messages, with the dot */
    public @Nullable String word(String prefix, @Nullable Object code) {
        return code == null ? null : word(prefix + code);
    }

    /** The word for yes or no. */
    public String yesOrNo(boolean said) {
        return word(said ? "lists.yes" : "lists.no");
    }

    /** The sentence of a reason. */
    public String sentence(Reason reason) {
        return words.sentence("reason." + reason.code(), reason.arguments(), LocaleContextHolder.getLocale());
    }

    /** A name that is kept in both languages; the Chinese one where there is no English. */
    public String either(String chinese, String english) {
        boolean reads = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return reads && !english.isBlank() ? english : chinese;
    }
}
