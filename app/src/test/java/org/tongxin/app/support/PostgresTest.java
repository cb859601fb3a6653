package org.tongxin.app.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Gives a {@code @SpringBootTest} a real PostgreSQL: one server per test JVM, one migrated empty database per Spring context.
 * Classes with the same configuration share a context and so its data: write with keys of your own, or {@code @Transactional}.
 * {@code ownDatabase = true} gives the class a context and a database that no other class sees.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextCustomizerFactories(PostgresContextFactory.class)
public @interface PostgresTest {

    boolean ownDatabase() default false;
}
