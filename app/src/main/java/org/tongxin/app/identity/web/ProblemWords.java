package org.tongxin.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.tongxin.app.platform.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Words refusals in the reader's language, for pages and for programs (RFC 9457). */
@Component
class ProblemWords {

    private final MessageSource messages;
    private final LocaleResolver languages;
    private final JsonMapper json;

    ProblemWords(MessageSource messages, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    String of(Refusal refusal, HttpServletRequest request) {
        Locale language = languages.resolveLocale(request);
        return messages.getMessage(
                "error." + refusal.code(), refusal.arguments().toArray(), language);
    }

    Map<String, Object> problem(Refusal refusal, HttpStatus status, HttpServletRequest request) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", of(refusal, request));
        problem.put("code", refusal.code());
        return problem;
    }

    void write(Refusal refusal, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsString(problem(refusal, status, request))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
