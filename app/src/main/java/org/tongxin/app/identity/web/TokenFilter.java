package org.tongxin.app.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.ApiTokens;

/** Knows programs by {@code Authorization: Bearer}. A key that is not valid is refused even where none is needed. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final AuthenticationEntryPoint refuse;
    private final @Nullable Actor visitor;

    TokenFilter(ApiTokens tokens, AuthenticationEntryPoint refuse, @Nullable Actor visitor) {
        this.tokens = tokens;
        this.refuse = refuse;
        this.visitor = visitor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader("Authorization");
        if (header == null) {
            if (visitor != null && request.getMethod().equals("GET")) {
                CurrentActor.set(visitor);
            }
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> actor = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.findActor(header.substring(BEARER.length()).strip())
                : Optional.empty();
        if (actor.isEmpty()) {
            refuse.commence(request, response, new BadCredentialsException("No valid key."));
            return;
        }
        CurrentActor.set(actor.get());
        chain.doFilter(request, response);
    }
}
