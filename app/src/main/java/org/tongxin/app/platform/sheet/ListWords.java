package org.tongxin.app.platform.sheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of lists that are sent as files, in the reader's language. Thread-safe. */
@Component
public class ListWords {

    private final MessageSource messages;

    ListWords(MessageSource messages) {
        this.messages = messages;
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

    /** A name that is kept in both languages. */
    public String either(String chinese, String english) {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }
}
