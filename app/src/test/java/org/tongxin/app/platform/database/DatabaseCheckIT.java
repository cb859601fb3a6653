package org.tongxin.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.tongxin.app.platform.CannotStart;

class DatabaseCheckIT {

    private final TestPostgres server = TestPostgres.server();

    @Test
    void databaseThatCannotSearchChineseIsRefused() {
        server.execute("create database test_plain template template0 encoding UTF8 locale_provider libc locale 'C'");

        CannotStart failure = check(server.url("test_plain"), server.password());

        assertThat(failure.refusal().code()).isEqualTo("P-006");
        assertThat(failure.refusal().arguments()).containsExactly("C / C");
    }

    @Test
    void wrongPasswordOfAnExternalServerIsNamed() {
        CannotStart failure = check(server.url("tongxin"), "guess");

        assertThat(failure.refusal().code()).isEqualTo("P-010");
        assertThat(failure.refusal().arguments().getFirst()).contains("password authentication failed");
    }

    private CannotStart check(String url, String password) {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername(server.user());
            source.setPassword(password);
            source.setMaximumPoolSize(1);
            return catchThrowableOfType(CannotStart.class, () -> DatabaseCheck.check(source));
        }
    }
}
