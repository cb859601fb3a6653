package org.tongxin.app.platform.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;

/** The "why" of a result in the reader's language: {@code ${@sentences.of(reason)}} in a page. */
@Component("sentences")
class Sentences {

    private final Words words;

    Sentences(Words words) {
        this.words = words;
    }

    public String of(Reason reason) {
        return of(reason, LocaleContextHolder.getLocale());
    }

    public String of(Reason reason, Locale locale) {
        return words.sentence("reason." + reason.code(), reason.arguments(), locale);
    }

    public List<String> all(List<Reason> reasons) {
        return reasons.stream().map(this::of).toList();
    }

    /** The word for a name such as {@code RED} or an enum constant; the name itself where it has none. */
    public String word(Object name) {
        return words.word(String.valueOf(name), LocaleContextHolder.getLocale());
    }
}
