package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** An administrator alone puts nobody where they sign or open accounts. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, People.class, SecurityIT.Pages.class})
class SecondPersonIT {

    private static final String OWN = "银杏 ginkgo gate 12";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Staffing staffing;

    @Autowired
    SecondPerson second;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor administrator = Actor.system();

    @BeforeEach
    void open() {
        district.open();
        if (accounts.findActor("wufang").isEmpty()) {
            account("wufang", Role.ADMINISTRATOR);
            account("auditor", Role.AUDITOR);
        }
        administrator = district.actor("wufang");
    }

    @AfterEach
    void close() {
        district.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNATORY", "ADMINISTRATOR"})
    void whatOneAdministratorOpenedDoesNothingUntilAnotherHasConfirmedIt(Role role) throws Exception {
        String login = "new-" + role.name().toLowerCase(java.util.Locale.ROOT);
        NewEntrance entrance = staffing.fill(administrator, new Staffing.Successor(login, "林静"), held(role), false)
                .orThrow();
        UUID line = line(login);

        assertThat(code(second.confirm(district.actor("auditor"), line)))
                .as("before the own password was chosen")
                .isEqualTo("I-043");
        MockHttpSession session = enter(login, Objects.requireNonNull(entrance.password()));
        mvc.perform(choice().session(session).with(csrf())).andExpect(redirectedUrl("/password"));
        mvc.perform(get("/test/who").session(session)).andExpect(redirectedUrl("/password"));
        mvc.perform(post("/test/work").session(session).with(csrf())).andExpect(redirectedUrl("/password"));
        mvc.perform(get("/password").session(session))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("您的岗位还没有开通")));
        for (String other : new String[] {"wufang", "officer", "analyst"}) {
            assertThat(code(second.confirm(district.actor(other), line)))
                    .as(other)
                    .isEqualTo("I-003");
        }

        mvc.perform(post("/posts/" + line + "/confirmation")
                        .session(district.session(mvc, "auditor"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/posts/" + line));

        mvc.perform(get("/test/who").session(session)).andExpect(content().string(login + " " + role + " 990100"));
        assertThat(jdbc.sql("select login from audit_entry where subject = ? and action in"
                                + " ('account.opened', 'account.appointed', 'account.confirmed') order by action desc")
                        .param("account:" + login)
                        .query(String.class)
                        .list())
                .as("opened, confirmed, appointed")
                .containsExactly("wufang", "auditor", "wufang");
        assertThat(code(second.confirm(district.actor("auditor"), line))).isEqualTo("I-025");
    }

    @Test
    void anotherPasswordOfASignatoryWaitsAgainAndItsKeysToo() throws Exception {
        account("reset", Role.SIGNATORY);
        String key = tokens.issue(Actor.system(), "reset", "read", Duration.ofDays(1))
                .orThrow()
                .token();
        mvc.perform(get("/api/test").header("Authorization", "Bearer " + key)).andExpect(status().isOk());

        String password = staffing.resetPassword(administrator, line("reset"), "忘记密码")
                .orThrow()
                .password();

        mvc.perform(get("/api/test").header("Authorization", "Bearer " + key)).andExpect(status().isUnauthorized());
        MockHttpSession session = enter("reset", Objects.requireNonNull(password));
        mvc.perform(choice().session(session).with(csrf())).andExpect(redirectedUrl("/password"));
        mvc.perform(get("/test/who").session(session)).andExpect(redirectedUrl("/password"));
        assertThat(code(second.confirm(district.actor("reset"), line("reset"))))
                .as("the own account")
                .isEqualTo("I-042");
        second.confirm(district.actor("signatory"), line("reset")).orThrow();
        mvc.perform(get("/test/who").session(session)).andExpect(content().string("reset SIGNATORY 990100"));
    }

    @Test
    void anAccountThatThereIsWaitsWhereItIsToSignAndARenewedOneDoesNot() {
        account("promoted", Role.CDC_ANALYST);
        clock.holdAt(clock.now().plus(Duration.ofHours(1)));
        staffing.fill(administrator, new Staffing.Successor("promoted", ""), held(Role.SIGNATORY), false)
                .orThrow();
        assertThat(access("promoted").waiting()).isTrue();
        second.confirm(district.actor("signatory"), line("promoted")).orThrow();
        assertThat(access("promoted").waiting()).isFalse();

        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        staffing.fill(administrator, new Staffing.Successor("promoted", ""), held(Role.SIGNATORY), false)
                .orThrow();
        assertThat(access("promoted").waiting()).as("renewed").isFalse();
    }

    @Test
    void whoNeitherSignsNorOpensAccountsDoesNotWait() {
        staffing.fill(administrator, new Staffing.Successor("worker", "李娜"), held(Role.DUTY_OFFICER), false)
                .orThrow();

        assertThat(access("worker").waiting()).isFalse();
    }

    private Access access(String login) {
        return accounts.findAccess(district.actor(login).account()).orElseThrow();
    }

    private void account(String login, Role role) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD))
                .orThrow();
        accounts.appoint(Actor.system(), login, held(role)).orThrow();
    }

    private Post held(Role role) {
        Instant now = clock.now();
        return new Post(role, TestDistrict.DISTRICT, "岗位", now, now.plus(Duration.ofDays(30)));
    }

    private UUID line(String login) {
        return jdbc.sql("select p.id from appointment p join account a on a.id = account_id where login = ?"
                        + " order by since desc limit 1")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder choice() {
        return post("/password").param("chosen", OWN).param("again", OWN);
    }

    private MockHttpSession enter(String login, String password) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                mvc.perform(post("/login").with(csrf()).param("login", login).param("password", password))
                        .andReturn()
                        .getRequest()
                        .getSession(false));
    }

    private static String code(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }
}
