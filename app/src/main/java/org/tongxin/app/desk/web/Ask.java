package org.tongxin.app.desk.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The question of a decision in the reader's language: {@code ${@ask.question(decision)}}. */
@Component("ask")
class Ask {

    private final MessageSource messages;

    Ask(MessageSource messages) {
        this.messages = messages;
    }

    public String question(Decision decision) {
        Object[] values = decision.arguments().stream().map(this::word).toArray();
        return messages.getMessage("desk.question." + decision.question(), values, LocaleContextHolder.getLocale());
    }

    private String word(String argument) {
        String word = messages.getMessage("word." + argument, null, null, LocaleContextHolder.getLocale());
        return word == null ? argument : word;
    }
}
