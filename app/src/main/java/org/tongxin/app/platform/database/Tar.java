package org.tongxin.app.platform.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads the plain tar format of the published binaries: folders, files and symbolic links with names of at most 100
 * characters (the longest there has 61). Anything else is refused rather than guessed.
 */
final class Tar {

    private static final int BLOCK = 512;

    private Tar() {}

    static void unpack(InputStream archive, Path target) throws IOException {
        byte[] header = new byte[BLOCK];
        while (archive.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            Path file = inside(target, text(header, 0, 100));
            long size = octal(header, 124, 12);
            int kind = header[156];
            if (kind == '5') {
                Files.createDirectories(file);
            } else if (kind == '2') {
                Files.createDirectories(parent(file));
                inside(
                        target,
                        target.relativize(parent(file).resolve(text(header, 157, 100)))
                                .toString());
                Files.createSymbolicLink(file, Path.of(text(header, 157, 100)));
            } else if (kind == '0' || kind == 0) {
                Files.createDirectories(parent(file));
                copy(archive, file, size);
                archive.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            } else {
                throw new IOException("The archive entry %s has the kind (%c), which is not known here."
                        .formatted(text(header, 0, 100), (char) kind));
            }
            permit(file, kind, octal(header, 100, 8));
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive entry %s leads out of %s.".formatted(name, target));
        }
        return file;
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void copy(InputStream archive, Path file, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; ) {
                int read = archive.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("The archive ends within " + file);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** Everybody may read and run the programs, whatever the umask: they may run as another user. */
    private static void permit(Path file, int kind, long mode) throws IOException {
        if (kind == '2' || !Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (kind == '5' || (mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
