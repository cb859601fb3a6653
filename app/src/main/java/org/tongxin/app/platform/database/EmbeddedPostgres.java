package org.tongxin.app.platform.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.Refusal;

/**
 * A PostgreSQL server that lives and dies with this application and keeps its data in a folder. Made to hold users' data:
 * {@code fsync} is on, a password is needed, it listens on loopback alone, and whatever was left by an instance that was
 * killed is stopped before the next one starts.
 *
 * <p>Layout of the folder: {@code lock}, {@code password} (0600), {@code bin-<hash>}, {@code data}, {@code log}.
 */
final class EmbeddedPostgres implements AutoCloseable {

    static final String MAJOR = "18";
    static final String USER = "tongxin";
    static final String DATABASE = "tongxin";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration INITIALISATION = Duration.ofMinutes(3);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;
    private static final long LOG_LIMIT_BYTES = 10_000_000;

    private final FolderLock lock;
    private final Runner runner;
    private final Path bin;
    private final Path data;
    private final Path logFile;
    private final String password;
    private final Map<String, String> settings;
    private @Nullable Process process;
    private int port;

    private EmbeddedPostgres(Path folder, FolderLock lock, Map<String, String> settings) throws IOException {
        this.lock = lock;
        this.settings = settings;
        this.bin = Binaries.unpackedIn(folder).resolve("bin");
        this.data = folder.resolve("data");
        this.logFile = folder.resolve("log");
        refuseOtherVersion();
        this.runner = Runner.of(folder);
        this.password = password(folder.resolve("password"));
    }

    /**
     * Starts a server on {@code folder}, which is made when missing.
     *
     * @param settings PostgreSQL's own, added to those that are fixed here
     * @throws CannotStart when it does not start, with what to do
     */
    static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
        Instant begin = Instant.now();
        Path real = made(folder);
        @Nullable FolderLock lock = null;
        try {
            lock = FolderLock.of(real);
            EmbeddedPostgres server = new EmbeddedPostgres(real, lock, settings);
            server.start();
            log.info(
                    "PostgreSQL {} runs on 127.0.0.1:{} with data in {}, ready in {} ms.",
                    MAJOR,
                    server.port,
                    server.data,
                    Duration.between(begin, Instant.now()).toMillis());
            return server;
        } catch (IOException | RuntimeException failure) {
            if (lock != null) {
                close(lock, failure);
            }
            if (failure instanceof CannotStart known) {
                throw known;
            }
            throw new CannotStart(Refusal.of("P-005", real, failure), failure);
        }
    }

    private static void close(FolderLock lock, Exception failure) {
        try {
            lock.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private static Path made(Path folder) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            Path probe = Files.createTempFile(real, "probe-", "");
            Files.delete(probe);
            return real;
        } catch (IOException failure) {
            throw new CannotStart(Refusal.of("P-001", folder.toAbsolutePath().normalize()), failure);
        }
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return password;
    }

    int port() {
        return port;
    }

    /** The operating system's id of the server process. */
    long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    private void refuseOtherVersion() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        Path file = data.resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : "?";
        if (!version.equals(MAJOR)) {
            throw new CannotStart(Refusal.of("P-003", data, version, MAJOR));
        }
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(file.resolveSibling("data"))) {
            throw new CannotStart(Refusal.of("P-012", file));
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password);
        return password;
    }

    private void start() throws IOException {
        if (Files.exists(data)) {
            new Survivors(data, bin, runner).stop();
        } else {
            initialise();
        }
        launch();
        try {
            createDatabase();
        } catch (SQLException failure) {
            close();
            throw new CannotStart(Refusal.of("P-005", logFile, String.valueOf(failure.getMessage())), failure);
        }
    }

    /** Beside the final place, then renamed: a start that is interrupted leaves nothing half made. */
    private void initialise() throws IOException {
        Path fresh = data.resolveSibling("data.new");
        Binaries.delete(fresh);
        Path passwordFile = data.resolveSibling("password");
        runner.give(passwordFile);
        Runner.Result result = runner.run(
                INITIALISATION,
                bin.resolve("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=zh-Hans-CN",
                // a UTF-8 ctype: with plain C, Chinese has no trigrams
                "--locale=" + (mac() ? "en_US.UTF-8" : "C.UTF-8"),
                "--data-checksums",
                "--no-instructions");
        if (!result.succeeded()) {
            throw new CannotStart(Refusal.of("P-005", fresh, lastLines(result.output())));
        }
        Files.move(fresh, data);
    }

    private static boolean mac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    /** Another program may take the free port first, and shared memory of a dead server may linger for a moment. */
    private void launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            long logFrom = rotatedLogSize();
            Process started = runner.command(command())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                    .start();
            started.getOutputStream().close();
            process = started;
            if (ready(started)) {
                return;
            }
            started.destroyForcibly();
            String said = logSince(logFrom);
            boolean passing = said.contains("Address already in use")
                    || said.contains("could not bind")
                    || said.contains("is still in use");
            if (!passing || attempt == ATTEMPTS) {
                throw new CannotStart(Refusal.of("P-005", logFile, lastLines(said)));
            }
            pause(Duration.ofMillis(500));
        }
    }

    private String[] command() {
        List<String> words = new ArrayList<>();
        if (new File("/usr/bin/setsid").canExecute()) {
            // a session of its own, so that Ctrl+C reaches the application first and the server after it
            words.add("/usr/bin/setsid");
        }
        words.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        Map<String, String> fixed = Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "full_page_writes", "on",
                "logging_collector", "off",
                "timezone", "UTC",
                "log_timezone", "UTC");
        fixed.forEach((name, value) -> addSetting(words, name, settings.getOrDefault(name, value)));
        settings.forEach((name, value) -> {
            if (!fixed.containsKey(name)) {
                addSetting(words, name, value);
            }
        });
        return words.toArray(String[]::new);
    }

    private static void addSetting(List<String> words, String name, String value) {
        words.add("-c");
        words.add(name + "=" + value);
    }

    /** PostgreSQL writes its state as the eighth line of this file. */
    private boolean ready(Process started) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Instant end = Instant.now().plus(START);
        while (started.isAlive() && Instant.now().isBefore(end)) {
            if (Files.exists(pidFile)) {
                List<String> lines = Files.readAllLines(pidFile);
                if (lines.size() >= 8
                        && lines.get(0).strip().equals(Long.toString(started.pid()))
                        && lines.get(7).strip().equals("ready")) {
                    return true;
                }
            }
            pause(Duration.ofMillis(20));
        }
        return false;
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private long rotatedLogSize() throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT_BYTES) {
            Files.move(logFile, logFile.resolveSibling("log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.exists(logFile) ? Files.size(logFile) : 0;
    }

    private String logSince(long bytes) throws IOException {
        try (InputStream in = Files.newInputStream(logFile)) {
            in.skipNBytes(bytes);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lastLines(String output) {
        List<String> lines = output.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting.", interrupted);
        }
    }

    /** Stops the server after its transactions have ended or been rolled back. Does nothing the second time. */
    @Override
    public synchronized void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        try (lock) {
            for (String mode : List.of("fast", "immediate")) {
                if (running.isAlive()) {
                    runner.run(
                            STOP.plusSeconds(5),
                            bin.resolve("pg_ctl").toString(),
                            "stop",
                            "-D",
                            data.toString(),
                            "-m",
                            mode,
                            "-t",
                            Long.toString(STOP.toSeconds()));
                }
            }
            running.waitFor(5, TimeUnit.SECONDS);
            log.info("PostgreSQL has stopped.");
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be stopped; the next start will do it.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
