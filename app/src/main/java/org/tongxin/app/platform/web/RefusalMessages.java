package org.tongxin.app.platform.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Refusal;

/** What a refusal says to its reader: {@code ${@refusals.of(refusal)}} in a page. */
@Component("refusals")
class RefusalMessages {

    private final Words words;
    private final MessageSource messages;

    RefusalMessages(Words words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    public String of(Refusal refusal) {
        return of(refusal, LocaleContextHolder.getLocale());
    }

    public String of(Refusal refusal, Locale locale) {
        return words.sentence(key(refusal), refusal.arguments(), locale);
    }

    /** What to do now; empty where the sentence itself says it. */
    public String next(Refusal refusal) {
        return next(refusal, LocaleContextHolder.getLocale());
    }

    public String next(Refusal refusal, Locale locale) {
        String key = key(refusal) + ".next";
        boolean present = messages.getMessage(key, null, null, locale) != null;
        return present ? words.sentence(key, refusal.arguments(), locale) : "";
    }

    /** Sentence, next step and code in one line. */
    public String line(Refusal refusal) {
        return String.join(" ", List.of(of(refusal), next(refusal), refusal.code()))
                .replace("  ", " ");
    }

    private static String key(Refusal refusal) {
        return "error." + refusal.code();
    }
}
