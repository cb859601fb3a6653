package org.tongxin.app.protection.web;

import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.protection.ProtectionSettings;

/** Words of the register in the reader's language: {@code ${@registertext.term(field)}}. */
@Component("registertext")
class RegisterText {

    private static final String RULE = "protection.rule.";

    private final MessageSource messages;
    private final ProtectionSettings settings;

    RegisterText(MessageSource messages, ProtectionSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** When what a field holds is destroyed. */
    public String term(PersonalField field) {
        return switch (field.rule()) {
            case WITH_INCIDENT ->
                text(
                        RULE + field.rule(),
                        Math.min(settings.days(), Objects.requireNonNullElse(field.days(), settings.days())));
            case OWN_DATE -> text(RULE + field.rule());
            case AFTER_END ->
                text(
                        RULE + field.rule(),
                        Objects.requireNonNull(field.days()),
                        text("protection.end." + field.table()));
            case STANDING -> text("protection.stays." + field.table());
        };
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
