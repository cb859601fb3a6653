package org.tongxin.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.SecretFields;

/**
 * A form with a number that is none, a day that is none, or a field that is missing goes back to its page with the value and with what
 * was typed, like any other refusal. Refused: P-019 no whole number, P-020 no day or time, P-021 nothing that can be chosen, P-022 a field
 * is missing. A request that no page of this site has sent stays a 400.
 */
@ControllerAdvice
class MistypedForms {

    private static final int LONGEST_SHOWN = 40;

    @ExceptionHandler
    String mistyped(MethodArgumentTypeMismatchException why, HttpServletRequest request, RedirectAttributes flash)
            throws MethodArgumentTypeMismatchException {
        return back(request, Refusal.of(code(why.getRequiredType()), shown(why.getValue())), flash)
                .orElseThrow(() -> why);
    }

    @ExceptionHandler
    String missing(MissingServletRequestParameterException why, HttpServletRequest request, RedirectAttributes flash)
            throws MissingServletRequestParameterException {
        return back(request, Refusal.of("P-022"), flash).orElseThrow(() -> why);
    }

    private static String code(@Nullable Class<?> wanted) {
        if (wanted == null || wanted.isEnum()) {
            return "P-021";
        }
        if (Temporal.class.isAssignableFrom(wanted)) {
            return "P-020";
        }
        return Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(wanted)) ? "P-019" : "P-021";
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value).strip();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static Optional<String> back(HttpServletRequest request, Refusal refusal, RedirectAttributes flash) {
        Optional<String> page = HttpMethod.POST.matches(request.getMethod()) ? page(request) : Optional.empty();
        if (page.isPresent()) {
            flash.addFlashAttribute("refusal", refusal);
            flash.addFlashAttribute("form", typed(request));
        }
        return page.map(address -> "redirect:" + address);
    }

    /** The page of this site that has sent the form. */
    private static Optional<String> page(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI from = new URI(referer);
            String host = from.getPort() < 0 ? from.getHost() : from.getHost() + ":" + from.getPort();
            boolean ours = host != null && host.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
            String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
            return ours && from.getRawPath().matches("/([^/].*)?")
                    ? Optional.of(from.getRawPath() + query)
                    : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0 && !SecretFields.isSecret(name)) {
                typed.put(name, values[0]);
            }
        });
        return typed;
    }
}
