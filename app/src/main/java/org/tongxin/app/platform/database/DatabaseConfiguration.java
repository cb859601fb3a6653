package org.tongxin.app.platform.database;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.tongxin.app.platform.PlatformSettings;

/** Where the database is: beside the application, unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Conditional(NoServerGiven.class)
    Embedded embeddedDatabase(PlatformSettings settings) {
        return new Embedded(EmbeddedPostgres.start(settings.data().resolve("postgres"), Map.of()));
    }

    @Bean
    static DatabaseCheck databaseCheck() {
        return new DatabaseCheck();
    }

    /**
     * Tells the pool how to reach the server, and stops the server after the pool is closed. A start that fails between
     * the two is covered by the shutdown handler, which runs after all contexts are closed.
     */
    static final class Embedded implements JdbcConnectionDetails, AutoCloseable {

        private final EmbeddedPostgres server;

        Embedded(EmbeddedPostgres server) {
            this.server = server;
            SpringApplication.getShutdownHandlers().add(server::close);
        }

        @Override
        public String getUsername() {
            return EmbeddedPostgres.USER;
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static final class NoServerGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().containsProperty("spring.datasource.url");
        }
    }
}
