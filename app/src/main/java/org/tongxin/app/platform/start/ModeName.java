package org.tongxin.app.platform.start;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Real use is called {@code operation}; whoever starts it as {@code production}, as most programs call it, means the same. */
final class ModeName implements EnvironmentPostProcessor {

    static final String MODE = "tongxin.mode";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("production".equalsIgnoreCase(environment.getProperty(MODE))) {
            environment.getPropertySources().addFirst(new MapPropertySource("mode", Map.of(MODE, "operation")));
        }
    }
}
