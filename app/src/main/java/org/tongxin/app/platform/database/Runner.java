package org.tongxin.app.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.Refusal;

/**
 * Runs PostgreSQL's programs as somebody it accepts: it refuses root. As root they run in a user namespace without
 * mapping, where root is nobody; where the system has none, as the unprivileged user {@value #NOBODY}, who is then given
 * the data folder.
 *
 * @param prefix the words before each command
 * @param user the owner of the data folder; -1 for whoever runs this application
 */
record Runner(List<String> prefix, int user) {

    /** The user {@code nobody} of every usual system. */
    static final int NOBODY = 65_534;

    private static final Duration PROBE = Duration.ofSeconds(10);

    /** Chooses for a folder that exists already. */
    static Runner of(Path folder) throws IOException {
        if (!root()) {
            return new Runner(List.of(), -1);
        }
        int owner = owner(Files.exists(folder.resolve("data")) ? folder.resolve("data") : folder);
        Runner namespace = new Runner(List.of("unshare", "-U"), -1);
        if (owner == 0 && namespace.may("-w", folder)) {
            return namespace;
        }
        int user = owner == 0 ? NOBODY : owner;
        Runner unprivileged = new Runner(
                List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--no-new-privs"), user);
        Path parent = folder.getParent();
        if (parent == null || !unprivileged.may("-x", parent)) {
            throw new CannotStart(Refusal.of("P-004", folder));
        }
        unprivileged.takeOver(folder);
        return unprivileged;
    }

    private static boolean root() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? owner(self) == 0
                : System.getProperty("user.name", "").equals("root");
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    /** Also false when a folder above may not be entered, or when the words before the command do not work here. */
    private boolean may(String test, Path folder) throws IOException {
        try {
            return run(PROBE, "/bin/sh", "-c", "test " + test + " \"$1\"", "sh", folder.toString())
                    .succeeded();
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** The binaries stay as they are: everybody may read them. */
    private void takeOver(Path folder) throws IOException {
        give(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (!String.valueOf(entry.getFileName()).startsWith("bin-")) {
                    giveAll(entry);
                }
            }
        }
    }

    private void giveAll(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.toList()) {
                give(file);
            }
        }
    }

    /** Makes a new file readable to PostgreSQL's user; nothing to do where that is our own. */
    void give(Path file) throws IOException {
        if (user >= 0) {
            Files.setAttribute(file, "unix:uid", user);
        }
    }

    ProcessBuilder command(String... command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(command));
        return new ProcessBuilder(words).redirectErrorStream(true);
    }

    /** What a program said and how it ended. */
    record Result(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs a program to its end; one that takes longer is stopped. */
    Result run(Duration limit, String... command) throws IOException {
        Path output = Files.createTempFile("tongxin-", ".out");
        Process process = null;
        try {
            process = command(command).redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Result(ended ? process.exitValue() : -1, Files.readString(output));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.delete(output);
        }
    }
}
