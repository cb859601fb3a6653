package org.tongxin.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.Refusal;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedPostgresIT {

    /** Unpacked once; each folder of a test links to it. */
    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        Binaries.unpackedIn(programs.toRealPath());
    }

    @Test
    void chineseSortsByPinyinAndHasTrigramsFromTheFirstStartOn() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(one(server, "select string_agg(n, ' ' order by n) from unnest(array['王五','张三','阿明','李四']) n"))
                    .isEqualTo("阿明 李四 王五 张三");
            assertThat(one(server, "select array_length(show_trgm('社区网格'), 1)", "create extension pg_trgm"))
                    .isEqualTo("5");
        }
    }

    @Test
    void serverIsSafeForUsersData() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(List.of(
                            one(server, "show fsync"),
                            one(server, "show synchronous_commit"),
                            one(server, "show data_checksums"),
                            one(server, "show listen_addresses"),
                            one(server, "show unix_socket_directories"),
                            one(server, "show password_encryption")))
                    .containsExactly("on", "on", "on", "127.0.0.1", "", "scram-sha-256");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), EmbeddedPostgres.USER, "guess")
                            .close())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void whatWasWrittenIsThereAfterAnOrderlyRestart() throws Exception {
        try (EmbeddedPostgres server = start()) {
            one(server, "select 1", "create table kept as select generate_series(1, 7) n");
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(one(server, "select count(*) from kept")).isEqualTo("7");
        }
    }

    @Test
    void serverLeftByAKilledInstanceIsStoppedAndCommittedRowsAreThere() throws Exception {
        Killed instance = runInstance();
        kill(instance.application());

        assertThat(alive(instance.server())).isTrue();
        expectCommittedRowsWithin(Duration.ofSeconds(30), 1000);
        assertThat(alive(instance.server())).isFalse();
    }

    @Test
    void killedServerRecoversWhatWasCommitted() throws Exception {
        Killed instance = runInstance();
        kill(instance.server());
        kill(instance.application());

        expectCommittedRowsWithin(Duration.ofSeconds(30), 1000);
    }

    @Test
    void applicationAndServerKilledTogetherRecover() throws Exception {
        Killed instance = runInstance();
        kill(instance.application());
        kill(instance.server());

        expectCommittedRowsWithin(Duration.ofSeconds(30), 1000);
    }

    @Test
    void processIdOfAStrangerInTheOldFileHurtsNobody() throws Exception {
        start().close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");

        start().close();
    }

    @Test
    void interruptedInitialisationLeavesNothingHalfMade() throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));

        start().close();

        assertThat(folder.resolve("data.new")).doesNotExist();
    }

    @Test
    void secondStartOnTheSameFolderIsRefused() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(refusal(folder))
                    .isEqualTo(Refusal.of(
                            "P-002",
                            folder.toRealPath(),
                            ProcessHandle.current().pid()));
            assertThat(one(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusal(file).code()).isEqualTo("P-001");
        assertThat(refusal(file.resolve("postgres")).code()).isEqualTo("P-001");
        assertThat(refusal(Path.of("/proc/tongxin"))).isEqualTo(Refusal.of("P-001", "/proc/tongxin"));
    }

    @Test
    void dataOfAnotherVersionAreNotTouched() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");

        assertThat(refusal(folder))
                .isEqualTo(Refusal.of("P-003", folder.toRealPath().resolve("data"), "16", "18"));
        assertThat(Files.readString(data.resolve("PG_VERSION"))).isEqualTo("16\n");
    }

    @Test
    void lastWordsOfAServerThatDoesNotStartAreShown() throws Exception {
        start().close();

        CannotStart failure = catchThrowableOfType(
                CannotStart.class, () -> EmbeddedPostgres.start(folder, Map.of("work_mem", "much")));

        assertThat(failure.refusal().code()).isEqualTo("P-005");
        assertThat(failure.refusal().arguments().getLast()).contains("invalid value for parameter \"work_mem\"");
    }

    @Test
    void missingPasswordFileIsNamed() throws Exception {
        start().close();
        Files.delete(folder.resolve("password"));

        assertThat(refusal(folder).code()).isEqualTo("P-012");
    }

    private EmbeddedPostgres start() throws IOException {
        Path home = Binaries.unpackedIn(programs.toRealPath());
        Path link = folder.resolve(home.getFileName());
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, home);
        }
        return EmbeddedPostgres.start(folder, Map.of());
    }

    private static Refusal refusal(Path folder) {
        return catchThrowableOfType(CannotStart.class, () -> EmbeddedPostgres.start(folder, Map.of()))
                .refusal();
    }

    private static String one(EmbeddedPostgres server, String question, String... before) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), EmbeddedPostgres.USER, server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : before) {
                statement.execute(sql);
            }
            try (ResultSet answer = statement.executeQuery(question)) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    private record Killed(ProcessHandle application, ProcessHandle server) {}

    private Killed runInstance() throws IOException {
        start().close();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LauncherProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("server ")) {
                long server = Long.parseLong(line.substring("server ".length()));
                return new Killed(process.toHandle(), ProcessHandle.of(server).orElseThrow());
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The instance ended early:\n" + said);
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    /** A killed server whose parent is gone may wait as a zombie for its grandparent; that is not alive. */
    private static boolean alive(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return process.isAlive()
                && !(Files.exists(status) && Files.readString(status).contains("State:\tZ"));
    }

    private void expectCommittedRowsWithin(Duration limit, int rows) throws Exception {
        Instant begin = Instant.now();
        try (EmbeddedPostgres server = start()) {
            assertThat(one(server, "select count(*) from kept")).isEqualTo(Integer.toString(rows));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(limit);
        }
    }
}
