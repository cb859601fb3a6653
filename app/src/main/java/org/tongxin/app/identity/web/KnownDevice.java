package org.tongxin.app.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.LoginAttempts;
import org.tongxin.app.identity.LoginSource;

/** What a browser keeps after a login by password, so that strangers who try that login do not close it here. It opens nothing. */
@Component
class KnownDevice {

    static final String COOKIE = "TXDEVICE";

    private final LoginAttempts attempts;

    KnownDevice(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    /** Where a request comes from. */
    LoginSource source(HttpServletRequest request) {
        return new LoginSource(Objects.requireNonNullElse(request.getRemoteAddr(), ""), kept(request));
    }

    private static String kept(HttpServletRequest request) {
        @Nullable Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(Objects::nonNull)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    void keep(String login, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, attempts.remember(login, kept(request)))
                        .path(request.getContextPath() + "/login")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(LoginAttempts.KNOWN)
                        .build()
                        .toString());
    }
}
