package org.tongxin.app.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL processes of a data folder that outlived the application that started them. Only a process that is
 * {@code postgres} and works in this very folder counts: a process id in a file may belong to anybody by now.
 */
final class Survivors {

    private static final Logger log = LoggerFactory.getLogger(Survivors.class);
    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final Path bin;
    private final Runner runner;

    Survivors(Path data, Path bin, Runner runner) {
        this.data = data;
        this.bin = bin;
        this.runner = runner;
    }

    /** To be called only under the folder's lock. */
    void stop() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster = postmaster(pidFile);
        if (postmaster.isPresent()) {
            log.info(
                    "Stopping PostgreSQL (process {}), left by an earlier run.",
                    postmaster.get().pid());
            for (String mode : List.of("fast", "immediate")) {
                if (postmaster.get().isAlive()) {
                    runner.run(
                            PATIENCE.plusSeconds(5),
                            bin.resolve("pg_ctl").toString(),
                            "stop",
                            "-D",
                            data.toString(),
                            "-m",
                            mode,
                            "-t",
                            Long.toString(PATIENCE.toSeconds()));
                }
            }
        }
        awaitEnd();
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
        return pid.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(pid)).filter(this::ours) : Optional.empty();
    }

    /** Children end by themselves once their parent is gone; what does not, is ended. */
    private void awaitEnd() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        for (List<ProcessHandle> left = left(); !left.isEmpty(); left = left()) {
            if (Instant.now().isAfter(end)) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            pause();
        }
    }

    private List<ProcessHandle> left() throws IOException {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(process -> String.valueOf(process.getFileName()))
                    .filter(name -> name.matches("\\d+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .filter(this::ours)
                    .toList();
        }
    }

    private boolean ours(ProcessHandle process) {
        if (!Files.isDirectory(PROC)) {
            return process.info()
                    .command()
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent();
        }
        try {
            Path entry = PROC.resolve(Long.toString(process.pid()));
            return Files.readSymbolicLink(entry.resolve("exe")).endsWith("postgres")
                    && Files.readSymbolicLink(entry.resolve("cwd")).equals(data);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL to end.", interrupted);
        }
    }
}
