package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tongxin.app.support.PostgresTest;

/** What only a real server and a real cookie jar can show. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@PostgresTest
@Import({People.class, SecurityIT.Pages.class})
class BrowserLoginIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void sessionGetsANewIdAtLogin() throws Exception {
        people.worker("fixation");
        HttpResponse<String> form = get("/login");
        assertThat(form.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        String planted = session();

        post("/login", "login=Fixation+&password=" + encoded(People.PASSWORD) + "&_csrf=" + token(form));

        assertThat(session()).isNotEqualTo(planted);
        assertThat(get("/test/who").body()).isEqualTo("fixation STREET_WORKER 310115001");
    }

    @Test
    void sessionGetsANewIdAtADemonstrationLogin() throws Exception {
        people.open(NewAccount.forDemonstration("demo-new-session", "赵敏"), Role.SIGNATORY, "310115");
        String token = token(get("/login"));
        String planted = session();

        post("/login/demonstration", "login=demo-new-session&_csrf=" + token);

        assertThat(session()).isNotEqualTo(planted);
        assertThat(get("/test/who").body()).isEqualTo("demo-new-session SIGNATORY 310115");
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        people.worker("leaver");
        post("/login", "login=leaver&password=" + encoded(People.PASSWORD) + "&_csrf=" + token(get("/login")));
        assertThat(get("/test/who").body()).startsWith("leaver");

        post("/logout", "_csrf=" + token(get("/login")));

        assertThat(get("/test/who").body()).startsWith("observer");
    }

    @Test
    void formThatIsTooOldIsExplainedOnAPage() throws Exception {
        HttpResponse<String> answer = post("/test/work", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("I-013").contains("请返回并刷新页面后重新提交");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return encoded(found.group(1));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
