package org.tongxin.app.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;

/** A program that starts PostgreSQL, commits a thousand rows, leaves a thousand more open, and waits to be killed. */
final class LauncherProcess {

    private LauncherProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), Map.of());
        try (Connection connection =
                        DriverManager.getConnection(server.url(), EmbeddedPostgres.USER, server.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table if not exists kept (n int)");
            statement.execute("insert into kept select generate_series(1, 1000)");
            connection.commit();
            statement.execute("insert into kept select generate_series(1, 1000)");
            System.out.println("server " + server.pid());
            Thread.sleep(120_000);
        }
    }
}
