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
import java.util.List;
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
import org.springframework.test.web.servlet.MockMvc;
import org.tongxin.app.Tongxin;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;
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
    void firstAdministratorFindsAPasswordInTheDataFolder() throws Exception {
        List<String> lines = Files.readAllLines(settings.data().resolve("first-administrator"));

        assertThat(accounts.findActor(lines.get(0)).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        mvc.perform(post("/login").with(csrf()).param("login", lines.get(0)).param("password", lines.get(1)))
                .andExpect(redirectedUrl("/"));
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
