package org.tongxin.app.support;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.tongxin.app.platform.database.TestPostgres;

/** Points the context at a database of the test server, and everything written at run time below {@code target}. */
class PostgresContextFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        PostgresTest wish = TestContextAnnotationUtils.findMergedAnnotation(testClass, PostgresTest.class);
        return new Database(wish != null && wish.ownDatabase() ? testClass.getName() : "shared");
    }

    /** Equal for contexts that may be shared. */
    record Database(String owner) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestPostgres server = TestPostgres.server();
            String database = server.freshDatabase();
            String folder = ProcessHandle.current().pid() + "-" + Integer.toHexString(database.hashCode());
            TestPropertyValues.of(
                            "spring.datasource.url=" + database,
                            "spring.datasource.username=" + server.user(),
                            "spring.datasource.password=" + server.password(),
                            "spring.datasource.hikari.minimum-idle=1",
                            "tongxin.data=target/test-data/" + folder)
                    .applyTo(context);
            // A replay in the background of every test would be in the way: those that want one say so.
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("test defaults", Map.of("tongxin.replay.load", "false")));
        }
    }
}
