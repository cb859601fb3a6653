package org.tongxin.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongxin.app.Tongxin;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.database.TestPostgres;
import org.tongxin.app.support.PostgresTest;

/** Real use. */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
@Import({People.class, SecurityIT.Pages.class})
class OperationIT {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    PlatformSettings settings;

    @Autowired
    Setup setup;

    @Autowired
    Checks checks;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    private static final String PASSWORD = People.PASSWORD;

    @Test
    void everythingButPublicPagesNeedsALogin() throws Exception {
        mvc.perform(get("/test/who")).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/residents/test")).andExpect(content().string("nobody"));
        mvc.perform(get("/login")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        mvc.perform(get("/api/desk/summary")).andExpect(status().isUnauthorized());
    }

    @Test
    void demonstrationLoginDoesNotExist() throws Exception {
        people.open(NewAccount.forDemonstration("played", "赵敏"), Role.SIGNATORY, "310115");

        mvc.perform(post("/login/demonstration").with(csrf()).param("login", "played"))
                .andExpect(status().isNotFound());
        assertThat(accounts.listDemonstrationLogins()).isEmpty();
    }

    @Test
    void aSecretInTheDataFolderMakesTheFirstAdministratorOnce() throws Exception {
        nobodyAdministers();
        setup.renew();
        String secret = secret();
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        mvc.perform(get("/setup")).andExpect(status().isOk());

        mvc.perform(post("/setup").param("secret", secret)).andExpect(status().isForbidden());
        assertThat(refusal(secret + "x", "first-one", PASSWORD)).contains("I-036");
        assertThat(refusal(secret, "first-one", "short")).contains("I-006");
        assertThat(accounts.findName("first-one")).isEmpty();
        mvc.perform(form(secret, "first-one", PASSWORD)).andExpect(redirectedUrl("/login"));

        assertThat(accounts.findActor("first-one").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        mvc.perform(post("/login").with(csrf()).param("login", "first-one").param("password", PASSWORD))
                .andExpect(redirectedUrl("/"));
        assertThat(file()).doesNotExist();
        assertThat(refusal(secret, "second-one", PASSWORD)).contains("I-036");
        assertThat(accounts.findName("second-one")).isEmpty();
    }

    @Test
    void aPostThatBeginsNowIsNotPastBecauseTheClockWentOn() {
        Instant asked = clock.now().minusSeconds(20);
        Instant until = asked.plus(Duration.ofDays(30));

        assertThat(checks.term(asked, until)).isEmpty();
        assertThat(checks.term(asked.minus(Duration.ofMinutes(2)), until))
                .map(Refusal::code)
                .contains("I-027");
    }

    @Test
    void aSecretRunsOutAfterADayAndANewOneReplacesIt() throws Exception {
        nobodyAdministers();
        setup.renew();
        String old = secret();
        jdbc.sql("update setup_secret set expires = expires - interval '24 hours'")
                .update();
        assertThat(refusal(old, "too-late", PASSWORD)).contains("I-036");

        setup.renew();

        assertThat(secret()).isNotEqualTo(old);
        assertThat(refusal(old, "too-late", PASSWORD)).contains("I-036");
        assertThat(jdbc.sql("select hash from setup_secret").query(String.class).single())
                .doesNotContain(secret());
    }

    @Test
    void aStartMakesASecretOnlyWhileNobodyIsAdministrator() throws Exception {
        nobodyAdministers();
        setup.afterSingletonsInstantiated();
        String secret = secret();

        people.open(NewAccount.withPassword("in-charge", "陈静", PASSWORD), Role.ADMINISTRATOR, "310115");
        setup.afterSingletonsInstantiated();

        assertThat(secret()).isEqualTo(secret);
    }

    /** Another program that started at the same database in between had made one of its own. */
    @Test
    void aSecretMadeBesideAnotherIsOfNoUseOnceSomebodyIsAdministrator() throws Exception {
        nobodyAdministers();
        setup.renew();
        mvc.perform(form(secret(), "of-the-first", PASSWORD)).andExpect(redirectedUrl("/login"));

        setup.renew();

        assertThat(refusal(secret(), "of-the-second", PASSWORD)).contains("I-036");
        assertThat(accounts.findName("of-the-second")).isEmpty();
    }

    private void nobodyAdministers() {
        jdbc.sql("update appointment set until = now() where role = 'ADMINISTRATOR' and until > now()")
                .update();
    }

    private Path file() {
        return settings.data().resolve(Setup.FILE);
    }

    private String secret() throws Exception {
        return Files.readString(file()).strip();
    }

    private static MockHttpServletRequestBuilder form(String secret, String login, String password) {
        return post("/setup")
                .with(csrf())
                .param("secret", secret)
                .param("login", login)
                .param("name", "陈静")
                .param("password", password)
                .param("again", password);
    }

    private String refusal(String secret, String login, String password) throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(form(secret, login, password).session(session)).andExpect(redirectedUrl("/setup"));
        return mvc.perform(get("/setup").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void scriptedAccountIsNotOpened() {
        assertThat(accounts.open(Actor.system(), NewAccount.scripted("script", "剧本")))
                .isEqualTo(Outcome.refused("I-002", "script"));
    }

    @Test
    void databaseWithScriptedAccountsIsNotOpened(CapturedOutput output) {
        TestPostgres server = TestPostgres.server();
        String url = server.freshDatabase();
        JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                        url, server.user(), server.password()))
                .sql("insert into account (id, login, name, scripted, created_at)"
                        + " values (gen_random_uuid(), 'script-7', '剧本', true, now())")
                .update();

        assertThatThrownBy(() -> SpringApplication.run(
                Tongxin.class,
                "--tongxin.mode=operation",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + server.user(),
                "--spring.datasource.password=" + server.password()));

        assertThat(output)
                .contains("I-001 数据库中有演示脚本账号（script-7），不能用于实际工作。")
                .contains("must not be used for real work")
                .contains("--tongxin.mode=demonstration");
    }
}
