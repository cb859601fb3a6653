package org.tongxin.app.supervision.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.supervision.RiskFactor;

/** The register as rows of a file, in the reader's language. */
@Component
class FactorSheet {

    private static final List<String> HEAD =
            List.of("number", "kind", "area", "what", "affected", "state", "ring", "solved", "due", "reported");

    private final MessageSource messages;

    FactorSheet(MessageSource messages) {
        this.messages = messages;
    }

    List<String> head() {
        return HEAD.stream().map(name -> text("factors.col." + name)).toList();
    }

    List<@Nullable Object> row(RiskFactor factor) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return Arrays.asList(
                factor.number(),
                text("factors.kind." + factor.kind()),
                english ? factor.areaNameEn() : factor.areaName(),
                factor.description(),
                text("factors.affected." + factor.affected()),
                text("factors.state." + factor.state()),
                text("word." + factor.ring()),
                factor.solvedRing() == null ? null : text("word." + factor.solvedRing()),
                factor.dueDay(),
                factor.reportedAt());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
