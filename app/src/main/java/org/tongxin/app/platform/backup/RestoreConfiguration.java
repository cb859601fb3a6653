package org.tongxin.app.platform.backup;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Reads the backup named by {@code tongxin.restore} after the migrations and before anything else asks the database. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {

    @Bean
    FlywayMigrationStrategy migrateAndRestore(
            @Value("${tongxin.restore:}") String file, DataSource source, JsonMapper json) {
        return flyway -> {
            flyway.migrate();
            if (!file.isBlank()) {
                new Restore(Path.of(file), source, json).run();
            }
        };
    }
}
