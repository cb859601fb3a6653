package org.tongxin.app.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables of a database and their lines, by way of COPY. For one connection and one thread. */
final class Tables {

    private static final String FLYWAY = "flyway_schema_history";

    private final Connection connection;
    private final CopyManager copies;

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Number of the last migration. */
    String schema() throws SQLException {
        return texts("select version from " + FLYWAY + " where success and version is not null"
                        + " order by installed_rank desc limit 1")
                .getFirst();
    }

    List<String> names() throws SQLException {
        return texts(
                "select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
                        + " and c.relname <> '" + FLYWAY + "' order by c.relname");
    }

    /** The columns that hold values of their own. */
    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select attname from pg_attribute"
                + " where attrelid = ('public.' || quote_ident(?))::regclass and attnum > 0 and not attisdropped"
                + " and attgenerated = '' order by attnum")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    /** Writes the lines of a table and says what was written. */
    Manifest.Table write(String table, List<String> columns, OutputStream out) throws SQLException, IOException {
        DigestOutputStream counted = new DigestOutputStream(out, sha256());
        long rows = copies.copyOut("copy " + target(table, columns) + " to stdout (format csv)", counted);
        return new Manifest.Table(
                table,
                columns,
                rows,
                HexFormat.of().formatHex(counted.getMessageDigest().digest()));
    }

    void read(Manifest.Table table, InputStream in) throws SQLException, IOException {
        copies.copyIn("copy " + target(table.name(), table.columns()) + " from stdin (format csv)", in);
    }

    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = 'public' and last_value is not null order by sequencename")) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    void set(String sequence, long value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select setval(('public.' || quote_ident(?))::regclass, ?)")) {
            statement.setString(1, sequence);
            statement.setLong(2, value);
            statement.execute();
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean isUsed() throws SQLException {
        return texts("select 1 from audit_entry limit 1").size()
                        + texts("select 1 from account limit 1").size()
                > 0;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String target(String table, List<String> columns) {
        return quoted(table) + columns.stream().map(Tables::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    private List<String> texts(String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform must provide SHA-256.", absent);
        }
    }
}
