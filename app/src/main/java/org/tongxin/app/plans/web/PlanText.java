package org.tongxin.app.plans.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.plans.PlanItem;

/** Words for items of plans, for templates: {@code @plantext}. */
@Component("plantext")
class PlanText {

    private final MessageSource messages;

    PlanText(MessageSource messages) {
        this.messages = messages;
    }

    /** What of an item differs from another, in both languages whatever the reader's: it is signed. Everything where there is no other. */
    public String item(PlanItem item, @Nullable PlanItem other) {
        List<String> parts = new ArrayList<>();
        if (other == null || !item.title().equals(other.title())) {
            parts.add(item.title());
        }
        if (other == null || !item.titleEn().equals(other.titleEn())) {
            parts.add(item.titleEn());
        }
        if (other == null || !item.level().equals(other.level()) || !item.post().equals(other.post())) {
            parts.add(text("plans.level." + item.level()) + " " + item.post());
        }
        if (other == null || item.dueHours() != other.dueHours()) {
            parts.add(text("plans.hours", item.dueHours()));
        }
        if (other == null || item.minutes() != other.minutes()) {
            parts.add(text("changes.minutes", item.minutes()));
        }
        if (other == null || !item.basisText().equals(other.basisText())) {
            parts.add(item.basisText());
        }
        if (other == null || item.staffing() != other.staffing()) {
            parts.add(text(item.staffing() ? "changes.staffed" : "changes.unstaffed"));
        }
        return String.join(text("changes.comma"), parts);
    }

    private String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
