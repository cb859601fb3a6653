package org.tongxin.app.platform.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.tongxin.app.platform.CannotStart;
import org.tongxin.app.platform.Refusal;

/** Asks a database, before anything uses it, for what this application cannot do without. */
final class DatabaseCheck implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final int OLDEST = 16;
    private static final int TESTED = 18;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source) {
            check(source);
        }
        return bean;
    }

    static void check(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            // what the check makes is taken back: the migrations make it for good
            connection.setAutoCommit(false);
            checkVersion(Integer.parseInt(one(statement, "show server_version_num")) / 10_000);
            try {
                checkTrigrams(statement);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException | PoolInitializationException failure) {
            throw new CannotStart(Refusal.of("P-010", String.valueOf(failure.getMessage())), failure);
        }
    }

    private static void checkVersion(int major) {
        if (major < OLDEST) {
            throw new CannotStart(Refusal.of("P-009", major, OLDEST, TESTED));
        }
        if (major < TESTED) {
            log.warn("The database is PostgreSQL {}; this version is tested with {}.", major, TESTED);
        }
    }

    private static void checkTrigrams(Statement statement) throws SQLException {
        try {
            if (one(statement, "select count(*) from pg_extension where extname = 'pg_trgm'")
                    .equals("0")) {
                statement.execute("create extension if not exists pg_trgm");
            }
        } catch (SQLException missing) {
            throw new CannotStart(Refusal.of("P-013", String.valueOf(missing.getMessage())), missing);
        }
        if (one(statement, "select show_trgm('中文') <> '{}'").equals("f")) {
            String locale = one(
                    statement,
                    "select datcollate || ' / ' || datctype from pg_database where datname = current_database()");
            throw new CannotStart(Refusal.of("P-006", locale));
        }
    }

    private static String one(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
