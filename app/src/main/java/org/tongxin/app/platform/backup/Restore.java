package org.tongxin.app.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup into a database that nobody has used: in one transaction, without the guards of the tables, which the
 * lines have passed once. Afterwards every table is written out again and its hash compared with the backup's.
 */
final class Restore {

    private static final Logger log = LoggerFactory.getLogger(Restore.class);

    private final Path file;
    private final DataSource source;
    private final JsonMapper json;

    Restore(Path file, DataSource source, JsonMapper json) {
        this.file = file;
        this.source = source;
        this.json = json;
    }

    /** @throws CannotStart when anything is not as it must be; the database is as before then */
    void run() {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                restore(zip, connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (ZipException | JacksonException broken) {
            throw new CannotStart(Refusal.of("P-014", file), broken);
        } catch (IOException failure) {
            throw new CannotStart(Refusal.of("P-014", file), failure);
        } catch (SQLException failure) {
            throw new CannotStart(Refusal.of("P-018", file, String.valueOf(failure.getMessage())), failure);
        }
    }

    private void restore(ZipFile zip, Connection connection) throws SQLException, IOException {
        Manifest manifest = manifest(zip);
        Tables tables = new Tables(connection);
        if (!manifest.schema().equals(tables.schema())) {
            throw new CannotStart(Refusal.of("P-015", file, manifest.schema(), tables.schema()));
        }
        if (tables.isUsed()) {
            throw new CannotStart(Refusal.of("P-016"));
        }
        tables.execute("set local session_replication_role = replica");
        tables.execute("truncate " + tables.names().stream().map(Tables::quoted).collect(Collectors.joining(", "))
                + " restart identity");
        for (Manifest.Table table : manifest.tables()) {
            read(zip, tables, table);
        }
        for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
            tables.set(sequence.getKey(), sequence.getValue());
        }
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        log.info(
                "Restored {}: {} tables, {} rows, each table compared.",
                file,
                manifest.tables().size(),
                rows);
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new CannotStart(Refusal.of("P-014", file));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = json.readValue(in, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new CannotStart(Refusal.of("P-014", file));
            }
            return manifest;
        }
    }

    private void read(ZipFile zip, Tables tables, Manifest.Table table) throws SQLException, IOException {
        List<String> columns = tables.columns(table.name());
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null || !columns.equals(table.columns())) {
            throw new CannotStart(Refusal.of("P-017", file, table.name()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            tables.read(table, in);
        }
        Manifest.Table written = tables.write(table.name(), columns, OutputStream.nullOutputStream());
        if (!written.equals(table)) {
            throw new CannotStart(Refusal.of("P-017", file, table.name()));
        }
    }
}
