package org.tongxin.app.identity.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/** The details of an entry for reading: {@code tasks: 4; reason: ...} instead of JSON. */
@Component("audittext")
class AuditText {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final Json json;

    AuditText(Json json) {
        this.json = json;
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
