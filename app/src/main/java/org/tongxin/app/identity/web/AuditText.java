package org.tongxin.app.identity.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/**
 * An entry for reading: what was done in words, and the details as {@code tasks: 4; reason: ...} instead of JSON. Words of an act stand
 * in the bundle {@code acts} under {@code act.} and its code; one without words, such as of an earlier version, shows its code.
 */
@Component("audittext")
class AuditText {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private static final String WORDS = "act.";

    private final Json json;
    private final MessageSource messages;

    AuditText(Json json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** @param action such as {@code warning.ISSUED} */
    public String act(String action) {
        return Objects.requireNonNullElse(
                messages.getMessage(WORDS + action, null, action, LocaleContextHolder.getLocale()), action);
    }

    /** Every act that has words, by its code, to be offered where one is sought. */
    public SortedMap<String, String> acts() {
        SortedMap<String, String> acts = new TreeMap<>();
        ResourceBundle.getBundle("messages.acts", Locale.ROOT).keySet().forEach(key -> {
            String action = key.substring(WORDS.length());
            acts.put(action, act(action));
        });
        return acts;
    }

    /** @param details a JSON object; a value within another stays JSON */
    public String of(String details) {
        return json.read(details, DETAILS).entrySet().stream()
                .filter(detail -> !"".equals(detail.getValue()))
                .map(detail -> detail.getKey() + ": "
                        + (detail.getValue() instanceof Map<?, ?> inner
                                ? json.write(inner)
                                : String.valueOf(detail.getValue())))
                .collect(Collectors.joining("; "));
    }
}
