package org.tongxin.app.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.PlatformSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes backups to the folder {@code backups} of the data folder, readable for the owner alone, and keeps the last
 * {@value #KEPT} of the nights and the last {@value #KEPT} asked for: neither push the others out. Time is real time, whatever a replay says. One at a time; others wait.
 */
@Component
public class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss.SSS'Z.zip'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Of this process alone, so that two on one folder do not write into one another. */
    private static final String UNFINISHED =
            "unfinished-" + ProcessHandle.current().pid();

    private static final String ANY = "tongxin-.*Z\\.zip";
    private static final String NIGHTLY = "tongxin-nightly-";
    private static final String ASKED_FOR = "tongxin-";

    /** How many of either kind are kept. Suggested value: a week of nights. */
    private static final int KEPT = 7;

    private final DataSource source;
    private final PlatformSettings settings;
    private final JsonMapper json;
    private final Path folder;

    Backups(DataSource source, PlatformSettings settings, JsonMapper json) {
        this.source = source;
        this.settings = settings;
        this.json = json;
        this.folder = settings.data().resolve("backups");
    }

    /** At three in the morning of the machine. */
    @Scheduled(cron = "0 0 3 * * *")
    void nightly() {
        if (!settings.demonstration()) {
            log.info("Backup written: {}", write(NIGHTLY));
        }
    }

    /** Backups that are there, newest first. */
    public List<BackupFile> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(ANY))
                    .map(Backups::described)
                    .sorted(Comparator.comparing(Backups::moment).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of backups cannot be read: " + folder, failure);
        }
    }

    private static String moment(BackupFile file) {
        return file.name().substring(file.name().lastIndexOf('-') + 1);
    }

    private static BackupFile described(Path file) {
        try {
            return new BackupFile(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException failure) {
            throw new UncheckedIOException("A backup cannot be read: " + file, failure);
        }
    }

    /**
     * Writes a backup of this moment.
     *
     * @return the file
     */
    public Path write() {
        return write(ASKED_FOR);
    }

    private synchronized Path write(String kind) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            Files.createDirectories(folder);
            Path unfinished = created(folder.resolve(UNFINISHED));
            try (Connection connection = source.getConnection();
                    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                connection.setAutoCommit(false);
                try {
                    write(connection, zip, now);
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
            Path file = folder.resolve(kind + NAME.format(now));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            forget(kind);
            return file;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("The backup was not written to " + folder + ".", failure);
        }
    }

    private static Path created(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            return Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createFile(file);
    }

    private void write(Connection connection, ZipOutputStream zip, Instant now) throws SQLException, IOException {
        Tables tables = new Tables(connection);
        tables.execute("set transaction isolation level repeatable read, read only");
        String schema = tables.schema();
        List<Manifest.Table> written = new ArrayList<>();
        for (String table : tables.names()) {
            List<String> columns = tables.columns(table);
            zip.putNextEntry(new ZipEntry(new Manifest.Table(table, columns, 0, "").entry()));
            written.add(tables.write(table, columns, new Open(zip)));
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(json.writeValueAsBytes(new Manifest(Manifest.FORMAT, schema, now, written, tables.sequences())));
        zip.closeEntry();
    }

    private void forget(String kind) throws IOException {
        List<BackupFile> sameKind = list().stream()
                .filter(file -> file.name().startsWith(NIGHTLY) == kind.equals(NIGHTLY))
                .toList();
        for (BackupFile old : sameKind.stream().skip(KEPT).toList()) {
            Files.deleteIfExists(folder.resolve(old.name()));
        }
    }

    /** Keeps the archive open when a table's stream is closed. */
    private static final class Open extends OutputStream {

        private final OutputStream out;

        Open(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
