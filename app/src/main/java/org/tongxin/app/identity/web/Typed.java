package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.tongxin.app.platform.SecretFields;

/**
 * The sentences that somebody typed into a form of this site which could not be taken, such as one of a session that has ended: the
 * page of the refusal shows them to be copied. Marks, choices and numbers of the form are left out, and so are passwords.
 */
final class Typed {

    private static final int SHORTEST = 2;
    private static final String OF_THE_PROGRAM = "(?i)key|.*code.*";
    private static final String OF_THE_FORM = "[0-9a-fA-F-]{36}|[A-Z_]+|[0-9]+|true|false|on";

    private Typed() {}

    /** Empty for a form that another site has sent. */
    static List<String> of(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        if (origin == null
                || host == null
                || !origin.replaceFirst("^https?://", "").equals(host)) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !SecretFields.isSecret(field.getKey())
                        && !field.getKey().matches(OF_THE_PROGRAM))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST && !text.matches(OF_THE_FORM))
                .distinct()
                .toList();
    }
}
