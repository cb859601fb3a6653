package org.tongxin.app.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.ApiTokens;
import org.tongxin.app.identity.IdentitySettings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Refusal;

/** What each address asks for. Whether a post may do a certain thing is decided by the module that does it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Nothing from elsewhere, nothing inline, no framing. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Pages whose address is a secret that only their owner has: it opens them, so a form there needs no other token. */
    private static final String OWN_PAGES = "/duty/**";

    private static final String[] OPEN = {
        "/",
        "/login",
        "/login/demonstration",
        "/login/office",
        SetupController.ADDRESS,
        "/residents",
        "/residents/**",
        "/cap/**",
        OWN_PAGES,
        "/certificates",
        "/rota/*",
        "/assets/**",
        "/webjars/**",
        "/actuator/health"
    };

    /** Where those of another house may go besides the open pages: their own desk, their password, the door. */
    private static final List<String> OWN_DESK = List.of("/unit-desk", PasswordController.ADDRESS, "/logout", "/error");

    /** The acts of those who only read: they concern nobody but themselves, but for the word of a second person. */
    private static final String[] OWN_ACTS = {
        PasswordController.ADDRESS, NotesController.ADDRESS, "/logout", PostsController.ADDRESS + "/*/confirmation"
    };

    private final PlatformSettings platform;
    private final IdentitySettings identity;

    SecurityConfiguration(PlatformSettings platform, IdentitySettings identity) {
        this.platform = platform;
        this.identity = identity;
    }

    /** Programs: a key with every request, no session, answers as problem+json. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, ProblemWords words) {
        AuthenticationEntryPoint refuse = (request, response, why) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            words.write(Refusal.of("I-012"), HttpStatus.UNAUTHORIZED, request, response);
        };
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new TokenFilter(tokens, refuse, visitor()), AnonymousAuthenticationFilter.class)
                .exceptionHandling(problems -> problems.authenticationEntryPoint(refuse)
                        .accessDeniedHandler((request, response, why) -> {
                            if (visits()) {
                                refuse.commence(
                                        request, response, new InsufficientAuthenticationException("visitor", why));
                            } else {
                                words.write(Refusal.of("I-003"), HttpStatus.FORBIDDEN, request, response);
                            }
                        }))
                .authorizeHttpRequests(rules -> {
                    if (platform.demonstration()) {
                        rules.requestMatchers(HttpMethod.GET, "/api/desk/summary")
                                .permitAll();
                    }
                    rules.requestMatchers(HttpMethod.GET).hasAnyRole(roles(role -> !role.ofAnotherHouse()));
                    rules.anyRequest().hasAnyRole(roles(role -> !role.readsOnly() && !role.ofAnotherHouse()));
                })
                .build();
    }

    private static boolean visits() {
        return CurrentActor.find()
                .filter(actor -> actor.role() == Role.OBSERVER)
                .isPresent();
    }

    /** Whether somebody of another house asks for a page that is not of their own desk. */
    private static boolean strays(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return CurrentActor.find()
                        .filter(actor -> actor.role().ofAnotherHouse())
                        .isPresent()
                && OWN_DESK.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    /** People: a session, a form to log in with, and a token in every form that changes something. */
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, Accounts accounts, Sessions sessions, KnownDevice device, OfficeLogin office) {
        if (office.isOffered()) {
            http.oauth2Login(office::configure);
        }
        return http.headers(SecurityConfiguration::headers)
                .csrf(csrf -> csrf.ignoringRequestMatchers(OWN_PAGES))
                .addFilterAfter(new ActorFilter(accounts, visitor()), AnonymousAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .authenticationDetailsSource(device::source)
                        .successHandler(sessions.successHandler())
                        .failureHandler(backToTheForm()))
                .logout(logout ->
                        logout.logoutUrl("/logout").logoutSuccessUrl("/").deleteCookies("JSESSIONID"))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(SecurityConfiguration::toTheForm)
                        .accessDeniedHandler((request, response, why) -> {
                            request.setAttribute(
                                    RefusalController.REFUSAL,
                                    Refusal.of(why instanceof CsrfException ? "I-013" : "I-003"));
                            response.setStatus(HttpStatus.FORBIDDEN.value());
                            request.getRequestDispatcher(RefusalController.ADDRESS)
                                    .forward(request, response);
                        }))
                .authorizeHttpRequests(rules -> {
                    rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                            .permitAll();
                    rules.requestMatchers(OPEN).permitAll();
                    rules.requestMatchers(SecurityConfiguration::strays).denyAll();
                    rules.requestMatchers("/actuator/**").hasRole(Role.ADMINISTRATOR.name());
                    if (platform.demonstration()) {
                        rules.requestMatchers(HttpMethod.GET).permitAll();
                        rules.requestMatchers(HttpMethod.HEAD).permitAll();
                        rules.requestMatchers(HttpMethod.POST, ActorFilter.REPLAY + "**")
                                .permitAll();
                    }
                    rules.requestMatchers(HttpMethod.GET).hasAnyRole(roles(role -> true));
                    rules.requestMatchers(HttpMethod.HEAD).hasAnyRole(roles(role -> true));
                    rules.requestMatchers(OWN_ACTS).hasAnyRole(roles(role -> true));
                    rules.anyRequest().hasAnyRole(roles(role -> !role.readsOnly()));
                })
                .build();
    }

    private @Nullable Actor visitor() {
        return platform.demonstration() ? Actor.observer(identity.district()) : null;
    }

    /** Those of the roles that a post can have. */
    private static String[] roles(Predicate<Role> wanted) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.OBSERVER)
                .filter(wanted)
                .map(Role::name)
                .toArray(String[]::new);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .crossOriginOpenerPolicy(policy ->
                        policy.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private static AuthenticationFailureHandler backToTheForm() {
        return (request, response, why) -> {
            if (why instanceof PasswordProvider.LoginRefused refused) {
                LoginController.keep(request, refused.refusal());
            }
            response.sendRedirect(request.getContextPath() + "/login");
        };
    }

    /** A part of a page that htmx asked for must not become a login form; the whole page does. */
    private static void toTheForm(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String form = request.getContextPath()
                + (request.getAttribute(ActorFilter.ENDED) == null ? "/login" : "/login?ended");
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", form);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(form);
        }
    }
}
