package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongxin.app.support.PostgresTest;

/** A demonstration, as it is without any setting. */
@SpringBootTest
@AutoConfigureMockMvc
@PostgresTest
@Import({People.class, SecurityIT.Pages.class})
class SecurityIT {

    @RestController
    static class Pages {

        @GetMapping("/test/who")
        String who(Actor actor) {
            return actor.login() + " " + actor.role() + " " + actor.territory();
        }

        @PostMapping("/test/work")
        String work(Actor actor) {
            return "done by " + actor.login();
        }

        @GetMapping("/test/forbidden")
        String forbidden(Actor actor) {
            throw new NotAllowed();
        }

        @GetMapping("/residents/test")
        String open(@Nullable Actor actor) {
            return actor == null ? "nobody" : actor.login();
        }

        @GetMapping("/api/test")
        String program(Actor actor) {
            return actor.login() + " " + actor.role();
        }

        @PostMapping("/api/test")
        String programWrites(Actor actor) {
            return "done by " + actor.login();
        }

        @GetMapping("/api/forbidden")
        String programForbidden(Actor actor) {
            throw new NotAllowed();
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void visitorReadsAsObserverOfTheDistrict() throws Exception {
        mvc.perform(get("/test/who"))
                .andExpect(status().isOk())
                .andExpect(content().string("observer OBSERVER 310115"));
    }

    @Test
    void visitorWritesNothing() throws Exception {
        mvc.perform(post("/test/work").with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/login"));
        mvc.perform(post("/test/work").with(csrf()).header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login"));
    }

    @Test
    void formWithoutItsTokenIsRefused() throws Exception {
        people.worker("csrf");
        MockHttpSession session = enter("csrf");

        mvc.perform(post("/test/work").session(session))
                .andExpect(status().isForbidden())
                .andExpect(forwardedUrl("/refused"));
        mvc.perform(post("/test/work").session(session).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string("done by csrf"));
    }

    @Test
    void everyAnswerCarriesTheStrictPolicy() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                        + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                                        + " frame-ancestors 'none'"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(content().string(not(containsString("style="))))
                .andExpect(content().string(not(containsString("<script>"))));
        mvc.perform(get("/api/test")).andExpect(header().exists("Content-Security-Policy"));
    }

    @Test
    void transferOfAPostRevokesAtTheNextRequest() throws Exception {
        people.worker("transfer");
        MockHttpSession session = enter("transfer");
        mvc.perform(get("/test/who").session(session)).andExpect(content().string("transfer STREET_WORKER 310115001"));

        people.appoint("transfer", Role.COMMUNITY_WORKER, "310115002003");
        mvc.perform(get("/test/who").session(session))
                .andExpect(content().string("transfer COMMUNITY_WORKER 310115002003"));

        accounts.endAppointment(Actor.system(), "transfer").orThrow();
        mvc.perform(post("/test/work").session(session).with(csrf())).andExpect(redirectedUrl("/login?ended"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void closedAccountIsOutAtTheNextRequest() throws Exception {
        people.worker("closed");
        MockHttpSession session = enter("closed");

        accounts.disable(Actor.system(), "closed").orThrow();

        mvc.perform(post("/test/work").session(session).with(csrf())).andExpect(redirectedUrl("/login?ended"));
        tryPassword("closed", People.PASSWORD).andExpect(redirectedUrl("/login"));
    }

    @Test
    void sixthTryIsRefusedWhoeverItIsFor() throws Exception {
        people.worker("throttled");
        for (String login : new String[] {"throttled", "nobody-knows"}) {
            for (int failure = 1; failure <= 5; failure++) {
                assertThat(refusalAfter(login, "wrong password " + failure)).contains("I-010");
            }
            assertThat(refusalAfter(login, People.PASSWORD)).contains("I-011", login + " 登录失败次数过多");
        }
        jdbc.sql("update login_failure set at = at - interval '16 minutes' where login = 'throttled'")
                .update();
        enter("throttled");
        assertThat(jdbc.sql("select count(*) from login_failure where login = 'throttled'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void demonstrationLoginsEnterWithoutAPassword() throws Exception {
        people.open(NewAccount.forDemonstration("demo-signatory", "赵敏"), Role.SIGNATORY, "310115");
        people.worker("no-demo");
        MockHttpSession session = new MockHttpSession();

        mvc.perform(get("/login")).andExpect(content().string(containsString("赵敏")));
        mvc.perform(post("/login/demonstration").session(session).with(csrf()).param("login", "demo-signatory"))
                .andExpect(redirectedUrl("/"));
        mvc.perform(get("/test/who").session(session)).andExpect(content().string("demo-signatory SIGNATORY 310115"));

        mvc.perform(post("/login/demonstration").with(csrf()).param("login", "no-demo"))
                .andExpect(redirectedUrl("/login"));
        mvc.perform(post("/login/demonstration").param("login", "demo-signatory"))
                .andExpect(status().isForbidden());
    }

    @Test
    void scriptedAccountCannotLogIn() throws Exception {
        people.open(NewAccount.scripted("script", "剧本：李娜"), Role.STREET_WORKER, People.STREET);

        assertThat(accounts.findActor("script").orElseThrow().scripted()).isTrue();
        assertThat(refusalAfter("script", "")).contains("I-010");
        mvc.perform(post("/login/demonstration").with(csrf()).param("login", "script"))
                .andExpect(redirectedUrl("/login"));
        assertThat(tokens.issue(Actor.system(), "script", "test", Duration.ofDays(1)))
                .hasToString("Refused[refusal=Refusal[code=I-008, arguments=[script]]]");
    }

    @Test
    void programsActWithTheirKeyAndThePostOfTheMoment() throws Exception {
        people.open(NewAccount.withPassword("clinic-3", "三号门诊", People.PASSWORD), Role.REPORTER, People.STREET);
        ApiTokens.Issued key = tokens.issue(Actor.system(), "clinic-3", "counts", Duration.ofDays(30))
                .orThrow();
        String bearer = "Bearer " + key.token();

        mvc.perform(get("/api/test").header("Authorization", bearer))
                .andExpect(content().string("clinic-3 REPORTER"));
        mvc.perform(post("/api/test").header("Authorization", bearer))
                .andExpect(content().string("done by clinic-3"))
                .andExpect(cookie().doesNotExist("JSESSIONID"));
        mvc.perform(get("/api/forbidden").header("Authorization", bearer))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("I-003"));
        assertThat(jdbc.sql("select hash from api_token").query(String.class).list())
                .doesNotContain(key.token());

        tokens.revoke(Actor.system(), key.id()).orThrow();
        mvc.perform(get("/api/test").header("Authorization", bearer)).andExpect(status().isUnauthorized());
    }

    @Test
    void aKeyHoldsForItsTerritoryWhereverItsAccountGoes() throws Exception {
        people.open(NewAccount.withPassword("clinic-5", "五号门诊", People.PASSWORD), Role.REPORTER, People.STREET);
        String bearer = "Bearer "
                + tokens.issue(Actor.system(), "clinic-5", "counts", Duration.ofDays(30))
                        .orThrow()
                        .token();
        mvc.perform(get("/api/test").header("Authorization", bearer)).andExpect(status().isOk());

        jdbc.sql(
                        "update appointment set area_path = '310115002' where account_id = (select id from account where login = 'clinic-5')")
                .update();
        mvc.perform(get("/api/test").header("Authorization", bearer)).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/test").header("Authorization", bearer)).andExpect(status().isUnauthorized());
    }

    @Test
    void anAdministratorIssuesAndRevokesKeysOfTheOwnTerritoryOnly() {
        Actor street = people.open(
                NewAccount.withPassword("keys-street", "管理员", People.PASSWORD), Role.ADMINISTRATOR, People.STREET);
        people.open(NewAccount.withPassword("keys-district", "值班", People.PASSWORD), Role.DUTY_OFFICER, "310115");
        people.open(NewAccount.withPassword("keys-clinic", "门诊", People.PASSWORD), Role.REPORTER, People.STREET);
        people.open(NewAccount.withPassword("keys-gone", "门诊", People.PASSWORD), Role.REPORTER, People.STREET);
        accounts.endAppointment(Actor.system(), "keys-gone").orThrow();

        assertThat(tokens.issue(street, "keys-district", "read", Duration.ofDays(1)))
                .hasToString("Refused[refusal=Refusal[code=I-034, arguments=[keys-district]]]");
        assertThat(tokens.issue(street, "keys-gone", "read", Duration.ofDays(1)).toString())
                .contains("I-004");
        ApiTokens.Issued ofDistrict = tokens.issue(Actor.system(), "keys-district", "read", Duration.ofDays(1))
                .orThrow();
        assertThat(tokens.revoke(street, ofDistrict.id()).toString()).contains("I-012");
        assertThat(tokens.findActor(ofDistrict.token())).isPresent();
        ApiTokens.Issued own = tokens.issue(street, "keys-clinic", "counts", Duration.ofDays(1))
                .orThrow();
        tokens.revoke(street, own.id()).orThrow();
        assertThat(tokens.findActor(own.token())).isEmpty();
    }

    @Test
    void expiredKeyAndKeyOfAnEndedPostAreRefused() throws Exception {
        people.open(NewAccount.withPassword("clinic-4", "四号门诊", People.PASSWORD), Role.REPORTER, People.STREET);
        String expired = tokens.issue(Actor.system(), "clinic-4", "a", Duration.ofDays(1))
                .orThrow()
                .token();
        jdbc.sql("update api_token set expires = now() - interval '1 second' where purpose = 'a'")
                .update();
        String valid = tokens.issue(Actor.system(), "clinic-4", "b", Duration.ofDays(1))
                .orThrow()
                .token();

        mvc.perform(get("/api/test").header("Authorization", "Bearer " + expired))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/api/test").header("Authorization", "Bearer " + valid)).andExpect(status().isOk());
        accounts.endAppointment(Actor.system(), "clinic-4").orThrow();
        mvc.perform(get("/api/test").header("Authorization", "Bearer " + valid)).andExpect(status().isUnauthorized());
    }

    @Test
    void programWithoutAKeyIsToldWhatItNeeds() throws Exception {
        for (ResultActions answer : new ResultActions[] {
            mvc.perform(get("/api/test")),
            mvc.perform(post("/api/test")),
            mvc.perform(get("/api/desk/summary").header("Authorization", "Bearer guess"))
        }) {
            answer.andExpect(status().isUnauthorized())
                    .andExpect(header().string("WWW-Authenticate", "Bearer"))
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.code").value("I-012"))
                    .andExpect(jsonPath("$.detail").value(containsString("需要有效的密钥")));
        }
        mvc.perform(get("/api/desk/summary")).andExpect(status().isOk());
    }

    @Test
    void whatAPostDoesNotIncludeIsSaidOnAPage() throws Exception {
        mvc.perform(get("/test/forbidden"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("I-003")))
                .andExpect(content().string(containsString("您的岗位没有此项权限")));
    }

    @Test
    void chineseIsFirstAndEnglishIsAChoice() throws Exception {
        mvc.perform(get("/login").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("密码")));
        mvc.perform(get("/login?lang=en"))
                .andExpect(content().string(containsString("Password")))
                .andExpect(cookie().value("language", "en"));
        mvc.perform(get("/login").cookie(new Cookie("language", "en")))
                .andExpect(content().string(containsString("Password")));
    }

    @Test
    void internalsAreForAdministrators() throws Exception {
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        mvc.perform(get("/actuator")).andExpect(status().isForbidden());
    }

    private MockHttpSession enter(String login) throws Exception {
        ResultActions answer = tryPassword(login, People.PASSWORD).andExpect(redirectedUrl("/"));
        return (MockHttpSession) answer.andReturn().getRequest().getSession(false);
    }

    private ResultActions tryPassword(String login, String password) throws Exception {
        return mvc.perform(post("/login").with(csrf()).param("login", login).param("password", password));
    }

    private String refusalAfter(String login, String password) throws Exception {
        MockHttpSession session = (MockHttpSession) tryPassword(login, password)
                .andExpect(redirectedUrl("/login"))
                .andReturn()
                .getRequest()
                .getSession(false);
        return mvc.perform(get("/login").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
