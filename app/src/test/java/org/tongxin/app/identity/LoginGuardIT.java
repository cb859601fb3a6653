package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;

/** Guessing stays bounded, and nobody closes the door to somebody else. */
@SpringBootTest
@AutoConfigureMockMvc
@PostgresTest
@Import(People.class)
class LoginGuardIT {

    private static final String OFFICE = "203.0.113.5";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    OwnPassword own;

    @Autowired
    LoginAttempts attempts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aStrangersWrongPasswordsCloseNothingForTheOwner() throws Exception {
        people.worker("guarded");
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(refusal(tried("guarded", "wrong " + wrong, "198.51.100.7", null)))
                    .contains("I-010");
        }

        assertThat(refusal(tried("guarded", People.PASSWORD, "198.51.100.7", null)))
                .as("closed where the wrong ones came from")
                .contains("I-011");
        assertThat(entered(tried("guarded", People.PASSWORD, OFFICE, null))).isTrue();
    }

    @Test
    void strangersAtManyAddressesAreBoundedAndAKnownBrowserStaysOpen() throws Exception {
        people.worker("attacked");
        MvcResult first = tried("attacked", People.PASSWORD, OFFICE, null);
        Cookie device = Objects.requireNonNull(first.getResponse().getCookie("TXDEVICE"));
        assertThat(device.isHttpOnly()).isTrue();
        for (int stranger = 0; stranger < 50; stranger++) {
            attempts.begin("attacked", new LoginSource("198.51.100." + stranger, ""));
        }

        assertThat(refusal(tried("attacked", People.PASSWORD, "192.0.2.1", null)))
                .as("one more address")
                .contains("I-011");
        assertThat(refusal(tried("attacked", People.PASSWORD, "192.0.2.1", new Cookie("TXDEVICE", "x".repeat(43)))))
                .as("a made-up browser")
                .contains("I-011");
        assertThat(entered(tried("attacked", People.PASSWORD, "192.0.2.1", device)))
                .isTrue();
        people.worker("colleague");
        for (int stranger = 0; stranger < 50; stranger++) {
            attempts.begin("colleague", new LoginSource("198.51.100." + stranger, ""));
        }
        assertThat(refusal(tried("colleague", People.PASSWORD, OFFICE, device)))
                .as("a browser known for another login")
                .contains("I-011");
    }

    @Test
    void aKnownBrowserGuessesNoMoreThanAnyOther() throws Exception {
        people.worker("borrowed");
        Cookie device = Objects.requireNonNull(
                tried("borrowed", People.PASSWORD, OFFICE, null).getResponse().getCookie("TXDEVICE"));
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertThat(refusal(tried("borrowed", "wrong " + wrong, "192.0.2." + wrong, device)))
                    .contains("I-010");
        }

        assertThat(refusal(tried("borrowed", People.PASSWORD, "192.0.2.9", device)))
                .contains("I-011");
    }

    @Test
    void oneNetworkOfTheNewAddressesIsOnePlace() {
        for (int host = 1; host <= 5; host++) {
            assertThat(attempts.begin("six", new LoginSource("2001:db8:0:1::" + host, "")))
                    .isEmpty();
        }

        assertThat(attempts.begin("six", new LoginSource("2001:db8:0:1::99", "")))
                .isPresent();
        assertThat(attempts.begin("six", new LoginSource("2001:db8:0:2::1", "")))
                .isEmpty();
    }

    @Test
    void noAddressIsStored() {
        attempts.begin("kept", new LoginSource("198.51.100.200", ""));

        assertThat(jdbc.sql("select count(*) from login_failure where source like '%198.51%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofTwoChangesOfOnePasswordAtOnceOneStands() throws Exception {
        Actor actor = people.worker("twice");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<Access>>> changes = two.invokeAll(
                    List.of(change(actor, together, "银杏 ginkgo gate 1"), change(actor, together, "银杏 ginkgo gate 2")));
            Outcome<Access> one = changes.get(0).get();
            Outcome<Access> other = changes.get(1).get();

            assertThat(List.of(one, other))
                    .filteredOn(outcome -> outcome instanceof Outcome.Accepted<Access>)
                    .hasSize(1);
            String standing = one instanceof Outcome.Accepted<Access> ? "银杏 ginkgo gate 1" : "银杏 ginkgo gate 2";
            assertThat(entered(tried("twice", standing, OFFICE, null))).isTrue();
        }
    }

    private Callable<Outcome<Access>> change(Actor actor, CyclicBarrier together, String chosen) {
        return () -> {
            together.await();
            return own.change(actor, new OwnPassword.Typed(People.PASSWORD, chosen, chosen));
        };
    }

    private MvcResult tried(String login, String password, String address, @Nullable Cookie device) throws Exception {
        MockHttpServletRequestBuilder form = post("/login")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("login", login)
                .param("password", password);
        return mvc.perform(device == null ? form : form.cookie(device)).andReturn();
    }

    private static boolean entered(MvcResult result) {
        return "/".equals(result.getResponse().getRedirectedUrl());
    }

    private String refusal(MvcResult result) throws Exception {
        assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login");
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
        return mvc.perform(get("/login").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
