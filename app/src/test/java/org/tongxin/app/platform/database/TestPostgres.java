package org.tongxin.app.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.tongxin.app.platform.CannotStart;

/**
 * The one PostgreSQL of this test JVM, started at first use below {@code target}. Tests that only need a database use
 * {@code @PostgresTest}; this is for those that need the server itself.
 */
public final class TestPostgres {

    private static final String TEMPLATE = "tongxin_template";

    private static final class Holder {
        static final TestPostgres SERVER = new TestPostgres();
    }

    private final EmbeddedPostgres server;
    private int databases;

    private TestPostgres() {
        server = started();
        SpringApplication.getShutdownHandlers().add(server::close);
        for (String database : earlier()) {
            execute("drop database " + database + " with (force)");
        }
        execute("create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(server.url(TEMPLATE), EmbeddedPostgres.USER, server.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    public static TestPostgres server() {
        return Holder.SERVER;
    }

    /** Another test run of the same tree may be using the first folder. */
    private static EmbeddedPostgres started() {
        for (int number = 1; ; number++) {
            try {
                return EmbeddedPostgres.start(
                        Path.of("target", "test-postgres-" + number), Map.of("fsync", "off", "max_connections", "300"));
            } catch (CannotStart taken) {
                if (!taken.refusal().code().equals("P-002") || number == 8) {
                    throw taken;
                }
            }
        }
    }

    private List<String> earlier() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select datname from pg_database where datname like 'test\\_%' or datname = '" + TEMPLATE
                                + "'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Makes a database with all migrations applied and nothing in it; returns its JDBC URL. */
    public synchronized String freshDatabase() {
        String name = "test_" + ++databases;
        execute("create database " + name + " template " + TEMPLATE);
        return server.url(name);
    }

    /** Runs a statement of the administrator, such as {@code create database}. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("Failed: " + sql, failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), EmbeddedPostgres.USER, server.password());
    }

    public String url(String database) {
        return server.url(database);
    }

    public String user() {
        return EmbeddedPostgres.USER;
    }

    public String password() {
        return server.password();
    }
}
