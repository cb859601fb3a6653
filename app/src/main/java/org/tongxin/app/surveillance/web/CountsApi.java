package org.tongxin.app.surveillance.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.surveillance.CountRequests;
import org.tongxin.app.surveillance.CountText;
import org.tongxin.app.surveillance.Counts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts from programs. Every request carries an {@code Idempotency-Key}; repeated with the same content it gets the same
 * answer and stores nothing.
 */
@RestController
class CountsApi {

    private final CountRequests requests;
    private final JsonMapper json;
    private final MessageSource messages;

    CountsApi(CountRequests requests, JsonMapper json, MessageSource messages) {
        this.requests = requests;
        this.json = json;
        this.messages = messages;
    }

    @PostMapping(path = "/api/counts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody(required = false) byte @Nullable [] body,
            Locale locale) {
        if (!Counts.mayReport(actor)) {
            throw new NotAllowed();
        }
        Outcome<CountText> read = read(body);
        if (read instanceof Outcome.Refused<CountText> refused) {
            return refuse(refused.refusal(), locale);
        }
        CountText text = read.orThrow();
        List<CountText.Problem> problems = text.problems();
        if (!problems.isEmpty()) {
            return refuse(problems.getFirst().refusal(), locale);
        }
        Outcome<String> outcome = requests.take(actor, key.strip(), text.entry());
        if (outcome instanceof Outcome.Refused<String> refused) {
            return refuse(refused.refusal(), locale);
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(outcome.orThrow());
    }

    private Outcome<CountText> read(byte @Nullable [] body) {
        try {
            JsonNode count = json.readTree(body == null ? new byte[0] : body);
            return count.isObject()
                    ? Outcome.accepted(new CountText(
                            part(count, "point"), part(count, "day"), part(count, "value"), part(count, "reason")))
                    : Outcome.refused("S-016");
        } catch (JacksonException broken) {
            return Outcome.refused("S-016");
        }
    }

    /** As text, so that 12.5 is refused as what it is and not rounded. */
    private static String part(JsonNode count, String name) {
        JsonNode part = count.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return "";
        }
        return part.isString() ? part.stringValue() : part.toString();
    }

    private ResponseEntity<ProblemDetail> refuse(Refusal refusal, Locale locale) {
        HttpStatus status = switch (refusal.code()) {
            case "S-009" -> HttpStatus.CONFLICT;
            case "S-008", "S-016" -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String sentence = messages.getMessage(
                "error." + refusal.code(), refusal.arguments().toArray(), locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", refusal.code());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
