package org.tongxin.app.surveillance.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words a probability as people say it: once in so many days, in two figures, at most ten thousand. */
@Component("rarity")
public class Rarity {

    private static final double LARGEST = 10_000;

    private final MessageSource messages;

    Rarity(MessageSource messages) {
        this.messages = messages;
    }

    /** @param p above 0 up to 1; {@code null} where there is none */
    public String of(@Nullable Double p) {
        if (p == null) {
            return "–";
        }
        double days = Math.min(LARGEST, 1 / p);
        double size = Math.pow(10, Math.max(0, Math.floor(Math.log10(days)) - 1));
        Locale locale = LocaleContextHolder.getLocale();
        long rounded = Math.round(Math.round(days / size) * size);
        String key = 1 / p > LARGEST ? "signal.often.more" : "signal.often";
        return messages.getMessage(key, new Object[] {rounded}, locale);
    }
}
