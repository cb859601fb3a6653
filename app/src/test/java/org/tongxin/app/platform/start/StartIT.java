package org.tongxin.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.Tongxin;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.database.TestPostgres;

/** Starts the whole application as a user does, with a database that brings itself. */
@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @TempDir
    Path data;

    @Test
    void applicationBringsItsDatabaseAndStopsIt() throws Exception {
        try (ConfigurableApplicationContext context = start("--tongxin.data=" + data, "--server.port=0")) {
            String port = context.getEnvironment().getProperty("local.server.port");
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("UP");
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select current_setting('application_name')")
                            .query(String.class)
                            .single())
                    .isEqualTo("tongxin");
            assertThat(firstDeliveries(context)).containsExactly(true, false);
        }
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private static List<Boolean> firstDeliveries(ConfigurableApplicationContext context) {
        UUID event = new UUID(0, 1);
        List<Boolean> answers = new ArrayList<>();
        for (int delivery = 1; delivery <= 2; delivery++) {
            context.getBean(TransactionTemplate.class)
                    .executeWithoutResult(
                            status -> answers.add(context.getBean(Inbox.class).firstDelivery(event, "test")));
        }
        return answers;
    }

    @Test
    void takenPortIsSaidInBothLanguages(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> start(external("--server.port=" + taken.getLocalPort())));

            assertThat(output)
                    .contains("P-007 HTTP 端口 " + taken.getLocalPort() + " 已被其他程序占用。")
                    .contains("The HTTP port " + taken.getLocalPort() + " is taken by another program.")
                    .contains("--server.port=8081");
        }
    }

    @Test
    void demonstrationIsNotOpenedToOtherMachines(CapturedOutput output) {
        assertThatThrownBy(() -> start(external("--server.port=0", "--server.address=0.0.0.0")));

        assertThat(output)
                .contains("P-008 演示模式只对本机开放，但 server.address 设为 0.0.0.0。")
                .contains("--tongxin.mode=operation")
                .doesNotContain("\tat org.springframework");
    }

    @Test
    void productionIsAnotherWordForOperation() {
        try (ConfigurableApplicationContext context =
                start(external("--server.port=0", "--tongxin.data=" + data, "--tongxin.mode=production"))) {
            assertThat(context.getBean(PlatformSettings.class).mode()).isEqualTo(PlatformSettings.Mode.OPERATION);
            assertThat(context.getEnvironment().getProperty("tongxin.mode")).isEqualTo("operation");
        }
    }

    @Test
    void aModeThatThereIsNotIsSaidInBothLanguages(CapturedOutput output) {
        assertThatThrownBy(() -> start(external("--server.port=0", "--tongxin.mode=live")));

        assertThat(output)
                .contains("P-030 没有“live”这个模式。")
                .contains("There is no mode “live”.")
                .contains("--tongxin.mode=production")
                .doesNotContain("\tat org.springframework");
    }

    @Test
    void folderThatCannotBeWrittenIsSaidInBothLanguages(CapturedOutput output) throws Exception {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> start("--tongxin.data=" + file, "--server.port=0"));

        assertThat(output)
                .contains("P-001 数据目录 " + file.resolve("postgres") + " 无法创建或写入。")
                .contains("The data folder " + file.resolve("postgres") + " cannot be made or written.")
                .doesNotContain("\tat org.springframework");
    }

    private static String[] external(String... more) {
        TestPostgres server = TestPostgres.server();
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--spring.datasource.url=" + server.freshDatabase());
        arguments.add("--spring.datasource.username=" + server.user());
        arguments.add("--spring.datasource.password=" + server.password());
        return arguments.toArray(String[]::new);
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return SpringApplication.run(Tongxin.class, arguments);
    }
}
