package org.tongxin.app.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.Refusal;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs: published archives on the class path, unpacked once beside the data. */
final class Binaries {

    private Binaries() {}

    /**
     * The folder with {@code bin/postgres}. It is named after the archive's hash, so a new version unpacks beside the old
     * one, and it appears at once or not at all.
     */
    static Path unpackedIn(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve("bin-" + hash(archive).substring(0, 12));
        if (!Files.isDirectory(home)) {
            Path fresh = folder.resolve(home.getFileName() + ".new");
            delete(fresh);
            Files.createDirectories(fresh);
            Tar.unpack(new XZInputStream(new ByteArrayInputStream(archive)), fresh);
            Files.move(fresh, home);
        }
        return home;
    }

    private static byte[] archive() throws IOException {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        try (@Nullable InputStream found = Binaries.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new CannotStart(Refusal.of("P-011", system() + " " + processor()));
            }
            return found.readAllBytes();
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static String hash(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }

    /** Deletes a folder and what is in it; nothing when there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
