package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application and database are killed in the middle of the replay: it goes on, nothing lost, nothing doubled. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void aReplayKilledInTheMiddleEndsAsOneThatWasNot() throws Exception {
        Process calm = start("calm", 0);
        String expected = awaitState("FINISHED");
        end(calm);

        Process first = start("killed", 0);
        awaitDay("2022-03-13");
        first.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        Process second = start("killed", 0);
        awaitDay("2022-03-20");
        killDatabase("killed");
        second.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        Process third = start("killed", 0);
        String survived = awaitState("FINISHED");
        end(third);

        assertThat(survived).isEqualTo(expected);

        Process fourth = start("killed", 0);
        assertThat(awaitState("FINISHED"))
                .as("a second start shows where the first stopped")
                .isEqualTo(expected);
        end(fourth);
    }

    private int port;

    private Process start(String name, double secondsPerDay) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tongxin.class.getName(),
                        "--server.port=" + port,
                        "--tongxin.data=" + folder.resolve(name),
                        "--tongxin.replay.load=true",
                        "--tongxin.replay.seconds-per-day=" + secondsPerDay,
                        "--tongxin.replay.last-day=2022-03-22")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
    }

    private void killDatabase(String name) throws IOException {
        Path pid = folder.resolve(name).resolve("postgres/data/postmaster.pid");
        long process = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private String awaitState(String state) throws Exception {
        return await("\"state\":\"" + state + "\"");
    }

    /** Waits until the replay has reached a day, or one after it. */
    private void awaitDay(String day) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String summary = summary();
        while (summary.isEmpty()
                || summary.replaceAll(".*\"day\":\"([^\"]*)\".*", "$1").compareTo(day) < 0) {
            assertThat(System.nanoTime()).as(this::logs).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
            summary = summary();
        }
    }

    private String await(String part) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String summary = summary();
        while (!summary.contains(part)) {
            assertThat(summary).doesNotContain("PAUSED");
            assertThat(System.nanoTime()).as(this::logs).isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
            summary = summary();
        }
        return summary;
    }

    private String logs() {
        try (var files = Files.list(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private String summary() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/desk/summary"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (IOException notYet) {
            return "";
        }
    }
}
