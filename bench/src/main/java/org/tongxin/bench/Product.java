package org.tongxin.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product as a process on a free port of this machine, with a folder of its own; may be killed and started again on it. */
final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern DATABASE = Pattern.compile("runs on 127\\.0\\.0\\.1:(\\d+)");
    private static final String BOUNDARY = "part-of-a-form";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Path folder;
    private final List<String> settings;
    private final HttpClient plain = HttpClient.newHttpClient();
    private int port;
    private Process process;

    private Product(Path folder, List<String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.process = begin();
    }

    /** Starts it on a new folder. */
    static Product start(String... settings) throws IOException {
        return new Product(Files.createTempDirectory("tongxin-bench"), List.of(settings));
    }

    private Process begin() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.deleteIfExists(log());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tongxin.app.Tongxin",
                "--server.port=" + port,
                "--tongxin.data=" + folder.resolve("var")));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Starts it once more on its folder. */
    void again() throws IOException {
        process = begin();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits until a page that needs no login holds a text. */
    void await(String path, String text) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!get(path).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("It did not get there:\n" + Files.readString(log()));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A page that needs no login; empty where nothing answers. */
    String get(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return plain.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        }
    }

    /** A browser that has entered as one of the demonstration's people. */
    Browser enter(String login) throws IOException, InterruptedException {
        Browser browser = new Browser();
        browser.post("/login", "/login/demonstration", Map.of("login", login));
        return browser;
    }

    /** A connection to its database. */
    Connection database() throws IOException, SQLException {
        Matcher said = DATABASE.matcher(Files.readString(log()));
        if (!said.find()) {
            throw new IllegalStateException("The port of the database was not said.");
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + said.group(1) + "/tongxin",
                "tongxin",
                Files.readString(folder.resolve("var/postgres/password")).strip());
    }

    /** Ends the program at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** Ends the database at once and leaves the program to itself. */
    void killDatabase() throws IOException {
        Path pid = folder.resolve("var/postgres/data/postmaster.pid");
        if (Files.exists(pid)) {
            long server = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Keeps cookies; follows no redirection, so that a page's answer is seen as it is. */
    final class Browser {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(uri(path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** Sends a form with the token of the page on which it stands. */
        HttpResponse<String> post(String page, String path, Map<String, String> form)
                throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get(page).body());
            if (!token.find()) {
                throw new IOException("The page " + page + " has no form.");
            }
            String body = Stream.concat(Stream.of(Map.entry("_csrf", token.group(1))), form.entrySet().stream())
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return client.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** Sends a form with a file, with the token of the page on which it stands. */
        HttpResponse<String> send(String page, String path, Map<String, String> form, String name, byte[] file)
                throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get(page).body());
            if (!token.find()) {
                throw new IOException("The page " + page + " has no form.");
            }
            String fields = Stream.concat(Stream.of(Map.entry("_csrf", token.group(1))), form.entrySet().stream())
                    .map(field -> part("name=\"" + field.getKey() + "\"") + field.getValue() + "\r\n")
                    .collect(Collectors.joining());
            String head = part("name=\"file\"; filename=\"" + name + "\"");
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(fields + head),
                    HttpRequest.BodyPublishers.ofByteArray(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
            return client.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .timeout(Duration.ofMinutes(2))
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static String part(String disposition) {
            return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        }
    }
}
