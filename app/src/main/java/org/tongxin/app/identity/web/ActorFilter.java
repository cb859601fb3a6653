package org.tongxin.app.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongxin.app.identity.Access;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;

/**
 * Reads the rights of this moment, so that a transfer or a closed account shows at the next request. Whose post is gone or
 * whose password is another by now is logged out; who came in with a one-time password gets no further than to the form
 * for an own one, and so does whose post waits for a second person. In a demonstration a visitor reads as {@code OBSERVER}.
 */
final class ActorFilter extends OncePerRequestFilter {

    /** Set on a request whose login ended with its post. */
    static final String ENDED = "identity.ended";

    private final Accounts accounts;
    private final @Nullable Actor visitor;

    /** Where the demonstration is paused, stepped and started again. */
    static final String REPLAY = "/replay/";

    /**
     * @param visitor who reads without logging in; {@code null} where nobody may
     */
    ActorFilter(Accounts accounts, @Nullable Actor visitor) {
        this.accounts = accounts;
        this.visitor = visitor;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ActorAuthentication> loggedIn = CurrentActor.authentication();
        Optional<Access> access = loggedIn.flatMap(known ->
                accounts.findAccess(known.actor().account()).filter(found -> found.credential() == known.credential()));
        if (access.isPresent()) {
            CurrentActor.set(access.get().actor());
            if ((access.get().mustChange() || access.get().waiting()) && !opensBeforeTheChange(path(request))) {
                toThePassword(request, response);
                return;
            }
        } else {
            if (loggedIn.isPresent()) {
                end(request);
            }
            if (visitor != null && reads(request)) {
                CurrentActor.set(visitor);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean opensBeforeTheChange(String path) {
        return path.equals(PasswordController.ADDRESS) || path.equals("/logout") || path.equals("/error");
    }

    /** A part of a page that htmx asked for must not become the form; the whole page does. */
    private static void toThePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String form = request.getContextPath() + PasswordController.ADDRESS;
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", form);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(form);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.setAttribute(ENDED, true);
        SecurityContextHolder.setContext(new SecurityContextImpl(new AnonymousAuthenticationToken(
                "ended", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))));
    }

    /** A visitor may move the demonstration's clock: that decides nothing in the district. */
    private static boolean reads(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith(REPLAY)
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD");
    }
}
