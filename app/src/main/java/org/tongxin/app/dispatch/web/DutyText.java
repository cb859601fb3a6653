package org.tongxin.app.dispatch.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.duty.OwnDuty;

/** Words of the field pages: {@code ${@dutytext.length(minutes)}}. */
@Component("dutytext")
class DutyText {

    private final MessageSource messages;

    DutyText(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code 11小时30分}. */
    public String length(int minutes) {
        return say(LocaleContextHolder.getLocale(), "duty.length", minutes / 60, minutes % 60);
    }

    /** Why this person is asked. */
    public String why(OwnDuty duty) {
        if (duty.online()) {
            return duty.skill() == null
                    ? text("duty.why.online")
                    : text("duty.why.online.skill", text("dispatch.skill." + duty.skill()));
        }
        return duty.skill() == null
                ? text("duty.why.near", duty.metres())
                : text("duty.why.skill", text("dispatch.skill." + duty.skill()), duty.metres());
    }

    /** A sentence of a paper in two languages. */
    public String chinese(String key, Object... values) {
        return say(Locale.SIMPLIFIED_CHINESE, key, values);
    }

    public String english(String key, Object... values) {
        return say(Locale.ENGLISH, key, values);
    }

    private String text(String key, Object... values) {
        return say(LocaleContextHolder.getLocale(), key, values);
    }

    private String say(Locale language, String key, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
