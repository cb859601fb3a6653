package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongxin.app.support.PostgresTest;

/** Coming in with the office's account: who is let in is decided here, and an answer that does not fit opens nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@PostgresTest
@Import({People.class, SecurityIT.Pages.class})
class OfficeLoginIT {

    private static final OfficeProvider PROVIDER = provider();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static OfficeProvider provider() {
        try {
            return new OfficeProvider();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("tongxin.office-login.issuer", PROVIDER::issuer);
        registry.add("tongxin.office-login.client-id", () -> "tongxin");
        registry.add("tongxin.office-login.client-secret", () -> "shared");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void whomTheOfficeVouchesForComesInAsTheAccountOfThatLogin() throws Exception {
        people.worker("office-one");
        assertThat(get("/login").body()).contains("/login/office");

        Map<String, String> asked = begin();
        PROVIDER.vouch("tongxin", asked.get("nonce"), "preferred_username", "Office-One");
        HttpResponse<String> back = get("/login/oauth2/code/office?code=c&state=" + asked.get("state"));

        assertThat(onward(back)).isEqualTo("/");
        assertThat(get("/test/who").body()).isEqualTo("office-one STREET_WORKER 310115001");
        assertThat(asked).containsKeys("code_challenge", "nonce", "state");
        assertThat(PROVIDER.tokenRequest()).contains("code_verifier=");
        assertThat(jdbc.sql("select details ->> 'way' from audit_entry where action = 'login'"
                                + " and subject = 'account:office-one' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("office");
    }

    @Test
    void aOneTimePasswordIsOfNoUseAnyMore() throws Exception {
        people.worker("office-new");
        jdbc.sql(
                        "update account set must_change = true, password_until = now() + interval '1 day' where login = 'office-new'")
                .update();

        enter("office-new");

        assertThat(get("/test/who").body()).isEqualTo("office-new STREET_WORKER 310115001");
        assertThat(jdbc.sql("select password_hash is null and not must_change from account where login = 'office-new'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoHasNoAccountIsToldSoAndStaysOutside() throws Exception {
        HttpResponse<String> back = enter("nobody-here");

        assertThat(onward(back)).isEqualTo("/login");
        assertThat(get("/login").body()).contains("I-038", "nobody-here");
        assertThat(get("/test/who").body()).startsWith("observer");
    }

    @Test
    void whoHasNoPostOrAClosedAccountStaysOutside() throws Exception {
        people.worker("office-gone");
        jdbc.sql(
                        "update appointment set until = now() - interval '40 years', since = now() - interval '41 years' where account_id ="
                                + " (select id from account where login = 'office-gone')")
                .update();
        enter("office-gone");
        assertThat(get("/login").body()).contains("I-004");

        people.worker("office-closed");
        jdbc.sql("update account set disabled_at = now() where login = 'office-closed'")
                .update();
        enter("office-closed");
        assertThat(get("/login").body()).contains("I-038");
        assertThat(get("/test/who").body()).startsWith("observer");
    }

    @Test
    void anAnswerThatDoesNotFitOpensNothing() throws Exception {
        people.worker("office-two");
        Map<String, String> asked = begin();
        PROVIDER.vouch("tongxin", "another nonce", "preferred_username", "office-two");
        get("/login/oauth2/code/office?code=c&state=" + asked.get("state"));
        assertThat(get("/login").body()).contains("I-040");

        asked = begin();
        PROVIDER.vouch("tongxin", asked.get("nonce"), "preferred_username", "office-two");
        get("/login/oauth2/code/office?code=c&state=made-up");
        assertThat(get("/login").body()).contains("I-040");

        asked = begin();
        PROVIDER.vouch("another program", asked.get("nonce"), "preferred_username", "office-two");
        get("/login/oauth2/code/office?code=c&state=" + asked.get("state"));
        assertThat(get("/login").body()).contains("I-040");

        asked = begin();
        PROVIDER.vouch("tongxin", asked.get("nonce"), "nickname", "office-two");
        get("/login/oauth2/code/office?code=c&state=" + asked.get("state"));
        assertThat(get("/login").body()).contains("I-041", "preferred_username");
        assertThat(get("/test/who").body()).startsWith("observer");
    }

    private static String onward(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> enter(String login) throws Exception {
        Map<String, String> asked = begin();
        PROVIDER.vouch("tongxin", asked.get("nonce"), "preferred_username", login);
        return get("/login/oauth2/code/office?code=c&state=" + asked.get("state"));
    }

    /** What the provider is asked. */
    private Map<String, String> begin() throws Exception {
        HttpResponse<String> first = get("/login/office");
        HttpResponse<String> way = get(first.headers().firstValue("Location").orElseThrow());
        String address = way.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith(PROVIDER.issuer() + "/authorize?");
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> URLDecoder.decode(entry.getValue(), StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port).resolve(path.replace(" ", "%20"));
        return browser.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
