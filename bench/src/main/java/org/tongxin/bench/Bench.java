package org.tongxin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Whole-flow measures, each with the work it stands for: the first start (empty folder, until the health page answers), the
 * whole replay of 33 days without waiting between days, the second start. Everything on 127.0.0.1, bounded in time.
 */
public final class Bench {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;

    private Bench(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("tongxin-bench");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try {
            new Bench(folder, port).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws Exception {
        long begun = System.nanoTime();
        Process first = start();
        await("/actuator/health", "UP", first);
        say("first start (unpack, initdb, migrate, serve)", begun);
        await("/api/desk/summary", "\"RUNNING\"", first);
        long replay = System.nanoTime();
        await("/api/desk/summary", "\"FINISHED\"", first);
        say("whole replay, 33 days, no waiting between days", replay);
        System.out.println(get("/api/desk/summary"));
        stop(first);
        begun = System.nanoTime();
        Process second = start();
        await("/actuator/health", "UP", second);
        say("second start", begun);
        stop(second);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tongxin.app.Tongxin",
                        "--server.port=" + port,
                        "--tongxin.data=" + folder.resolve("var"),
                        "--tongxin.replay.seconds-per-day=0"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void await(String path, String answer, Process process) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!get(path).contains(answer)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("It did not get there:\n" + Files.readString(folder.resolve("log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String get(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        }
    }

    private static void say(String what, long begun) {
        System.out.printf(Locale.ROOT, "%-55s %6.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
