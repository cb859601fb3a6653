package org.tongxin.e2e;

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

/** The product as a process of its own, on a free port of this machine, with a folder of its own. */
final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final int port;
    private final Path log;

    private Product(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it and waits until the replay has finished. */
    static Product finished(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tongxin.app.Tongxin",
                        "--server.port=" + port,
                        "--tongxin.data=" + folder.resolve("var"),
                        "--tongxin.replay.seconds-per-day=0",
                        "--tongxin.replay.last-day=2022-03-27")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Product product = new Product(process, port, log);
        product.await("\"FINISHED\"");
        return product;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void await(String answer) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/api/desk/summary")))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The product did not get there:\n" + Files.readString(log));
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body()
                        .contains(answer)) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
