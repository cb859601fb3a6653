package org.tongxin.app.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Chinese text from the database on a page in English: {@code th:text="${@stored.of(post)}"
 * th:lang="${@stored.lang(post)}"}. What the product itself wrote has its English in {@code terms.properties}, and so have laws that it cites; what a
 * person typed stays as it is and is marked as Chinese, so that it is read aloud as such. Immutable.
 */
@Component("stored")
class StoredText {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Properties english = new Properties();
    private final BasisText bases = new BasisText(english);

    StoredText() {
        try (InputStream file = StoredText.class.getResourceAsStream("/terms.properties")) {
            english.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text in the reader's language where it is known, else as it was stored. */
    public String of(@Nullable String text) {
        String stored = text == null ? "" : text;
        if (readsChinese() || stored.isEmpty()) {
            return stored;
        }
        String term = english.getProperty(stored);
        return term == null ? bases.english(stored).orElse(stored) : term;
    }

    /** The language of what {@link #of} gives where it is not that of the page, else {@code null}. */
    public @Nullable String lang(@Nullable String text) {
        return !readsChinese() && HAN.matcher(of(text)).find() ? "zh-CN" : null;
    }

    private static boolean readsChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
